import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'rules with a description',
      terraform: {
        resource: {
          aws_security_group: { app: { count: 2 } },
          aws_vpc_security_group_egress_rule: {
            https: {
              security_group_id: '${aws_security_group.app[0].id}',
              cidr_ipv4: '0.0.0.0/0',
              ip_protocol: 'tcp',
              from_port: 443,
              to_port: 443,
              description: 'payment provider',
            },
          },
        },
      },
    },
    {
      title: 'within the group; and a group of public data without any',
      terraform: {
        resource: {
          aws_security_group: {
            app: {
              egress: {
                protocol: 'tcp',
                from_port: 443,
                to_port: 443,
                cidr_blocks: ['10.0.0.0/16'],
                description: 'api',
              },
            },
            site: {
              tags: { 'tom:data-class': 'public' },
              egress: { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'none, as a resource of its own and within the group',
      terraform: {
        resource: {
          aws_security_group: {
            jobs: { ingress: { protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: ['10.0.0.0/16'] } },
          },
          aws_vpc_security_group_ingress_rule: {
            https: {
              security_group_id: 'sg-1234',
              cidr_ipv4: '10.0.0.0/16',
              ip_protocol: 'tcp',
              from_port: 443,
              to_port: 443,
            },
          },
        },
      },
      addresses: ['aws_security_group.jobs', 'aws_vpc_security_group_ingress_rule.https'],
    },
    {
      title: 'an empty one',
      terraform: {
        resource: {
          aws_security_group_rule: {
            https: {
              type: 'egress',
              security_group_id: 'sg-1234',
              protocol: 'tcp',
              from_port: 443,
              to_port: 443,
              cidr_blocks: ['0.0.0.0/0'],
              description: '',
            },
          },
        },
      },
      addresses: ['aws_security_group_rule.https'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the rules',
      terraform: {
        variable: { rules: {} },
        resource: { aws_security_group: { app: { ingress: '${var.rules}' } } },
      },
      addresses: ['aws_security_group.app'],
    },
  ],
};
