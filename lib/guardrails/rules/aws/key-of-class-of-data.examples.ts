import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function key(dataClass: string): JsonObject {
  return { aws_kms_key: { main: { tags: { 'tom:data-class': dataClass } } } };
}

const ENCRYPTION = {
  main: {
    bucket: '${aws_s3_bucket.main.id}',
    rule: {
      apply_server_side_encryption_by_default: {
        sse_algorithm: 'aws:kms',
        kms_master_key_id: '${aws_kms_key.main.arn}',
      },
    },
  },
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of personal data for a topic of internal data',
      terraform: {
        resource: {
          ...key('personal'),
          aws_sns_topic: {
            alarms: { kms_master_key_id: '${aws_kms_key.main.arn}', tags: { 'tom:data-class': 'internal' } },
          },
        },
      },
    },
    {
      title: 'a key of public data for a bucket of public data',
      terraform: {
        resource: {
          ...key('public'),
          aws_s3_bucket: { main: { tags: { 'tom:data-class': 'public' } } },
          aws_s3_bucket_server_side_encryption_configuration: ENCRYPTION,
        },
      },
    },
    {
      title: 'a key that encrypts nothing here',
      terraform: { resource: key('public') },
    },
  ],
  fail: [
    {
      title: 'a key of public data for a queue of personal data',
      terraform: {
        resource: {
          ...key('public'),
          aws_sqs_queue: {
            orders: { kms_master_key_id: '${aws_kms_key.main.arn}', tags: { 'tom:data-class': 'personal' } },
          },
        },
      },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'a key of internal data for a bucket of health data',
      terraform: {
        resource: {
          ...key('internal'),
          aws_s3_bucket: { main: { tags: { 'tom:data-class': 'special-category' } } },
          aws_s3_bucket_server_side_encryption_configuration: ENCRYPTION,
        },
      },
      addresses: ['aws_kms_key.main'],
    },
  ],
};
