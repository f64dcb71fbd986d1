import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'each of several VPCs, with one log',
      terraform: {
        resource: {
          aws_vpc: { main: { count: 2 } },
          aws_route53_resolver_query_log_config: { dns: { name: 'dns', destination_arn: 'arn:aws:s3:::dns' } },
          aws_route53_resolver_query_log_config_association: {
            main: {
              count: 2,
              resolver_query_log_config_id: '${aws_route53_resolver_query_log_config.dns.id}',
              resource_id: '${aws_vpc.main[count.index].id}',
            },
          },
        },
      },
    },
    {
      title: 'a log of another configuration',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_route53_resolver_query_log_config_association: {
            main: { resolver_query_log_config_id: 'rqlc-1', resource_id: '${aws_vpc.main.id}' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a VPC in which Resolver answers nothing',
      terraform: {
        resource: {
          aws_vpc: { main: { enable_dns_support: false } },
          aws_route53_resolver_query_log_config_association: {
            main: { resolver_query_log_config_id: 'rqlc-1', resource_id: '${aws_vpc.main.id}' },
          },
        },
      },
      addresses: ['aws_vpc.main'],
    },
    {
      title: 'a log that the VPC does not write to',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_route53_resolver_query_log_config: { dns: { name: 'dns', destination_arn: 'arn:aws:s3:::dns' } },
        },
      },
      addresses: ['aws_vpc.main'],
    },
    {
      title: 'the log of another VPC, by the ids of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.network',
                resources: [
                  {
                    address: 'module.network.aws_vpc.this[0]',
                    mode: 'managed',
                    type: 'aws_vpc',
                    name: 'this',
                    index: 0,
                    values: { id: 'vpc-1' },
                  },
                  {
                    address: 'module.network.aws_route53_resolver_query_log_config_association.this[0]',
                    mode: 'managed',
                    type: 'aws_route53_resolver_query_log_config_association',
                    name: 'this',
                    index: 0,
                    values: { resolver_query_log_config_id: 'rqlc-1', resource_id: 'vpc-2' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.network.aws_vpc.this[0]'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the VPC',
      terraform: {
        variable: { vpc: {} },
        resource: {
          aws_vpc: { main: {} },
          aws_route53_resolver_query_log_config_association: {
            main: { resolver_query_log_config_id: 'rqlc-1', resource_id: '${var.vpc}' },
          },
        },
      },
      addresses: ['aws_vpc.main'],
    },
  ],
};
