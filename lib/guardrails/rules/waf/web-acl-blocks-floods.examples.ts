import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a rate-based rule as JSON',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            main: {
              rule_json: JSON.stringify([
                { Name: 'rate', Action: { Block: {} }, Statement: { RateBasedStatement: { Limit: 2000 } } },
              ]),
            },
          },
        },
      },
    },
    {
      title: 'a rate-based rule that asks for a captcha',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            main: { rule: { action: { captcha: {} }, statement: { rate_based_statement: { limit: 2000 } } } },
          },
        },
      },
    },
    {
      title: 'a rate-based rule in a rule group',
      terraform: {
        resource: {
          aws_wafv2_rule_group: {
            limits: { rule: { action: { challenge: {} }, statement: { rate_based_statement: { limit: 500 } } } },
          },
          aws_wafv2_web_acl: {
            main: {
              rule: {
                override_action: { none: {} },
                statement: { rule_group_reference_statement: { arn: '${aws_wafv2_rule_group.limits.arn}' } },
              },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no rules, and only a managed rule group',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            empty: { default_action: { allow: {} } },
            managed: {
              rule: {
                override_action: { none: {} },
                statement: { managed_rule_group_statement: { name: 'AWSManagedRulesCommonRuleSet' } },
              },
            },
          },
        },
      },
      addresses: ['aws_wafv2_web_acl.empty', 'aws_wafv2_web_acl.managed'],
    },
    {
      title: 'a rate-based rule that only counts',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            main: { rule: { action: { count: {} }, statement: { rate_based_statement: { limit: 2000 } } } },
          },
        },
      },
      addresses: ['aws_wafv2_web_acl.main'],
    },
    {
      title: 'a rule group with limits that only counts',
      terraform: {
        resource: {
          aws_wafv2_rule_group: {
            limits: { rule: { action: { block: {} }, statement: { rate_based_statement: { limit: 500 } } } },
          },
          aws_wafv2_web_acl: {
            main: {
              rule: {
                override_action: { count: {} },
                statement: { rule_group_reference_statement: { arn: '${aws_wafv2_rule_group.limits.arn}' } },
              },
            },
          },
        },
      },
      addresses: ['aws_wafv2_web_acl.main'],
    },
  ],
  undetermined: [
    {
      title: 'variables hold the rules, and a rule group',
      except: { plan: 'a plan holds what the file says' },
      terraform: {
        variable: { group: {}, rules: {}, statement: {} },
        resource: {
          aws_wafv2_web_acl: {
            all: { rule: '${var.rules}' },
            group: { rule: { statement: { rule_group_reference_statement: { arn: '${var.group}' } } } },
            inner: {
              rule: { statement: { rule_group_reference_statement: { arn: '${aws_wafv2_rule_group.limits.arn}' } } },
            },
            broken: { rule_json: '[{' },
            json: { rule_json: '${file("rules.json")}' },
            statement: { rule: { statement: '${var.statement}' } },
          },
          aws_wafv2_rule_group: { limits: { rule: '${var.rules}' } },
        },
      },
      addresses: [
        'aws_wafv2_web_acl.all',
        'aws_wafv2_web_acl.broken',
        'aws_wafv2_web_acl.group',
        'aws_wafv2_web_acl.inner',
        'aws_wafv2_web_acl.json',
        'aws_wafv2_web_acl.statement',
      ],
    },
  ],
};
