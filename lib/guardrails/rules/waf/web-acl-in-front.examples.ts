import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a load balancer with an association',
      terraform: {
        resource: {
          aws_lb: { web: {} },
          aws_wafv2_web_acl_association: {
            web: { resource_arn: '${aws_lb.web.arn}', web_acl_arn: '${aws_wafv2_web_acl.main.arn}' },
          },
        },
      },
    },
    {
      title:
        'a load balancer, a stage, a GraphQL API and a user pool with an association, a distribution with a web ACL',
      terraform: {
        resource: {
          aws_wafv2_web_acl: { edge: { scope: 'CLOUDFRONT' }, main: { scope: 'REGIONAL' } },
          aws_lb: { web: {} },
          aws_api_gateway_stage: { v1: { stage_name: 'v1' } },
          aws_appsync_graphql_api: { shop: {} },
          aws_cognito_user_pool: { users: {} },
          aws_cloudfront_distribution: {
            shared: { web_acl_id: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shared/0123' },
            web: { web_acl_id: '${aws_wafv2_web_acl.edge.arn}' },
          },
          aws_wafv2_web_acl_association: {
            api: { resource_arn: '${aws_api_gateway_stage.v1.arn}' },
            graph: { resource_arn: '${aws_appsync_graphql_api.shop.arn}' },
            users: { resource_arn: '${aws_cognito_user_pool.users.arn}' },
            web: { resource_arn: '${aws_lb.web.arn}', web_acl_arn: '${aws_wafv2_web_acl.main.arn}' },
          },
        },
      },
    },
    {
      title: 'what is private, or speaks no HTTP, needs none',
      terraform: {
        resource: {
          aws_alb: { inner: { count: 2, internal: true }, edge: { load_balancer_type: 'network' }, web: { count: 2 } },
          aws_wafv2_web_acl_association: { web: { count: 2, resource_arn: '${aws_alb.web[count.index].arn}' } },
          aws_api_gateway_rest_api: { inner: { endpoint_configuration: { types: ['PRIVATE'] } } },
          aws_api_gateway_stage: { inner: { rest_api_id: '${aws_api_gateway_rest_api.inner.id}' } },
          aws_appsync_graphql_api: { inner: { visibility: 'PRIVATE' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'distributions with no web ACL, and with one of WAF Classic',
      terraform: {
        resource: {
          aws_waf_web_acl: { old: {} },
          aws_cloudfront_distribution: {
            classic: { web_acl_id: '${aws_waf_web_acl.old.id}' },
            id: { web_acl_id: '473e64fd-f30b-4765-81a0-62ad96dd167a' },
            none: { web_acl_id: '' },
          },
        },
      },
      addresses: [
        'aws_cloudfront_distribution.classic',
        'aws_cloudfront_distribution.id',
        'aws_cloudfront_distribution.none',
      ],
    },
    {
      title: 'no association',
      terraform: {
        resource: {
          aws_lb: { web: { internal: false } },
          aws_api_gateway_rest_api: { shop: { endpoint_configuration: { types: ['REGIONAL'] } } },
          aws_api_gateway_stage: { v1: { rest_api_id: '${aws_api_gateway_rest_api.shop.id}' } },
          aws_appsync_graphql_api: { shop: {} },
          aws_cognito_user_pool: { users: {} },
        },
      },
      addresses: [
        'aws_api_gateway_stage.v1',
        'aws_appsync_graphql_api.shop',
        'aws_cognito_user_pool.users',
        'aws_lb.web',
      ],
    },
    {
      title: 'an association of another load balancer, in a module of a plan of existing resources',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.web',
                resources: [
                  {
                    address: 'module.web.aws_lb.main',
                    mode: 'managed',
                    type: 'aws_lb',
                    name: 'main',
                    values: {
                      arn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/main/0123456789abcdef',
                      internal: false,
                      load_balancer_type: 'application',
                    },
                  },
                  {
                    address: 'module.web.aws_wafv2_web_acl_association.other',
                    mode: 'managed',
                    type: 'aws_wafv2_web_acl_association',
                    name: 'other',
                    values: {
                      resource_arn:
                        'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/other/fedcba9876543210',
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.web.aws_lb.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names what an association protects, and the web ACL of a distribution',
      terraform: {
        variable: { acl: {}, resource: {} },
        resource: {
          aws_lb: { web: {} },
          aws_cloudfront_distribution: { web: { web_acl_id: '${var.acl}' } },
          aws_wafv2_web_acl_association: { web: { resource_arn: '${var.resource}' } },
        },
      },
      addresses: ['aws_cloudfront_distribution.web', 'aws_lb.web'],
    },
    {
      title: 'stages of APIs that are elsewhere, and may be private',
      terraform: {
        variable: { api: {} },
        data: { aws_api_gateway_rest_api: { shop: { name: 'shop' } } },
        resource: {
          aws_api_gateway_stage: {
            by_data: { rest_api_id: '${data.aws_api_gateway_rest_api.shop.id}' },
            by_id: { rest_api_id: 'a1b2c3d4e5' },
            by_variable: { rest_api_id: '${var.api}' },
          },
        },
      },
      addresses: ['aws_api_gateway_stage.by_data', 'aws_api_gateway_stage.by_id', 'aws_api_gateway_stage.by_variable'],
    },
    {
      title: 'variables decide what faces the internet',
      terraform: {
        variable: { internal: {}, types: {}, visibility: {} },
        resource: {
          aws_lb: { web: { internal: '${var.internal}' } },
          aws_api_gateway_rest_api: { shop: { endpoint_configuration: { types: '${var.types}' } } },
          aws_api_gateway_stage: { v1: { rest_api_id: '${aws_api_gateway_rest_api.shop.id}' } },
          aws_appsync_graphql_api: { shop: { visibility: '${var.visibility}' } },
        },
      },
      addresses: ['aws_api_gateway_stage.v1', 'aws_appsync_graphql_api.shop', 'aws_lb.web'],
    },
  ],
};
