import { isEphemeral } from '../../../aws/declared';
import { LOAD_BALANCERS } from '../../../aws/elb/load-balancer';
import { ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';

/** Load balancers that cannot be deleted in passing. */
export const RULE: ResourceRule = {
  id: 'ELB-008',
  name: 'load-balancer-deletion-protection',
  title: 'A load balancer outside ephemeral environments is protected from deletion',
  severity: 'medium',
  measures: ['3.2.1'],
  rationale:
    'A load balancer that is deleted takes its name and its addresses with it: everything behind it is out of reach until DNS and clients know the new ones. With deletion protection that takes a change of its own, which a review sees; without it a wrong destroy, or a change that replaces the load balancer, is enough.',
  fix: 'Set `enable_deletion_protection` to true. A stack that lives for a test run says so: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
    'AWS Security Hub ELB.6',
  ],
  types: LOAD_BALANCERS,
  check: (balancer) => (isEphemeral(balancer) ? undefined : requireTrue(balancer, 'enable_deletion_protection')),
};
