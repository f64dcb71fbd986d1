import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'HTTPS',
      terraform: {
        resource: {
          aws_sns_topic_subscription: { orders: { protocol: 'https', endpoint: 'https://shop.example/orders' } },
        },
      },
    },
    {
      title: 'a queue, in a list and counted',
      terraform: {
        resource: [
          {
            aws_sns_topic_subscription: [
              { orders: [{ count: 2, protocol: 'sqs', endpoint: '${aws_sqs_queue.orders.arn}' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'HTTP',
      terraform: {
        resource: {
          aws_sns_topic_subscription: { orders: { protocol: 'http', endpoint: 'http://shop.example/orders' } },
        },
      },
      addresses: ['aws_sns_topic_subscription.orders'],
    },
    {
      title: 'HTTP within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_sns_topic_subscription.orders["eu"]',
                    mode: 'managed',
                    type: 'aws_sns_topic_subscription',
                    name: 'orders',
                    index: 'eu',
                    values: { protocol: 'http', endpoint: 'http://shop.example/orders' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_sns_topic_subscription.orders["eu"]'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { protocol: {} },
        resource: { aws_sns_topic_subscription: { orders: { protocol: '${var.protocol}' } } },
      },
      addresses: ['aws_sns_topic_subscription.orders'],
    },
  ],
};
