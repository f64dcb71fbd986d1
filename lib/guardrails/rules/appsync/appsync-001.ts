import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { Value, isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';

const LEVEL = 'log_config.field_log_level';
const EXCLUDE = 'log_config.exclude_verbose_content';

/** The levels at which every field of every request is logged. */
const VERBOSE: readonly Value[] = ['ALL', 'DEBUG', 'INFO'];

/** Logs of a GraphQL API without its contents. */
export const APPSYNC_001: ResourceRule = {
  id: 'APPSYNC-001',
  title: 'A GraphQL API that carries personal data leaves verbose content out of its field logs',
  severity: 'medium',
  measures: ['2.1'],
  rationale:
    'Field logs of every request hold headers, the context with its arguments, and evaluated mapping templates: tokens and personal data, for every reader of the log and as long as the log is kept. AppSync includes them unless it is told not to.',
  fix: 'Set `log_config.exclude_verbose_content` to true, or `log_config.field_log_level` to ERROR.',
  sources: [
    'https://docs.aws.amazon.com/appsync/latest/APIReference/API_LogConfig.html',
    'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html',
  ],
  types: ['aws_appsync_graphql_api'],
  check: (api) => {
    if (!api.isPersonal || api.blocks('log_config').length === 0) return undefined;
    const level = api.get(LEVEL);
    const exclude = api.get(EXCLUDE);
    if (isTrue(exclude) || (!isUnknown(level) && !VERBOSE.includes(level))) return MET;
    if (isUnknown(level)) return unknownAttribute(LEVEL, level);
    if (isUnknown(exclude)) return unknownAttribute(EXCLUDE, exclude);
    return violated(`${LEVEL} is ${describe(level)}, and ${EXCLUDE} is ${describe(exclude)}: contents are logged`, {
      [EXCLUDE]: true,
    });
  },
  examples: {
    pass: [
      {
        title: 'all fields without contents, and errors alone',
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
        title: 'no field logs, and public data, blocks as lists',
        terraform: {
          resource: [
            {
              aws_appsync_graphql_api: [
                { orders: [{ authentication_type: 'AWS_IAM' }] },
                { prices: [{ tags: { 'tom:data-class': 'public' }, log_config: [{ field_log_level: 'ALL' }] }] },
              ],
            },
          ],
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
        title: 'said so, blocks as lists and within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.api',
                  resources: [
                    {
                      address: 'module.api.aws_appsync_graphql_api.orders',
                      mode: 'managed',
                      type: 'aws_appsync_graphql_api',
                      name: 'orders',
                      values: { log_config: [{ field_log_level: 'DEBUG', exclude_verbose_content: false }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.api.aws_appsync_graphql_api.orders'],
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
  },
};
