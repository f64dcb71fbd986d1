import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a log group, with headers redacted',
      terraform: {
        resource: {
          aws_wafv2_web_acl: { main: { scope: 'REGIONAL' } },
          aws_wafv2_web_acl_logging_configuration: {
            main: {
              resource_arn: '${aws_wafv2_web_acl.main.arn}',
              log_destination_configs: ['${aws_cloudwatch_log_group.waf.arn}'],
              redacted_fields: { single_header: { name: 'authorization' } },
            },
          },
        },
      },
    },
    {
      title: 'several web ACLs, in lists',
      terraform: {
        resource: [
          {
            aws_wafv2_web_acl: [{ main: [{ count: 2 }] }],
            aws_wafv2_web_acl_logging_configuration: [
              { main: [{ count: 2, resource_arn: '${aws_wafv2_web_acl.main[count.index].arn}' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no logging configuration',
      terraform: { resource: { aws_wafv2_web_acl: { main: { scope: 'REGIONAL' } } } },
      addresses: ['aws_wafv2_web_acl.main'],
    },
    {
      title: 'the logging configuration of another, within a module of a plan of what is there already',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.web',
                resources: [
                  {
                    address: 'module.web.aws_wafv2_web_acl.main',
                    mode: 'managed',
                    type: 'aws_wafv2_web_acl',
                    name: 'main',
                    values: { arn: 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/main/0123' },
                  },
                  {
                    address: 'module.web.aws_wafv2_web_acl_logging_configuration.other',
                    mode: 'managed',
                    type: 'aws_wafv2_web_acl_logging_configuration',
                    name: 'other',
                    values: { resource_arn: 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/other/4567' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.web.aws_wafv2_web_acl.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the web ACL',
      terraform: {
        variable: { acl: {} },
        resource: {
          aws_wafv2_web_acl: { main: {} },
          aws_wafv2_web_acl_logging_configuration: { main: { resource_arn: '${var.acl}' } },
        },
      },
      addresses: ['aws_wafv2_web_acl.main'],
    },
  ],
};
