import { LOAD_BALANCERS, readLoadBalancer } from '../../../aws/elb/load-balancer';
import { ResourceRule } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { settingVerdict } from '../../verdicts/setting';

/** Load balancers that let nothing past a web ACL. */
export const RULE: ResourceRule = {
  id: 'ELB-009',
  name: 'load-balancer-waf-fails-closed',
  title: 'An application load balancer refuses requests while its web ACL does not answer',
  severity: 'medium',
  claims: ['3.3.4.f'],
  rationale:
    'A load balancer that cannot reach its web ACL can refuse, as it does by default, or let everything in: an attacker who keeps the web ACL from answering gets past it.',
  fix: 'Leave `enable_waf_fail_open` false.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
  ],
  types: LOAD_BALANCERS,
  check: (balancer) => {
    const { kind } = readLoadBalancer(balancer);
    if (kind === 'open') return unknownAttribute('load_balancer_type', balancer.get('load_balancer_type'));
    if (kind !== 'application') return undefined;
    return settingVerdict(balancer, {
      attribute: 'enable_waf_fail_open',
      is: [false],
      default: false,
      otherwise: 'requests pass unfiltered when the web ACL does not answer',
    });
  },
};
