import { holdsPersonalData } from '../../../aws/declared';
import { TARGET_GROUPS, listenersBefore, protocolOf } from '../../../aws/elb/load-balancer';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const ENCRYPTED: readonly unknown[] = ['HTTPS', 'TLS', 'QUIC'];

/** What a load balancer passes on as it comes, unless its listener ends TLS. */
const PASSED_ON: readonly unknown[] = ['TCP', 'TCP_QUIC', 'TCP_UDP', 'UDP'];

/** Target groups that end no encryption at the load balancer. */
export const RULE: ResourceRule = {
  id: 'ELB-003',
  name: 'targets-over-tls',
  title: 'A load balancer talks TLS to the targets that handle personal data',
  severity: 'medium',
  claims: ['1.1.2.b', '3.2.4.a'],
  rationale:
    'Where the load balancer ends TLS and goes on unencrypted, personal data crosses the network unencrypted. With TCP and UDP it passes on what comes, which may be TLS from the client to the target: nothing here tells, and the outcome is open, unless a listener of TLS is before it. A health check over HTTP goes to the same port unencrypted, and may carry host names and versions; one over TCP only opens a connection and says nothing, so it passes. The load balancer does not check the certificates of targets: this keeps listeners out, and proves no identity. Functions, load balancers as targets and gateways are left out.',
  fix: 'Let the targets listen with TLS; a certificate of their own making will do. Set `protocol` of the target group to HTTPS, or to TLS on a network load balancer, and `health_check.protocol` to HTTPS.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/elbv2-targetgroup-protocol-encrypted.html',
    'AWS Security Hub ELB.21, ELB.22',
  ],
  types: TARGET_GROUPS,
  check: (group, model) => {
    if (!holdsPersonalData(group)) return undefined;
    const type = configured(group, 'target_type');
    if (type === 'lambda' || type === 'alb') return undefined;
    if (isUnknown(type)) return unknownAttribute('target_type', type);
    const protocol = inCapitals(configured(group, 'protocol'));
    if (isUnknown(protocol)) return unknownAttribute('protocol', protocol);
    if (protocol === 'GENEVE') return undefined;
    return worst([protocolVerdict(model, group, protocol), healthCheckVerdict(group, protocol)]);
  },
};

function protocolVerdict(model: Model, group: Resource, protocol: Value): Verdict {
  if (ENCRYPTED.includes(protocol)) return MET;
  if (PASSED_ON.includes(protocol) && !isBehindTls(model, group)) {
    return undetermined(
      `protocol is ${describe(protocol)}: what comes is passed on, and nothing tells whether it is TLS`
    );
  }
  const wanted = protocol === undefined || protocol === 'HTTP' ? 'HTTPS' : 'TLS';
  return violated(`protocol is ${describe(protocol)}, so nothing encrypts what goes to the targets`, {
    protocol: wanted,
  });
}

function isBehindTls(model: Model, group: Resource): boolean {
  return listenersBefore(model, group).some((listener) => protocolOf(model, listener) === 'TLS');
}

function healthCheckVerdict(group: Resource, protocol: Value): Verdict {
  const whole = configured(group, 'health_check');
  if (isUnknown(whole)) return unknownAttribute('health_check', whole);
  const written = inCapitals(configured(group, 'health_check.protocol'));
  if (isUnknown(written)) return unknownAttribute('health_check.protocol', written);
  // Without the block AWS decides, by what the group belongs to; within it the provider does.
  const byDefault = group.has('health_check') || protocol === 'HTTPS' || protocol === 'HTTP' ? 'HTTP' : 'TCP';
  if ((written ?? byDefault) !== 'HTTP') return MET;
  const is = written === undefined ? 'not set, which means HTTP' : describe(written);
  return violated(`health_check.protocol is ${is}: health checks go to the targets unencrypted`, {
    'health_check.protocol': 'HTTPS',
  });
}

function inCapitals(value: Value): Value {
  return typeof value === 'string' ? value.toUpperCase() : value;
}
