import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the log group of a trail keeps its events for a year',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { trail: { retention_in_days: 365 } },
          aws_cloudtrail: { main: { cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.trail.arn}:*' } },
        },
      },
    },
    {
      title: 'flow logs that never expire',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { flow: { retention_in_days: 0 } },
          aws_flow_log: { main: { log_destination: '${aws_cloudwatch_log_group.flow.arn}' } },
        },
      },
    },
    {
      title: 'a log group of an application may be shorter, whatever its name',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: {
            orders: { name: 'cloudtrail-viewer', retention_in_days: 30, tags: { 'tom:log-kind': 'application' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'the log group of a trail keeps its events for 90 days',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { trail: { count: 1, retention_in_days: 90 } },
          aws_cloudtrail: { main: { cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.trail[0].arn}:*' } },
        },
      },
      addresses: ['aws_cloudwatch_log_group.trail'],
    },
    {
      title: 'the tag is security',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { logins: { retention_in_days: 180, tags: { 'tom:log-kind': 'security' } } },
        },
      },
      addresses: ['aws_cloudwatch_log_group.logins'],
    },
    {
      title: 'names that AWS gives',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: {
            cluster: { name: '/aws/eks/${var.cluster}/cluster', retention_in_days: 30 },
            waf: { name: 'aws-waf-logs-shop', retention_in_days: 30 },
          },
        },
      },
      addresses: ['aws_cloudwatch_log_group.cluster', 'aws_cloudwatch_log_group.waf'],
    },
    {
      title: 'the log group of a firewall',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { alerts: { name: 'firewall-alerts', retention_in_days: 14 } },
          aws_networkfirewall_logging_configuration: {
            main: {
              logging_configuration: {
                log_destination_config: {
                  log_destination: { logGroup: 'firewall-alerts' },
                  log_destination_type: 'CloudWatchLogs',
                  log_type: 'ALERT',
                },
              },
            },
          },
        },
      },
      addresses: ['aws_cloudwatch_log_group.alerts'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides how long',
      terraform: {
        variable: { days: {} },
        resource: {
          aws_cloudwatch_log_group: { dns: { retention_in_days: '${var.days}' } },
          aws_route53_query_log: { main: { cloudwatch_log_group_arn: '${aws_cloudwatch_log_group.dns.arn}' } },
        },
      },
      addresses: ['aws_cloudwatch_log_group.dns'],
    },
  ],
};
