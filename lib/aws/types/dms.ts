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
