import { Resource } from '../../../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Where a resource keeps the attributes of a policy. */
const ATTRIBUTES: { readonly [type: string]: string } = {
  aws_lb_ssl_negotiation_policy: 'attribute',
  aws_load_balancer_policy: 'policy_attribute',
};

const REFERENCE = 'Reference-Security-Policy';
const STRONGEST_REFERENCE = 'ELBSecurityPolicy-TLS-1-2-2017-01';
const OLD_PROTOCOLS = ['Protocol-SSLv2', 'Protocol-SSLv3', 'Protocol-TLSv1', 'Protocol-TLSv1.1'];
const TLS_1_2 = 'Protocol-TLSv1.2';

/** No load balancers of the previous generation, and no old TLS on those that a waiver leaves. */
export const RULE: ResourceRule = {
  id: 'ELB-004',
  name: 'no-classic-load-balancer',
  title: 'No Classic Load Balancer, and no policy of one that admits old TLS',
  severity: 'high',
  claims: ['1.1.1.a'],
  rationale:
    'A Classic Load Balancer cannot do what the other rules on load balancers ask of one: it speaks no TLS 1.3, the strongest of its predefined policies still has suites without forward secrecy, it cannot redirect to HTTPS, takes no web ACL, and has no deletion protection. So every one is a finding, whatever its listeners say; the configuration does not show which are new. One that is still to be moved needs a waiver, and its policies are judged on their own all the same: the default, ELBSecurityPolicy-2016-08, admits TLS 1.0.',
  fix: 'Move to `aws_lb`, of type application for HTTP and of type network for TCP. Until then let listeners take only https or ssl, and give them a policy with the attribute Reference-Security-Policy = ELBSecurityPolicy-TLS-1-2-2017-01.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/ssl-config-update.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/migrate-classic-load-balancer.html',
    'AWS Security Hub ELB.3, ELB.8',
  ],
  types: ['aws_elb', ...Object.keys(ATTRIBUTES)],
  check: (resource) => (resource.type === 'aws_elb' ? classicVerdict(resource) : policyVerdict(resource)),
};

function classicVerdict(balancer: Resource): Verdict {
  const plain = balancer.blocks('listener').filter((listener) => isPlain(listener.get('lb_protocol')));
  if (plain.length === 0) {
    return violated('it is a Classic Load Balancer, which has neither TLS 1.3 nor a policy of only strong suites');
  }
  const listeners = plain.map(
    (listener) => `${describe(listener.get('lb_protocol'))} on port ${describe(listener.get('lb_port'))}`
  );
  return violated(`it is a Classic Load Balancer that takes ${listeners.join(', ')} unencrypted`);
}

function isPlain(protocol: Value): boolean {
  return typeof protocol === 'string' && /^(http|tcp)$/i.test(protocol);
}

function policyVerdict(policy: Resource): Verdict | undefined {
  if (policy.type === 'aws_load_balancer_policy') {
    const kind = policy.get('policy_type_name');
    if (isUnknown(kind)) return unknownAttribute('policy_type_name', kind);
    if (kind !== 'SSLNegotiationPolicyType') return undefined;
  }
  const path = ATTRIBUTES[policy.type];
  const blocks = policy.blocks(path);
  const whole = blocks.length === 0 ? policy.get(path) : undefined;
  const open = [whole, ...blocks.flatMap((block) => [block.get('name'), block.get('value')])].find(isUnknown);
  if (open) return unknownAttribute(path, open);

  const attributes = new Map(blocks.map((block) => [block.get('name'), block.get('value')]));
  const reference = attributes.get(REFERENCE);
  if (reference !== undefined) {
    if (reference === STRONGEST_REFERENCE) return MET;
    return violated(
      `${REFERENCE} is ${describe(reference)}, not ${STRONGEST_REFERENCE}, the only one without older TLS`
    );
  }
  const old = OLD_PROTOCOLS.filter((protocol) => isTrue(attributes.get(protocol)));
  if (old.length > 0)
    return violated(`the policy admits ${old.map((name) => name.replace('Protocol-', '')).join(', ')}`);
  if (isTrue(attributes.get(TLS_1_2))) return MET;
  return violated(`the policy has neither ${REFERENCE} nor ${TLS_1_2}, so nothing holds it to TLS 1.2`);
}
