import { ResourceRule } from '../../rule';
import { requireKey } from '../encryption-key';

/** Event buses under a key of one's own. */
export const EVENTS_001: ResourceRule = {
  id: 'EVENTS-001',
  title: 'An event bus of personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'EventBridge always encrypts, but by default with a key that AWS owns: nobody sees its use, limits it or takes it away. A bus whose class nobody declares counts as personal.',
  fix: 'Set `kms_key_identifier` to a customer managed key, such as that of a `RotatedKey`, whose policy lets events.amazonaws.com use it. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html'],
  types: ['aws_cloudwatch_event_bus'],
  check: (bus, model) =>
    bus.isPersonal
      ? requireKey(model, bus, 'kms_key_identifier', 'a key that AWS owns encrypts personal data')
      : undefined,
  examples: {
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
          resource: [
            { aws_cloudwatch_event_bus: [{ builds: [{ count: 2, tags: { 'tom:data-class': 'internal' } }] }] },
          ],
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
  },
};
