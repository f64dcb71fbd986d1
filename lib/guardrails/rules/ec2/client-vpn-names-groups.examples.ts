import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'one group',
      terraform: {
        resource: {
          aws_ec2_client_vpn_authorization_rule: {
            admins: { target_network_cidr: '10.0.0.0/24', access_group_id: 'admins' },
          },
        },
      },
    },
    {
      title: 'one rule a group, blocks as lists',
      terraform: {
        resource: [
          {
            aws_ec2_client_vpn_authorization_rule: [
              { groups: [{ for_each: ['a', 'b'], access_group_id: '${each.key}', authorize_all_groups: false }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'everybody',
      terraform: {
        resource: {
          aws_ec2_client_vpn_authorization_rule: {
            all: { count: 1, target_network_cidr: '10.0.0.0/16', authorize_all_groups: true },
          },
        },
      },
      addresses: ['aws_ec2_client_vpn_authorization_rule.all'],
    },
    {
      title: 'everybody, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.vpn',
                resources: [
                  {
                    address: 'module.vpn.aws_ec2_client_vpn_authorization_rule.all',
                    mode: 'managed',
                    type: 'aws_ec2_client_vpn_authorization_rule',
                    name: 'all',
                    values: { authorize_all_groups: true, access_group_id: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.vpn.aws_ec2_client_vpn_authorization_rule.all'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { all: {} },
        resource: { aws_ec2_client_vpn_authorization_rule: { all: { authorize_all_groups: '${var.all}' } } },
      },
      addresses: ['aws_ec2_client_vpn_authorization_rule.all'],
    },
  ],
};
