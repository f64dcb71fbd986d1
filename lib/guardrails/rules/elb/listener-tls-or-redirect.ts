import {
  LISTENERS,
  LISTENER_RULES,
  leadsToLoadBalancer,
  listenersNamedBy,
  loadBalancerOf,
  protocolOf,
} from '../../../aws/elb/load-balancer';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { redirectVerdict } from '../../verdicts/redirect';

/** QUIC version 1, the only one that load balancers pass on, is never without TLS 1.3. */
const ENCRYPTED: readonly unknown[] = ['HTTPS', 'TLS', 'QUIC'];

/** Listeners that nobody reaches unencrypted. */
export const RULE: ResourceRule = {
  id: 'ELB-001',
  name: 'listener-tls-or-redirect',
  title: 'A listener takes TLS, or redirects everything to HTTPS',
  severity: 'high',
  claims: ['1.1.1.a', '3.2.4.a'],
  rationale:
    'What a listener takes without TLS can be read and changed on its way. On port 80 a permanent redirect (301) is all that a client needs, from the default action and from every rule of the listener: a fixed response answers unencrypted too, and a 302 makes the client ask unencrypted again. On a network load balancer that faces the internet, nothing shows that what comes by TCP or UDP is encrypted; where the targets end TLS themselves, a waiver says so. Where they are an Application Load Balancer, its own listeners are judged instead. An internal network load balancer is reached only over private networks and may pass TCP and UDP on, and a gateway load balancer passes packets to appliances and ends no connection: the rule leaves both out.',
  fix: 'Set `protocol` to HTTPS (TLS on a network load balancer) with a certificate and an `ssl_policy`. On port 80 let `default_action`, and the `action` of every listener rule, be of type redirect with `redirect.protocol` HTTPS, `redirect.port` 443 and `redirect.status_code` HTTP_301.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
    'AWS Security Hub ELB.1, ELB.18',
  ],
  types: [...LISTENERS, ...LISTENER_RULES],
  check: (resource, model) =>
    LISTENERS.includes(resource.type) ? listenerVerdict(model, resource) : ruleVerdict(model, resource),
};

function listenerVerdict(model: Model, listener: Resource): Verdict | undefined {
  const protocol = protocolOf(model, listener);
  if (isUnknown(protocol)) return unknownAttribute('protocol', protocol);
  if (protocol === undefined) return undefined;
  if (ENCRYPTED.includes(protocol)) return MET;
  if (protocol === 'HTTP') return redirectVerdict(listener, 'default_action');
  const { isInternal } = loadBalancerOf(model, listener);
  if (isInternal === true) return undefined;
  const taken = `protocol is ${describe(protocol)}, which is not encrypted`;
  const behind = leadsToLoadBalancer(model, listener);
  if (behind === true) return undefined;
  if (behind === 'open') {
    return undetermined(
      `${taken}, and what the Application Load Balancer behind it takes is not among what is checked`
    );
  }
  if (isInternal === 'open') {
    return undetermined(`${taken}, and only a plan can tell whether the load balancer faces the internet`);
  }
  return violated(`${taken}, on a load balancer that faces the internet`);
}

/** A rule comes before the default action: where it forwards, the redirect of its listener is passed by. */
function ruleVerdict(model: Model, rule: Resource): Verdict | undefined {
  const protocols = listenersNamedBy(model, rule).map((listener) => protocolOf(model, listener));
  const isPlain = protocols.length > 0 && protocols.every((protocol) => protocol === 'HTTP');
  const isEncrypted = protocols.length > 0 && protocols.every((protocol) => ENCRYPTED.includes(protocol));
  if (isEncrypted) return undefined;
  const verdict = redirectVerdict(rule, 'action');
  if (verdict.outcome !== 'violated' || isPlain) return verdict;
  return undetermined(
    `listener_arn is ${describe(rule.get('listener_arn'))}, and only a plan can tell whether that listener takes TLS`
  );
}
