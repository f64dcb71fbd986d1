import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'policies that admit TLS 1.2 alone, by reference and by protocol, counted',
      terraform: {
        resource: {
          aws_lb_ssl_negotiation_policy: {
            web: {
              count: 2,
              lb_port: 443,
              attribute: { name: 'Reference-Security-Policy', value: 'ELBSecurityPolicy-TLS-1-2-2017-01' },
            },
          },
          aws_load_balancer_policy: {
            web: {
              policy_type_name: 'SSLNegotiationPolicyType',
              policy_attribute: [
                { name: 'ECDHE-RSA-AES128-GCM-SHA256', value: 'true' },
                { name: 'Protocol-TLSv1.2', value: 'true' },
              ],
            },
          },
        },
      },
    },
    {
      title: 'policies about something else, in lists',
      terraform: {
        resource: [
          {
            aws_load_balancer_policy: [
              {
                proxy: [
                  {
                    policy_type_name: 'ProxyProtocolPolicyType',
                    policy_attribute: [{ name: 'ProxyProtocol', value: 'true' }],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'a Classic Load Balancer, in the clear and with TLS',
      terraform: {
        resource: {
          aws_elb: {
            secure: {
              listener: [{ instance_port: 8443, instance_protocol: 'https', lb_port: 443, lb_protocol: 'https' }],
            },
            web: { listener: { instance_port: 80, instance_protocol: 'http', lb_port: 80, lb_protocol: 'http' } },
          },
        },
      },
      addresses: ['aws_elb.secure', 'aws_elb.web'],
    },
    {
      title: 'policies with TLS 1.0 and 1.1, and one that says nothing of it',
      terraform: {
        resource: {
          aws_lb_ssl_negotiation_policy: {
            old: { attribute: [{ name: 'Reference-Security-Policy', value: 'ELBSecurityPolicy-2016-08' }] },
            silent: { lb_port: 443 },
          },
          aws_load_balancer_policy: {
            mixed: {
              policy_type_name: 'SSLNegotiationPolicyType',
              policy_attribute: [
                { name: 'Protocol-TLSv1.1', value: 'true' },
                { name: 'Protocol-TLSv1.2', value: 'true' },
              ],
            },
          },
        },
      },
      addresses: [
        'aws_lb_ssl_negotiation_policy.old',
        'aws_lb_ssl_negotiation_policy.silent',
        'aws_load_balancer_policy.mixed',
      ],
    },
    {
      title: 'a Classic Load Balancer within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.legacy',
                resources: [
                  {
                    address: 'module.legacy.aws_elb.web',
                    mode: 'managed',
                    type: 'aws_elb',
                    name: 'web',
                    values: { listener: [{ lb_port: 5432, lb_protocol: 'tcp' }] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.legacy.aws_elb.web'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the kind of the policy, its reference and all that it says',
      terraform: {
        variable: { attributes: {}, kind: {}, reference: {} },
        resource: {
          aws_lb_ssl_negotiation_policy: {
            all: { attribute: '${var.attributes}' },
            web: { attribute: { name: 'Reference-Security-Policy', value: '${var.reference}' } },
          },
          aws_load_balancer_policy: { web: { policy_type_name: '${var.kind}' } },
        },
      },
      addresses: [
        'aws_lb_ssl_negotiation_policy.all',
        'aws_lb_ssl_negotiation_policy.web',
        'aws_load_balancer_policy.web',
      ],
    },
  ],
};
