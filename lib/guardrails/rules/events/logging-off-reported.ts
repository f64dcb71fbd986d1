import { LOGGING_OFF } from '../../../aws/events/demanded-events';
import { ResourceRule } from '../../rule';
import { reportedVerdict } from '../../verdicts/reported';

/** Rules of EventBridge for calls that switch off logging. */
export const RULE: ResourceRule = {
  id: 'EVENTS-006',
  name: 'logging-off-reported',
  title: 'Where EventBridge hears that logging is switched off, it hears of every way to do it',
  severity: 'medium',
  claims: ['8.3.e'],
  rationale:
    'Who breaks in first switches off what would show it. A rule for `StopLogging` misses `DeleteTrail`, and one for trails misses the recorder of AWS Config. Judged is every rule of the default bus whose pattern matches a call that stops, deletes or changes a trail, or stops the recorder of AWS Config or deletes its delivery channel: whether it is enabled, and whether the rules of its account and Region that have a target together hear of all of them, by a user and by any role. Filters of a log group with an alarm are another way, which is not read: a record may show it. Whether a trail logs these calls, other rules say.',
  fix: 'Let patterns with the source `aws.cloudtrail` match `DeleteTrail`, `StopLogging` and `UpdateTrail`, and with `aws.config` `DeleteDeliveryChannel` and `StopConfigurationRecorder`, by any caller, and send them to a topic. `ChangeDetection` does.',
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
    'AWS Security Hub CloudWatch.5, CloudWatch.9',
  ],
  types: ['aws_cloudwatch_event_rule'],
  check: (rule, model) => reportedVerdict(model, rule, LOGGING_OFF, 'broken'),
};
