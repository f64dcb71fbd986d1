import { MET, ResourceRule, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';

/** Networks that are opened group by group. */
export const EC2_016: ResourceRule = {
  id: 'EC2-016',
  title: 'A Client VPN opens a network to a named group alone',
  severity: 'high',
  measures: ['1.1.3', '3.1.1'],
  rationale:
    'With `authorize_all_groups` whoever can log in reaches the network, whatever their task. A rule for each group of the identity provider or directory ties the network to a role. An endpoint that knows certificates alone has no groups, and cannot meet this rule.',
  fix: 'Leave out `authorize_all_groups`, and write an `aws_ec2_client_vpn_authorization_rule` for each group, with its `access_group_id` and the smallest `target_network_cidr` that it needs.',
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authorization.html',
  ],
  types: ['aws_ec2_client_vpn_authorization_rule'],
  check: (rule) => {
    const all = rule.get('authorize_all_groups');
    if (isUnknown(all)) return unknownAttribute('authorize_all_groups', all);
    if (!isTrue(all)) return MET;
    return violated('authorize_all_groups is true: whoever can log in reaches the network');
  },
  examples: {
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
  },
};
