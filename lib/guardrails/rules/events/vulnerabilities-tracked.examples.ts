import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const rule = (pattern: Json, own: JsonObject = {}): JsonObject => ({
  name: 'vulnerabilities',
  event_pattern: JSON.stringify(pattern),
  ...own,
});

const target = { rule: '${aws_cloudwatch_event_rule.this.name}', arn: 'arn:aws:sns:eu-central-1:111122223333:on-call' };

const withTarget = (pattern: Json, own: JsonObject = {}): JsonObject => ({
  resource: {
    aws_cloudwatch_event_rule: { this: rule(pattern, own) },
    aws_cloudwatch_event_target: { this: target },
  },
});

const ALL = { source: ['aws.inspector2'], 'detail-type': ['Inspector2 Finding'] };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'every finding', terraform: withTarget(ALL) },
    {
      title: 'active findings by their severity',
      terraform: withTarget({
        ...ALL,
        detail: { status: ['ACTIVE'], severity: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] },
      }),
    },
  ],
  fail: [
    {
      title: 'a rule that is disabled as older providers say it',
      terraform: withTarget(ALL, { is_enabled: false }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
    {
      title: 'a rule that is disabled',
      terraform: withTarget(ALL, { state: 'DISABLED' }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
