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
  ],
  fail: [
    {
      title: 'no target',
      terraform: { resource: { aws_cloudwatch_event_rule: { findings: { name: 'findings' } } } },
      addresses: ['aws_cloudwatch_event_rule.findings'],
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
