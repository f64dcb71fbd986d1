import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { LISTENERS, protocolOf } from './load-balancer';
import { DEFAULT_POLICY, RECOMMENDED_POLICY, weaknessOf } from './ssl-policies';

/** Listeners that speak no old TLS. */
export const ELB_002: ResourceRule = {
  id: 'ELB-002',
  title: 'A TLS listener admits nothing older than TLS 1.2, and strong suites alone',
  severity: 'high',
  measures: ['1.1.1', '1.1.2'],
  rationale:
    'The policy of a listener decides which versions of TLS and which suites it takes. Without one AWS takes ELBSecurityPolicy-2016-08, which still admits TLS 1.0. TLS 1.2 alone is not enough: the policies with Ext in their name, TLS-1-2-2017-01 and FS-1-2-2019-08 add suites without forward secrecy, whose recorded traffic is open to whoever gets the private key later, or with SHA-1. The policies named TLS13-1-2 without Res pass, though they admit CBC suites with SHA-2 to TLS 1.2 clients; Res, and TLS13-1-3, do not. FIPS policies have no ChaCha20. A policy that this version does not know is refused.',
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
  examples: {
    pass: [
      {
        title: 'what AWS recommends, and TLS 1.3 alone on each of several network load balancers',
        terraform: {
          resource: {
            aws_lb_listener: {
              edge: { count: 2, protocol: 'TLS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09' },
              web: { protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09' },
            },
          },
        },
      },
      {
        title: 'FIPS under the older name of the type, in lists; and plain HTTP, which has no policy',
        terraform: {
          resource: [
            {
              aws_alb_listener: [
                { web: [{ protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09' }] },
                { redirect: [{ protocol: 'HTTP' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no policy',
        terraform: { resource: { aws_lb_listener: { web: { protocol: 'HTTPS', port: 443 } } } },
        addresses: ['aws_lb_listener.web'],
      },
      {
        title: 'TLS 1.1, suites without forward secrecy, SHA-1, and a policy that nobody knows',
        terraform: {
          resource: {
            aws_lb_listener: {
              extended: { protocol: 'TLS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09' },
              fips: { protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04' },
              future: { protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-0-2099-01' },
              old: { protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-1-2021-06' },
              rsa: { protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-TLS-1-2-2017-01' },
            },
          },
        },
        addresses: [
          'aws_lb_listener.extended',
          'aws_lb_listener.fips',
          'aws_lb_listener.future',
          'aws_lb_listener.old',
          'aws_lb_listener.rsa',
        ],
      },
      {
        title: 'left to the provider, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.edge',
                  resources: [
                    {
                      address: 'module.edge.aws_lb_listener.web',
                      mode: 'managed',
                      type: 'aws_lb_listener',
                      name: 'web',
                      values: { protocol: 'HTTPS', port: 443 },
                    },
                  ],
                },
              ],
            },
          },
          resource_changes: [
            { address: 'module.edge.aws_lb_listener.web', change: { after_unknown: { arn: true, ssl_policy: true } } },
          ],
        },
        addresses: ['module.edge.aws_lb_listener.web'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the policy, and the protocol',
        terraform: {
          variable: { policy: {}, protocol: {} },
          resource: {
            aws_lb_listener: {
              edge: { protocol: '${var.protocol}', ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09' },
              web: { protocol: 'HTTPS', ssl_policy: '${var.policy}' },
            },
          },
        },
        addresses: ['aws_lb_listener.edge', 'aws_lb_listener.web'],
      },
    ],
  },
};
