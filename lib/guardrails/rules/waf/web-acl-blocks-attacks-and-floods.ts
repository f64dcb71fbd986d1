import { AclRule, rulesOf } from '../../../aws/waf/acl-rules';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const DEMANDS: readonly { readonly does: AclRule['does']; readonly name: string }[] = [
  { does: 'managed', name: 'managed rule group' },
  { does: 'rate', name: 'rate-based rule' },
];

/** Web ACLs that refuse something. */
export const RULE: ResourceRule = {
  id: 'WAF-002',
  name: 'web-acl-blocks-attacks-and-floods',
  title: 'A web ACL refuses known attacks by a managed rule group, and floods by a rate-based rule',
  severity: 'medium',
  measures: ['3.3.3'],
  rationale:
    'A web ACL does what its rules do. Managed groups know the attacks and sources of the day; a rate-based rule refuses an address that asks too often. A group under override_action count, and a rate-based rule whose action is count or allow, refuse nothing. Which group fits, how high a limit may be, and rules that are set to count one by one within a group are for people to judge: the rule does not look at them. Rate-based rules within rule groups of the configuration count.',
  fix: 'Add a rule with a `managed_rule_group_statement`, such as AWSManagedRulesCommonRuleSet of vendor AWS, and `override_action { none {} }`; and one with a `rate_based_statement` and `action { block {} }`.',
  sources: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html',
    'AWS Security Hub WAF.10',
  ],
  types: ['aws_wafv2_web_acl'],
  check: (acl, model) => {
    const rules = rulesOf(model, acl);
    const missing = DEMANDS.filter(({ does }) => !rules.some((rule) => rule.does === does && rule.acts === 'acts'));
    if (missing.length === 0) return MET;
    const absent = missing.filter(({ does }) => !rules.some((rule) => mayAct(rule, does)));
    if (absent.length === 0) {
      const names = missing.map(({ name }) => `by a ${name}`).join(' and ');
      return undetermined(`only a plan can tell whether the web ACL refuses anything ${names}`);
    }
    const names = absent.map(({ name }) => `no ${name}`).join(' and ');
    const isThere = absent.some(({ does }) => rules.some((rule) => rule.does === does));
    return violated(
      `the web ACL has ${names} that refuses anything${isThere ? ': what is there only counts or allows' : ''}`
    );
  },
};

function mayAct(rule: AclRule, does: AclRule['does']): boolean {
  return rule.acts !== 'counts' && (rule.does === does || rule.does === 'open');
}
