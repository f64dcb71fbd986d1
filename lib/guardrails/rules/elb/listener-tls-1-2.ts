import { LISTENERS, protocolOf } from '../../../aws/elb/load-balancer';
import { DEFAULT_POLICY, RECOMMENDED_POLICY, weaknessOf } from '../../../aws/elb/ssl-policies';
import { configured } from '../../../terraform/configured';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Listeners that speak no old TLS. */
export const RULE: ResourceRule = {
  id: 'ELB-002',
  name: 'listener-tls-1-2',
  title: 'A TLS listener admits nothing older than TLS 1.2, and only strong suites',
  severity: 'high',
  claims: ['1.1.1.b', '1.1.2.a'],
  rationale:
    'The policy of a listener decides which versions of TLS and which suites it takes. Without one AWS takes ELBSecurityPolicy-2016-08, which still admits TLS 1.0. TLS 1.2 by itself is not enough: the policies with Ext in their name, TLS-1-2-2017-01 and FS-1-2-2019-08 add suites without forward secrecy, whose recorded traffic is open to anyone who gets the private key later, or with SHA-1. The policies named TLS13-1-2 without Res pass, though they admit CBC suites with SHA-2 to TLS 1.2 clients; Res, and TLS13-1-3, do not. FIPS policies have no ChaCha20. A policy that this version does not know is refused.',
  fix: `Set \`ssl_policy\` to \`${RECOMMENDED_POLICY}\`, which AWS recommends, or to \`ELBSecurityPolicy-TLS13-1-3-PQ-2025-09\` where every client speaks TLS 1.3.`,
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/describe-ssl-policies.html',
    'AWS Security Hub ELB.17',
  ],
  types: LISTENERS,
  check: (listener, model) => {
    const protocol = protocolOf(model, listener);
    if (isUnknown(protocol)) return unknownAttribute('protocol', protocol);
    if (protocol !== 'HTTPS' && protocol !== 'TLS') return undefined;
    const policy = configured(listener, 'ssl_policy');
    if (isUnknown(policy)) return unknownAttribute('ssl_policy', policy);
    const set = { ssl_policy: RECOMMENDED_POLICY };
    if (policy === undefined) {
      return violated(`ssl_policy is not set, so it is ${DEFAULT_POLICY}, ${weaknessOf(DEFAULT_POLICY)}`, set);
    }
    const weakness = weaknessOf(policy);
    return weakness === undefined ? MET : violated(`ssl_policy is ${describe(policy)}, ${weakness}`, set);
  },
};
