import { Resource } from '../../../terraform/stack';
import { Value, isFalse, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, requireAttribute, unknownAttribute } from '../../verdicts/checks';

const CLIENTS = 'encryption_info.encryption_in_transit.client_broker';
const BROKERS = 'encryption_info.encryption_in_transit.in_cluster';
const AUTHENTICATION = 'client_authentication';
const UNAUTHENTICATED = `${AUTHENTICATION}.unauthenticated`;
const AUTHORITIES = `${AUTHENTICATION}.tls.certificate_authority_arns`;
const CONNECTOR = 'kafka_cluster_encryption_in_transit.encryption_type';
const PLAIN = 'messages pass in the clear';

/** Kafka that nobody listens to, and nobody joins unasked. */
export const RULE: ResourceRule = {
  id: 'MSK-001',
  name: 'kafka-tls-only',
  title: 'A Kafka cluster takes TLS alone, encrypts between brokers, and asks clients who they are',
  severity: 'high',
  measures: ['1.1.2', '3.1.1'],
  rationale:
    'Whoever sees the network between clients and brokers reads every message that is not encrypted, and a broker that asks nobody who they are gives every topic to whoever reaches it. MSK encrypts unless it is told not to; TLS_PLAINTEXT takes both kinds of client. It asks nobody unless IAM, SCRAM or client certificates are named. A connector of MSK Connect talks in the clear unless it is told to use TLS.',
  fix: 'Leave out `encryption_info.encryption_in_transit`, or set `client_broker` to TLS and `in_cluster` to true. Set `client_authentication.sasl.iam` to true and leave out `unauthenticated`. For a connector set `kafka_cluster_encryption_in_transit.encryption_type` to TLS.',
  sources: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html',
    'AWS Security Hub MSK.1, MSK.3, MSK.6',
  ],
  types: ['aws_msk_cluster', 'aws_mskconnect_connector'],
  check: (resource) => {
    if (resource.type === 'aws_mskconnect_connector') {
      return requireAttribute(resource, CONNECTOR, (value) => value === 'TLS', { [CONNECTOR]: 'TLS' }, PLAIN);
    }
    return allOf([
      requireAttribute(
        resource,
        CLIENTS,
        (value) => value === undefined || value === 'TLS',
        { [CLIENTS]: 'TLS' },
        PLAIN
      ),
      requireAttribute(resource, BROKERS, (value) => value === undefined || isTrue(value), { [BROKERS]: true }, PLAIN),
      authenticationVerdict(resource),
    ]);
  },
};

function authenticationVerdict(cluster: Resource): Verdict {
  const unauthenticated = cluster.get(UNAUTHENTICATED);
  if (isUnknown(unauthenticated)) return unknownAttribute(UNAUTHENTICATED, unauthenticated);
  if (unauthenticated !== undefined && !isFalse(unauthenticated)) {
    const message = `${UNAUTHENTICATED} is ${describe(unauthenticated)}: clients are let in unasked`;
    return violated(message, { [UNAUTHENTICATED]: false });
  }
  const ways: [attribute: string, value: Value][] = ['sasl.iam', 'sasl.scram'].map((way) => [
    `${AUTHENTICATION}.${way}`,
    cluster.get(`${AUTHENTICATION}.${way}`),
  ]);
  const authorities = cluster.get(AUTHORITIES);
  if (ways.some(([, value]) => isTrue(value))) return MET;
  if (Array.isArray(authorities) && authorities.length > 0) return MET;
  const open = [...ways, [AUTHORITIES, authorities] as const].find(([, value]) => isUnknown(value));
  if (open) return unknownAttribute(open[0], open[1]);
  return violated(`${AUTHENTICATION} names neither IAM nor SCRAM nor client certificates: clients are let in unasked`, {
    [`${AUTHENTICATION}.sasl.iam`]: true,
  });
}
