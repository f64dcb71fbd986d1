import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function firewall(action: string): JsonObject {
  return {
    resource: {
      aws_vpc: { main: {} },
      aws_route53_resolver_firewall_rule_group: { main: { name: 'main' } },
      aws_route53_resolver_firewall_rule_group_association: {
        main: {
          firewall_rule_group_id: '${aws_route53_resolver_firewall_rule_group.main.id}',
          vpc_id: '${aws_vpc.main.id}',
        },
      },
      aws_route53_resolver_firewall_rule: {
        rest: { firewall_rule_group_id: '${aws_route53_resolver_firewall_rule_group.main.id}', action },
      },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a group that blocks', terraform: firewall('BLOCK') },
    { title: 'no DNS firewall', terraform: { resource: { aws_vpc: { main: {} } } } },
  ],
  fail: [
    {
      title: 'settings, and no group',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_route53_resolver_firewall_config: {
            main: { resource_id: '${aws_vpc.main.id}', firewall_fail_open: 'DISABLED' },
          },
        },
      },
      addresses: ['aws_vpc.main'],
    },
    { title: 'a group that only alerts', terraform: firewall('ALERT'), addresses: ['aws_vpc.main'] },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { variable: { action: {} }, ...firewall('${var.action}') },
      addresses: ['aws_vpc.main'],
    },
  ],
};
