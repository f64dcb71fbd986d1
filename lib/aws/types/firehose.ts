import { Resource } from '../../terraform/stack';
import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Data Firehose',
  types: {
    aws_kinesis_firehose_delivery_stream: {
      noun: 'Firehose stream',
      holdsData: true,
      atRest: {
        data: 'any',
        settings: [
          {
            attribute: 'server_side_encryption.enabled',
            is: [true],
            otherwise: 'records wait for their delivery unencrypted',
          },
          {
            attribute: 'server_side_encryption.key_type',
            is: ['CUSTOMER_MANAGED_CMK'],
            otherwise: 'a key that AWS owns encrypts personal data',
            data: 'personal',
          },
        ],
        key: 'server_side_encryption.key_arn',
        withoutKey: 'no key encrypts the records of the stream',
        inherits: readsFromStream,
        facts:
          'What is put into a Firehose stream waits there for its delivery, unencrypted unless the stream asks for it. A stream that reads from Kinesis or MSK stores nothing itself and cannot be encrypted: its source is.',
        sources: ['https://docs.aws.amazon.com/firehose/latest/dev/encryption.html', 'AWS Security Hub DataFirehose.1'],
      },
    },
  },
};

/** Such a stream stores nothing itself. */
function readsFromStream(stream: Resource): boolean {
  return (
    stream.has('kinesis_source_configuration.kinesis_stream_arn') ||
    stream.has('msk_source_configuration.msk_cluster_arn')
  );
}
