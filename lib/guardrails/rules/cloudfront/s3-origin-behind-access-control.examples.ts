import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'origin access control',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            site: {
              origin: {
                origin_id: 'files',
                domain_name: '${aws_s3_bucket.site.bucket_regional_domain_name}',
                origin_access_control_id: '${aws_cloudfront_origin_access_control.site.id}',
              },
            },
          },
        },
      },
    },
    {
      title: 'an origin access identity',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            site: {
              origin: {
                origin_id: 'files',
                domain_name: 'acme-site.s3.eu-central-1.amazonaws.com',
                s3_origin_config: { origin_access_identity: 'origin-access-identity/cloudfront/E1' },
              },
            },
          },
        },
      },
    },
    {
      title: 'no bucket behind it',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            site: {
              origin: {
                origin_id: 'app',
                domain_name: '${aws_lb.web.dns_name}',
                custom_origin_config: { origin_protocol_policy: 'https-only' },
              },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing is set',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            site: { origin: { origin_id: 'files', domain_name: 'acme-site.s3.eu-central-1.amazonaws.com' } },
          },
        },
      },
      addresses: ['aws_cloudfront_distribution.site'],
    },
    {
      title: 'one of two buckets',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            site: {
              origin: [
                {
                  origin_id: 'files',
                  domain_name: '${aws_s3_bucket.site.bucket_regional_domain_name}',
                  origin_access_control_id: '${aws_cloudfront_origin_access_control.site.id}',
                },
                {
                  origin_id: 'other',
                  domain_name: '${aws_s3_bucket.other.bucket_domain_name}',
                  s3_origin_config: { origin_access_identity: '' },
                },
              ],
            },
          },
        },
      },
      addresses: ['aws_cloudfront_distribution.site'],
    },
    {
      title: 'an access control that never signs',
      terraform: {
        resource: {
          aws_cloudfront_origin_access_control: { site: { signing_behavior: 'never', signing_protocol: 'sigv4' } },
          aws_cloudfront_distribution: {
            site: {
              origin: {
                origin_id: 'files',
                domain_name: 'acme-site.s3.eu-central-1.amazonaws.com',
                origin_access_control_id: '${aws_cloudfront_origin_access_control.site.id}',
              },
            },
          },
        },
      },
      addresses: ['aws_cloudfront_distribution.site'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides whether it is a bucket',
      terraform: {
        variable: { open: {} },
        resource: { aws_cloudfront_distribution: { site: { origin: { origin_id: 'a', domain_name: '${var.open}' } } } },
      },
      addresses: ['aws_cloudfront_distribution.site'],
    },
  ],
};
