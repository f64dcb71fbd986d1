import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack, and one for each replica',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_kms_replica_key: { data: {} },
          aws_dynamodb_table: {
            orders: {
              count: 2,
              replica: [{ region_name: 'eu-west-1', kms_key_arn: '${aws_kms_replica_key.data.arn}' }],
              server_side_encryption: { enabled: true, kms_key_arn: '${aws_kms_key.data.arn}' },
            },
          },
          aws_dynamodb_table_replica: { orders: { kms_key_arn: '${aws_kms_replica_key.data.arn}' } },
          aws_keyspaces_table: {
            orders: {
              encryption_specification: {
                kms_key_identifier: '${aws_kms_key.data.arn}',
                type: 'CUSTOMER_MANAGED_KMS_KEY',
              },
            },
          },
        },
      },
    },
    {
      title: 'the data is internal, and blocks as lists',
      terraform: {
        resource: [
          {
            aws_dynamodb_table: [
              { builds: [{ tags: { 'tom:data-class': 'internal' } }] },
              { orders: [{ server_side_encryption: [{ enabled: 'true', kms_key_arn: 'alias/orders' }] }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'the service owns the key',
      terraform: {
        resource: {
          aws_dynamodb_table: {
            orders: { name: 'orders' },
            returns: { server_side_encryption: { enabled: false } },
          },
          aws_keyspaces_table: {
            orders: { table_name: 'orders' },
            returns: { encryption_specification: [{ type: 'AWS_OWNED_KMS_KEY' }] },
          },
        },
      },
      addresses: [
        'aws_dynamodb_table.orders',
        'aws_dynamodb_table.returns',
        'aws_keyspaces_table.orders',
        'aws_keyspaces_table.returns',
      ],
    },
    {
      title: 'AWS manages the key, of a replica too',
      terraform: {
        resource: {
          aws_dynamodb_table: {
            orders: { server_side_encryption: { enabled: true } },
            returns: {
              replica: [{ region_name: 'eu-west-1' }],
              server_side_encryption: { enabled: true, kms_key_arn: 'alias/returns' },
            },
          },
          aws_dynamodb_table_replica: { orders: { kms_key_arn: 'alias/aws/dynamodb' } },
        },
      },
      addresses: ['aws_dynamodb_table.orders', 'aws_dynamodb_table.returns', 'aws_dynamodb_table_replica.orders'],
    },
    {
      title: 'no key within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_dynamodb_table.orders["eu"]',
                    mode: 'managed',
                    type: 'aws_dynamodb_table',
                    name: 'orders',
                    index: 'eu',
                    values: { name: 'orders', replica: [], server_side_encryption: [] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_dynamodb_table.orders["eu"]'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the keys, the replicas and the switch',
      terraform: {
        variable: { encrypt: {}, key: {}, replicas: {}, type: {} },
        resource: {
          aws_dynamodb_table: {
            key: { server_side_encryption: { enabled: true, kms_key_arn: '${var.key}' } },
            one: {
              replica: { kms_key_arn: '${var.key}' },
              server_side_encryption: { enabled: true, kms_key_arn: 'alias/one' },
            },
            replicas: {
              replica: '${var.replicas}',
              server_side_encryption: { enabled: true, kms_key_arn: 'alias/replicas' },
            },
            switch: { server_side_encryption: { enabled: '${var.encrypt}', kms_key_arn: 'alias/switch' } },
          },
          aws_keyspaces_table: { orders: { encryption_specification: { type: '${var.type}' } } },
        },
      },
      addresses: [
        'aws_dynamodb_table.key',
        'aws_dynamodb_table.one',
        'aws_dynamodb_table.replicas',
        'aws_dynamodb_table.switch',
        'aws_keyspaces_table.orders',
      ],
    },
  ],
};
