import { LOAD_BALANCERS, readLoadBalancer } from '../../../aws/elb/load-balancer';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** What must hold of an attribute, what sets it right, and what is wrong otherwise. */
interface Demand {
  readonly attribute: string;
  readonly holds: (value: Value) => boolean;
  readonly fix: string | boolean;
  readonly otherwise: string;
}

const DESYNC: Demand = {
  attribute: 'desync_mitigation_mode',
  holds: (value) => value === undefined || value === 'defensive' || value === 'strictest',
  fix: 'defensive',
  otherwise: 'requests that two parties read in two ways reach the targets',
};

const DEMANDS: readonly Demand[] = [
  {
    attribute: 'drop_invalid_header_fields',
    holds: isTrue,
    fix: true,
    otherwise: 'headers that are malformed reach the targets',
  },
  DESYNC,
];

/** A Classic Load Balancer has only one of them. */
const CLASSIC = 'aws_elb';

/** Load balancers that pass no ambiguous request on. */
export const RULE: ResourceRule = {
  id: 'ELB-006',
  name: 'load-balancer-refuses-malformed-requests',
  title: 'A load balancer for HTTP drops malformed and ambiguous requests',
  severity: 'medium',
  claims: ['3.3.4.i'],
  rationale:
    'Request smuggling lives on requests that the load balancer and the target read in two ways: past the web ACL, and into the requests of others. AWS passes malformed header names on unless told otherwise. Against ambiguous requests it is defensive by default; monitor only counts them. A Classic Load Balancer has only the second setting.',
  fix: 'Set `drop_invalid_header_fields` to true, and leave `desync_mitigation_mode` at defensive or set it to strictest.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
    'AWS Security Hub ELB.4, ELB.12, ELB.14',
  ],
  types: [...LOAD_BALANCERS, CLASSIC],
  check: (balancer) => {
    if (balancer.type === CLASSIC) return verdictOn(balancer, [DESYNC]);
    const { kind } = readLoadBalancer(balancer);
    if (kind === 'open') return unknownAttribute('load_balancer_type', balancer.get('load_balancer_type'));
    return kind === 'application' ? verdictOn(balancer, DEMANDS) : undefined;
  },
};

function verdictOn(balancer: Resource, demands: readonly Demand[]): Verdict {
  const read = demands.map((demand) => ({ ...demand, value: configured(balancer, demand.attribute) }));
  const broken = read.filter(({ value, holds }) => !isUnknown(value) && !holds(value));
  if (broken.length > 0) {
    return violated(
      broken.map(({ attribute, value, otherwise }) => `${attribute} is ${describe(value)}: ${otherwise}`).join('; '),
      Object.fromEntries(broken.map(({ attribute, fix }) => [attribute, fix]))
    );
  }
  const open = read.find(({ value }) => isUnknown(value));
  return open ? undetermined(`${open.attribute} is ${describe(open.value)}, which only a plan can tell`) : MET;
}
