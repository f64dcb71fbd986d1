import { KEYS_LOST } from '../../../aws/events/demanded-events';
import { ResourceRule } from '../../rule';
import { reportedVerdict } from '../../verdicts/reported';

/** Rules of EventBridge for keys that are disabled or scheduled for deletion. */
export const RULE: ResourceRule = {
  id: 'EVENTS-009',
  name: 'keys-lost-reported',
  title: 'A rule of EventBridge for keys that are disabled or scheduled for deletion is enabled',
  severity: 'medium',
  claims: ['1.3.1.g'],
  rationale:
    'What a key encrypts is gone with it. Its deletion waits for 7 to 30 days, in which somebody who hears of it can cancel it: a rule that is disabled tells nobody. It is met where the rules of its account and Region that have a target together hear of `DisableKey` and `ScheduleKeyDeletion`, by a user and by any role. Rules that hear of one of them only, or of some keys or callers, are not judged, and show nothing. Filters of a log group with an alarm are another way, which is not read: a record may show it.',
  fix: 'Enable the rule, or remove it. `ChangeDetection` makes one.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
    'AWS Security Hub CloudWatch.7',
  ],
  types: ['aws_cloudwatch_event_rule'],
  check: (rule, model) => reportedVerdict(model, rule, KEYS_LOST, 'left out'),
};
