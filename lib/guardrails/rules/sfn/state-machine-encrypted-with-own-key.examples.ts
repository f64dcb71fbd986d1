import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the stack',
      terraform: {
        resource: {
          aws_kms_key: { main: {} },
          aws_sfn_state_machine: {
            orders: {
              count: 2,
              encryption_configuration: {
                type: 'CUSTOMER_MANAGED_KMS_KEY',
                kms_key_id: '${aws_kms_key.main.arn}',
              },
            },
          },
        },
      },
    },
    {
      title: 'the data is internal, blocks as lists',
      terraform: {
        resource: [{ aws_sfn_state_machine: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }] }],
      },
    },
  ],
  fail: [
    {
      title: 'nothing said, and the key of AWS said, blocks as lists',
      terraform: {
        resource: [
          {
            aws_sfn_state_machine: [
              { orders: [{ name: 'orders' }] },
              { reports: [{ encryption_configuration: [{ type: 'AWS_OWNED_KEY' }] }] },
            ],
          },
        ],
      },
      addresses: ['aws_sfn_state_machine.orders', 'aws_sfn_state_machine.reports'],
    },
    {
      title: 'within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.orders',
                resources: [
                  {
                    address: 'module.orders.aws_sfn_state_machine.orders',
                    mode: 'managed',
                    type: 'aws_sfn_state_machine',
                    name: 'orders',
                    values: { name: 'orders', encryption_configuration: [] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.orders.aws_sfn_state_machine.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the type, or names the key',
      terraform: {
        variable: { key: {}, type: {} },
        resource: {
          aws_sfn_state_machine: {
            orders: { encryption_configuration: { type: '${var.type}' } },
            reports: { encryption_configuration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kms_key_id: '${var.key}' } },
          },
        },
      },
      addresses: ['aws_sfn_state_machine.orders', 'aws_sfn_state_machine.reports'],
    },
  ],
};
