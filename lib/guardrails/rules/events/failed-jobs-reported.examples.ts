import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const rule = (pattern: Json, own: JsonObject = {}): JsonObject => ({
  name: 'failed-jobs',
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

const ALL = { source: ['aws.backup'], 'detail-type': [{ wildcard: '* Job State Change' }] };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'whatever becomes of a job', terraform: withTarget(ALL) },
    {
      title: 'states that say of a job that it failed',
      terraform: withTarget({
        source: ['aws.backup'],
        $or: [{ detail: { state: ['ABORTED', 'EXPIRED', 'FAILED'] } }, { detail: { status: ['ABORTED', 'FAILED'] } }],
      }),
    },
  ],
  fail: [
    {
      title: 'backups, but neither copies nor restores',
      terraform: withTarget({
        source: ['aws.backup'],
        'detail-type': ['Backup Job State Change'],
        detail: { state: ['FAILED', 'ABORTED', 'EXPIRED'] },
      }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
    {
      title: 'a rule that is disabled',
      terraform: withTarget(ALL, { state: 'DISABLED' }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
