import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { requireKey } from '../encryption-key';

const ENABLED = 'server_side_encryption.enabled';
const KEY_TYPE = 'server_side_encryption.key_type';
const KEY = 'server_side_encryption.key_arn';

/** Delivery streams that are encrypted. */
export const FIREHOSE_001: ResourceRule = {
  id: 'FIREHOSE-001',
  title: 'A Firehose stream is encrypted, for personal data with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'What is put into a Firehose stream waits there for its delivery, and is not encrypted unless the stream says so. A stream that reads from Kinesis or MSK stores nothing itself and cannot be encrypted: its source is (KINESIS-001). A stream whose class nobody declares counts as personal.',
  fix: 'Set `server_side_encryption` with `enabled` true, `key_type` CUSTOMER_MANAGED_CMK, and `key_arn` of a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class: then `enabled` is enough.',
  sources: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html', 'AWS Security Hub DataFirehose.1'],
  types: ['aws_kinesis_firehose_delivery_stream'],
  check: (stream, model) => {
    if (stream.has('kinesis_source_configuration.kinesis_stream_arn')) return undefined;
    if (stream.has('msk_source_configuration.msk_cluster_arn')) return undefined;
    const enabled = stream.get(ENABLED);
    if (isUnknown(enabled)) return unknownAttribute(ENABLED, enabled);
    if (!isTrue(enabled)) {
      return violated(
        `${ENABLED} is ${describe(enabled)}: records wait for their delivery unencrypted`,
        stream.isPersonal ? undefined : { [ENABLED]: true }
      );
    }
    if (!stream.isPersonal) return MET;
    const type = stream.get(KEY_TYPE);
    if (isUnknown(type)) return unknownAttribute(KEY_TYPE, type);
    if (type !== 'CUSTOMER_MANAGED_CMK') {
      return violated(`${KEY_TYPE} is ${describe(type)}: a key that AWS owns encrypts personal data`);
    }
    return requireKey(model, stream, KEY, 'no key encrypts the records of the stream');
  },
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { data: {} },
            aws_kinesis_firehose_delivery_stream: {
              clicks: {
                server_side_encryption: {
                  enabled: true,
                  key_type: 'CUSTOMER_MANAGED_CMK',
                  key_arn: '${aws_kms_key.data.arn}',
                },
              },
            },
          },
        },
      },
      {
        title: 'the data is internal, and AWS owns the key, blocks as lists',
        terraform: {
          resource: [
            {
              aws_kinesis_firehose_delivery_stream: [
                {
                  builds: [
                    { count: 2, server_side_encryption: [{ enabled: true }], tags: { 'tom:data-class': 'internal' } },
                  ],
                },
              ],
            },
          ],
        },
      },
      {
        title: 'a stream that reads from Kinesis',
        terraform: {
          resource: {
            aws_kinesis_stream: { clicks: {} },
            aws_kinesis_firehose_delivery_stream: {
              clicks: { kinesis_source_configuration: { kinesis_stream_arn: '${aws_kinesis_stream.clicks.arn}' } },
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'no encryption',
        terraform: { resource: { aws_kinesis_firehose_delivery_stream: { clicks: { destination: 'extended_s3' } } } },
        addresses: ['aws_kinesis_firehose_delivery_stream.clicks'],
      },
      {
        title: 'AWS owns the key of personal data',
        terraform: {
          resource: {
            aws_kinesis_firehose_delivery_stream: { clicks: { server_side_encryption: { enabled: true } } },
          },
        },
        addresses: ['aws_kinesis_firehose_delivery_stream.clicks'],
      },
      {
        title: 'no encryption within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_kinesis_firehose_delivery_stream.clicks',
                      mode: 'managed',
                      type: 'aws_kinesis_firehose_delivery_stream',
                      name: 'clicks',
                      values: {
                        kinesis_source_configuration: [],
                        server_side_encryption: [{ enabled: false, key_arn: null, key_type: 'AWS_OWNED_CMK' }],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_kinesis_firehose_delivery_stream.clicks'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { encrypt: {} },
          resource: {
            aws_kinesis_firehose_delivery_stream: {
              clicks: { server_side_encryption: { enabled: '${var.encrypt}' } },
            },
          },
        },
        addresses: ['aws_kinesis_firehose_delivery_stream.clicks'],
      },
    ],
  },
};
