import { Examples } from '../../rule';
import { ruleWithTarget } from '../../verdicts/reported.examples';

const ALL = { source: ['aws.kms'], detail: { eventName: ['DisableKey', 'ScheduleKeyDeletion'] } };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'both calls by which a key is lost', terraform: ruleWithTarget(ALL) },
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
      title: 'a rule that is disabled as older providers say it',
      terraform: ruleWithTarget(ALL, { is_enabled: false }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
