import { isProduction } from '../../../aws/declared';
import { LOAD_BALANCERS, readLoadBalancer } from '../../../aws/elb/load-balancer';
import { Setting } from '../../../aws/types/resource-type';
import { MET, ResourceRule } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { settingVerdict } from '../../verdicts/setting';

const CLASSIC = 'aws_elb';
const OTHERWISE = 'each zone gets the same share, however few targets it has';

const SETTINGS: { readonly [kind: string]: Setting } = {
  other: { attribute: 'enable_cross_zone_load_balancing', is: [true], default: false, otherwise: OTHERWISE },
  classic: { attribute: 'cross_zone_load_balancing', is: [true], default: true, otherwise: OTHERWISE },
};

/** Load balancers that use every healthy target. */
export const RULE: ResourceRule = {
  id: 'ELB-020',
  name: 'load-balancer-balances-across-zones',
  title: 'A load balancer in production sends requests to the targets of every Availability Zone',
  severity: 'low',
  claims: ['3.3.1.f'],
  rationale:
    'Without cross-zone load balancing a node of a load balancer sends requests only to targets of its own zone. Where targets of one zone fail or are fewer, those that are left there get the whole share of the zone, and a zone without any drops out of DNS while clients still ask its address. Application load balancers always balance across zones; network and gateway load balancers do not unless told so, and a classic one does unless told otherwise.',
  fix: 'Set `enable_cross_zone_load_balancing` to true; of a classic load balancer, leave out `cross_zone_load_balancing`. AWS charges for traffic between zones: waive the rule where targets must stay in their zone, and each zone has enough of them.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
  ],
  types: [...LOAD_BALANCERS, CLASSIC],
  check: (balancer) => {
    if (!isProduction(balancer)) return undefined;
    if (balancer.type === CLASSIC) return settingVerdict(balancer, SETTINGS.classic);
    const { kind } = readLoadBalancer(balancer);
    if (kind === 'application') return MET;
    const verdict = settingVerdict(balancer, SETTINGS.other);
    return kind === 'open' && verdict.outcome === 'violated'
      ? unknownAttribute('load_balancer_type', balancer.get('load_balancer_type'))
      : verdict;
  },
};
