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
      title: 'one rule a group',
      terraform: {
        resource: {
          aws_ec2_client_vpn_authorization_rule: {
            groups: { for_each: ['a', 'b'], access_group_id: '${each.key}', authorize_all_groups: false },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'everyone',
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
      title: 'everyone, and no group',
      terraform: {
        resource: {
          aws_ec2_client_vpn_authorization_rule: { all: { authorize_all_groups: true, access_group_id: null } },
        },
      },
      addresses: ['aws_ec2_client_vpn_authorization_rule.all'],
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
