import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
      terraform: { resource: { aws_cloudwatch_log_group: { orders: { count: 2 }, builds: { retention_in_days: 0 } } } },
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
      title: 'no retention',
      terraform: { resource: { aws_cloudwatch_log_group: { orders: { name: 'orders', retention_in_days: 0 } } } },
      addresses: ['aws_cloudwatch_log_group.orders'],
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
};
