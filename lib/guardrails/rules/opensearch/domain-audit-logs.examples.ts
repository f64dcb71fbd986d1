import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'audit logs, for each of several domains',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { audit: {} },
          aws_opensearch_domain: {
            products: {
              count: 2,
              log_publishing_options: {
                log_type: 'AUDIT_LOGS',
                cloudwatch_log_group_arn: '${aws_cloudwatch_log_group.audit.arn}',
              },
            },
          },
        },
      },
    },
    {
      title: 'audit logs beside others, the blocks as a list',
      terraform: {
        resource: [
          {
            aws_elasticsearch_domain: [
              {
                products: [
                  {
                    log_publishing_options: [
                      { log_type: 'INDEX_SLOW_LOGS', enabled: false },
                      { log_type: 'AUDIT_LOGS', enabled: 'true' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no logs, others, and audit logs that are off',
      terraform: {
        resource: {
          aws_elasticsearch_domain: { orders: { domain_name: 'orders' } },
          aws_opensearch_domain: {
            off: { log_publishing_options: { log_type: 'AUDIT_LOGS', enabled: false } },
            slow: { log_publishing_options: [{ log_type: 'SEARCH_SLOW_LOGS' }] },
          },
        },
      },
      addresses: ['aws_elasticsearch_domain.orders', 'aws_opensearch_domain.off', 'aws_opensearch_domain.slow'],
    },
    {
      title: 'none within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_opensearch_domain.products',
                    mode: 'managed',
                    type: 'aws_opensearch_domain',
                    name: 'products',
                    values: { domain_name: 'products', log_publishing_options: [] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_opensearch_domain.products'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the logs, in a dynamic block too, and switch them',
      terraform: {
        variable: { audit: {}, logs: {} },
        resource: {
          aws_opensearch_domain: {
            all: { log_publishing_options: '${var.logs}' },
            dynamic: {
              dynamic: {
                log_publishing_options: {
                  for_each: '${var.logs}',
                  content: { log_type: '${log_publishing_options.key}' },
                },
              },
            },
            switch: { log_publishing_options: { log_type: 'AUDIT_LOGS', enabled: '${var.audit}' } },
          },
        },
      },
      addresses: ['aws_opensearch_domain.all', 'aws_opensearch_domain.dynamic', 'aws_opensearch_domain.switch'],
    },
  ],
};
