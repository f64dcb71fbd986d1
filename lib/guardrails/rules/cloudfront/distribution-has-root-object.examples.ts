import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a start page',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            site: {
              default_root_object: 'index.html',
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
      addresses: ['aws_cloudfront_distribution.site'],
    },
    {
      title: 'an empty name, and a bucket beside a load balancer',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            site: {
              default_root_object: '',
              origin: [
                {
                  origin_id: 'app',
                  domain_name: '${aws_lb.web.dns_name}',
                  custom_origin_config: { origin_protocol_policy: 'https-only' },
                },
                { origin_id: 'files', domain_name: 'acme-site.s3.eu-central-1.amazonaws.com' },
              ],
            },
          },
        },
      },
      addresses: ['aws_cloudfront_distribution.site'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_cloudfront_distribution: {
            object: {
              default_root_object: '${var.open}',
              origin: {
                origin_id: 'files',
                domain_name: '${aws_s3_bucket.site.bucket_regional_domain_name}',
                origin_access_control_id: '${aws_cloudfront_origin_access_control.site.id}',
              },
            },
            origin: { origin: { origin_id: 'a', domain_name: '${var.open}' } },
          },
        },
      },
      addresses: ['aws_cloudfront_distribution.object', 'aws_cloudfront_distribution.origin'],
    },
  ],
};
