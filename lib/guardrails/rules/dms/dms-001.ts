import { Resource } from '../../model';
import { MET, ResourceRule, Verdict } from '../../rule';
import { Value, isUnknown } from '../../value';
import { requireAttribute, unknownAttribute } from '../checks';

/** What DMS always reaches over TLS, without a mode to choose. */
const ALWAYS: readonly unknown[] = [
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

const MODES: readonly Value[] = ['require', 'verify-ca', 'verify-full'];
const KAFKA = 'kafka_settings.security_protocol';
const KAFKA_PROTOCOLS: readonly Value[] = ['ssl-encryption', 'ssl-authentication', 'sasl-ssl'];
const REDIS = 'redis_settings.ssl_security_protocol';
const PLAIN = 'records pass in the clear';

/** Replication that carries no record in the clear. */
export const DMS_001: ResourceRule = {
  id: 'DMS-001',
  title: 'A DMS endpoint connects over TLS',
  severity: 'medium',
  measures: ['1.1.2'],
  rationale:
    'DMS copies whole databases, often between networks, and connects to most engines in the clear unless it is told otherwise. `require` encrypts, and only verify-ca and verify-full show that the server is the right one. Services of AWS such as S3, DynamoDB, Kinesis and Redshift are always reached over TLS: their endpoints have no mode, and are not judged.',
  fix: 'Set `ssl_mode` to verify-full, or to the strictest that the engine knows, with the `certificate_arn` of its authority. For Kafka set `kafka_settings.security_protocol` to ssl-encryption or stronger; for Redis leave out `redis_settings.ssl_security_protocol`.',
  sources: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html',
    'https://docs.aws.amazon.com/dms/latest/APIReference/API_KafkaSettings.html',
    'AWS Security Hub DMS.9, DMS.12',
  ],
  types: ['aws_dms_endpoint'],
  check: (endpoint) => {
    const engine = endpoint.get('engine_name');
    if (isUnknown(engine)) return unnamedVerdict(endpoint, engine);
    if (ALWAYS.includes(engine)) return undefined;
    if (engine === 'kafka')
      return requireAttribute(endpoint, KAFKA, (value) => KAFKA_PROTOCOLS.includes(value), undefined, PLAIN);
    if (engine === 'redis') {
      const holds = (value: Value): boolean => value === undefined || value === 'ssl-encryption';
      return requireAttribute(endpoint, REDIS, holds, { [REDIS]: 'ssl-encryption' }, PLAIN);
    }
    return requireAttribute(endpoint, 'ssl_mode', (value) => MODES.includes(value), undefined, PLAIN);
  },
  examples: {
    pass: [
      {
        title: 'databases, Kafka and Redis',
        terraform: {
          resource: {
            aws_dms_endpoint: {
              events: { engine_name: 'kafka', kafka_settings: { security_protocol: 'sasl-ssl' } },
              orders: { count: 2, engine_name: 'aurora-postgresql', ssl_mode: 'verify-full' },
              sessions: { engine_name: 'redis', redis_settings: { server_name: 'cache' } },
            },
          },
        },
      },
      {
        title: 'what has no mode, a mode whatever the engine will be, and blocks as lists',
        terraform: {
          variable: { engine: {} },
          resource: [
            {
              aws_dms_endpoint: [
                { lake: [{ engine_name: 's3' }] },
                { events: [{ engine_name: 'kafka', kafka_settings: [{ security_protocol: 'ssl-encryption' }] }] },
                { sales: [{ engine_name: 'sqlserver', ssl_mode: 'require' }] },
                { source: [{ engine_name: '${var.engine}', ssl_mode: 'verify-ca' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing is said, or none',
        terraform: {
          resource: {
            aws_dms_endpoint: {
              orders: { engine_name: 'mysql' },
              returns: { engine_name: 'oracle', ssl_mode: 'none' },
            },
          },
        },
        addresses: ['aws_dms_endpoint.orders', 'aws_dms_endpoint.returns'],
      },
      {
        title: 'Kafka and Redis in the clear',
        terraform: {
          resource: {
            aws_dms_endpoint: {
              events: { engine_name: 'kafka', kafka_settings: { broker: 'broker:9092' } },
              sessions: { engine_name: 'redis', redis_settings: { ssl_security_protocol: 'plaintext' } },
            },
          },
        },
        addresses: ['aws_dms_endpoint.events', 'aws_dms_endpoint.sessions'],
      },
      {
        title: 'none within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.copy',
                  resources: [
                    {
                      address: 'module.copy.aws_dms_endpoint.orders',
                      mode: 'managed',
                      type: 'aws_dms_endpoint',
                      name: 'orders',
                      values: { engine_name: 'postgres', ssl_mode: 'none' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.copy.aws_dms_endpoint.orders'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the engine and the mode',
        terraform: {
          variable: { engine: {}, mode: {} },
          resource: {
            aws_dms_endpoint: {
              orders: { engine_name: 'mysql', ssl_mode: '${var.mode}' },
              source: { engine_name: '${var.engine}' },
            },
          },
        },
        addresses: ['aws_dms_endpoint.orders', 'aws_dms_endpoint.source'],
      },
    ],
  },
};

/** A mode that encrypts does so for every engine that has one. */
function unnamedVerdict(endpoint: Resource, engine: Value): Verdict {
  return MODES.includes(endpoint.get('ssl_mode')) ? MET : unknownAttribute('engine_name', engine);
}
