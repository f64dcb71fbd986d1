import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key from the same stack',
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
        resource: {
          aws_cloudwatch_log_group: { orders: { count: 2, kms_key_id: '${data.aws_kms_alias.logs.target_key_arn}' } },
        },
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
      title: 'no key, and no class of data',
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
      title: 'no key',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: {
            orders: { name: 'orders', kms_key_id: null, tags: { 'tom:data-class': 'personal' } },
          },
        },
      },
      addresses: ['aws_cloudwatch_log_group.orders'],
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
};
