import { Resource, describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { Unknown, asNumber, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { declaredRetention } from '../declared-retention';
import { SECURITY_LOG_DAYS, describeRetention, longestAccepted, retentionOf } from './retention';
import { securityLogs } from './security-log-group';

/** Logs that end. */
export const LOGS_002: ResourceRule = {
  id: 'LOGS-002',
  title: 'A log group deletes its events after a retention, for personal data within the declared one',
  severity: 'medium',
  measures: ['2.2'],
  rationale: `Without a retention CloudWatch Logs keeps every event for ever, and with it whatever personal data stands in it. Where the posture or the tag tom:retention-days declares how long personal data is kept, logs of personal data end no later. Security logs are kept for a purpose of their own: they may always last ${SECURITY_LOG_DAYS} days (LOGS-001), and longer only if the declared retention is longer.`,
  fix: 'Use `RetainedLogGroup`, or set `retention_in_days` to a number of days that CloudWatch Logs accepts and that is within the declared retention.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  ],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    const kept = retentionOf(group);
    if (isUnknown(kept)) return unknownAttribute('retention_in_days', kept);
    const isSecurity = securityLogs(model, group) !== undefined;
    const limit = limitOf(group, isSecurity);
    if (isUnknown(limit)) return undetermined(`the declared retention is ${limit.text}, which only a plan can tell`);
    const best = longestAccepted(limit ?? (isSecurity ? SECURITY_LOG_DAYS : 0));
    const mend = best === undefined ? undefined : { retention_in_days: best };

    const days = asNumber(kept);
    if (days === undefined) {
      const value = describe(group.get('retention_in_days'));
      return violated(`retention_in_days is ${value}: the log group keeps its events for ever`, mend);
    }
    if (limit === undefined || days <= limit) return MET;
    return violated(`${describeRetention(group)}, more than the ${limit} days that are declared`, mend);
  },
  examples: {
    pass: [
      {
        title: 'a retention, and nothing declared',
        terraform: { resource: { aws_cloudwatch_log_group: { orders: { retention_in_days: 90 } } } },
      },
      {
        title: 'personal data within the declared retention, security logs for a year',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: {
            aws_cloudwatch_log_group: {
              orders: { retention_in_days: 60 },
              logins: { retention_in_days: 365, tags: { 'tom:log-kind': 'security' } },
            },
          },
        },
      },
      {
        title: 'the declared retention is one of personal data',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'internal', retentionDays: 90 } },
          },
          resource: { aws_cloudwatch_log_group: { builds: { retention_in_days: 400 } } },
        },
      },
      {
        title: 'a log group that only delivers',
        terraform: { resource: { aws_cloudwatch_log_group: { edge: { log_group_class: 'DELIVERY' } } } },
      },
    ],
    fail: [
      {
        title: 'no retention, or none by 0, in counted log groups',
        terraform: {
          resource: [
            { aws_cloudwatch_log_group: [{ orders: [{ count: 2 }] }, { builds: [{ retention_in_days: 0 }] }] },
          ],
        },
        addresses: ['aws_cloudwatch_log_group.builds', 'aws_cloudwatch_log_group.orders'],
      },
      {
        title: 'longer than the declared retention, which a security log may only be for a year',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: {
            aws_cloudwatch_log_group: {
              logins: { retention_in_days: 731, tags: { 'tom:log-kind': 'security' } },
              orders: { retention_in_days: 120 },
            },
          },
        },
        addresses: ['aws_cloudwatch_log_group.logins', 'aws_cloudwatch_log_group.orders'],
      },
      {
        title: 'no retention within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_cloudwatch_log_group.orders["eu"]',
                      mode: 'managed',
                      type: 'aws_cloudwatch_log_group',
                      name: 'orders',
                      index: 'eu',
                      values: { name: 'orders', retention_in_days: 0 },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_cloudwatch_log_group.orders["eu"]'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { days: {} },
          resource: { aws_cloudwatch_log_group: { orders: { retention_in_days: '${var.days}' } } },
        },
        addresses: ['aws_cloudwatch_log_group.orders'],
      },
    ],
  },
};

/** The longest that is declared, or `undefined` where nobody says anything of this log group. */
function limitOf(group: Resource, isSecurity: boolean): number | Unknown | undefined {
  const declared = group.isPersonal ? declaredRetention(group)?.days : undefined;
  if (declared === undefined || isUnknown(declared)) return declared;
  return isSecurity ? Math.max(SECURITY_LOG_DAYS, declared) : declared;
}
