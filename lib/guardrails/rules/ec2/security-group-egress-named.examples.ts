import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'egress to port 443 and to another group',
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
            database: {
              security_group_id: '${aws_security_group.app[0].id}',
              referenced_security_group_id: 'sg-1234',
              ip_protocol: '-1',
              description: 'database of the same stack',
            },
          },
        },
      },
    },
    {
      title: 'within the group; and a group of public data that may do anything',
      terraform: {
        resource: {
          aws_security_group: {
            app: {
              egress: {
                protocol: '-1',
                from_port: 0,
                to_port: 0,
                cidr_blocks: ['10.0.0.0/16'],
                description: 'own network',
              },
            },
            site: {
              tags: { 'tom:data-class': 'public' },
              egress: { protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] },
            },
          },
          aws_security_group_rule: {
            site: {
              type: 'egress',
              security_group_id: '${aws_security_group.site.id}',
              protocol: 'all',
              cidr_blocks: ['0.0.0.0/0'],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'every port of TCP',
      terraform: {
        resource: {
          aws_security_group_rule: {
            tcp: {
              type: 'egress',
              security_group_id: 'sg-1234',
              protocol: 'tcp',
              from_port: 0,
              to_port: 65535,
              cidr_blocks: ['0.0.0.0/0'],
              description: 'all of TCP',
            },
          },
        },
      },
      addresses: ['aws_security_group_rule.tcp'],
    },
    {
      title: 'everything to everywhere, as a separate resource and inline',
      terraform: {
        resource: {
          aws_security_group: {
            app: {},
            jobs: {
              egress: {
                protocol: '-1',
                from_port: 0,
                to_port: 0,
                ipv6_cidr_blocks: ['::/0'],
                description: 'everything',
              },
            },
          },
          aws_vpc_security_group_egress_rule: {
            all: {
              security_group_id: '${aws_security_group.app.id}',
              cidr_ipv4: '0.0.0.0/0',
              ip_protocol: '-1',
              description: 'everything',
            },
          },
        },
      },
      addresses: ['aws_security_group.jobs', 'aws_vpc_security_group_egress_rule.all'],
    },
    {
      title: 'everything to everywhere',
      terraform: {
        resource: {
          aws_security_group: {
            this: {
              egress: {
                protocol: '-1',
                from_port: 0,
                to_port: 0,
                cidr_blocks: ['0.0.0.0/0'],
                ipv6_cidr_blocks: [],
                description: 'everything',
              },
            },
          },
        },
      },
      addresses: ['aws_security_group.this'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the protocol',
      terraform: {
        variable: { protocol: {} },
        resource: {
          aws_vpc_security_group_egress_rule: {
            out: {
              security_group_id: 'sg-1234',
              cidr_ipv4: '0.0.0.0/0',
              ip_protocol: '${var.protocol}',
              description: 'out',
            },
          },
        },
      },
      addresses: ['aws_vpc_security_group_egress_rule.out'],
    },
  ],
};
