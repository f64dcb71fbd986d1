import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a target',
      terraform: {
        resource: {
          aws_cloudwatch_event_rule: { findings: { name: 'findings' } },
          aws_cloudwatch_event_target: {
            findings: { rule: '${aws_cloudwatch_event_rule.findings.name}', arn: '${aws_sns_topic.alarms.arn}' },
          },
        },
      },
    },
    {
      title: 'a target that names it by its name',
      terraform: {
        resource: {
          aws_cloudwatch_event_rule: { findings: { name: 'findings' } },
          aws_cloudwatch_event_target: { findings: { rule: 'findings', arn: '${aws_sns_topic.alarms.arn}' } },
        },
      },
    },
    {
      title: 'a plan with a selection, and a query log that is shared',
      terraform: {
        resource: {
          aws_backup_plan: { daily: { name: 'daily' } },
          aws_backup_selection: { stores: { plan_id: '${aws_backup_plan.daily.id}' } },
          aws_route53_resolver_query_log_config: { all: { name: 'all' } },
          aws_ram_resource_association: { all: { resource_arn: '${aws_route53_resolver_query_log_config.all.arn}' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no target',
      terraform: { resource: { aws_cloudwatch_event_rule: { findings: { name: 'findings' } } } },
      addresses: ['aws_cloudwatch_event_rule.findings'],
    },
    {
      title: 'a plan without a selection, and a DNS rule group of no VPC',
      terraform: {
        resource: {
          aws_backup_plan: { daily: { name: 'daily' } },
          aws_route53_resolver_firewall_rule_group: { main: { name: 'main' } },
        },
      },
      addresses: ['aws_backup_plan.daily', 'aws_route53_resolver_firewall_rule_group.main'],
    },
    {
      title: 'the target of another rule',
      terraform: {
        resource: {
          aws_cloudwatch_event_rule: { findings: { name: 'findings' }, sessions: { name: 'sessions' } },
          aws_cloudwatch_event_target: { findings: { rule: '${aws_cloudwatch_event_rule.findings.name}' } },
        },
      },
      addresses: ['aws_cloudwatch_event_rule.sessions'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the rule of a target',
      terraform: {
        variable: { rule: {} },
        resource: {
          aws_cloudwatch_event_rule: { findings: { name: 'findings' } },
          aws_cloudwatch_event_target: { findings: { rule: '${var.rule}' } },
        },
      },
      addresses: ['aws_cloudwatch_event_rule.findings'],
    },
  ],
};
