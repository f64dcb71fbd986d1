import { Resource } from '../../terraform/stack';
import { Value, isUnknown } from '../../terraform/value';
import { Service, Setting } from './resource-type';

/** What DMS always reaches over TLS, without a mode to choose. */
const ALWAYS: readonly Value[] = [
  'dynamodb',
  'elasticsearch',
  'kinesis',
  'neptune',
  'opensearch',
  'redshift',
  'redshift-serverless',
  's3',
  'timestream',
];

const PLAIN = 'records pass unencrypted';

const MODE: Setting = {
  attribute: 'ssl_mode',
  is: ['verify-full', 'verify-ca', 'require'],
  otherwise: PLAIN,
  noProposal: true,
};
const MODES: readonly Value[] = MODE.is;

const KAFKA: Setting = {
  attribute: 'kafka_settings.security_protocol',
  is: ['ssl-encryption', 'ssl-authentication', 'sasl-ssl'],
  otherwise: PLAIN,
  noProposal: true,
};

const REDIS: Setting = {
  attribute: 'redis_settings.ssl_security_protocol',
  is: ['ssl-encryption'],
  default: 'ssl-encryption',
  otherwise: PLAIN,
};

export const SERVICE: Service = {
  name: 'Database Migration Service',
  types: {
    aws_dms_endpoint: {
      noun: 'DMS endpoint',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        parts: [
          {
            blocks: 'redshift_settings',
            settings: [
              {
                attribute: 'encryption_mode',
                is: ['SSE_KMS'],
                default: 'SSE_S3',
                otherwise: 'a key that S3 owns encrypts the files',
              },
            ],
            key: 'server_side_encryption_kms_key_id',
          },
          {
            blocks: 's3_settings',
            settings: [
              {
                attribute: 'encryption_mode',
                is: ['SSE_KMS'],
                default: 'SSE_S3',
                otherwise: 'a key that S3 owns encrypts the files',
              },
            ],
            key: 'server_side_encryption_kms_key_id',
          },
        ],
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'DMS encrypts the settings and passwords of an endpoint, by default with aws/dms. The files that it writes for S3 and Redshift are encrypted with a key that S3 owns unless a KMS key is asked for.',
        sources: [
          'https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html',
          'https://docs.aws.amazon.com/dms/latest/APIReference/API_S3Settings.html',
          'https://docs.aws.amazon.com/dms/latest/APIReference/API_RedshiftSettings.html',
        ],
      },
      secrets: [{ path: 'password', instead: 'secrets_manager_arn' }],
      inTransit: {
        demand: 'connects over TLS',
        settings: [MODE],
        settingsOf,
        inherits: (endpoint) => ALWAYS.includes(endpoint.get('engine_name')),
        facts:
          'DMS copies whole databases, often between networks, and connects to most engines without TLS by default. The mode require encrypts; only verify-ca and verify-full verify the server. DMS always reaches AWS services such as S3, DynamoDB, Kinesis and Redshift over TLS: their endpoints have no mode and are not judged.',
        note: 'Where the engine does not support that mode, choose the strictest that it does. Name the certificate of its authority by `certificate_arn`. For Kafka set `kafka_settings.security_protocol` to ssl-encryption or stronger; for Redis leave out `redis_settings.ssl_security_protocol`.',
        sources: [
          'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html',
          'https://docs.aws.amazon.com/dms/latest/APIReference/API_KafkaSettings.html',
          'AWS Security Hub DMS.9, DMS.12',
        ],
      },
    },
    aws_dms_replication_instance: {
      noun: 'replication instance',
      holdsData: true,
      zones: {
        setting: {
          attribute: 'multi_az',
          is: [true],
          default: false,
          otherwise: 'the migration stops with its Availability Zone',
        },
        environments: 'production',
        facts:
          'A replication instance with Multi-AZ has a standby in another zone that takes over; without it the migration stops, and changes of the source are missed while its logs run full.',
        sources: ['https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'A replication instance keeps what it moves on its disk until it is delivered. DMS encrypts the disk, by default with aws/dms.',
        sources: ['https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationInstance.html'],
      },
      minorVersions: {
        setting: { attribute: 'auto_minor_version_upgrade', is: [true] },
        sources: [
          'https://docs.aws.amazon.com/dms/latest/APIReference/API_ReplicationInstance.html',
          'AWS Security Hub DMS.6',
        ],
      },
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        facts: 'The API of DMS makes a replication instance public by default; the provider does not.',
        sources: [
          'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html',
          'AWS Security Hub DMS.1',
        ],
      },
    },
    aws_dms_replication_config: {
      noun: 'serverless replication',
      atRest: {
        data: 'personal',
        key: 'compute_config.kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'A serverless replication keeps what it moves until it is delivered, encrypted by default with aws/dms.',
        sources: ['https://docs.aws.amazon.com/dms/latest/APIReference/API_ComputeConfig.html'],
      },
    },
    aws_dms_s3_endpoint: {
      noun: 'replication endpoint for S3',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        parts: [
          {
            only: { attribute: 'endpoint_type', is: 'target' },
            settings: [
              {
                attribute: 'encryption_mode',
                is: ['SSE_KMS'],
                default: 'SSE_S3',
                otherwise: 'a key that S3 owns encrypts the files',
              },
            ],
            key: 'server_side_encryption_kms_key_id',
          },
        ],
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'DMS encrypts the settings and passwords of an endpoint, by default with aws/dms. The files that it writes for S3 and Redshift are encrypted with a key that S3 owns unless a KMS key is asked for.',
        sources: [
          'https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html',
          'https://docs.aws.amazon.com/dms/latest/APIReference/API_S3Settings.html',
        ],
      },
    },
  },
};

/** Kafka and Redis have settings of their own. A mode that encrypts does so for every engine that has one. */
function settingsOf(endpoint: Resource): readonly Setting[] {
  const engine = endpoint.get('engine_name');
  if (engine === 'kafka') return [KAFKA];
  if (engine === 'redis') return [REDIS];
  const isOpen = isUnknown(engine) && !MODES.includes(endpoint.get('ssl_mode'));
  return isOpen ? [{ attribute: 'engine_name', is: [] }] : [MODE];
}
