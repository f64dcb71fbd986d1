import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';

const CERTIFICATE = 'viewer_certificate';
const MINIMUM = `${CERTIFICATE}.minimum_protocol_version`;

/** TLS 1.2 or newer, and every suite has forward secrecy and authenticated encryption. */
const STRONG: readonly unknown[] = ['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'];

/** Distributions that speak no old TLS to viewers. */
export const CLOUDFRONT_001: ResourceRule = {
  id: 'CLOUDFRONT-001',
  title: 'A distribution admits nothing older than TLS 1.2, under a certificate of its own',
  severity: 'high',
  measures: ['1.1.1', '1.1.2'],
  rationale:
    'The security policy of a distribution decides which versions of TLS and which suites viewers may use. Under the default certificate of cloudfront.net it is TLSv1, whatever the configuration says, and so it is where nobody sets it. TLSv1.2_2018 and TLSv1.2_2019 admit CBC suites, the older one suites without forward secrecy too. vip is for clients too old to name the host that they want, costs extra, and AWS advises against it.',
  fix: 'Set `viewer_certificate` to `acm_certificate_arn` with a certificate of us-east-1 for a name of your own, `ssl_support_method` = "sni-only" and `minimum_protocol_version` = "TLSv1.2_2021" or newer.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
    'AWS Security Hub CloudFront.7, CloudFront.8, CloudFront.15',
  ],
  types: ['aws_cloudfront_distribution'],
  check: (distribution) => {
    const block = distribution.get(CERTIFICATE);
    if (isUnknown(block)) return unknownAttribute(CERTIFICATE, block);
    return worst([defaultVerdict(distribution), minimumVerdict(distribution), methodVerdict(distribution)]);
  },
  examples: {
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
  },
};

function defaultVerdict(distribution: Resource): Verdict {
  const name = `${CERTIFICATE}.cloudfront_default_certificate`;
  const value = configured(distribution, name);
  if (isUnknown(value)) return unknownAttribute(name, value);
  if (!isTrue(value)) return MET;
  return violated(`${name} is ${describe(value)}, so viewers may use TLS 1.0, whatever minimum_protocol_version says`);
}

function minimumVerdict(distribution: Resource): Verdict {
  const value = configured(distribution, MINIMUM);
  if (isUnknown(value)) return unknownAttribute(MINIMUM, value);
  if (STRONG.includes(value)) return MET;
  const is = value === undefined ? 'not set, which means TLSv1' : describe(value);
  return violated(`${MINIMUM} is ${is}: viewers may use old TLS or weak suites`, { [MINIMUM]: 'TLSv1.2_2021' });
}

function methodVerdict(distribution: Resource): Verdict {
  const name = `${CERTIFICATE}.ssl_support_method`;
  const value = configured(distribution, name);
  if (isUnknown(value)) return unknownAttribute(name, value);
  return value === 'vip'
    ? violated(`${name} is "vip", which serves clients that are too old for SNI`, { [name]: 'sni-only' })
    : MET;
}
