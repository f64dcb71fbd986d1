import { Examples } from '../../rule';
import { ROTATION } from './secret-rotates';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'rotated every month, for each of several secrets',
      terraform: {
        resource: {
          aws_secretsmanager_secret: { orders: { count: 2 } },
          [ROTATION]: {
            orders: {
              count: 2,
              secret_id: '${aws_secretsmanager_secret.orders[count.index].id}',
              rotation_lambda_arn: 'arn',
              rotation_rules: { automatically_after_days: 30 },
            },
          },
        },
      },
    },
    {
      title: 'by a schedule and by name',
      terraform: {
        resource: {
          aws_secretsmanager_secret: { orders: { name: 'orders' } },
          [ROTATION]: { orders: { secret_id: 'orders', rotation_rules: { schedule_expression: 'rate(10 days)' } } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no rotation, and one too rare',
      terraform: {
        resource: {
          aws_secretsmanager_secret: { orders: {}, reports: { name: 'reports' } },
          [ROTATION]: { reports: { secret_id: 'reports', rotation_rules: { automatically_after_days: 365 } } },
        },
      },
      addresses: ['aws_secretsmanager_secret.orders', 'aws_secretsmanager_secret.reports'],
    },
    {
      title: 'no rotation',
      terraform: {
        resource: { aws_secretsmanager_secret: { orders: { name: 'orders', recovery_window_in_days: 30 } } },
      },
      addresses: ['aws_secretsmanager_secret.orders'],
    },
    {
      title: 'too rare, of a secret that is elsewhere',
      terraform: {
        resource: {
          [ROTATION]: { orders: { secret_id: 'orders', rotation_rules: { automatically_after_days: 180 } } },
        },
      },
      addresses: [`${ROTATION}.orders`],
    },
  ],
  undetermined: [
    {
      title: 'variables name the secret that rotates, and the days',
      terraform: {
        variable: { secret: {}, days: {} },
        resource: {
          aws_secretsmanager_secret: { orders: {}, tokens: { name: 'tokens' } },
          [ROTATION]: {
            any: { secret_id: '${var.secret}', rotation_rules: { automatically_after_days: 30 } },
            tokens: { secret_id: 'tokens', rotation_rules: { automatically_after_days: '${var.days}' } },
          },
        },
      },
      addresses: ['aws_secretsmanager_secret.orders', 'aws_secretsmanager_secret.tokens'],
    },
  ],
};
