import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'adopted without rules, for each of several VPCs',
      terraform: {
        resource: {
          aws_vpc: { main: { count: 2 } },
          aws_default_security_group: { main: { count: 2, vpc_id: '${aws_vpc.main[count.index].id}' } },
        },
      },
    },
    {
      title: 'adopted with empty lists',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_default_security_group: { main: { vpc_id: '${aws_vpc.main.id}', ingress: [], egress: [] } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not adopted',
      terraform: {
        resource: { aws_vpc: { main: {} }, aws_security_group: { app: { vpc_id: '${aws_vpc.main.id}' } } },
      },
      addresses: ['aws_vpc.main'],
    },
    {
      title: 'adopted with the rules that AWS makes, and with a rule of its own',
      terraform: {
        resource: {
          aws_vpc: { first: {}, second: {} },
          aws_default_security_group: {
            first: {
              vpc_id: '${aws_vpc.first.id}',
              ingress: [{ protocol: '-1', from_port: 0, to_port: 0, self: true }],
              egress: [{ protocol: '-1', from_port: 0, to_port: 0, cidr_blocks: ['0.0.0.0/0'] }],
            },
            second: { vpc_id: '${aws_vpc.second.id}' },
          },
          aws_vpc_security_group_egress_rule: {
            second: {
              security_group_id: '${aws_vpc.second.default_security_group_id}',
              cidr_ipv4: '10.0.0.0/16',
              ip_protocol: '-1',
            },
          },
        },
      },
      addresses: ['aws_vpc.first', 'aws_vpc.second'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the VPC, or holds the rules',
      terraform: {
        variable: { vpc: {}, rules: {} },
        resource: {
          aws_vpc: { first: {}, second: {} },
          aws_default_security_group: {
            first: { vpc_id: '${var.vpc}' },
            second: { vpc_id: '${aws_vpc.second.id}', ingress: '${var.rules}' },
          },
        },
      },
      addresses: ['aws_vpc.first', 'aws_vpc.second'],
    },
  ],
};
