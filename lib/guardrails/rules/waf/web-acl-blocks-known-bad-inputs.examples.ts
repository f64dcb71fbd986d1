import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const GROUP = 'AWSManagedRulesKnownBadInputsRuleSet';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the group refuses',
      terraform: { resource: { aws_wafv2_web_acl: { main: { rule: [rule({ none: {} })] } } } },
    },
    {
      title: 'the rules as JSON, and a rule of the group for something else that counts',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            json: {
              rule_json: JSON.stringify([
                {
                  Name: 'known',
                  OverrideAction: { None: {} },
                  Statement: { ManagedRuleGroupStatement: { Name: GROUP, VendorName: 'AWS' } },
                },
              ]),
            },
            other: {
              count: 2,
              rule: [rule({ none: {} }, { name: 'Host_localhost_HEADER', action_to_use: { count: {} } })],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no such group, and one that only counts',
      terraform: {
        resource: { aws_wafv2_web_acl: { counts: { rule: [rule({ count: {} })] }, none: {} } },
      },
      addresses: ['aws_wafv2_web_acl.counts', 'aws_wafv2_web_acl.none'],
    },
    {
      title: 'another group, and rules for Log4j that only count',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            log4j: { rule: [rule({ none: {} }, { name: 'Log4JRCE_BODY', action_to_use: { count: {} } })] },
            other: {
              rule: [
                {
                  override_action: { none: {} },
                  statement: { managed_rule_group_statement: { name: 'AWSManagedRulesCommonRuleSet' } },
                },
              ],
            },
          },
        },
      },
      addresses: ['aws_wafv2_web_acl.log4j', 'aws_wafv2_web_acl.other'],
    },
  ],
  undetermined: [
    {
      title: 'variables hold the rules',
      terraform: {
        variable: { rules: {} },
        resource: { aws_wafv2_web_acl: { main: { rule: '${var.rules}' } } },
      },
      addresses: ['aws_wafv2_web_acl.main'],
    },
  ],
};

function rule(override: JsonObject, action?: JsonObject): JsonObject {
  const group = { name: GROUP, vendor_name: 'AWS', ...(action && { rule_action_override: [action] }) };
  return { name: 'known', override_action: override, statement: { managed_rule_group_statement: group } };
}
