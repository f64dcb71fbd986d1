import { Model, Resource } from '../../model';
import { PolicyReading, readPolicy } from '../../policy';
import { MET, ResourceRule } from '../../rule';
import { publicPolicyVerdict } from '../public-principal';
import { policyOf } from './bucket-policy';
import { configured } from '../configured';

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

/** Policies of buckets and access points that know whom they let in. */
export const S3_011: ResourceRule = {
  id: 'S3-011',
  title: 'No policy of a bucket or access point lets everybody in',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'An Allow to everybody (Principal *, or NotPrincipal) opens the bucket to the internet, unless a condition names the accounts, organization, networks or sources that are meant. What counts as public is what AWS calls so.',
  fix: 'Use `EncryptedBucket` and its grants, or name the principals; or narrow the statement by a condition with fixed values, such as StringEquals aws:PrincipalOrgID or aws:SourceVpce.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
    'AWS Security Hub S3.2, S3.3',
  ],
  types: [
    'aws_s3_bucket_policy',
    'aws_s3_bucket',
    'aws_s3_access_point',
    'aws_s3control_access_point_policy',
    'aws_s3control_multi_region_access_point_policy',
  ],
  check: (resource, model) => {
    const policy = policyIn(model, resource);
    if (policy === undefined) return undefined;
    // An access point of a VPC answers nobody outside it.
    if (resource.type === 'aws_s3_access_point' && resource.has('vpc_configuration.vpc_id')) return MET;
    return publicPolicyVerdict('policy', policy);
  },
  examples: {
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
  },
};

function policyIn(model: Model, resource: Resource): PolicyReading {
  if (resource.type !== 'aws_s3control_multi_region_access_point_policy') return policyOf(model, resource);
  const isSet = configured(resource, 'details.policy') !== undefined;
  return isSet ? readPolicy(model, resource, 'details.policy') : undefined;
}
