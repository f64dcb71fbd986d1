import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_cloudwatch_event_bus: { orders: { name: 'orders', kms_key_identifier: '${aws_kms_key.data.arn}' } },
        },
      },
    },
    {
      title: 'the data is internal',
      terraform: {
        resource: [{ aws_cloudwatch_event_bus: [{ builds: [{ count: 2, tags: { 'tom:data-class': 'internal' } }] }] }],
      },
    },
  ],
  fail: [
    {
      title: 'no key',
      terraform: { resource: { aws_cloudwatch_event_bus: { orders: { name: 'orders' } } } },
      addresses: ['aws_cloudwatch_event_bus.orders'],
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
                    address: 'module.shop.aws_cloudwatch_event_bus.orders',
                    mode: 'managed',
                    type: 'aws_cloudwatch_event_bus',
                    name: 'orders',
                    values: { name: 'orders', kms_key_identifier: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_cloudwatch_event_bus.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_cloudwatch_event_bus: { orders: { kms_key_identifier: '${var.key}' } } },
      },
      addresses: ['aws_cloudwatch_event_bus.orders'],
    },
  ],
};
