import { Reading, ResourcePolicy, Service } from './resource-type';

const POLICY: ResourcePolicy = {
  attribute: 'policy',
  apart: { type: 'aws_msk_cluster_policy', attribute: 'cluster_arn', names: 'arn' },
};

/** The brokers decrypt what they hand out: clients need no right on the key. */
const READING: Reading = {
  reads: [{ action: 'kafka-cluster:ReadData', path: 'topic/${name}/*' }],
  sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html'],
};

export const SERVICE: Service = {
  name: 'Managed Streaming for Apache Kafka',
  types: {
    aws_msk_cluster: {
      noun: 'Kafka cluster',
      holdsData: true,
      atRest: {
        data: 'personal',
        key: 'encryption_info.encryption_at_rest_kms_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'MSK encrypts messages, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html'],
      },
      policy: POLICY,
      reading: READING,
      logs: {
        what: 'its brokers',
        ways: [
          [{ attribute: 'logging_info.broker_logs.cloudwatch_logs.enabled', is: [true] }],
          [{ attribute: 'logging_info.broker_logs.firehose.enabled', is: [true] }],
          [{ attribute: 'logging_info.broker_logs.s3.enabled', is: [true] }],
        ],
        otherwise: 'no log says who connected, or why not',
        facts:
          'Brokers deliver their logs to CloudWatch Logs, S3 or Data Firehose, each by a switch of its own. None is on by default.',
        sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html'],
      },
      publicAddress: {
        setting: {
          attribute: 'broker_node_group_info.connectivity_info.public_access.type',
          is: ['DISABLED'],
          default: 'DISABLED',
        },
        sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html', 'AWS Security Hub MSK.4'],
      },
      network: {
        drawn: { as: 'database', what: 'Kafka cluster' },
        groups: ['broker_node_group_info.security_groups'],
        subnets: ['broker_node_group_info.client_subnets'],
      },
      inTransit: {
        demand: 'takes only TLS connections, and encrypts between its brokers',
        settings: [
          {
            attribute: 'encryption_info.encryption_in_transit.client_broker',
            is: ['TLS'],
            default: 'TLS',
            otherwise: 'messages may pass unencrypted between clients and brokers',
          },
          {
            attribute: 'encryption_info.encryption_in_transit.in_cluster',
            is: [true],
            default: true,
            otherwise: 'messages pass unencrypted from broker to broker',
          },
        ],
        facts: 'MSK encrypts connections by default; TLS_PLAINTEXT takes both kinds of client.',
        sources: [
          'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
          'AWS Security Hub MSK.1',
        ],
      },
    },
    aws_msk_serverless_cluster: {
      noun: 'serverless Kafka cluster',
      holdsData: true,
      policy: POLICY,
      reading: READING,
    },
    aws_mskconnect_connector: {
      noun: 'Kafka connector',
      authentication: {
        demand: 'authenticates itself to its cluster',
        ways: [
          [{ attribute: 'kafka_cluster_client_authentication.authentication_type', is: ['IAM'], default: 'NONE' }],
        ],
        otherwise: 'its cluster must admit clients that prove nothing',
        facts: 'A connector of MSK Connect authenticates by IAM, or not at all, which is the default.',
        sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/mkc-create-connector-intro.html'],
      },
      logs: {
        what: 'its workers',
        ways: [
          [{ attribute: 'log_delivery.worker_log_delivery.cloudwatch_logs.enabled', is: [true] }],
          [{ attribute: 'log_delivery.worker_log_delivery.firehose.enabled', is: [true] }],
          [{ attribute: 'log_delivery.worker_log_delivery.s3.enabled', is: [true] }],
        ],
        otherwise: 'its failures leave no trace',
        facts:
          'The workers of a connector deliver their logs to CloudWatch Logs, S3 or Data Firehose. None is on by default.',
        sources: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-logging.html'],
      },
      inTransit: {
        demand: 'connects over TLS',
        settings: [
          {
            attribute: 'kafka_cluster_encryption_in_transit.encryption_type',
            is: ['TLS'],
            otherwise: 'messages pass unencrypted between connector and brokers',
          },
        ],
        facts: 'A connector of MSK Connect uses no TLS by default.',
        sources: [
          'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
          'AWS Security Hub MSK.3',
        ],
      },
    },
  },
};
