import { ResourceRule } from '../../rule';
import { aclVerdict } from '../../verdicts/acl-rules';

/** Web ACLs that refuse floods. */
export const RULE: ResourceRule = {
  id: 'WAF-004',
  name: 'web-acl-blocks-floods',
  title: 'A web ACL refuses floods by a rate-based rule',
  severity: 'medium',
  claims: ['3.3.3.b'],
  rationale:
    'A rate-based rule refuses an address that asks too often: floods, and the guessing of passwords. One whose action is count or allow refuses nothing. How high a limit may be is for people to judge. Rate-based rules within rule groups of the configuration count.',
  fix: 'Add a rule with a `rate_based_statement` and `action { block {} }`.',
  sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html'],
  types: ['aws_wafv2_web_acl'],
  check: (acl, model) => aclVerdict(model, acl, 'rate', 'rate-based rule'),
};
