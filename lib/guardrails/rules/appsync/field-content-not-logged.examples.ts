import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'all fields without contents, and errors only',
      terraform: {
        resource: {
          aws_appsync_graphql_api: {
            errors: { log_config: { field_log_level: 'ERROR' } },
            orders: { count: 2, log_config: { field_log_level: 'ALL', exclude_verbose_content: true } },
          },
        },
      },
    },
    {
      title: 'no field logs, and public data',
      terraform: {
        resource: {
          aws_appsync_graphql_api: {
            orders: { authentication_type: 'AWS_IAM' },
            prices: { tags: { 'tom:data-class': 'public' }, log_config: { field_log_level: 'ALL' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'all fields with their contents',
      terraform: { resource: { aws_appsync_graphql_api: { orders: { log_config: { field_log_level: 'ALL' } } } } },
      addresses: ['aws_appsync_graphql_api.orders'],
    },
    {
      title: 'contents included explicitly',
      terraform: {
        resource: {
          aws_appsync_graphql_api: {
            orders: { log_config: { field_log_level: 'DEBUG', exclude_verbose_content: false } },
          },
        },
      },
      addresses: ['aws_appsync_graphql_api.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the level, or decides on the contents',
      terraform: {
        variable: { level: {}, exclude: {} },
        resource: {
          aws_appsync_graphql_api: {
            orders: { log_config: { field_log_level: '${var.level}' } },
            reports: { log_config: { field_log_level: 'ALL', exclude_verbose_content: '${var.exclude}' } },
          },
        },
      },
      addresses: ['aws_appsync_graphql_api.orders', 'aws_appsync_graphql_api.reports'],
    },
  ],
};
