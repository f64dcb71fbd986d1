import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const LOGGING = 'aws_wafv2_web_acl_logging_configuration';

/** Web ACLs that say what they refused. */
export const RULE: ResourceRule = {
  id: 'WAF-003',
  name: 'web-acl-logs',
  title: 'A web ACL logs its requests',
  severity: 'medium',
  measures: ['8.1', '8.2'],
  rationale:
    'The log of a web ACL says who asked for what, and which rule let it in or refused it: what an attack is traced by, and what shows that a rule hits the wrong people. The samples of the console are a few requests of the last hours. A filter may keep only what was refused; the rule does not judge it.',
  fix: 'Add an `aws_wafv2_web_acl_logging_configuration` with the ARN of the web ACL as `resource_arn`, and a bucket, log group or stream whose name begins with aws-waf-logs-. Redact what is secret with `redacted_fields`.',
  sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/logging.html', 'AWS Security Hub WAF.11'],
  types: ['aws_wafv2_web_acl'],
  check: (acl, model) => {
    if (companionsOf(model, acl, LOGGING, 'resource_arn').length > 0) return MET;
    if (hasUndeterminedCompanion(model, LOGGING, 'resource_arn')) {
      return undetermined(`an ${LOGGING} names its web ACL by a value that only a plan can tell`);
    }
    return violated(`the web ACL has no ${LOGGING}, so nobody sees what it refused and what it let in`);
  },
};
