import { demandsOf } from '../../../aws/demanded';
import { describeRetention, retentionOf } from '../../../aws/logs/retention';
import { securityLogs } from '../../../aws/logs/security-log-group';
import { asNumber, isUnknown } from '../../../terraform/value';
import { shortestRetention } from '../../../toms/cloudwatch-retention';
import { DEMANDS } from '../../../toms/demands';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Security logs that last a year. */
export const RULE: ResourceRule = {
  id: 'LOGS-001',
  name: 'security-logs-kept-a-year',
  title: `A log group of security logs keeps its events at least ${DEMANDS.securityLogDays} days`,
  severity: 'high',
  claims: ['8.4.a'],
  rationale:
    'Intrusions are often found months later. Then the trail, the flow logs and the query logs of that time must still be there. Without a retention they stay forever, which is long enough here: LOGS-002 asks for an end.',
  fix: `Use \`RetainedLogGroup\`, or set \`retention_in_days\` to ${DEMANDS.securityLogDays} or more.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/cw-loggroup-retention-period-check.html',
    'AWS Security Hub CloudWatch.16',
  ],
  demands: ['securityLogDays'],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    const why = securityLogs(model, group);
    if (why === undefined) return undefined;
    const days = retentionOf(group);
    if (isUnknown(days)) return unknownAttribute('retention_in_days', days);
    const { securityLogDays } = demandsOf(group.stack);
    if ((asNumber(days) ?? Infinity) >= securityLogDays) return MET;
    return violated(
      `${describeRetention(group)}, less than ${securityLogDays}, in a log group of security logs: ${why}`,
      {
        retention_in_days: shortestRetention(securityLogDays),
      }
    );
  },
};
