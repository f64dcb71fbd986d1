import { Examples } from '../../rule';
import { ruleWithTarget } from '../../verdicts/reported.examples';

const ALL = { source: ['aws.inspector2'], 'detail-type': ['Inspector2 Finding'] };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'every finding', terraform: ruleWithTarget(ALL) },
    {
      title: 'active findings by their severity',
      terraform: ruleWithTarget({
        ...ALL,
        detail: { status: ['ACTIVE'], severity: ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] },
      }),
    },
  ],
  fail: [
    {
      title: 'a rule that is disabled as older providers say it',
      terraform: ruleWithTarget(ALL, { is_enabled: false }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
    {
      title: 'a rule that is disabled',
      terraform: ruleWithTarget(ALL, { state: 'DISABLED' }),
      addresses: ['aws_cloudwatch_event_rule.this'],
    },
  ],
};
