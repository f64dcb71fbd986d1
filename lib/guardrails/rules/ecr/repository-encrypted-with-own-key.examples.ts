import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the stack',
      terraform: {
        resource: {
          aws_kms_key: { main: {} },
          aws_ecr_repository: {
            orders: {
              count: 2,
              encryption_configuration: { encryption_type: 'KMS', kms_key: '${aws_kms_key.main.arn}' },
            },
          },
        },
      },
    },
    {
      title: 'two layers of KMS, and images of internal tools, blocks as lists',
      terraform: {
        resource: [
          {
            aws_ecr_repository: [
              { builds: [{ tags: { 'tom:data-class': 'internal' } }] },
              { orders: [{ encryption_configuration: [{ encryption_type: 'KMS_DSSE', kms_key: 'alias/orders' }] }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'nothing said, and KMS without a key',
      terraform: {
        resource: {
          aws_ecr_repository: {
            orders: { name: 'orders' },
            reports: { encryption_configuration: { encryption_type: 'KMS' } },
          },
        },
      },
      addresses: ['aws_ecr_repository.orders', 'aws_ecr_repository.reports'],
    },
    {
      title: 'AES256 within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.orders',
                resources: [
                  {
                    address: 'module.orders.aws_ecr_repository.orders',
                    mode: 'managed',
                    type: 'aws_ecr_repository',
                    name: 'orders',
                    values: { name: 'orders', encryption_configuration: [{ encryption_type: 'AES256' }] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.orders.aws_ecr_repository.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key, or the type',
      terraform: {
        variable: { key: {}, type: {} },
        resource: {
          aws_ecr_repository: {
            orders: { encryption_configuration: { encryption_type: 'KMS', kms_key: '${var.key}' } },
            reports: { encryption_configuration: { encryption_type: '${var.type}' } },
          },
        },
      },
      addresses: ['aws_ecr_repository.orders', 'aws_ecr_repository.reports'],
    },
  ],
};
