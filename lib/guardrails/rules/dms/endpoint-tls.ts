import { Resource } from '../../../terraform/stack';
import { Value, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict } from '../../rule';
import { requireAttribute, unknownAttribute } from '../../verdicts/checks';

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
export const RULE: ResourceRule = {
  id: 'DMS-001',
  name: 'endpoint-tls',
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
};

/** A mode that encrypts does so for every engine that has one. */
function unnamedVerdict(endpoint: Resource, engine: Value): Verdict {
  return MODES.includes(endpoint.get('ssl_mode')) ? MET : unknownAttribute('engine_name', engine);
}
