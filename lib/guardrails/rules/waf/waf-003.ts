import { MET, ResourceRule, undetermined, violated } from '../../rule';

const LOGGING = 'aws_wafv2_web_acl_logging_configuration';

/** Web ACLs that say what they refused. */
export const WAF_003: ResourceRule = {
  id: 'WAF-003',
  title: 'A web ACL logs its requests',
  severity: 'medium',
  measures: ['8.1', '8.2'],
  rationale:
    'The log of a web ACL says who asked for what, and which rule let it in or refused it: what an attack is traced by, and what shows that a rule hits the wrong people. The samples of the console are a few requests of the last hours. A filter may keep only what was refused; the rule does not judge it.',
  fix: 'Add an `aws_wafv2_web_acl_logging_configuration` with the ARN of the web ACL as `resource_arn`, and a bucket, log group or stream whose name begins with aws-waf-logs-. Redact what is secret with `redacted_fields`.',
  sources: ['https://docs.aws.amazon.com/waf/latest/developerguide/logging.html', 'AWS Security Hub WAF.11'],
  types: ['aws_wafv2_web_acl'],
  check: (acl, model) => {
    if (model.companions(acl, LOGGING, 'resource_arn', ['arn']).length > 0) return MET;
    if (model.hasUndeterminedCompanion(LOGGING, 'resource_arn')) {
      return undetermined(`an ${LOGGING} names its web ACL by a value that only a plan can tell`);
    }
    return violated(`the web ACL has no ${LOGGING}, so nobody sees what it refused and what it let in`);
  },
  examples: {
    pass: [
      {
        title: 'a log group, with headers redacted',
        terraform: {
          resource: {
            aws_wafv2_web_acl: { main: { scope: 'REGIONAL' } },
            aws_wafv2_web_acl_logging_configuration: {
              main: {
                resource_arn: '${aws_wafv2_web_acl.main.arn}',
                log_destination_configs: ['${aws_cloudwatch_log_group.waf.arn}'],
                redacted_fields: { single_header: { name: 'authorization' } },
              },
            },
          },
        },
      },
      {
        title: 'several web ACLs, in lists',
        terraform: {
          resource: [
            {
              aws_wafv2_web_acl: [{ main: [{ count: 2 }] }],
              aws_wafv2_web_acl_logging_configuration: [
                { main: [{ count: 2, resource_arn: '${aws_wafv2_web_acl.main[count.index].arn}' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no logging configuration',
        terraform: { resource: { aws_wafv2_web_acl: { main: { scope: 'REGIONAL' } } } },
        addresses: ['aws_wafv2_web_acl.main'],
      },
      {
        title: 'the logging configuration of another, within a module of a plan of what is there already',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.web',
                  resources: [
                    {
                      address: 'module.web.aws_wafv2_web_acl.main',
                      mode: 'managed',
                      type: 'aws_wafv2_web_acl',
                      name: 'main',
                      values: { arn: 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/main/0123' },
                    },
                    {
                      address: 'module.web.aws_wafv2_web_acl_logging_configuration.other',
                      mode: 'managed',
                      type: 'aws_wafv2_web_acl_logging_configuration',
                      name: 'other',
                      values: { resource_arn: 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/other/4567' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.web.aws_wafv2_web_acl.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the web ACL',
        terraform: {
          variable: { acl: {} },
          resource: {
            aws_wafv2_web_acl: { main: {} },
            aws_wafv2_web_acl_logging_configuration: { main: { resource_arn: '${var.acl}' } },
          },
        },
        addresses: ['aws_wafv2_web_acl.main'],
      },
    ],
  },
};
