import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { Value, isUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';
import { TARGET_GROUPS } from './load-balancer';

const ENCRYPTED: readonly unknown[] = ['HTTPS', 'TLS', 'QUIC'];

/** Target groups that end no encryption at the load balancer. */
export const ELB_003: ResourceRule = {
  id: 'ELB-003',
  title: 'A load balancer talks TLS to the targets that handle personal data',
  severity: 'medium',
  measures: ['1.1.2'],
  rationale:
    'Where the load balancer ends TLS and goes on in the clear, personal data crosses the network unencrypted. With TCP the load balancer passes on what comes, and nothing shows that it is encrypted. A health check over HTTP goes to the same port in the clear, and may carry host names and versions; one over TCP only opens a connection and says nothing, so it passes. The load balancer does not check the certificates of targets: this keeps listeners out, and proves no identity. Functions, load balancers as targets and gateways are left out.',
  fix: 'Let the targets listen with TLS; a certificate of their own making will do. Set `protocol` of the target group to HTTPS, or to TLS on a network load balancer, and `health_check.protocol` to HTTPS.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/elbv2-targetgroup-protocol-encrypted.html',
    'AWS Security Hub ELB.21, ELB.22',
  ],
  types: TARGET_GROUPS,
  check: (group) => {
    if (!group.isPersonal) return undefined;
    const type = configured(group, 'target_type');
    if (type === 'lambda' || type === 'alb') return undefined;
    if (isUnknown(type)) return unknownAttribute('target_type', type);
    const protocol = inCapitals(configured(group, 'protocol'));
    if (isUnknown(protocol)) return unknownAttribute('protocol', protocol);
    if (protocol === 'GENEVE') return undefined;
    return worst([protocolVerdict(protocol), healthCheckVerdict(group, protocol)]);
  },
  examples: {
    pass: [
      {
        title: 'HTTPS to the targets and in health checks, counted; TLS with a health check that only connects',
        terraform: {
          resource: {
            aws_lb_target_group: {
              web: { count: 2, protocol: 'HTTPS', port: 8443, health_check: { protocol: 'HTTPS', path: '/health' } },
              mqtt: { protocol: 'TLS', port: 8883 },
            },
          },
        },
      },
      {
        title: 'a function, an appliance, and targets without personal data; in lists',
        terraform: {
          resource: [
            {
              aws_alb_target_group: [
                { resize: [{ target_type: 'lambda' }] },
                { inspection: [{ protocol: 'GENEVE', port: 6081, health_check: [{ protocol: 'HTTP', port: 80 }] }] },
                { prices: [{ protocol: 'HTTP', port: 80, tags: { 'tom:data-class': 'public' } }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'plain HTTP, and TCP',
        terraform: {
          resource: {
            aws_lb_target_group: {
              db: { protocol: 'TCP', port: 5432 },
              web: { protocol: 'HTTP', port: 80, health_check: [{ protocol: 'HTTP' }] },
            },
          },
        },
        addresses: ['aws_lb_target_group.db', 'aws_lb_target_group.web'],
      },
      {
        title: 'HTTPS with a health check over HTTP, said and by default',
        terraform: {
          resource: {
            aws_alb_target_group: {
              none: { protocol: 'HTTPS', port: 443 },
              silent: { protocol: 'TLS', port: 443, health_check: { path: '/health' } },
              web: { protocol: 'HTTPS', port: 443, health_check: { protocol: 'HTTP', port: '80' } },
            },
          },
        },
        addresses: ['aws_alb_target_group.none', 'aws_alb_target_group.silent', 'aws_alb_target_group.web'],
      },
      {
        title: 'plain HTTP within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_lb_target_group.web[0]',
                      mode: 'managed',
                      type: 'aws_lb_target_group',
                      name: 'web',
                      values: { protocol: 'HTTP', target_type: 'ip', health_check: [{ protocol: 'HTTPS' }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_lb_target_group.web[0]'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the protocols, and the type of the targets',
        terraform: {
          variable: { check: {}, health: {}, protocol: {}, type: {} },
          resource: {
            aws_lb_target_group: {
              check: { protocol: 'HTTPS', health_check: '${var.check}' },
              checked: { protocol: 'HTTPS', health_check: { protocol: '${var.health}' } },
              typed: { protocol: 'HTTP', target_type: '${var.type}' },
              web: { protocol: '${var.protocol}', health_check: { protocol: 'HTTPS' } },
            },
          },
        },
        addresses: [
          'aws_lb_target_group.check',
          'aws_lb_target_group.checked',
          'aws_lb_target_group.typed',
          'aws_lb_target_group.web',
        ],
      },
    ],
  },
};

function protocolVerdict(protocol: Value): Verdict {
  if (ENCRYPTED.includes(protocol)) return MET;
  const wanted = protocol === undefined || protocol === 'HTTP' ? 'HTTPS' : 'TLS';
  return violated(`protocol is ${describe(protocol)}, so nothing encrypts what goes to the targets`, {
    protocol: wanted,
  });
}

function healthCheckVerdict(group: Resource, protocol: Value): Verdict {
  const whole = configured(group, 'health_check');
  if (isUnknown(whole)) return unknownAttribute('health_check', whole);
  const written = inCapitals(configured(group, 'health_check.protocol'));
  if (isUnknown(written)) return unknownAttribute('health_check.protocol', written);
  // Without the block AWS decides, by what the group belongs to; within it the provider does.
  const byDefault = whole !== undefined || protocol === 'HTTPS' || protocol === 'HTTP' ? 'HTTP' : 'TCP';
  if ((written ?? byDefault) !== 'HTTP') return MET;
  const is = written === undefined ? 'not set, which means HTTP' : describe(written);
  return violated(`health_check.protocol is ${is}: health checks go to the targets in the clear`, {
    'health_check.protocol': 'HTTPS',
  });
}

function inCapitals(value: Value): Value {
  return typeof value === 'string' ? value.toUpperCase() : value;
}
