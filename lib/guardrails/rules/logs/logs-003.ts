import { ResourceRule } from '../../rule';
import { requireKey } from '../encryption-key';
import { securityLogs } from './security-log-group';

/** Logs under a key of one's own. */
export const LOGS_003: ResourceRule = {
  id: 'LOGS-003',
  title: 'A log group of security logs or personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'CloudWatch Logs always encrypts, but by default with a key of its own: whoever may read the log group reads the events. With a customer managed key its policy decides, every use is in the trail, and the key can be taken away. A log group whose class nobody declares counts as personal.',
  fix: 'Use `RetainedLogGroup`, or set `kms_key_id` to the ARN of a customer managed key, such as that of a `RotatedKey`, whose policy lets logs.<region>.amazonaws.com use it. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    const security = securityLogs(model, group);
    if (security === undefined && !group.isPersonal) return undefined;
    const what = security === undefined ? 'personal data' : `security logs, since ${security},`;
    return requireKey(model, group, 'kms_key_id', `a key of CloudWatch Logs encrypts ${what} for whoever may read it`);
  },
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { logs: {} },
            aws_cloudwatch_log_group: { orders: { kms_key_id: '${aws_kms_key.logs.arn}' } },
          },
        },
      },
      {
        title: 'a key that a data source finds, for several log groups',
        terraform: {
          data: { aws_kms_alias: { logs: { name: 'alias/logs' } } },
          resource: [
            {
              aws_cloudwatch_log_group: [
                { orders: [{ count: 2, kms_key_id: '${data.aws_kms_alias.logs.target_key_arn}' }] },
              ],
            },
          ],
        },
      },
      {
        title: 'internal data of an application',
        terraform: {
          resource: { aws_cloudwatch_log_group: { builds: { tags: { 'tom:data-class': 'internal' } } } },
        },
      },
    ],
    fail: [
      {
        title: 'no key, and nobody says what data it is',
        terraform: { resource: { aws_cloudwatch_log_group: { orders: { retention_in_days: 30 } } } },
        addresses: ['aws_cloudwatch_log_group.orders'],
      },
      {
        title: 'no key for the log group of a web ACL, though its data is internal',
        terraform: {
          resource: {
            aws_cloudwatch_log_group: { waf: { tags: { 'tom:data-class': 'internal' } } },
            aws_wafv2_web_acl_logging_configuration: {
              main: { log_destination_configs: ['${aws_cloudwatch_log_group.waf.arn}'] },
            },
          },
        },
        addresses: ['aws_cloudwatch_log_group.waf'],
      },
      {
        title: 'no key within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_cloudwatch_log_group.orders',
                      mode: 'managed',
                      type: 'aws_cloudwatch_log_group',
                      name: 'orders',
                      values: { name: 'orders', kms_key_id: null, tags: { 'tom:data-class': 'personal' } },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_cloudwatch_log_group.orders'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key',
        terraform: {
          variable: { key: {} },
          resource: { aws_cloudwatch_log_group: { orders: { kms_key_id: '${var.key}' } } },
        },
        addresses: ['aws_cloudwatch_log_group.orders'],
      },
    ],
  },
};
