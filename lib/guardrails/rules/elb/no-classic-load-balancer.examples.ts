import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a policy that accepts TLS 1.2 only',
      terraform: {
        resource: {
          aws_load_balancer_policy: {
            web: {
              policy_type_name: 'SSLNegotiationPolicyType',
              policy_attribute: { name: 'Protocol-TLSv1.2', value: 'true' },
            },
          },
        },
      },
    },
    {
      title: 'policies that accept TLS 1.2 only, by reference and by protocol, counted',
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
      title: 'policies about something else',
      terraform: {
        resource: {
          aws_load_balancer_policy: {
            proxy: {
              policy_type_name: 'ProxyProtocolPolicyType',
              policy_attribute: { name: 'ProxyProtocol', value: 'true' },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a Classic Load Balancer, with and without TLS',
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
      title: 'policies with TLS 1.0 and 1.1, and one without a version',
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
      title: 'a Classic Load Balancer',
      terraform: { resource: { aws_elb: { web: { listener: { lb_port: 5432, lb_protocol: 'tcp' } } } } },
      addresses: ['aws_elb.web'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the kind of the policy, its reference and its content',
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
