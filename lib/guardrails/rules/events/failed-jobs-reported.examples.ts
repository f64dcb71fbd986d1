import { Examples } from '../../rule';
import { ruleWithTarget } from '../../verdicts/reported.examples';

const ALL = { source: ['aws.backup'], 'detail-type': [{ wildcard: '* Job State Change' }] };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'whatever becomes of a job', terraform: ruleWithTarget(ALL) },
    {
      title: 'states that say of a job that it failed',
      terraform: ruleWithTarget({
        source: ['aws.backup'],
        $or: [{ detail: { state: ['ABORTED', 'EXPIRED', 'FAILED'] } }, { detail: { status: ['ABORTED', 'FAILED'] } }],
      }),
    },
  ],
  fail: [
    {
      title: 'backups, but neither copies nor restores',
      terraform: ruleWithTarget({
        source: ['aws.backup'],
        'detail-type': ['Backup Job State Change'],
        detail: { state: ['FAILED', 'ABORTED', 'EXPIRED'] },
      }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
    {
      title: 'a rule that is disabled',
      terraform: ruleWithTarget(ALL, { state: 'DISABLED' }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
