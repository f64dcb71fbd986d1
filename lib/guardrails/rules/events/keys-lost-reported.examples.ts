import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const target = { rule: '${aws_cloudwatch_event_rule.this.name}', arn: 'arn:aws:sns:eu-central-1:111122223333:on-call' };

const withTarget = (pattern: Json, own: JsonObject = {}): JsonObject => ({
  resource: {
    aws_cloudwatch_event_rule: { this: { event_pattern: JSON.stringify(pattern), ...own } },
    aws_cloudwatch_event_target: { this: target },
  },
});

const ALL = { source: ['aws.kms'], detail: { eventName: ['DisableKey', 'ScheduleKeyDeletion'] } };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'both calls by which a key is lost', terraform: withTarget(ALL) },
    {
      title: 'every call that changes anything there',
      terraform: withTarget({
        source: ALL.source,
        detail: { eventName: [{ 'anything-but': { prefix: ['Describe', 'Get', 'List'] } }] },
      }),
    },
  ],
  fail: [
    {
      title: 'a rule that is disabled',
      terraform: withTarget(ALL, { state: 'DISABLED' }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
    {
      title: 'a rule that is disabled as older providers say it',
      terraform: withTarget(ALL, { is_enabled: false }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
