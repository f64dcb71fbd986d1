import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one port, from a group',
      terraform: {
        resource: {
          aws_security_group: { database: {}, app: {} },
          aws_vpc_security_group_ingress_rule: {
            app: {
              security_group_id: '${aws_security_group.database.id}',
              referenced_security_group_id: '${aws_security_group.app.id}',
              ip_protocol: 'tcp',
              from_port: 5432,
              to_port: 5432,
            },
          },
        },
      },
    },
    {
      title: 'every port, for members of the group itself',
      terraform: {
        resource: {
          aws_security_group: {
            glue: { ingress: [{ protocol: 'tcp', from_port: 0, to_port: 65535, self: true }] },
          },
          aws_vpc_security_group_ingress_rule: {
            glue: {
              security_group_id: '${aws_security_group.glue.id}',
              referenced_security_group_id: '${aws_security_group.glue.id}',
              ip_protocol: '-1',
            },
          },
        },
      },
    },
    {
      title: 'every port, of internal data',
      terraform: {
        resource: {
          aws_security_group: {
            tools: {
              ingress: [{ protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['10.0.0.0/16'] }],
              tags: { 'tom:data-class': 'internal' },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'every protocol, from a group',
      terraform: {
        resource: {
          aws_security_group: { database: {}, app: {} },
          aws_vpc_security_group_ingress_rule: {
            app: {
              security_group_id: '${aws_security_group.database.id}',
              referenced_security_group_id: '${aws_security_group.app.id}',
              ip_protocol: '-1',
            },
          },
        },
      },
      addresses: ['aws_vpc_security_group_ingress_rule.app'],
    },
    {
      title: 'every port, from a network',
      terraform: {
        resource: {
          aws_security_group: {
            database: { ingress: [{ protocol: 'tcp', from_port: 0, to_port: 65535, cidr_blocks: ['10.0.0.0/16'] }] },
          },
          aws_security_group_rule: {
            all: {
              type: 'ingress',
              security_group_id: 'sg-1',
              protocol: '-1',
              from_port: 0,
              to_port: 0,
              cidr_blocks: ['10.0.0.0/8'],
            },
          },
        },
      },
      addresses: ['aws_security_group.database', 'aws_security_group_rule.all'],
    },
    {
      title: 'every port of a group, for what leaves',
      terraform: {
        resource: {
          aws_security_group: { app: {}, database: {} },
          aws_vpc_security_group_egress_rule: {
            database: {
              security_group_id: '${aws_security_group.app.id}',
              referenced_security_group_id: '${aws_security_group.database.id}',
              ip_protocol: 'tcp',
              from_port: 0,
              to_port: 65535,
            },
          },
        },
      },
      addresses: ['aws_vpc_security_group_egress_rule.database'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { port: {} },
        resource: {
          aws_vpc_security_group_ingress_rule: {
            app: {
              security_group_id: 'sg-1',
              cidr_ipv4: '10.0.0.0/16',
              ip_protocol: 'tcp',
              from_port: '${var.port}',
              to_port: 65535,
            },
          },
        },
      },
      addresses: ['aws_vpc_security_group_ingress_rule.app'],
    },
  ],
};
