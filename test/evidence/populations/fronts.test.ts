import { FRONT_POPULATIONS } from '../../../lib/evidence/populations/fronts';
import { differences } from '../../support/members';
import { resources } from '../../support/models';

const MODEL = resources({
  aws_api_gateway_domain_name: { api: {} },
  aws_api_gateway_integration: { http: {} },
  aws_api_gateway_stage: { live: {} },
  aws_cloudfront_distribution: { site: {} },
  aws_cognito_user_pool: { people: {} },
  aws_elb: { inner: { internal: true }, old: {} },
  aws_lambda_function: { resize: {} },
  aws_lambda_function_url: { resize: {} },
  aws_lb: {
    inner: { internal: true },
    packets: { load_balancer_type: 'gateway' },
    web: { internal: false },
  },
  aws_lb_listener: {
    inner: { load_balancer_arn: '${aws_lb.inner.arn}', protocol: 'HTTPS' },
    open: { load_balancer_arn: '${var.open}', protocol: 'HTTP' },
    packets: { load_balancer_arn: '${aws_lb.packets.arn}' },
    web: { load_balancer_arn: '${aws_lb.web.arn}', protocol: 'HTTPS' },
  },
  aws_lb_target_group: {
    function: { target_type: 'lambda' },
    pictures: { tags: { 'tom:data-class': 'public' } },
    web: {},
  },
  aws_route53_resolver_firewall_config: { dns: {} },
  aws_route53_zone: { inner: { vpc: [{ vpc_id: 'vpc-1' }] }, web: {} },
  aws_db_proxy: { pool: {} },
  aws_sfn_state_machine: { order: {} },
  aws_sns_topic_subscription: { mail: {} },
  aws_wafv2_web_acl: { web: {} },
});

const EXPECTED: { readonly [P in keyof typeof FRONT_POPULATIONS]: readonly string[] } = {
  'public fronts': [
    'aws_api_gateway_stage.live',
    'aws_cloudfront_distribution.site',
    'aws_elb.old',
    'aws_lambda_function_url.resize',
    'aws_lb_listener.open',
    'aws_lb_listener.web',
  ],
  'public HTTP fronts': [
    'aws_api_gateway_stage.live',
    'aws_cloudfront_distribution.site',
    'aws_cognito_user_pool.people',
    'aws_elb.old',
    'aws_lambda_function_url.resize',
    'aws_lb.web',
  ],
  'TLS fronts': [
    'aws_api_gateway_domain_name.api',
    'aws_cloudfront_distribution.site',
    'aws_lb_listener.inner',
    'aws_lb_listener.web',
  ],
  'internal TLS ends': ['aws_lb_listener.inner', 'aws_lb_listener.open'],
  'target groups of personal data': ['aws_lb_target_group.web'],
  fronts: [
    'aws_api_gateway_stage.live',
    'aws_cloudfront_distribution.site',
    'aws_elb.inner',
    'aws_elb.old',
    'aws_lb.inner',
    'aws_lb.packets',
    'aws_lb.web',
    'aws_wafv2_web_acl.web',
  ],
  'web ACLs': ['aws_wafv2_web_acl.web'],
  distributions: ['aws_cloudfront_distribution.site'],
  'load balancers': ['aws_lb.inner', 'aws_lb.web'],
  filters: ['aws_lb.inner', 'aws_lb.web', 'aws_route53_resolver_firewall_config.dns'],
  'public DNS zones': ['aws_route53_zone.web'],
  'outward deliveries': ['aws_api_gateway_integration.http', 'aws_sns_topic_subscription.mail'],
  'integrations and functions': ['aws_api_gateway_integration.http', 'aws_lambda_function.resize'],
  'payload logs': ['aws_api_gateway_stage.live', 'aws_db_proxy.pool', 'aws_sfn_state_machine.order'],
};

test('the populations of fronts', () => {
  expect(differences(MODEL, EXPECTED)).toEqual([]);
});
