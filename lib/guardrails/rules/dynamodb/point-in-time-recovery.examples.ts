import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'recovery is on, for both services',
      terraform: {
        resource: {
          aws_dynamodb_table: { orders: { count: 2, point_in_time_recovery: { enabled: true } } },
          aws_keyspaces_table: { orders: { point_in_time_recovery: { status: 'ENABLED' } } },
        },
      },
    },
    {
      title: 'a test environment, and blocks as lists',
      terraform: {
        resource: [
          {
            aws_dynamodb_table: [
              { orders: [{ point_in_time_recovery: [{ enabled: 'true', recovery_period_in_days: 35 }] }] },
              { test: [{ tags: { 'tom:environment': 'ephemeral' } }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'nothing is said, or recovery is off',
      terraform: {
        resource: {
          aws_dynamodb_table: {
            orders: { name: 'orders' },
            returns: { point_in_time_recovery: { enabled: false } },
          },
          aws_keyspaces_table: { orders: { point_in_time_recovery: { status: 'DISABLED' } } },
        },
      },
      addresses: ['aws_dynamodb_table.orders', 'aws_dynamodb_table.returns', 'aws_keyspaces_table.orders'],
    },
    {
      title: 'recovery is off within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_dynamodb_table.orders',
                    mode: 'managed',
                    type: 'aws_dynamodb_table',
                    name: 'orders',
                    values: { name: 'orders', point_in_time_recovery: [] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_dynamodb_table.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { recovery: {} },
        resource: {
          aws_dynamodb_table: { orders: { point_in_time_recovery: { enabled: '${var.recovery}' } } },
          aws_keyspaces_table: { orders: { point_in_time_recovery: { status: '${var.recovery}' } } },
        },
      },
      addresses: ['aws_dynamodb_table.orders', 'aws_keyspaces_table.orders'],
    },
  ],
};
