import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
      title: 'a function, an appliance, and targets without personal data',
      terraform: {
        resource: {
          aws_alb_target_group: {
            resize: { target_type: 'lambda' },
            inspection: { protocol: 'GENEVE', port: 6081, health_check: { protocol: 'HTTP', port: 80 } },
            prices: { protocol: 'HTTP', port: 80, tags: { 'tom:data-class': 'public' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'HTTPS with a health check over HTTP, set and by default',
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
      title: 'plain HTTP',
      terraform: {
        resource: {
          aws_lb_target_group: { web: { protocol: 'HTTP', target_type: 'ip', health_check: { protocol: 'HTTPS' } } },
        },
      },
      addresses: ['aws_lb_target_group.web'],
    },
    {
      title: 'plain HTTP, and TCP behind a listener that ends TLS',
      terraform: {
        resource: {
          aws_lb_listener: {
            db: {
              load_balancer_arn: '${aws_lb.db.arn}',
              protocol: 'TLS',
              port: 5432,
              default_action: { type: 'forward', target_group_arn: '${aws_lb_target_group.db.arn}' },
            },
          },
          aws_lb_target_group: {
            db: { protocol: 'TCP', port: 5432 },
            web: { protocol: 'HTTP', port: 80, health_check: [{ protocol: 'HTTP' }] },
          },
        },
      },
      addresses: ['aws_lb_target_group.db', 'aws_lb_target_group.web'],
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
    {
      title: 'TCP and UDP behind listeners that pass on what comes, and behind none',
      terraform: {
        resource: {
          aws_lb: { inner: { load_balancer_type: 'network', internal: true } },
          aws_lb_listener: {
            db: {
              load_balancer_arn: '${aws_lb.inner.arn}',
              protocol: 'TCP',
              port: 5432,
              default_action: { type: 'forward', forward: { target_group: { arn: '${aws_lb_target_group.db.arn}' } } },
            },
          },
          aws_lb_target_group: {
            db: { protocol: 'TCP', port: 5432 },
            dns: { protocol: 'tcp_udp', port: 53 },
            vpn: { protocol: 'UDP', port: 1194 },
          },
        },
      },
      addresses: ['aws_lb_target_group.db', 'aws_lb_target_group.dns', 'aws_lb_target_group.vpn'],
    },
  ],
};
