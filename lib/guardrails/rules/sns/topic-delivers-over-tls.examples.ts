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
      title: 'a queue',
      terraform: {
        resource: {
          aws_sns_topic_subscription: {
            orders: { count: 2, protocol: 'sqs', endpoint: '${aws_sqs_queue.orders.arn}' },
          },
        },
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
      title: 'HTTP, for one of two',
      terraform: {
        resource: {
          aws_sns_topic_subscription: {
            orders: { protocol: 'https', endpoint: 'https://shop.example/orders' },
            returns: { protocol: 'http', endpoint: 'http://shop.example/returns' },
          },
        },
      },
      addresses: ['aws_sns_topic_subscription.returns'],
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
