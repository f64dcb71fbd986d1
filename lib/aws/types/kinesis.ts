import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Kinesis Data Streams',
  types: {
    aws_kinesis_stream: {
      noun: 'Kinesis stream',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_kinesis_resource_policy', attribute: 'resource_arn', names: 'arn' },
      },
      reading: {
        reads: [{ action: 'kinesis:GetRecords' }, { action: 'kinesis:SubscribeToShard' }],
        key: {
          via: 'kinesis',
          attribute: 'kms_key_id',
          onlyIf: { attribute: 'encryption_type', is: 'KMS' },
          unnamed: 'aws',
        },
        sources: [
          'https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html',
          'https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html',
        ],
      },
      atRest: {
        data: 'any',
        settings: [
          { attribute: 'encryption_type', is: ['KMS'], otherwise: 'the stream keeps its records unencrypted' },
        ],
        key: 'kms_key_id',
        keyOfAny: 'anyone',
        withoutKey: 'no key encrypts the records of the stream',
        facts: 'A stream that Terraform creates is not encrypted unless it asks for it.',
        sources: [
          'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
          'AWS Security Hub Kinesis.1',
        ],
      },
      retention: {
        attribute: 'retention_period',
        unit: 'hours',
        default: 24,
        facts:
          'A stream keeps its records for a day by default, and for a year at most. Nobody can delete a single one.',
        sources: ['https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
      },
    },
    aws_kinesis_stream_consumer: {
      noun: 'consumer of a Kinesis stream',
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_kinesis_resource_policy', attribute: 'resource_arn', names: 'arn' },
      },
      reading: {
        reads: [{ action: 'kinesis:SubscribeToShard' }],
        store: { attribute: 'stream_arn', types: ['aws_kinesis_stream'] },
        sources: ['https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html'],
      },
    },
  },
};
