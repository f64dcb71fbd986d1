import { ResourceRule } from '../../rule';
import { requireKey } from '../encryption-key';

/** Topics that are encrypted. */
export const SNS_002: ResourceRule = {
  id: 'SNS-002',
  title: 'A topic is encrypted with a KMS key, for personal data with a customer managed one',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Without a KMS key SNS only encrypts its disks. With the AWS managed key aws/sns whoever may use the topic may use the key, since nobody can change its policy. A topic whose class nobody declares counts as personal.',
  fix: 'Set `kms_master_key_id` to a customer managed key, such as that of a `RotatedKey`, whose policy lets the services that publish use it. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html', 'AWS Security Hub SNS.1'],
  types: ['aws_sns_topic'],
  check: (topic, model) =>
    requireKey(
      model,
      topic,
      'kms_master_key_id',
      'SNS keeps messages without a KMS key',
      topic.isPersonal ? 'customer' : 'anybody'
    ),
  examples: {
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
  },
};
