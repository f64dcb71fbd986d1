import { MET, ResourceRule, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';

/** Protocols under which SNS delivers by TLS. What a mail or a text message passes through, nobody here can tell. */
const ENCRYPTED = ['https', 'sqs', 'lambda', 'firehose'];

/** Subscriptions that deliver by TLS. */
export const SNS_004: ResourceRule = {
  id: 'SNS-004',
  title: 'A topic does not deliver over plain HTTP',
  severity: 'medium',
  measures: ['1.1.1'],
  rationale:
    'A subscription of protocol http sends every message, and the token that confirms or ends the subscription, over the wire in the clear. A denial in the topic policy does not touch deliveries. Mail and text messages are left out: SNS offers no choice there.',
  fix: 'Set `protocol` to https, and `endpoint` to a URL that begins with https://.',
  sources: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html',
    'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html',
  ],
  types: ['aws_sns_topic_subscription'],
  check: (subscription) => {
    const protocol = subscription.get('protocol');
    if (isUnknown(protocol)) return unknownAttribute('protocol', protocol);
    if (protocol === 'http') return violated('protocol is "http": messages cross the network in the clear');
    return typeof protocol === 'string' && ENCRYPTED.includes(protocol) ? MET : undefined;
  },
  examples: {
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
  },
};
