import { Examples } from '../../rule';
import { ruleWithTarget } from '../../verdicts/reported.examples';

const ALL = {
  source: ['aws.cloudtrail', 'aws.config'],
  detail: {
    eventName: ['DeleteDeliveryChannel', 'DeleteTrail', 'StopConfigurationRecorder', 'StopLogging', 'UpdateTrail'],
  },
};

export const EXAMPLES: Examples = {
  pass: [
    { title: 'every call that stops, deletes or changes what records', terraform: ruleWithTarget(ALL) },
    {
      title: 'every call that changes anything there',
      terraform: ruleWithTarget({
        source: ALL.source,
        detail: { eventName: [{ 'anything-but': { prefix: ['Describe', 'Get', 'List'] } }] },
      }),
    },
  ],
  fail: [
    {
      title: 'a rule that is disabled',
      terraform: ruleWithTarget(ALL, { state: 'DISABLED' }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
    {
      title: 'trails that are stopped, but not those that are deleted',
      terraform: ruleWithTarget({ source: ['aws.cloudtrail'], detail: { eventName: ['StopLogging'] } }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
