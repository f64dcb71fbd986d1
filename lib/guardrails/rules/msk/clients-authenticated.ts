import { Resource } from '../../../terraform/stack';
import { Value, isFalse, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const AUTHENTICATION = 'client_authentication';
const UNAUTHENTICATED = `${AUTHENTICATION}.unauthenticated`;
const AUTHORITIES = `${AUTHENTICATION}.tls.certificate_authority_arns`;

/** Kafka that authenticates its clients. */
export const RULE: ResourceRule = {
  id: 'MSK-002',
  name: 'clients-authenticated',
  title: 'A Kafka cluster authenticates its clients',
  severity: 'high',
  claims: ['3.1.1.e'],
  rationale:
    'A broker that does not authenticate its clients gives every topic to anyone who reaches it. MSK authenticates nobody unless IAM, SCRAM or client certificates are set, and `unauthenticated` lets anonymous clients in beside them.',
  fix: `Set \`${AUTHENTICATION}.sasl.iam\` to true, and leave out \`${UNAUTHENTICATED}\`.`,
  sources: [
    'https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/msk-authentication.html',
    'AWS Security Hub MSK.6',
  ],
  types: ['aws_msk_cluster'],
  check: (cluster) => {
    const unauthenticated = cluster.get(UNAUTHENTICATED);
    if (isUnknown(unauthenticated)) return unknownAttribute(UNAUTHENTICATED, unauthenticated);
    if (unauthenticated === undefined || isFalse(unauthenticated)) return wayVerdict(cluster);
    const message = `${UNAUTHENTICATED} is ${describe(unauthenticated)}: the cluster lets anonymous clients in`;
    return violated(message, { [UNAUTHENTICATED]: false });
  },
};

/** Whether the cluster has a way to authenticate its clients. */
function wayVerdict(cluster: Resource): Verdict {
  const ways: [attribute: string, value: Value][] = ['sasl.iam', 'sasl.scram'].map((way) => [
    `${AUTHENTICATION}.${way}`,
    cluster.get(`${AUTHENTICATION}.${way}`),
  ]);
  const authorities = cluster.get(AUTHORITIES);
  if (ways.some(([, value]) => isTrue(value))) return MET;
  if (Array.isArray(authorities) && authorities.length > 0) return MET;
  const open = [...ways, [AUTHORITIES, authorities] as const].find(([, value]) => isUnknown(value));
  if (open) return unknownAttribute(open[0], open[1]);
  return violated(`${AUTHENTICATION} sets neither IAM nor SCRAM nor client certificates: anyone may connect`, {
    [`${AUTHENTICATION}.sasl.iam`]: true,
  });
}
