import { demandsOf } from '../../../aws/demanded';
import { holdsPersonalData, declaredRetention } from '../../../aws/declared';
import { describeRetention, retentionOf } from '../../../aws/logs/retention';
import { securityLogs } from '../../../aws/logs/security-log-group';
import { Resource } from '../../../terraform/stack';
import { Unknown, asNumber, isUnknown, describe } from '../../../terraform/value';
import { longestRetention, shortestRetention } from '../../../toms/cloudwatch-retention';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Logs that end. */
export const RULE: ResourceRule = {
  id: 'LOGS-002',
  name: 'log-group-within-retention',
  title: 'A log group deletes its events after a retention, for personal data within the declared one',
  severity: 'medium',
  claims: ['2.2.c', '8.4.b'],
  rationale: `Without a retention CloudWatch Logs keeps every event forever, and with it whatever personal data stands in it. Where the posture or the tag tom:retention-days declares how long personal data is kept, logs of personal data end no later. Security logs are kept for a purpose of their own: they may always last ${DEMANDS.securityLogDays} days (LOGS-001), and longer only if the declared retention is longer.`,
  fix: 'Use `RetainedLogGroup`, or set `retention_in_days` to a number of days that CloudWatch Logs accepts and that is within the declared retention.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  ],
  demands: ['securityLogDays'],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    const kept = retentionOf(group);
    if (isUnknown(kept)) return unknownAttribute('retention_in_days', kept);
    const isSecurity = securityLogs(model, group) !== undefined;
    const limit = limitOf(group, isSecurity);
    if (isUnknown(limit)) return undetermined(`the declared retention is ${limit.text}, which only a plan can tell`);
    const best = limit === undefined && !isSecurity ? undefined : longestRetention(limit ?? demandedOf(group));
    const fix = best === undefined ? undefined : { retention_in_days: best };

    const days = asNumber(kept);
    if (days === undefined) {
      const value = describe(group.get('retention_in_days'));
      return violated(`retention_in_days is ${value}: the log group keeps its events forever`, fix);
    }
    if (limit === undefined || days <= limit) return MET;
    return violated(`${describeRetention(group)}, more than the ${limit} days that are declared`, fix);
  },
};

/** The longest that is declared, or `undefined` where nobody says anything of this log group. */
function limitOf(group: Resource, isSecurity: boolean): number | Unknown | undefined {
  const declared = holdsPersonalData(group) ? declaredRetention(group)?.days : undefined;
  if (declared === undefined || isUnknown(declared)) return declared;
  return isSecurity ? Math.max(demandedOf(group), declared) : declared;
}

/** The days that security logs are kept, as CloudWatch Logs accepts them. */
function demandedOf({ stack }: Resource): number {
  return shortestRetention(demandsOf(stack).securityLogDays);
}
