import { AclRule, rulesOf } from '../../../aws/waf/acl-rules';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

const GROUP = 'AWSManagedRulesKnownBadInputsRuleSet';

/** Web ACLs that refuse requests which exploit known defects. */
export const RULE: ResourceRule = {
  id: 'WAF-006',
  name: 'web-acl-blocks-known-bad-inputs',
  title: 'A web ACL refuses requests that exploit known defects, such as Log4Shell',
  severity: 'medium',
  claims: ['3.3.3.f'],
  rationale: `Attackers try the exploits of known defects on every address. The managed group ${GROUP} refuses those of Log4j (CVE-2021-44228), of Java deserialization and of others, whatever is behind it. A group under override_action count refuses nothing, and neither does a rule of it for Log4j that is overridden to count.`,
  fix: `Add a rule with a \`managed_rule_group_statement\` for ${GROUP} of vendor AWS and \`override_action { none {} }\`, as \`WebFirewall\` does, and override none of its Log4JRCE rules.`,
  sources: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html',
    'https://nvd.nist.gov/vuln/detail/CVE-2021-44228',
  ],
  types: ['aws_wafv2_web_acl'],
  check: verdictOn,
};

function verdictOn(acl: Resource, model: Model): Verdict {
  const rules = rulesOf(model, acl);
  const known = rules.filter(({ does, group }) => does === 'managed' && group === GROUP);
  if (known.some((rule) => rule.acts === 'acts' && log4jIn(rule) === 'acts')) return MET;
  const mayBe = rules.some(
    (rule) =>
      rule.acts !== 'counts' &&
      log4jIn(rule) !== 'counts' &&
      (rule.does === 'open' || (rule.does === 'managed' && (rule.group === GROUP || isOpen(rule))))
  );
  if (mayBe) return undetermined(`only a plan can tell whether the web ACL refuses requests by ${GROUP}`);
  if (known.length === 0) return violated(`the web ACL has no rule for the managed group ${GROUP}`);
  return violated(`the web ACL has the managed group ${GROUP}, and lets it only count`);
}

function isOpen({ group }: AclRule): boolean {
  return group === undefined || isUnknown(group);
}

function log4jIn({ counting = [] }: AclRule): AclRule['acts'] {
  if (counting.some((name) => typeof name === 'string' && name.startsWith('Log4JRCE'))) return 'counts';
  return counting.some(isUnknown) ? 'open' : 'acts';
}
