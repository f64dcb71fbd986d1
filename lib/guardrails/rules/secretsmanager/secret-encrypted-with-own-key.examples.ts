import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'keys of the stack, for the secret and its replica',
      terraform: {
        resource: {
          aws_kms_key: { main: {} },
          aws_kms_replica_key: { west: {} },
          aws_secretsmanager_secret: {
            orders: {
              count: 2,
              kms_key_id: '${aws_kms_key.main.arn}',
              replica: { region: 'eu-west-1', kms_key_id: '${aws_kms_replica_key.west.arn}' },
            },
          },
        },
      },
    },
    {
      title: 'the secret opens nothing personal, blocks as lists',
      terraform: {
        resource: [{ aws_secretsmanager_secret: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] }],
      },
    },
  ],
  fail: [
    {
      title: 'no key, and a key of AWS',
      terraform: {
        resource: {
          aws_secretsmanager_secret: { orders: {}, tokens: { kms_key_id: 'alias/aws/secretsmanager' } },
        },
      },
      addresses: ['aws_secretsmanager_secret.orders', 'aws_secretsmanager_secret.tokens'],
    },
    {
      title: 'the second replica has none, blocks as lists',
      terraform: {
        resource: [
          {
            aws_secretsmanager_secret: [
              {
                orders: [
                  {
                    kms_key_id: 'alias/orders',
                    replica: [{ region: 'eu-west-1', kms_key_id: 'alias/orders' }, { region: 'eu-west-3' }],
                  },
                ],
              },
            ],
          },
        ],
      },
      addresses: ['aws_secretsmanager_secret.orders'],
    },
    {
      title: 'no key within a module of a plan',
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
                    values: { name: 'orders', kms_key_id: null },
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
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_secretsmanager_secret: { orders: { kms_key_id: '${var.key}' } } },
      },
      addresses: ['aws_secretsmanager_secret.orders'],
    },
  ],
};
