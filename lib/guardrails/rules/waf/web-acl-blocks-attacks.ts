import { ResourceRule } from '../../rule';
import { aclVerdict } from '../../verdicts/acl-rules';

/** Web ACLs that refuse known attacks. */
export const RULE: ResourceRule = {
  id: 'WAF-002',
  name: 'web-acl-blocks-attacks',
  title: 'A web ACL refuses known attacks by a managed rule group',
  severity: 'medium',
  claims: ['3.3.3.b'],
  rationale:
    'A web ACL does what its rules do. Managed groups know the attacks and sources of the day. A group under override_action count refuses nothing. Which group fits, and rules that are set to count one by one within a group, are for people to judge.',
  fix: 'Add a rule with a `managed_rule_group_statement`, such as AWSManagedRulesCommonRuleSet of vendor AWS, and `override_action { none {} }`.',
  sources: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html',
    'AWS Security Hub WAF.10',
  ],
  types: ['aws_wafv2_web_acl'],
  check: (acl, model) => aclVerdict(model, acl, 'managed', 'managed rule group'),
};
