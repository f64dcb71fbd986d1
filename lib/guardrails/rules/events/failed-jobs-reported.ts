import { FAILED_JOBS } from '../../../aws/events/demanded-events';
import { ResourceRule } from '../../rule';
import { reportedVerdict } from '../../verdicts/reported';

/** Rules of EventBridge for jobs of AWS Backup that failed. */
export const RULE: ResourceRule = {
  id: 'EVENTS-005',
  name: 'failed-jobs-reported',
  title: 'Where EventBridge hears of failed backups, it hears of every kind of failed job',
  severity: 'medium',
  claims: ['4.3.c'],
  rationale:
    'A backup, copy or restore that fails in silence is found to be missing on the day it is needed. A rule for one kind of job looks like an alarm for all of them. Judged is every rule of the default bus whose pattern matches a job of AWS Backup that failed: whether it is enabled, and whether the rules of its account and Region that have a target together hear of backups that failed, expired or were aborted, of copies that failed, and of restores that failed or were aborted, whatever else is true of a job. Backups that are partial are not demanded. That somebody subscribes to the target, and acts, no configuration says.',
  fix: 'Let the patterns match the detail types `Backup Job State Change` and `Copy Job State Change` with their `state`, and `Restore Job State Change` with its `status`, and send them to a topic. `BackupProgramme` does.',
  sources: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html'],
  types: ['aws_cloudwatch_event_rule'],
  check: (rule, model) => reportedVerdict(model, rule, FAILED_JOBS, 'broken'),
};
