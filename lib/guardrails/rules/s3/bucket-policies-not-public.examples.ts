import { Examples } from '../../rule';

const PUBLIC_READ = JSON.stringify({
  Statement: [
    { Sid: 'Read', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::invoices/*' },
  ],
});

const ORGANIZATION_READ = JSON.stringify({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::invoices/*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    },
  ],
});

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the organization may read; everybody else only meets a denial',
      terraform: {
        resource: {
          aws_s3_bucket_policy: {
            invoices: { bucket: 'invoices', policy: ORGANIZATION_READ },
            letters: {
              bucket: 'letters',
              policy: JSON.stringify({
                Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }],
              }),
            },
          },
        },
      },
    },
    {
      title: 'an aws_iam_policy_document for CloudFront, within each of several buckets',
      terraform: {
        data: {
          aws_iam_policy_document: {
            site: {
              statement: [
                {
                  actions: ['s3:GetObject'],
                  resources: ['*'],
                  principals: [{ type: 'Service', identifiers: ['cloudfront.amazonaws.com'] }],
                },
              ],
            },
          },
        },
        resource: {
          aws_s3_bucket: { site: { count: 2, policy: '${data.aws_iam_policy_document.site.json}' } },
        },
      },
    },
    {
      title: 'an access point of a VPC',
      terraform: {
        resource: [
          {
            aws_s3_access_point: [
              { reports: [{ name: 'reports', policy: PUBLIC_READ, vpc_configuration: [{ vpc_id: 'vpc-1' }] }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'everybody may read',
      terraform: { resource: { aws_s3_bucket_policy: { invoices: { bucket: 'invoices', policy: PUBLIC_READ } } } },
      addresses: ['aws_s3_bucket_policy.invoices'],
    },
    {
      title: 'within a bucket, an access point and a multi-region access point',
      terraform: {
        resource: [
          { aws_s3_bucket: [{ invoices: [{ policy: PUBLIC_READ }] }] },
          { aws_s3_access_point: { reports: { name: 'reports', bucket: 'invoices', policy: PUBLIC_READ } } },
          {
            aws_s3control_multi_region_access_point_policy: {
              reports: { details: [{ name: 'reports', policy: PUBLIC_READ }] },
            },
          },
        ],
      },
      addresses: [
        'aws_s3_access_point.reports',
        'aws_s3_bucket.invoices',
        'aws_s3control_multi_region_access_point_policy.reports',
      ],
    },
    {
      title: 'a condition that does not narrow, in a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_s3_bucket_policy.invoices',
                    mode: 'managed',
                    type: 'aws_s3_bucket_policy',
                    name: 'invoices',
                    values: {
                      bucket: 'invoices',
                      policy: JSON.stringify({
                        Statement: {
                          Effect: 'Allow',
                          Principal: '*',
                          Action: 's3:GetObject',
                          Resource: 'arn:aws:s3:::invoices/*',
                          Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } },
                        },
                      }),
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data.aws_s3_bucket_policy.invoices'],
    },
  ],
  undetermined: [
    {
      title: 'variables hold a policy, and the readers of another',
      terraform: {
        variable: { policy: {}, readers: {} },
        resource: {
          aws_s3_bucket_policy: {
            invoices: { bucket: 'invoices', policy: '${var.policy}' },
            letters: {
              bucket: 'letters',
              policy: JSON.stringify({
                Statement: [
                  {
                    Effect: 'Allow',
                    Principal: { AWS: '${var.readers}' },
                    Action: 's3:GetObject',
                    Resource: 'arn:aws:s3:::letters/*',
                  },
                ],
              }),
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_policy.invoices', 'aws_s3_bucket_policy.letters'],
    },
  ],
};
