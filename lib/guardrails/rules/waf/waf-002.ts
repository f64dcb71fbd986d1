import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { AclRule, rulesOf } from './acl-rules';

const DEMANDS: readonly { readonly does: AclRule['does']; readonly name: string }[] = [
  { does: 'managed', name: 'managed rule group' },
  { does: 'rate', name: 'rate-based rule' },
];

/** Web ACLs that refuse something. */
export const WAF_002: ResourceRule = {
  id: 'WAF-002',
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
  examples: {
    pass: [
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
        title: 'a managed group by a resource of its own and a limit in a rule group; blocks as lists',
        terraform: {
          resource: [
            {
              aws_wafv2_rule_group: [
                {
                  limits: [
                    {
                      rule: [
                        { action: [{ challenge: [{}] }], statement: [{ rate_based_statement: [{ limit: 500 }] }] },
                      ],
                    },
                  ],
                },
              ],
              aws_wafv2_web_acl: [
                {
                  main: [
                    {
                      rule: [
                        {
                          override_action: [{ none: [{}] }],
                          statement: [
                            { rule_group_reference_statement: [{ arn: '${aws_wafv2_rule_group.limits.arn}' }] },
                          ],
                        },
                      ],
                    },
                  ],
                },
              ],
              aws_wafv2_web_acl_rule_group_association: [
                {
                  common: [
                    {
                      web_acl_arn: '${aws_wafv2_web_acl.main.arn}',
                      managed_rule_group: [{ name: 'AWSManagedRulesCommonRuleSet', vendor_name: 'AWS' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
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
      {
        title: 'no rate limit, within a module of a plan',
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
                      values: {
                        rule: [
                          {
                            action: [],
                            override_action: [{ count: [], none: [{}] }],
                            statement: [
                              {
                                managed_rule_group_statement: [{ name: 'AWSManagedRulesCommonRuleSet' }],
                                rate_based_statement: [],
                              },
                            ],
                          },
                        ],
                      },
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
        title: 'variables hold the rules, a rule group and what a group is made to do',
        terraform: {
          variable: { group: {}, override: {}, rules: {}, statement: {} },
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
              override: {
                rule: [
                  {
                    override_action: '${var.override}',
                    statement: { managed_rule_group_statement: { name: 'AWSManagedRulesCommonRuleSet' } },
                  },
                  { action: { block: {} }, statement: { rate_based_statement: { limit: 2000 } } },
                ],
              },
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
          'aws_wafv2_web_acl.override',
          'aws_wafv2_web_acl.statement',
        ],
      },
      {
        title: 'a variable names what a group is added to',
        terraform: {
          variable: { acl: {} },
          resource: {
            aws_wafv2_web_acl: {
              main: { rule: { action: { captcha: {} }, statement: { rate_based_statement: { limit: 2000 } } } },
            },
            aws_wafv2_web_acl_rule_group_association: {
              common: { web_acl_arn: '${var.acl}', managed_rule_group: { name: 'AWSManagedRulesCommonRuleSet' } },
            },
          },
        },
        addresses: ['aws_wafv2_web_acl.main'],
      },
    ],
  },
};

function mayAct(rule: AclRule, does: AclRule['does']): boolean {
  return rule.acts !== 'counts' && (rule.does === does || rule.does === 'open');
}
