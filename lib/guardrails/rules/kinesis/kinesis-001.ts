import { describe } from '../../model';
import { ResourceRule, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { requireKey } from '../encryption-key';

/** Streams that are encrypted. */
export const KINESIS_001: ResourceRule = {
  id: 'KINESIS-001',
  title: 'A Kinesis stream is encrypted with a KMS key, for personal data with a customer managed one',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'A stream made by Terraform is not encrypted unless it says so. With the AWS managed key aws/kinesis whoever may read the stream may use the key, since nobody can change its policy. A stream whose class nobody declares counts as personal.',
  fix: 'Set `encryption_type` to KMS and `kms_key_id` to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html', 'AWS Security Hub Kinesis.1'],
  types: ['aws_kinesis_stream'],
  check: (stream, model) => {
    const type = stream.get('encryption_type');
    if (isUnknown(type)) return unknownAttribute('encryption_type', type);
    if (type !== 'KMS') {
      return violated(
        `encryption_type is ${describe(type)}: the stream keeps its records unencrypted`,
        stream.isPersonal ? undefined : { encryption_type: 'KMS', kms_key_id: 'alias/aws/kinesis' }
      );
    }
    const owner = stream.isPersonal ? 'customer' : 'anybody';
    return requireKey(model, stream, 'kms_key_id', 'no key encrypts the records of the stream', owner);
  },
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { data: {} },
            aws_kinesis_stream: { clicks: { encryption_type: 'KMS', kms_key_id: '${aws_kms_key.data.arn}' } },
          },
        },
      },
      {
        title: 'the data is internal, and AWS manages the key',
        terraform: {
          resource: [
            {
              aws_kinesis_stream: [
                {
                  builds: [
                    {
                      count: 2,
                      encryption_type: 'KMS',
                      kms_key_id: 'alias/aws/kinesis',
                      tags: { 'tom:data-class': 'internal' },
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no encryption',
        terraform: { resource: { aws_kinesis_stream: { clicks: { name: 'clicks', shard_count: 1 } } } },
        addresses: ['aws_kinesis_stream.clicks'],
      },
      {
        title: 'AWS manages the key of personal data',
        terraform: {
          resource: {
            aws_kinesis_stream: {
              clicks: { encryption_type: 'KMS', kms_key_id: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/kinesis' },
            },
          },
        },
        addresses: ['aws_kinesis_stream.clicks'],
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
                      address: 'module.shop.aws_kinesis_stream.clicks',
                      mode: 'managed',
                      type: 'aws_kinesis_stream',
                      name: 'clicks',
                      values: { name: 'clicks', encryption_type: 'NONE', kms_key_id: null },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_kinesis_stream.clicks'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { encryption: {} },
          resource: {
            aws_kinesis_stream: { clicks: { encryption_type: '${var.encryption}', kms_key_id: 'alias/clicks' } },
          },
        },
        addresses: ['aws_kinesis_stream.clicks'],
      },
    ],
  },
};
