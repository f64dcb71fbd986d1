import { Resource } from '../../terraform/stack';
import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Data Firehose',
  types: {
    aws_kinesis_firehose_delivery_stream: {
      noun: 'Firehose stream',
      holdsData: true,
      logs: {
        what: 'failed deliveries',
        ways: [
          [{ attribute: 'extended_s3_configuration.cloudwatch_logging_options.enabled', is: [true], default: false }],
          [{ attribute: 'redshift_configuration.cloudwatch_logging_options.enabled', is: [true], default: false }],
          [{ attribute: 'elasticsearch_configuration.cloudwatch_logging_options.enabled', is: [true], default: false }],
          [{ attribute: 'opensearch_configuration.cloudwatch_logging_options.enabled', is: [true], default: false }],
          [
            {
              attribute: 'opensearchserverless_configuration.cloudwatch_logging_options.enabled',
              is: [true],
              default: false,
            },
          ],
          [{ attribute: 'http_endpoint_configuration.cloudwatch_logging_options.enabled', is: [true], default: false }],
          [{ attribute: 'splunk_configuration.cloudwatch_logging_options.enabled', is: [true], default: false }],
          [{ attribute: 'snowflake_configuration.cloudwatch_logging_options.enabled', is: [true], default: false }],
          [{ attribute: 'iceberg_configuration.cloudwatch_logging_options.enabled', is: [true], default: false }],
        ],
        otherwise: 'records that were lost leave no trace',
        facts:
          'Data Firehose logs why it could not deliver records where the options of the destination switch that on; by default the provider does not.',
        sources: ['https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html'],
      },
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
