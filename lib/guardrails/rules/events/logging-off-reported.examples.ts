import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const rule = (pattern: Json, own: JsonObject = {}): JsonObject => ({
  name: 'logging-off',
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

const ALL = {
  source: ['aws.cloudtrail', 'aws.config'],
  detail: {
    eventName: ['DeleteDeliveryChannel', 'DeleteTrail', 'StopConfigurationRecorder', 'StopLogging', 'UpdateTrail'],
  },
};

export const EXAMPLES: Examples = {
  pass: [
    { title: 'every call that stops, deletes or changes what records', terraform: withTarget(ALL) },
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
      title: 'trails that are stopped, but not those that are deleted',
      terraform: withTarget({ source: ['aws.cloudtrail'], detail: { eventName: ['StopLogging'] } }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
