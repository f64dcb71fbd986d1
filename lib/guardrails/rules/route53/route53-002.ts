import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { namedBy, namesUnknown } from '../ec2/joins';

const ASSOCIATION = 'aws_route53_resolver_query_log_config_association';

/** VPCs whose DNS queries are logged. */
export const ROUTE53_002: ResourceRule = {
  id: 'ROUTE53-002',
  title: 'The DNS queries of a VPC are logged',
  severity: 'medium',
  measures: ['8.1'],
  rationale:
    'Malware finds its masters by DNS, and data leaves in DNS queries where every other way out is closed. The query log shows who asked for what. It counts where it names the VPC; query logs that reach a VPC through a Route 53 profile are not read.',
  fix: `Give the VPC an \`${ASSOCIATION}\` with its id as \`resource_id\`, to an \`aws_route53_resolver_query_log_config\`.`,
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateResolverQueryLogConfig.html',
  ],
  types: ['aws_vpc'],
  check: (vpc, model) => {
    if (namedBy(model, vpc, ASSOCIATION, 'resource_id').length > 0) return MET;
    if (namesUnknown(model, ASSOCIATION, 'resource_id')) {
      return undetermined(`an ${ASSOCIATION} names its VPC by a value that only a plan can tell`);
    }
    return violated(`no ${ASSOCIATION} names the VPC, so nobody can tell which names it asked for`);
  },
  examples: {
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
        title: 'a log of another configuration, blocks as lists',
        terraform: {
          resource: [
            {
              aws_vpc: [{ main: [{}] }],
              aws_route53_resolver_query_log_config_association: [
                { main: [{ resolver_query_log_config_id: 'rqlc-1', resource_id: '${aws_vpc.main.id}' }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
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
        title: 'the log of another VPC, in a module of a plan',
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
  },
};
