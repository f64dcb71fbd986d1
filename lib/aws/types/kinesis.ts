import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Kinesis Data Streams',
  types: {
    aws_kinesis_stream: {
      noun: 'Kinesis stream',
      holdsData: true,
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
  },
};
