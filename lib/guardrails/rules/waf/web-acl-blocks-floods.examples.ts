import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the rules as JSON',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            main: {
              rule_json: JSON.stringify([
                {
                  Name: 'common',
                  OverrideAction: { None: {} },
                  Statement: {
                    ManagedRuleGroupStatement: { Name: 'AWSManagedRulesCommonRuleSet', VendorName: 'AWS' },
                  },
                },
                {
                  Name: 'rate',
                  Action: { Block: {} },
                  Statement: { RateBasedStatement: { Limit: 2000, AggregateKeyType: 'IP' } },
                },
              ]),
            },
          },
        },
      },
    },
    {
      title: 'a managed group and a rate limit, for each of several web ACLs',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            main: {
              count: 2,
              scope: 'REGIONAL',
              rule: [
                {
                  name: 'common',
                  override_action: { none: {} },
                  statement: {
                    managed_rule_group_statement: { name: 'AWSManagedRulesCommonRuleSet', vendor_name: 'AWS' },
                  },
                },
                {
                  name: 'rate',
                  action: { block: {} },
                  statement: { rate_based_statement: { limit: 2000, aggregate_key_type: 'IP' } },
                },
              ],
            },
          },
        },
      },
    },
    {
      title: 'a managed group by a resource of its own and a limit in a rule group',
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
          aws_wafv2_web_acl_rule_group_association: {
            common: {
              web_acl_arn: '${aws_wafv2_web_acl.main.arn}',
              managed_rule_group: { name: 'AWSManagedRulesCommonRuleSet', vendor_name: 'AWS' },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no rules, and other rules',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            empty: { default_action: { allow: {} } },
            other: {
              rule: { action: { block: {} }, statement: { geo_match_statement: { country_codes: ['AQ'] } } },
            },
          },
        },
      },
      addresses: ['aws_wafv2_web_acl.empty', 'aws_wafv2_web_acl.other'],
    },
    {
      title: 'both are there, and only count',
      terraform: {
        resource: {
          aws_wafv2_web_acl: {
            main: {
              rule: [
                {
                  override_action: { count: {} },
                  statement: { managed_rule_group_statement: { name: 'AWSManagedRulesSQLiRuleSet' } },
                },
                { action: { count: {} }, statement: { rate_based_statement: { limit: 2000 } } },
              ],
            },
          },
        },
      },
      addresses: ['aws_wafv2_web_acl.main'],
    },
    {
      title: 'groups that only count: one by a resource of its own, one with limits in it',
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
          aws_wafv2_web_acl_rule_group_association: {
            common: {
              web_acl_arn: '${aws_wafv2_web_acl.main.arn}',
              override_action: 'count',
              managed_rule_group: { name: 'AWSManagedRulesCommonRuleSet', vendor_name: 'AWS' },
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
            group: {
              rule: [
                { statement: { managed_rule_group_statement: { name: 'AWSManagedRulesCommonRuleSet' } } },
                { statement: { rule_group_reference_statement: { arn: '${var.group}' } } },
              ],
            },
            inner: {
              rule: [
                { statement: { managed_rule_group_statement: { name: 'AWSManagedRulesCommonRuleSet' } } },
                { statement: { rule_group_reference_statement: { arn: '${aws_wafv2_rule_group.limits.arn}' } } },
              ],
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
