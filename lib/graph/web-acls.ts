import { LOAD_BALANCERS } from '../aws/elb/load-balancer';
import { canonical } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Draft, DraftNode } from './draft';
import { nameOf } from './names';
import { Places } from './places';
import { ReferenceTracker } from './reference-tracker';
import { Workloads } from './workloads';

/** Draws web ACLs beside what they protect, and returns their nodes. */
export function drawWebAcls(
  draft: Draft,
  references: ReferenceTracker,
  places: Places,
  workloads: Workloads
): ReadonlyMap<Resource, DraftNode> {
  const nodes = new Map<Resource, DraftNode>();
  for (const acl of references.model.resources('aws_wafv2_web_acl')) {
    const one = canonical(acl);
    const node = places.account(acl).node('firewall', one.qualifiedAddress, nameOf(one));
    node.details.add('WAF');
    nodes.set(one, node);
  }
  for (const association of references.model.resources('aws_wafv2_web_acl_association')) {
    for (const acl of references.resources(association, ['web_acl_arn'], ['aws_wafv2_web_acl'])) {
      for (const balancer of references.resources(association, ['resource_arn'], LOAD_BALANCERS)) {
        const [from, to] = [nodes.get(acl), workloads.nodeOf(balancer)];
        if (from && to) draft.edge(from, to, 'part', 'inspects');
      }
    }
  }
  return nodes;
}
