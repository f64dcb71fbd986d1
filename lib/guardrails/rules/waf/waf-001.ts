import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { asStrings, hasUnknown, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { LOAD_BALANCERS, readLoadBalancer } from '../elb/load-balancer';

const ASSOCIATION = 'aws_wafv2_web_acl_association';

/** What faces the internet and speaks HTTP has a filter before it. */
export const WAF_001: ResourceRule = {
  id: 'WAF-001',
  title: 'What faces the internet by HTTP stands behind a web ACL',
  severity: 'medium',
  measures: ['3.3.3'],
  rationale:
    'A web ACL is where a flood of requests, known bad sources and known attacks are refused before they cost the application anything. Network filters do not see requests, and every request is one that the network allows. Internal load balancers and private APIs are left out. A web ACL that Firewall Manager attaches stands in no configuration: a waiver names the policy. WAF Classic has ended, and its ids do not count.',
  fix: 'Give the resource an `aws_wafv2_web_acl_association` with its ARN as `resource_arn`; a distribution names a web ACL of scope CLOUDFRONT in `web_acl_id`.',
  sources: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/waf-migrating-from-classic.html',
    'AWS Security Hub ELB.16, CloudFront.6, APIGateway.4',
  ],
  types: [
    ...LOAD_BALANCERS,
    'aws_api_gateway_stage',
    'aws_appsync_graphql_api',
    'aws_cloudfront_distribution',
    'aws_cognito_user_pool',
  ],
  check: (resource, model) => {
    if (resource.type === 'aws_cloudfront_distribution') return distributionVerdict(model, resource);
    const exposed = exposure(model, resource);
    if (exposed === 'private') return undefined;
    if (model.companions(resource, ASSOCIATION, 'resource_arn', ['arn']).length > 0) return MET;
    if (model.hasUndeterminedCompanion(ASSOCIATION, 'resource_arn')) {
      return undetermined(`an ${ASSOCIATION} names what it protects by a value that only a plan can tell`);
    }
    if (exposed === 'open') {
      return undetermined(`no ${ASSOCIATION} names it, and only a plan can tell whether it faces the internet`);
    }
    return violated(`no ${ASSOCIATION} names it, so requests from the internet reach it unfiltered`);
  },
  examples: {
    pass: [
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
        title: 'what is private, or speaks no HTTP, needs none; counted and in lists',
        terraform: {
          resource: [
            {
              aws_alb: [
                { inner: [{ count: 2, internal: true }] },
                { edge: [{ load_balancer_type: 'network' }] },
                { web: [{ count: 2 }] },
              ],
              aws_wafv2_web_acl_association: [{ web: [{ count: 2, resource_arn: '${aws_alb.web[count.index].arn}' }] }],
              aws_api_gateway_rest_api: [{ inner: [{ endpoint_configuration: [{ types: ['PRIVATE'] }] }] }],
              aws_api_gateway_stage: [{ inner: [{ rest_api_id: '${aws_api_gateway_rest_api.inner.id}' }] }],
              aws_appsync_graphql_api: [{ inner: [{ visibility: 'PRIVATE' }] }],
            },
          ],
        },
      },
    ],
    fail: [
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
        title: 'an association of another load balancer, within a module of a plan of what is there already',
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
  },
};

/** Whether the internet reaches a resource by HTTP. */
function exposure(model: Model, resource: Resource): 'public' | 'private' | 'open' {
  switch (resource.type) {
    case 'aws_api_gateway_stage': {
      const api = model.target(resource, resource.get('rest_api_id'));
      const types = api && configured(api, 'endpoint_configuration.types');
      if (asStrings(types).includes('PRIVATE')) return 'private';
      return hasUnknown(types) ? 'open' : 'public';
    }
    case 'aws_appsync_graphql_api': {
      const visibility = configured(resource, 'visibility');
      if (isUnknown(visibility)) return 'open';
      return visibility === 'PRIVATE' ? 'private' : 'public';
    }
    case 'aws_cognito_user_pool':
      return 'public';
    default: {
      const { kind, isInternal } = readLoadBalancer(resource);
      if (kind === 'network' || kind === 'gateway' || isInternal === true) return 'private';
      return kind === 'open' || isInternal === 'open' ? 'open' : 'public';
    }
  }
}

function distributionVerdict(model: Model, distribution: Resource): Verdict {
  const acl = configured(distribution, 'web_acl_id');
  const target = model.target(distribution, acl);
  if (target?.type === 'aws_wafv2_web_acl') return MET;
  if (isUnknown(acl) && target?.type !== 'aws_waf_web_acl') return unknownAttribute('web_acl_id', acl);
  if (typeof acl === 'string' && /^arn:[^:]*:wafv2:/.test(acl)) return MET;
  return violated(`web_acl_id is ${describe(acl)}, which is no web ACL of AWS WAF: requests arrive unfiltered`);
}
