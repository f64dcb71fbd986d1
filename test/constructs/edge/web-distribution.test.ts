import { runInNewContext } from 'node:vm';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  Certificate,
  DataClass,
  EncryptedBucket,
  HttpsLoadBalancer,
  Posture,
  PostureProps,
  PriceClass,
  ViewerTls,
  WebAclScope,
  WebDistribution,
  WebDistributionProps,
  WebFirewall,
  WebOrigin,
} from '../../../lib';
import { CERTIFICATE, network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const POSTURE: PostureProps = { owner: 'tests', retentionDays: 400, globalServiceLogs: 'our transfer assessment' };
const OURS = Certificate.fromArn('arn:aws:acm:us-east-1:111122223333:certificate/1234abcd-12ab-44cd-a6ef-1234567890ab');

type Own = Partial<WebDistributionProps>;

function make(stack: TerraformStack, props: Own = {}): WebDistribution {
  const defaultOrigin = props.defaultOrigin ?? WebOrigin.bucket(files(stack, 'Files'));
  return new WebDistribution(stack, 'Site', {
    domainNames: ['www.example.com'],
    certificate: OURS,
    ...props,
    defaultOrigin,
  });
}

function files(stack: TerraformStack, id: string, region?: string): EncryptedBucket {
  return new EncryptedBucket(stack, id, { dataClass: DataClass.PUBLIC, region });
}

function written(props: Own | ((stack: TerraformStack) => Own) = {}): Written {
  const stack = newStack(POSTURE);
  make(stack, typeof props === 'function' ? props(stack) : props);
  return Written.of(stack);
}

function refused(props: object | ((stack: TerraformStack) => object)): string {
  return messageOf(() => written(props));
}

test('speaks HTTPS with TLS 1.2 or newer, passes a firewall, and answers browsers with strict headers', () => {
  const site = written();
  expect(site.resource('aws_cloudfront_distribution')).toMatchObject({
    aliases: ['www.example.com'],
    default_root_object: 'index.html',
    http_version: 'http2and3',
    price_class: 'PriceClass_All',
    default_cache_behavior: {
      viewer_protocol_policy: 'redirect-to-https',
      allowed_methods: ['GET', 'HEAD', 'OPTIONS'],
      cache_policy_id: '658327ea-f89d-4fab-a63d-7e88639e58f6',
      response_headers_policy_id: expect.stringMatching(/^\$\{aws_cloudfront_response_headers_policy\.Site_Headers_/),
    },
    viewer_certificate: {
      acm_certificate_arn: OURS.certificateArn,
      minimum_protocol_version: 'TLSv1.2_2021',
      ssl_support_method: 'sni-only',
    },
    restrictions: { geo_restriction: { restriction_type: 'none' } },
    web_acl_id: expect.stringMatching(/^\$\{aws_wafv2_web_acl\.Site_WebFirewall_/),
  });
  expect(site.resource('aws_wafv2_web_acl')).toMatchObject({ scope: 'CLOUDFRONT', region: 'us-east-1' });
  expect(site.resource('aws_cloudfront_response_headers_policy').security_headers_config).toEqual({
    strict_transport_security: {
      access_control_max_age_sec: 63072000,
      include_subdomains: true,
      preload: true,
      override: true,
    },
    content_security_policy: {
      content_security_policy: "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
      override: true,
    },
    content_type_options: { override: true },
    frame_options: { frame_option: 'DENY', override: true },
    referrer_policy: { referrer_policy: 'strict-origin-when-cross-origin', override: true },
  });
});

test('is the only one to read its bucket, by signed requests', () => {
  const site = written();
  expect(site.resource('aws_cloudfront_origin_access_control')).toMatchObject({
    origin_access_control_origin_type: 's3',
    signing_behavior: 'always',
    signing_protocol: 'sigv4',
  });
  expect(site.resource('aws_cloudfront_distribution').origin).toEqual([
    {
      origin_id: 'default',
      domain_name: expect.stringMatching(/\.bucket_regional_domain_name\}$/),
      origin_access_control_id: expect.stringMatching(/^\$\{aws_cloudfront_origin_access_control\./),
    },
  ]);
  expect(site.statements('aws_s3_bucket_policy', 'Files').AllowCloudfrontRead).toMatchObject({
    Principal: { Service: 'cloudfront.amazonaws.com' },
    Action: 's3:GetObject',
    Condition: { ArnEquals: { 'aws:SourceArn': expect.stringMatching(/^\$\{aws_cloudfront_distribution\.Site_/) } },
  });
});

test('logs requests without who asked, to a bucket of its region', () => {
  const site = written();
  const delivery = site.resource('aws_cloudwatch_log_delivery');
  expect(delivery.region).toBe('us-east-1');
  for (const field of ['c-ip', 'cs(Cookie)', 'cs-uri-query', 'cs(User-Agent)', 'x-forwarded-for', 'cs(Referer)'])
    expect(delivery.record_fields).not.toContain(field);
  expect(delivery.record_fields).toEqual(expect.arrayContaining(['date', 'cs-uri-stem', 'sc-status', 'ssl-protocol']));
  expect(site.resource('aws_cloudwatch_log_delivery_source')).toMatchObject({
    log_type: 'ACCESS_LOGS',
    resource_arn: expect.stringMatching(/^\$\{aws_cloudfront_distribution\.Site_.+\.arn\}$/),
    region: 'us-east-1',
  });
  expect(site.resource('aws_cloudwatch_log_delivery_destination')).toMatchObject({
    output_format: 'json',
    delivery_destination_configuration: [
      { destination_resource_arn: expect.stringMatching(/^\$\{aws_s3_bucket\.AccessLogs_.+\.arn\}\/test\/Site$/) },
    ],
  });
  expect(site.resource('aws_s3_bucket', 'AccessLogs').region).toBeUndefined();
});

test('asks a standby where the first bucket fails', () => {
  const site = written((stack) => ({ standbyOrigin: WebOrigin.bucket(files(stack, 'Standby', 'eu-west-1')) }));
  expect(site.resource('aws_cloudfront_distribution')).toMatchObject({
    origin: [{ origin_id: 'default' }, { origin_id: 'standby' }],
    origin_group: [
      {
        origin_id: 'files',
        failover_criteria: { status_codes: [500, 502, 503, 504] },
        member: [{ origin_id: 'default' }, { origin_id: 'standby' }],
      },
    ],
    default_cache_behavior: { target_origin_id: 'files' },
  });
  expect(Object.keys(site.resources('aws_cloudfront_origin_access_control'))).toHaveLength(1);
  expect(site.statements('aws_s3_bucket_policy', 'Standby').AllowCloudfrontRead).toBeDefined();
});

test('asks a load balancer within the network and another service by HTTPS only, and caches neither', () => {
  const stack = newStack(POSTURE);
  const vpc = network(stack);
  const site = make(stack);
  const balancer = new HttpsLoadBalancer(stack, 'Balancer', { vpc, certificates: [CERTIFICATE] });
  site.addBehavior('Shop', '/shop/*', WebOrigin.loadBalancer(balancer));
  site.addBehavior('Api', '/api/*', WebOrigin.https('api.example.com'));
  const found = Written.of(stack);
  expect(found.resource('aws_cloudfront_vpc_origin').vpc_origin_endpoint_config).toEqual([
    {
      name: 'test-site-shop',
      arn: expect.stringMatching(/^\$\{aws_lb\.Balancer_/),
      http_port: 80,
      https_port: 443,
      origin_protocol_policy: 'https-only',
      origin_ssl_protocols: [{ items: ['TLSv1.2'], quantity: 1 }],
    },
  ]);
  expect(
    found.resources('aws_vpc_security_group_ingress_rule')['Balancer/SecurityGroup/From-CloudFront-tcp-443']
  ).toMatchObject({
    prefix_list_id: '${data.aws_ec2_managed_prefix_list.CloudFrontOriginFacing.id}',
  });
  const { origin, ordered_cache_behavior } = found.resource('aws_cloudfront_distribution');
  expect((origin as object[]).slice(1)).toMatchObject([
    {
      origin_id: 'Shop',
      vpc_origin_config: { vpc_origin_id: expect.stringMatching(/^\$\{aws_cloudfront_vpc_origin\./) },
    },
    {
      origin_id: 'Api',
      domain_name: 'api.example.com',
      custom_origin_config: {
        origin_protocol_policy: 'https-only',
        origin_ssl_protocols: ['TLSv1.2'],
        https_port: 443,
      },
    },
  ]);
  const uncached = {
    cache_policy_id: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    allowed_methods: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
    viewer_protocol_policy: 'redirect-to-https',
  };
  expect(ordered_cache_behavior).toMatchObject([
    { ...uncached, path_pattern: '/shop/*', origin_request_policy_id: '216adef6-5c7f-47e4-b989-5492eafa07d3' },
    { ...uncached, path_pattern: '/api/*', origin_request_policy_id: 'b689b0a8-53d0-40ab-baf2-68738e2966ac' },
  ]);
});

test('asks a load balancer of another stack, which does not refer to it', () => {
  const front = newStack(POSTURE);
  const balancer = new HttpsLoadBalancer(front, 'Balancer', { vpc: network(front), certificates: [CERTIFICATE] });
  const edge = new TerraformStack(front.node.root, 'edge');
  Posture.set(edge, POSTURE);
  new AwsProvider(edge, 'aws', { region: 'eu-central-1' });
  make(edge).addBehavior('Api', '/api/*', WebOrigin.loadBalancer(balancer));
  expect(
    Written.of(front).resources('aws_vpc_security_group_ingress_rule')['Balancer/SecurityGroup/From-CloudFront-tcp-443']
  ).toMatchObject({ prefix_list_id: '${data.aws_ec2_managed_prefix_list.CloudFrontOriginFacing.id}' });
  const origin = Written.of(edge).resource('aws_cloudfront_vpc_origin');
  // The stack of its listener is applied before: what is in another stack, Terraform cannot depend on.
  expect(origin.depends_on).toBeUndefined();
  expect([edge.dependsOn(front), front.dependsOn(edge)]).toEqual([true, false]);
});

test('says whom to tell of a weakness, before it asks an origin', () => {
  jest.useFakeTimers({ now: new Date('2026-11-30T10:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
  const site = written({
    securityTxt: {
      contacts: ['mailto:security@example.com', 'https://example.com/report'],
      expires: '2027-11-30',
      policyUrl: 'https://example.com/bounty',
      preferredLanguages: ['en', 'de'],
    },
  });
  jest.useRealTimers();
  const { code, publish, runtime } = site.resource('aws_cloudfront_function');
  expect({ publish, runtime }).toEqual({ publish: true, runtime: 'cloudfront-js-2.0' });
  const answer: unknown = JSON.parse(String(runInNewContext(`${String(code)}; JSON.stringify(handler())`)));
  expect(answer).toEqual({
    statusCode: 200,
    statusDescription: 'OK',
    headers: { 'content-type': { value: 'text/plain; charset=utf-8' }, 'cache-control': { value: 'max-age=86400' } },
    body: `Contact: mailto:security@example.com
Contact: https://example.com/report
Expires: 2027-11-30T23:59:59Z
Policy: https://example.com/bounty
Preferred-Languages: en, de
Canonical: https://www.example.com/.well-known/security.txt
`,
  });
  expect(site.resource('aws_cloudfront_distribution').ordered_cache_behavior).toMatchObject([
    {
      path_pattern: '/.well-known/security.txt',
      viewer_protocol_policy: 'redirect-to-https',
      function_association: [{ event_type: 'viewer-request' }],
    },
  ]);
});

test('takes what is yours: a page, a policy, countries, edge locations and TLS 1.3', () => {
  const site = written({
    notFoundPage: '/404.html',
    contentSecurityPolicy: "default-src 'none'",
    countries: ['DE', 'FR'],
    priceClass: PriceClass.EUROPE_AND_NORTH_AMERICA,
    viewerTls: ViewerTls.TLS_1_3,
    tags: { team: 'web' },
  });
  expect(site.resource('aws_cloudfront_distribution')).toMatchObject({
    custom_error_response: [{ error_code: 403, response_code: 404, response_page_path: '/404.html' }],
    restrictions: { geo_restriction: { restriction_type: 'whitelist', locations: ['DE', 'FR'] } },
    price_class: 'PriceClass_100',
    viewer_certificate: { minimum_protocol_version: 'TLSv1.3_2025' },
    tags: { team: 'web', 'tom:owner': 'tests' },
  });
});

test('one that is there may be emptied of what it cached', () => {
  const stack = newStack(POSTURE);
  const there = WebDistribution.fromDistributionId(stack, 'There', 'E1A2B3C4D5E6F7', 'd111111abcdef8.cloudfront.net');
  expect(there.distributionZoneId).toBe('Z2FDTNDATAQYW2');
  expect(there.distributionArn).toMatch(/:cloudfront::.+:distribution\/E1A2B3C4D5E6F7$/);
  expect(messageOf(() => WebDistribution.fromDistributionId(stack, 'Other', 'www', 'd1.cloudfront.net'))).toBe(
    "[test/Other] 'distributionId' must be the id of a distribution, got \"www\"; write 'E1A2B3C4D5E6F7'"
  );
});

test.each<[object, unknown]>([
  [
    { certificate: Certificate.fromArn('arn:aws:acm:eu-central-1:111122223333:certificate/1234abcd') },
    "[test/Site] 'certificate' must be one of us-east-1, from where CloudFront takes certificates (TOM 1.1.1 TLS on untrusted networks), got \"eu-central-1\"; write new ManagedCertificate(this, 'Certificate', { …, region: 'us-east-1' })",
  ],
  [
    { domainNames: [] },
    "[test/Site] 'domainNames' must hold at least one name of yours: under the name of cloudfront.net viewers may use TLS 1.0 (TOM 1.1.1 TLS on untrusted networks), got []; write domainNames: ['www.example.com']",
  ],
  [
    { domainNames: ['example'] },
    "[test/Site] 'domainNames' must be the name of a domain, known when the program runs, got \"example\"; write domainNames: 'www.example.com'",
  ],
  [
    { viewerTls: 'TLSv1.1_2016' },
    '[test/Site] \'viewerTls\' must be one of TLSv1.2_2021, TLSv1.3_2025: older policies admit TLS below 1.2, or weak suites (TOM 1.1.1 TLS on untrusted networks), got "TLSv1.1_2016"; leave it out',
  ],
  [
    { minimumProtocolVersion: 'TLSv1' },
    '[test/Site] \'minimumProtocolVersion\' must not be set: viewers use TLS 1.2 or newer, under a certificate of yours (TOM 1.1.1 TLS on untrusted networks), got "TLSv1"; write certificate, and viewerTls for TLS 1.3 only',
  ],
  [
    { viewerProtocolPolicy: 'allow-all' },
    '[test/Site] \'viewerProtocolPolicy\' must not be set: viewers are redirected to HTTPS, and origins asked by nothing else (TOM 1.1.1 TLS on untrusted networks), got "allow-all"; leave it out',
  ],
  [
    { enableLogging: false },
    "[test/Site] 'enableLogging' must not be set: requests are always logged, without addresses, which the firewall logs (TOM 8.1 Central logging and correlation), got false; write accessLogBucket, or leave it out",
  ],
  [
    { webAclId: 'arn' },
    '[test/Site] \'webAclId\' is not a prop of this construct (TOM 3.3.3 Protection against denial of service), got "arn"; write webFirewall',
  ],
  [
    { responseHeadersPolicyId: 'id' },
    '[test/Site] \'responseHeadersPolicyId\' must not be set: browsers are told to stay on HTTPS with every answer (TOM 1.1.1 TLS on untrusted networks), got "id"; write contentSecurityPolicy, or leave it out',
  ],
  [
    { defaultBehavior: {} },
    "[test/Site] 'defaultBehavior' is not a prop of this construct, got an object; write defaultOrigin: WebOrigin.bucket(bucket), and call addBehavior for other paths",
  ],
  [
    { defaultOrigin: WebOrigin.https('http://origin.example.com') },
    "[test/Site] 'origin' must be the name of a host, without a scheme: CloudFront asks it by HTTPS only (TOM 1.1.1 TLS on untrusted networks), got \"http://origin.example.com\"; write WebOrigin.https('api.example.com')",
  ],
  [
    { standbyOrigin: WebOrigin.https('standby.example.com') },
    "[test/Site] 'standbyOrigin' must be a bucket, and stand by for one: CloudFront asks a second origin only for what is read (TOM 3.3.1 Redundant and distributed architecture); write WebOrigin.bucket(bucket) for both, or leave it out",
  ],
])('refuses %j', (props, message) => {
  expect(refused(props)).toBe(message);
});

test('refuses a regional firewall', () => {
  expect(refused((stack) => ({ webFirewall: new WebFirewall(stack, 'Regional') }))).toBe(
    '[test/Site] \'webFirewall\' must be a firewall for distributions (TOM 3.3.3 Protection against denial of service), got "REGIONAL"; write new WebFirewall(this, …, { webAclScope: WebAclScope.CLOUDFRONT }), or leave it out'
  );
  expect(
    written((stack) => ({
      webFirewall: new WebFirewall(stack, 'Edge', { webAclScope: WebAclScope.CLOUDFRONT }),
    })).resource('aws_cloudfront_distribution').web_acl_id
  ).toMatch(/^\$\{aws_wafv2_web_acl\.Edge_/);
});

test('refuses a load balancer that the internet reaches', () => {
  const stack = newStack(POSTURE);
  const props = { vpc: network(stack), certificates: [CERTIFICATE], internetFacing: true };
  const balancer = new HttpsLoadBalancer(stack, 'Balancer', props);
  expect(messageOf(() => make(stack, { defaultOrigin: WebOrigin.loadBalancer(balancer) }))).toBe(
    '[test/Site] \'origin\' must be a load balancer within a network: one that faces the internet is reached past the distribution and its firewall (TOM 3.3.4 Layered network defence), got "test/Balancer"; leave internetFacing of the load balancer out'
  );
});

test('refuses a path without a slash', () => {
  expect(messageOf(() => make(newStack(POSTURE)).addBehavior('Api', 'api/*', WebOrigin.https('api.example.com')))).toBe(
    "[test/Site] 'pathPattern' must be a path that begins with a slash, got \"api/*\"; write '/api/*'"
  );
});

test('refuses an id that an origin has already', () => {
  const site = make(newStack(POSTURE));
  const api = WebOrigin.https('api.example.com');
  site.addBehavior('Api', '/api/*', api);
  expect(messageOf(() => site.addBehavior('api', '/v2/*', api))).toBe(
    '[test/Site] \'id\' must be none that an origin of the distribution has already: files, default, Api, got "api"; write another id for each behavior'
  );
  expect(messageOf(() => site.addBehavior('Default', '/v2/*', api))).toMatch(/^\[test\/Site\] 'id' must be none/);
});

describe('of a security.txt', () => {
  beforeEach(() =>
    jest.useFakeTimers({ now: new Date('2026-11-30T10:00:00Z'), doNotFake: ['nextTick', 'setImmediate'] })
  );
  afterEach(() => jest.useRealTimers());

  const right = { contacts: ['mailto:security@example.com'], expires: '2027-06-30' };

  test.each([
    [
      { expires: '2026-11-29' },
      "'securityTxt.expires' must not be over: nobody reports to those whose security.txt has lapsed (TOM 5.3 Bug bounty programme), got \"2026-11-29\"; write expires: '2027-11-30' at the latest",
    ],
    [
      { expires: '2027-12-02' },
      "'securityTxt.expires' must be within a year from today, as RFC 9116 recommends: contacts change (TOM 5.3 Bug bounty programme), got \"2027-12-02\"; write expires: '2027-11-30' at the latest",
    ],
    [
      { expires: 'next year' },
      "'securityTxt.expires' must be a date as YYYY-MM-DD (TOM 5.3 Bug bounty programme), got \"next year\"; write expires: '2027-11-30' at the latest",
    ],
    [
      { contacts: [] },
      "'securityTxt.contacts' must hold at least one address that begins with 'mailto:', 'https://' or 'tel:+' (TOM 5.3 Bug bounty programme), got []; write contacts: ['mailto:security@example.com']",
    ],
    [
      { contacts: ['security@example.com'] },
      "'securityTxt.contacts' must hold at least one address that begins with 'mailto:', 'https://' or 'tel:+' (TOM 5.3 Bug bounty programme), got \"security@example.com\"; write contacts: ['mailto:security@example.com']",
    ],
    [
      { policyUrl: 'http://example.com/bounty' },
      "'securityTxt.policyUrl' must be an address by HTTPS (TOM 5.3 Bug bounty programme), got \"http://example.com/bounty\"; write policyUrl: 'https://example.com/security'",
    ],
    [
      { preferredLanguages: ['Deutsch!'] },
      "'securityTxt.preferredLanguages' must hold tags of languages (TOM 5.3 Bug bounty programme), got \"Deutsch!\"; write preferredLanguages: ['en', 'de']",
    ],
  ])('refuses %j', (props, message) => {
    expect(messageOf(() => make(newStack(POSTURE), { securityTxt: { ...right, ...props } }))).toBe(
      `[test/Site] ${message}`
    );
  });

  test('takes today and the day a year from now', () => {
    for (const expires of ['2026-11-30', '2027-11-30'])
      expect(() => make(newStack(POSTURE), { securityTxt: { ...right, expires } })).not.toThrow();
  });
});
