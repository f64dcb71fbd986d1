import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { securityLogs } from './security-log-group';

/** Security logs that cannot be deleted in one call. */
export const LOGS_004: ResourceRule = {
  id: 'LOGS-004',
  title: 'A log group of security logs is protected from deletion',
  severity: 'medium',
  measures: ['8.3'],
  rationale:
    'Whoever covers their tracks deletes the log. Deletion protection makes CloudWatch Logs refuse that, to everybody, until somebody takes it off, which the trail shows. `skip_destroy` and `prevent_destroy` do not count: they only hold Terraform back. Ephemeral environments are left out.',
  fix: 'Use `RetainedLogGroup`, or set `deletion_protection_enabled` to true (AWS provider 6.25 or later).',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogGroupDeletionProtection.html',
  ],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    const why = securityLogs(model, group);
    if (why === undefined || group.isEphemeral) return undefined;
    const isProtected = configured(group, 'deletion_protection_enabled');
    if (isUnknown(isProtected)) return unknownAttribute('deletion_protection_enabled', isProtected);
    if (isTrue(isProtected)) return MET;
    return violated(`deletion_protection_enabled is ${describe(isProtected)} in a log group of security logs: ${why}`, {
      deletion_protection_enabled: true,
    });
  },
  examples: {
    pass: [
      {
        title: 'the log group of a trail is protected',
        terraform: {
          resource: {
            aws_cloudwatch_log_group: { trail: { deletion_protection_enabled: true } },
            aws_cloudtrail: { main: { cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.trail.arn}:*' } },
          },
        },
      },
      {
        title: 'a stack that lives for a test run',
        terraform: {
          resource: {
            aws_cloudwatch_log_group: {
              trail: { tags: { 'tom:environment': 'ephemeral', 'tom:log-kind': 'security' } },
            },
          },
        },
      },
      {
        title: 'the log group of an application',
        terraform: { resource: { aws_cloudwatch_log_group: { orders: { name: '/shop/orders' } } } },
      },
    ],
    fail: [
      {
        title: 'the log group of a resolver, blocks as lists',
        terraform: {
          resource: [
            {
              aws_cloudwatch_log_group: [{ dns: [{ count: 1 }] }],
              aws_route53_resolver_query_log_config: [
                { main: [{ destination_arn: '${aws_cloudwatch_log_group.dns[0].arn}' }] },
              ],
            },
          ],
        },
        addresses: ['aws_cloudwatch_log_group.dns'],
      },
      {
        title: 'Terraform would leave it, and anybody else may delete it',
        terraform: {
          resource: { aws_cloudwatch_log_group: { trail: { name: '/aws/cloudtrail/main', skip_destroy: true } } },
        },
        addresses: ['aws_cloudwatch_log_group.trail'],
      },
      {
        title: 'flow logs in a plan with a module, whose log group is there already',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              resources: [
                {
                  address: 'aws_flow_log.main',
                  mode: 'managed',
                  type: 'aws_flow_log',
                  name: 'main',
                  values: { log_destination: 'arn:aws:logs:eu-central-1:111122223333:log-group:network' },
                },
              ],
              child_modules: [
                {
                  address: 'module.logs',
                  resources: [
                    {
                      address: 'module.logs.aws_cloudwatch_log_group.network',
                      mode: 'managed',
                      type: 'aws_cloudwatch_log_group',
                      name: 'network',
                      values: { name: 'network', deletion_protection_enabled: false },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.logs.aws_cloudwatch_log_group.network'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { keep: {} },
          resource: {
            aws_cloudwatch_log_group: {
              trail: { name: '/aws/cloudtrail/main', deletion_protection_enabled: '${var.keep}' },
            },
          },
        },
        addresses: ['aws_cloudwatch_log_group.trail'],
      },
    ],
  },
};
