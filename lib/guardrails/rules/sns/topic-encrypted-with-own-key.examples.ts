import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack, by its alias',
      terraform: {
        resource: {
          aws_kms_alias: { data: { name: 'alias/data' } },
          aws_sns_topic: { orders: { kms_master_key_id: '${aws_kms_alias.data.name}' } },
        },
      },
    },
    {
      title: 'the data is internal, and AWS manages the key',
      terraform: {
        resource: [
          {
            aws_sns_topic: [
              {
                alarms: [{ count: 2, kms_master_key_id: 'alias/aws/sns', tags: { 'tom:data-class': 'internal' } }],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no key, even of internal data',
      terraform: { resource: { aws_sns_topic: { alarms: { tags: { 'tom:data-class': 'internal' } } } } },
      addresses: ['aws_sns_topic.alarms'],
    },
    {
      title: 'AWS manages the key of personal data',
      terraform: { resource: { aws_sns_topic: { orders: { kms_master_key_id: 'alias/aws/sns' } } } },
      addresses: ['aws_sns_topic.orders'],
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
                    address: 'module.shop.aws_sns_topic.orders',
                    mode: 'managed',
                    type: 'aws_sns_topic',
                    name: 'orders',
                    values: { name: 'orders', kms_master_key_id: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_sns_topic.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_sns_topic: { orders: { kms_master_key_id: '${var.key}' } } },
      },
      addresses: ['aws_sns_topic.orders'],
    },
  ],
};
