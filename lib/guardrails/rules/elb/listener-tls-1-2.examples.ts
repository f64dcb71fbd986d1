import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the policy that AWS recommends, and TLS 1.3 only on several network load balancers',
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
      title: 'FIPS under the older name of the type; and plain HTTP, which has no policy',
      terraform: {
        resource: {
          aws_alb_listener: {
            web: { protocol: 'HTTPS', ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09' },
            redirect: { protocol: 'HTTP' },
          },
        },
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
      title: 'TLS 1.1, suites without forward secrecy, SHA-1, and an unknown policy',
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
      title: 'left to the provider, known after apply',
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
};
