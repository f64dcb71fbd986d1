import { isEphemeral } from '../../../aws/declared';
import { isSchedule, longestGap } from '../../../aws/schedules';
import { Resource } from '../../../terraform/stack';
import { Value, asNumber, describe, isUnknown } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

/** Backups as close together as somebody decided. */
export const RULE: ResourceRule = {
  id: 'BACKUP-006',
  name: 'interval-within-objective',
  title: 'Backups of a plan are no further apart than the recovery point objective that it names',
  severity: 'medium',
  claims: ['4.4.c'],
  rationale: `A recovery point objective says how much data may be lost: with backups that are further apart, more is. Judged are plans with the tag ${TAG.rpoHours}, which \`BackupProgramme\` writes from \`RecoveryObjectives\`, by the longest time between two backups of all their rules together, over five years of the calendar. Which objective a plan without the tag is for, nobody knows. A job begins within the start window of its rule, so two backups may be that much further apart; a time zone with daylight saving makes one night an hour longer; and a job may fail: none of this is judged. Continuous backup keeps every second of some kinds of stores, and is nothing for others, so that it leaves open what a schedule does not show. Environments that live for a test run are left out.`,
  fix: `Back up more often in the \`schedule\` of a \`rule\`, or agree on a longer objective and write it into ${TAG.rpoHours}. \`BackupProgramme\` computes the schedule.`,
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
  ],
  types: ['aws_backup_plan'],
  check: (plan) => {
    const tag = plan.tag(TAG.rpoHours);
    if (tag === undefined || isEphemeral(plan)) return undefined;
    if (isUnknown(tag)) return undetermined(`only a plan can tell the tag ${TAG.rpoHours}, which is ${tag.text}`);
    const hours = asNumber(tag) ?? 0;
    if (hours <= 0) return violated(`the tag ${TAG.rpoHours} is ${describe(tag)}, which is no number of hours`);
    return verdictOn(plan, hours);
  },
};

function verdictOn(plan: Resource, hours: number): Verdict {
  const rules = plan.blocks('rule');
  const schedules = rules.map((rule) => rule.get('schedule'));
  const readable = schedules.filter((schedule): schedule is string => isReadable(schedule));
  const gap = longestGap(readable) ?? Infinity;
  if (gap <= hours * 60) return MET;
  const open = schedules.find((schedule) => !isReadable(schedule));
  if (schedules.length > readable.length) {
    return undetermined(`a schedule is ${describe(open)}, and nobody can tell from that how far apart its backups are`);
  }
  if (rules.some((rule) => mayBeOn(rule.get('enable_continuous_backup')))) {
    return undetermined(
      `backups are up to ${hoursIn(gap)} hours apart, more than ${hours}, and only AWS knows which stores the continuous backup keeps besides`
    );
  }
  return violated(`backups are up to ${hoursIn(gap)} hours apart, more than the ${hours} of the tag ${TAG.rpoHours}`);
}

function isReadable(schedule: Value): boolean {
  return typeof schedule === 'string' && isSchedule(schedule);
}

function mayBeOn(value: Value): boolean {
  return value !== undefined && value !== false && value !== 'false';
}

function hoursIn(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}
