import {
  GROUPS,
  GroupRule,
  RULE_TYPES,
  audience,
  describeRule,
  groupOf,
  rulesOn,
  traffic,
} from '../../../aws/ec2/security-group-rules';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { redirectsPlainHttp } from '../../verdicts/plain-http';

/** Security groups that are open to everybody only for HTTPS. */
export const RULE: ResourceRule = {
  id: 'EC2-001',
  name: 'security-group-open-to-443-only',
  title: 'A security group admits everybody only to port 443, and to port 80 where that only redirects',
  severity: 'high',
  measures: ['3.3.4', '9.3'],
  rationale:
    'Scanners try every public address, over and over: a port that is open to everybody is found soon. Port 443 may be open, by TCP and by UDP, whose use there (QUIC) is encrypted as well. Port 80 may be open on load balancers that answer there with a lasting redirect to HTTPS. Everybody is 0.0.0.0/0 and ::/0, and whatever amounts to it: more public addresses in one rule than a /8 of IPv4 or a /16 of IPv6. Prefix lists are read where they are part of the configuration; those of AWS are not.',
  fix: 'Name the security group or the range that may connect: `referenced_security_group_id` in an `aws_vpc_security_group_ingress_rule`. Administrators connect through Session Manager, without an open port.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html',
    'CIS AWS Foundations Benchmark 3.0.0, 5.2, 5.3',
    'AWS Security Hub EC2.18, EC2.19',
  ],
  types: [...GROUPS, ...RULE_TYPES.ingress],
  check: (resource, model) => {
    const rules = rulesOn(resource, 'ingress');
    if (rules.length === 0) return GROUPS.includes(resource.type) ? MET : undefined;
    return worst(
      rules.map((rule) =>
        isUnknown(rule)
          ? undetermined(`an ingress rule is ${describe(rule)}, which only a plan can tell`)
          : verdictOn(model, resource, rule)
      )
    );
  },
};

function verdictOn(model: Model, resource: Resource, rule: GroupRule): Verdict {
  const whom = audience(model, resource, rule);
  if (whom === 'named') return MET;
  const passing = traffic(rule);
  if (isUnknown(passing)) {
    return undetermined(`ingress admits ${describeRule(rule, 'from')}: ${passing.text} is only known to a plan`);
  }
  const { protocol, from, to } = passing;
  const isPort = (port: number): boolean => from === port && to === port;
  if (isPort(443) && (protocol === 'tcp' || protocol === 'udp')) return MET;
  const verdict =
    isPort(80) && protocol === 'tcp'
      ? plainHttp(model, resource, rule)
      : violated(`ingress admits ${describeRule(rule, 'from')}, which is everybody`);
  if (verdict.outcome !== 'violated' || whom === 'everybody') return verdict;
  return undetermined(`ingress admits ${describeRule(rule, 'from')}: whom that means is only known to a plan`);
}

function plainHttp(model: Model, resource: Resource, rule: GroupRule): Verdict {
  const group = groupOf(model, resource);
  const verdict = group
    ? redirectsPlainHttp(model, group)
    : undetermined('which security group it belongs to is not among what is checked');
  if (verdict.outcome === 'met') return verdict;
  const message = `ingress admits ${describeRule(rule, 'from')}, which is everybody, unencrypted: ${verdict.message}`;
  return verdict.outcome === 'violated' ? violated(message) : undetermined(message);
}
