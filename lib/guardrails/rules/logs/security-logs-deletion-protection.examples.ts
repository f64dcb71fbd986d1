import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
      title: 'the log group of a resolver',
      terraform: {
        resource: {
          aws_cloudwatch_log_group: { dns: { count: 1 } },
          aws_route53_resolver_query_log_config: {
            main: { destination_arn: '${aws_cloudwatch_log_group.dns[0].arn}' },
          },
        },
      },
      addresses: ['aws_cloudwatch_log_group.dns'],
    },
    {
      title: 'Terraform would leave it, and anyone else may delete it',
      terraform: {
        resource: { aws_cloudwatch_log_group: { trail: { name: '/aws/cloudtrail/main', skip_destroy: true } } },
      },
      addresses: ['aws_cloudwatch_log_group.trail'],
    },
    {
      title: 'flow logs in a plan with a module, with an existing log group',
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
};
