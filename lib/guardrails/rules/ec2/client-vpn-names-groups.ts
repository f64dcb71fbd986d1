import { isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Networks that are opened group by group. */
export const RULE: ResourceRule = {
  id: 'EC2-016',
  name: 'client-vpn-names-groups',
  title: 'A Client VPN opens a network only to a named group',
  severity: 'high',
  claims: ['1.1.3.c', '3.1.1.e'],
  rationale:
    'With `authorize_all_groups` anyone who can log in reaches the network, whatever their task. A rule for each group of the identity provider or directory ties the network to a role. An endpoint that knows only certificates has no groups, and cannot meet this rule.',
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
    return violated('authorize_all_groups is true: anyone who can log in reaches the network');
  },
};
