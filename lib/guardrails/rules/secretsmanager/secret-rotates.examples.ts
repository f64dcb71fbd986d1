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
      title: 'by a schedule and by name, in a test run, with a policy for one role',
      terraform: {
        resource: [
          {
            aws_secretsmanager_secret: [
              {
                orders: [{ name: 'orders', recovery_window_in_days: 0, tags: { 'tom:environment': 'ephemeral' } }],
              },
            ],
            aws_secretsmanager_secret_policy: [
              {
                orders: [
                  {
                    secret_arn: '${aws_secretsmanager_secret.orders.arn}',
                    policy:
                      '{"Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/orders"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}}',
                  },
                ],
              },
            ],
            [ROTATION]: [
              { orders: [{ secret_id: 'orders', rotation_rules: [{ schedule_expression: 'rate(10 days)' }] }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no rotation, one too rare, and one that is deleted at once',
      terraform: {
        resource: {
          aws_secretsmanager_secret: {
            orders: {},
            reports: { name: 'reports' },
            tokens: { name: 'tokens', recovery_window_in_days: 0 },
          },
          [ROTATION]: {
            reports: { secret_id: 'reports', rotation_rules: { automatically_after_days: 365 } },
            tokens: { secret_id: 'tokens', rotation_rules: { automatically_after_days: 30 } },
          },
        },
      },
      addresses: [
        'aws_secretsmanager_secret.orders',
        'aws_secretsmanager_secret.reports',
        'aws_secretsmanager_secret.tokens',
      ],
    },
    {
      title: 'policies for everybody, within the secret and beside it, blocks as lists',
      terraform: {
        resource: [
          {
            aws_secretsmanager_secret: [
              {
                orders: [
                  {
                    name: 'orders',
                    policy:
                      '${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" }] })}',
                  },
                ],
              },
            ],
            aws_secretsmanager_secret_policy: [
              {
                tokens: [
                  {
                    secret_arn: 'arn',
                    policy:
                      '{"Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"secretsmanager:*","Resource":"*"}}',
                  },
                ],
              },
            ],
            [ROTATION]: [{ orders: [{ secret_id: 'orders', rotation_rules: [{ automatically_after_days: 30 }] }] }],
          },
        ],
      },
      addresses: ['aws_secretsmanager_secret.orders', 'aws_secretsmanager_secret_policy.tokens'],
    },
    {
      title: 'no rotation within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.orders',
                resources: [
                  {
                    address: 'module.orders.aws_secretsmanager_secret.orders',
                    mode: 'managed',
                    type: 'aws_secretsmanager_secret',
                    name: 'orders',
                    values: { name: 'orders', recovery_window_in_days: 30 },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.orders.aws_secretsmanager_secret.orders'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the secret that rotates, and the window',
      terraform: {
        variable: { secret: {}, window: {} },
        resource: {
          aws_secretsmanager_secret: {
            orders: {},
            tokens: { name: 'tokens', recovery_window_in_days: '${var.window}' },
          },
          [ROTATION]: {
            any: { secret_id: '${var.secret}', rotation_rules: { automatically_after_days: 30 } },
            tokens: { secret_id: 'tokens', rotation_rules: { automatically_after_days: 30 } },
          },
        },
      },
      addresses: ['aws_secretsmanager_secret.orders', 'aws_secretsmanager_secret.tokens'],
    },
  ],
};
