import {
  GROUPS,
  GroupRule,
  RULE_TYPES,
  Traffic,
  audience,
  describeRule,
  describeTraffic,
  groupOf,
  rulesOn,
  traffic,
} from '../../../aws/ec2/security-group-rules';
import { SharedPorts, sharedPortsAt } from '../../../aws/ec2/group-ranges';
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
  claims: ['1.1.3.e', '3.3.4.a', '6.4.b', '9.3.a'],
  rationale:
    'Scanners try every public address, over and over: a port that is open to everybody is found soon. Port 443 may be open, by TCP and by UDP, whose use there (QUIC) is encrypted as well. Port 80 may be open on load balancers that answer there with a lasting redirect to HTTPS. Everybody is 0.0.0.0/0 and ::/0, and whatever amounts to it: more public addresses than a /8 of IPv4 or a /16 of IPv6, in one rule or in all rules of a group for one port. Prefix lists are read where they are part of the configuration; those that AWS keeps of CloudFront, S3 and DynamoDB are not everybody, and of others only a plan can tell.',
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
    if (rules.length === 0 && !GROUPS.includes(resource.type)) return undefined;
    return worst([
      ...rules.map((rule) =>
        isUnknown(rule)
          ? undetermined(`an ingress rule is ${describe(rule)}, which only a plan can tell`)
          : verdictOn(model, resource, rule)
      ),
      ...sharedPortsAt(model, resource).map((shared) => sharedVerdict(model, shared)),
      MET,
    ]);
  },
};

function verdictOn(model: Model, resource: Resource, rule: GroupRule): Verdict {
  const whom = audience(model, resource, rule);
  if (whom === 'named') return MET;
  const passing = traffic(rule);
  if (isUnknown(passing)) {
    return undetermined(`ingress admits ${describeRule(rule, 'from')}: ${passing.text} is only known to a plan`);
  }
  const verdict = openVerdict(
    model,
    resource,
    passing,
    `ingress admits ${describeRule(rule, 'from')}, which is everybody`
  );
  if (verdict.outcome !== 'violated' || whom === 'everybody') return verdict;
  return undetermined(`ingress admits ${describeRule(rule, 'from')}: whom that means is only known to a plan`);
}

function sharedVerdict(model: Model, { at, passing, ranges }: SharedPorts): Verdict {
  const message = `the ingress rules of the group together admit ${describeTraffic(passing)} from ${ranges} ranges, which amount to everybody`;
  return openVerdict(model, at, passing, message);
}

/** The verdict on what is open to everybody. */
function openVerdict(model: Model, resource: Resource, { protocol, from, to }: Traffic, what: string): Verdict {
  const isPort = (port: number): boolean => from === port && to === port;
  if (isPort(443) && (protocol === 'tcp' || protocol === 'udp')) return MET;
  return isPort(80) && protocol === 'tcp' ? plainHttp(model, resource, what) : violated(what);
}

function plainHttp(model: Model, resource: Resource, what: string): Verdict {
  const group = groupOf(model, resource);
  const verdict = group
    ? redirectsPlainHttp(model, group)
    : undetermined('which security group it belongs to is not among what is checked');
  if (verdict.outcome === 'met') return verdict;
  const message = `${what}, unencrypted: ${verdict.message}`;
  return verdict.outcome === 'violated' ? violated(message) : undetermined(message);
}
