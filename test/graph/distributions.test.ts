import { draw } from './draw';

const CACHE = { viewer_protocol_policy: 'redirect-to-https' };

test('a distribution stands between the internet and its origins: a bucket, a load balancer in a network, a host', () => {
  const { edges, places, details, open } = draw({
    aws_lb: { inner: { internal: true } },
    aws_s3_bucket: { files: {} },
    aws_cloudfront_vpc_origin: {
      inner: {
        vpc_origin_endpoint_config: {
          arn: '${aws_lb.inner.arn}',
          origin_protocol_policy: 'https-only',
          http_port: 80,
          https_port: 443,
        },
      },
    },
    aws_wafv2_web_acl: { acl: {} },
    aws_cloudfront_distribution: {
      web: {
        enabled: true,
        web_acl_id: '${aws_wafv2_web_acl.acl.arn}',
        viewer_certificate: { minimum_protocol_version: 'TLSv1.2_2021' },
        default_cache_behavior: CACHE,
        origin: [
          { origin_id: 'files', domain_name: '${aws_s3_bucket.files.bucket_regional_domain_name}' },
          {
            origin_id: 'app',
            domain_name: '${aws_lb.inner.dns_name}',
            vpc_origin_config: { vpc_origin_id: '${aws_cloudfront_vpc_origin.inner.id}' },
          },
          {
            origin_id: 'api',
            domain_name: 'api.example.com',
            custom_origin_config: { origin_protocol_policy: 'https-only', https_port: 8443 },
          },
        ],
      },
    },
  });
  expect(edges).toEqual([
    'Internet flow aws_cloudfront_distribution.web: HTTP 80 → HTTPS | HTTPS 443, TLSv1.2_2021',
    'aws_cloudfront_distribution.web flow api.example.com: HTTPS 8443',
    'aws_cloudfront_distribution.web flow aws_lb.inner: HTTPS 443',
    'aws_cloudfront_distribution.web flow aws_s3_bucket.files: as the viewer asks',
    'aws_wafv2_web_acl.acl part aws_cloudfront_distribution.web: inspects',
  ]);
  expect(places).toMatchObject({ 'aws_s3_bucket.files': 'AWS account', 'api.example.com': '' });
  expect(details['aws_cloudfront_distribution.web']).toEqual(['CloudFront distribution']);
  expect(open).toBe(0);
});

test.each([
  [{ ordered_cache_behavior: [{ viewer_protocol_policy: 'allow-all' }] }, ['HTTP 80 | HTTPS 443']],
  [{ default_cache_behavior: { viewer_protocol_policy: 'https-only' } }, ['HTTPS 443']],
  [{ enabled: false }, []],
])('what viewers may use is written at the line: %j', (more, labels) => {
  const { edges } = draw({ aws_cloudfront_distribution: { web: { default_cache_behavior: CACHE, ...more } } });
  expect(edges).toEqual(labels.map((label) => `Internet flow aws_cloudfront_distribution.web: ${label}`));
});

test('an origin that speaks HTTP is drawn so, and one that only a plan can tell is counted', () => {
  const origin = [
    { domain_name: 'old.example.com', custom_origin_config: { origin_protocol_policy: 'http-only', http_port: 80 } },
    { domain_name: '${var.origin}', custom_origin_config: { origin_protocol_policy: 'https-only' } },
  ];
  const { edges, open } = draw({ aws_cloudfront_distribution: { web: { enabled: false, origin } } });
  expect(edges).toEqual(['aws_cloudfront_distribution.web flow old.example.com: HTTP 80']);
  expect(open).toBe(1);
});
