import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a certificate of its own and TLS 1.2 of 2021',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            web: {
              viewer_certificate: {
                acm_certificate_arn: '${aws_acm_certificate.web.arn}',
                minimum_protocol_version: 'TLSv1.2_2021',
                ssl_support_method: 'sni-only',
              },
            },
          },
        },
      },
    },
    {
      title: 'TLS 1.3 alone on each of several distributions, blocks as lists',
      terraform: {
        resource: [
          {
            aws_cloudfront_distribution: [
              {
                web: [
                  {
                    count: 2,
                    viewer_certificate: [
                      {
                        acm_certificate_arn: '${aws_acm_certificate.web[count.index].arn}',
                        cloudfront_default_certificate: false,
                        minimum_protocol_version: 'TLSv1.3_2025',
                        ssl_support_method: 'sni-only',
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'the default certificate, with what it does not heed',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            web: {
              viewer_certificate: { cloudfront_default_certificate: true, minimum_protocol_version: 'TLSv1.2_2021' },
            },
          },
        },
      },
      addresses: ['aws_cloudfront_distribution.web'],
    },
    {
      title: 'an older policy, none, and addresses for old clients',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            none: { viewer_certificate: [{ acm_certificate_arn: 'arn', ssl_support_method: 'sni-only' }] },
            old: { viewer_certificate: { iam_certificate_id: 'id', minimum_protocol_version: 'TLSv1.2_2019' } },
            vip: {
              viewer_certificate: {
                acm_certificate_arn: 'arn',
                minimum_protocol_version: 'TLSv1.2_2021',
                ssl_support_method: 'vip',
              },
            },
          },
        },
      },
      addresses: [
        'aws_cloudfront_distribution.none',
        'aws_cloudfront_distribution.old',
        'aws_cloudfront_distribution.vip',
      ],
    },
    {
      title: 'TLS 1.1 within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.cdn',
                resources: [
                  {
                    address: 'module.cdn.aws_cloudfront_distribution.web',
                    mode: 'managed',
                    type: 'aws_cloudfront_distribution',
                    name: 'web',
                    values: {
                      viewer_certificate: [
                        { minimum_protocol_version: 'TLSv1.1_2016', ssl_support_method: 'sni-only' },
                      ],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.cdn.aws_cloudfront_distribution.web'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide on the certificate, the method, the policy, and the whole block',
      terraform: {
        variable: { certificate: {}, method: {}, policy: {}, preview: {} },
        resource: {
          aws_cloudfront_distribution: {
            all: { viewer_certificate: '${var.certificate}' },
            method: {
              viewer_certificate: { minimum_protocol_version: 'TLSv1.2_2025', ssl_support_method: '${var.method}' },
            },
            preview: {
              viewer_certificate: {
                cloudfront_default_certificate: '${var.preview}',
                minimum_protocol_version: 'TLSv1.2_2025',
              },
            },
            web: {
              viewer_certificate: {
                acm_certificate_arn: '${aws_acm_certificate.web.arn}',
                minimum_protocol_version: '${var.policy}',
                ssl_support_method: 'sni-only',
              },
            },
          },
        },
      },
      addresses: [
        'aws_cloudfront_distribution.all',
        'aws_cloudfront_distribution.method',
        'aws_cloudfront_distribution.preview',
        'aws_cloudfront_distribution.web',
      ],
    },
  ],
};
