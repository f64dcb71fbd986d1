import { ResourceRule } from '../../rule';
import { requireKey } from '../encryption-key';

/** Configuration history under a key of one's own. */
export const CONFIG_001: ResourceRule = {
  id: 'CONFIG-001',
  title: 'AWS Config encrypts what it delivers with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Snapshots and history of AWS Config show every network, policy and bucket of the account: a plan of where to break in. With a key of its own, a reader of the bucket also needs the key.',
  fix: 'Set `s3_kms_key_arn` to the ARN of a customer managed key, such as that of a `RotatedKey`, in the region of the bucket, whose policy lets config.amazonaws.com use it.',
  sources: [
    'https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html',
  ],
  types: ['aws_config_delivery_channel'],
  check: (channel, model) =>
    requireKey(model, channel, 's3_kms_key_arn', 'AWS Config asks for no key when it delivers to the bucket'),
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { config: {} },
            aws_config_delivery_channel: {
              main: { s3_bucket_name: 'config', s3_kms_key_arn: '${aws_kms_key.config.arn}' },
            },
          },
        },
      },
      {
        title: 'a key by its ARN, in a list',
        terraform: {
          resource: [
            {
              aws_config_delivery_channel: [
                { main: [{ count: 1, s3_kms_key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no key',
        terraform: { resource: { aws_config_delivery_channel: { main: { s3_bucket_name: 'config' } } } },
        addresses: ['aws_config_delivery_channel.main'],
      },
      {
        title: 'no key within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.config',
                  resources: [
                    {
                      address: 'module.config.aws_config_delivery_channel.main[0]',
                      mode: 'managed',
                      type: 'aws_config_delivery_channel',
                      name: 'main',
                      index: 0,
                      values: { s3_bucket_name: 'config', s3_kms_key_arn: null },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.config.aws_config_delivery_channel.main[0]'],
      },
    ],
    undetermined: [
      {
        title: 'a module names the key',
        terraform: {
          module: { keys: { source: './keys' } },
          resource: { aws_config_delivery_channel: { main: { s3_kms_key_arn: '${module.keys.config_arn}' } } },
        },
        addresses: ['aws_config_delivery_channel.main'],
      },
    ],
  },
};
