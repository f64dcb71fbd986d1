import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { LISTENERS, LISTENER_RULES, listenersNamedBy, loadBalancerOf, protocolOf } from './load-balancer';
import { redirectVerdict } from './redirect';

/** QUIC version 1, the only one that load balancers pass on, is never without TLS 1.3. */
const ENCRYPTED: readonly unknown[] = ['HTTPS', 'TLS', 'QUIC'];

/** Listeners that nobody reaches in the clear. */
export const ELB_001: ResourceRule = {
  id: 'ELB-001',
  title: 'A listener takes TLS, or redirects everything to HTTPS',
  severity: 'high',
  measures: ['1.1.1'],
  rationale:
    'What a listener takes without TLS can be read and changed on its way. On port 80 a permanent redirect (301) is all that a client needs, from the default action and from every rule of the listener: a fixed response answers in the clear too, and a 302 makes the client ask in the clear again. On a network load balancer that faces the internet, nothing shows that what comes by TCP or UDP is encrypted; where the targets end TLS themselves, a waiver says so. An internal network load balancer is reached over private networks alone and may pass TCP and UDP on, and a gateway load balancer passes packets to appliances and ends no connection: the rule leaves both alone.',
  fix: 'Set `protocol` to HTTPS (TLS on a network load balancer) with a certificate and an `ssl_policy`. On port 80 let `default_action`, and the `action` of every listener rule, be of type redirect with `redirect.protocol` HTTPS, `redirect.port` 443 and `redirect.status_code` HTTP_301.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
    'AWS Security Hub ELB.1, ELB.18',
  ],
  types: [...LISTENERS, ...LISTENER_RULES],
  check: (resource, model) =>
    LISTENERS.includes(resource.type) ? listenerVerdict(model, resource) : ruleVerdict(model, resource),
  examples: {
    pass: [
      {
        title: 'HTTPS, and a redirect to it from the default action and from a rule',
        terraform: {
          resource: {
            aws_lb: { web: {} },
            aws_lb_listener: {
              https: {
                load_balancer_arn: '${aws_lb.web.arn}',
                port: 443,
                protocol: 'HTTPS',
                default_action: { type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' },
              },
              http: {
                load_balancer_arn: '${aws_lb.web.arn}',
                port: 80,
                protocol: 'HTTP',
                default_action: {
                  type: 'redirect',
                  redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' },
                },
              },
            },
            aws_lb_listener_rule: {
              api: {
                listener_arn: '${aws_lb_listener.https.arn}',
                action: { type: 'forward', target_group_arn: '${aws_lb_target_group.api.arn}' },
              },
              old_name: {
                listener_arn: '${aws_lb_listener.http.arn}',
                action: {
                  type: 'redirect',
                  redirect: { host: 'www.example.com', port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' },
                },
              },
            },
          },
        },
      },
      {
        title: 'TLS on a network load balancer, TCP on an internal one, and a gateway; counted and in lists',
        terraform: {
          resource: [
            {
              aws_lb: [
                { edge: [{ count: 2, load_balancer_type: 'network' }] },
                { inner: [{ load_balancer_type: 'network', internal: true }] },
                { inspection: [{ load_balancer_type: 'gateway' }] },
              ],
            },
            {
              aws_lb_listener: [
                { edge: [{ count: 2, load_balancer_arn: '${aws_lb.edge[count.index].arn}', protocol: 'tls' }] },
                { inner: [{ load_balancer_arn: '${aws_lb.inner.arn}', protocol: 'TCP' }] },
                { inspection: [{ load_balancer_arn: '${aws_lb.inspection.arn}' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'plain HTTP, said and by default, under both names of the type',
        terraform: {
          resource: {
            aws_alb: { shop: { internal: true } },
            aws_lb: { web: {} },
            aws_alb_listener: {
              shop: { load_balancer_arn: '${aws_alb.shop.arn}', default_action: [{ type: 'forward' }] },
            },
            aws_lb_listener: {
              web: {
                load_balancer_arn: '${aws_lb.web.arn}',
                protocol: 'HTTP',
                default_action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' }],
              },
            },
          },
        },
        addresses: ['aws_alb_listener.shop', 'aws_lb_listener.web'],
      },
      {
        title: 'a redirect that stays on HTTP, one that is temporary, and a fixed response',
        terraform: {
          resource: {
            aws_lb_listener: {
              answers: { protocol: 'HTTP', default_action: { type: 'fixed-response' } },
              same: {
                protocol: 'HTTP',
                default_action: { type: 'redirect', redirect: { host: 'example.com', status_code: 'HTTP_301' } },
              },
              temporary: {
                protocol: 'HTTP',
                default_action: { type: 'redirect', redirect: [{ protocol: 'HTTPS', status_code: 'HTTP_302' }] },
              },
            },
          },
        },
        addresses: ['aws_lb_listener.answers', 'aws_lb_listener.same', 'aws_lb_listener.temporary'],
      },
      {
        title: 'a rule that forwards past the redirect of its listener',
        terraform: {
          resource: {
            aws_lb_listener: {
              http: {
                protocol: 'HTTP',
                default_action: { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: 'HTTP_301' } },
              },
            },
            aws_lb_listener_rule: {
              health: {
                listener_arn: '${aws_lb_listener.http.arn}',
                action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' }],
                condition: [{ path_pattern: [{ values: ['/health'] }] }],
              },
            },
          },
        },
        addresses: ['aws_lb_listener_rule.health'],
      },
      {
        title: 'TCP from the internet, within a module of a plan of what is there already',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.edge',
                  resources: [
                    {
                      address: 'module.edge.aws_lb.main',
                      mode: 'managed',
                      type: 'aws_lb',
                      name: 'main',
                      values: {
                        arn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/edge/0123456789abcdef',
                        internal: false,
                        load_balancer_type: 'network',
                      },
                    },
                    {
                      address: 'module.edge.aws_lb_listener.mqtt',
                      mode: 'managed',
                      type: 'aws_lb_listener',
                      name: 'mqtt',
                      values: {
                        load_balancer_arn:
                          'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/edge/0123456789abcdef',
                        port: 1883,
                        protocol: 'TCP',
                        default_action: [{ type: 'forward' }],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.edge.aws_lb_listener.mqtt'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the protocol and whether the load balancer is internal',
        terraform: {
          variable: { internal: {}, protocol: {} },
          resource: {
            aws_lb: { inner: { load_balancer_type: 'network', internal: '${var.internal}' } },
            aws_lb_listener: {
              inner: { load_balancer_arn: '${aws_lb.inner.arn}', protocol: 'TCP_UDP' },
              web: { protocol: '${var.protocol}', default_action: { type: 'forward' } },
            },
          },
        },
        addresses: ['aws_lb_listener.inner', 'aws_lb_listener.web'],
      },
      {
        title: 'a load balancer and a listener that others made',
        terraform: {
          resource: {
            aws_lb_listener: {
              gateway: {
                load_balancer_arn:
                  'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/gwy/main/0123456789abcdef',
              },
              shared: { load_balancer_arn: '${data.aws_lb.shared.arn}', protocol: 'UDP' },
              silent: { load_balancer_arn: '${data.aws_lb.shared.arn}' },
            },
            aws_lb_listener_rule: {
              api: { listener_arn: '${data.aws_lb_listener.shared.arn}', action: { type: 'forward' } },
              moved: {
                listener_arn: '${data.aws_lb_listener.shared.arn}',
                action: { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: 'HTTP_301' } },
              },
            },
          },
        },
        addresses: ['aws_lb_listener.shared', 'aws_lb_listener.silent', 'aws_lb_listener_rule.api'],
      },
      {
        title: 'variables name what the actions do',
        terraform: {
          variable: { actions: {}, status: {}, type: {} },
          resource: {
            aws_lb_listener: {
              all: { protocol: 'HTTP', default_action: '${var.actions}' },
              status: {
                protocol: 'HTTP',
                default_action: { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: '${var.status}' } },
              },
              type: { protocol: 'HTTP', default_action: { type: '${var.type}' } },
            },
          },
        },
        addresses: ['aws_lb_listener.all', 'aws_lb_listener.status', 'aws_lb_listener.type'],
      },
    ],
  },
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
