import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the default, and a week',
      terraform: {
        resource: { aws_secretsmanager_secret: { orders: { count: 2 }, tokens: { recovery_window_in_days: 7 } } },
      },
    },
    {
      title: 'a stack that lives for a test run',
      terraform: {
        resource: {
          aws_secretsmanager_secret: {
            orders: { recovery_window_in_days: 0, tags: { 'tom:environment': 'ephemeral' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'deleted at once',
      terraform: { resource: { aws_secretsmanager_secret: { tokens: { recovery_window_in_days: 0 } } } },
      addresses: ['aws_secretsmanager_secret.tokens'],
    },
    {
      title: 'deleted at once, for one of two',
      terraform: {
        resource: {
          aws_secretsmanager_secret: {
            orders: { name: 'orders', recovery_window_in_days: 0 },
            tokens: { name: 'tokens' },
          },
        },
      },
      addresses: ['aws_secretsmanager_secret.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { window: {} },
        resource: { aws_secretsmanager_secret: { tokens: { recovery_window_in_days: '${var.window}' } } },
      },
      addresses: ['aws_secretsmanager_secret.tokens'],
    },
  ],
};
