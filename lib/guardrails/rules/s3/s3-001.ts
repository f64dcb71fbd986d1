import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { bucketPolicyDenies, isDeniedTo } from './bucket-policy';

/** Buckets that refuse plain HTTP. */
export const S3_001: ResourceRule = {
  id: 'S3-001',
  title: 'A bucket policy denies requests over plain HTTP',
  severity: 'high',
  measures: ['1.1.1'],
  rationale:
    'S3 answers HTTP as well as HTTPS. Only a Deny in the bucket policy on aws:SecureTransport = false keeps objects and credentials off the wire in the clear.',
  fix: 'Use `EncryptedBucket`, or add to the bucket policy a statement with Effect Deny, Principal *, Action s3:*, the bucket and its objects as Resource, and the condition Bool aws:SecureTransport = false.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
    'CIS AWS Foundations Benchmark 3.0.0, 2.1.1',
    'AWS Security Hub S3.5',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    const denial = bucketPolicyDenies(model, bucket, (statement) =>
      isDeniedTo(
        statement,
        'aws:securetransport',
        (condition) => condition.operator === 'Bool' && condition.values.includes('false')
      )
    );
    if (denial === 'found') return MET;
    if (denial === 'absent')
      return violated('no statement of a bucket policy denies s3:* to everybody where aws:SecureTransport is false');
    return undetermined(denial.because);
  },
  examples: {
    pass: [
      {
        title: 'the policy is a resource of its own',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_policy: {
              invoices: {
                bucket: '${aws_s3_bucket.invoices.id}',
                policy: JSON.stringify({
                  Version: '2012-10-17',
                  Statement: {
                    Effect: 'Deny',
                    Principal: '*',
                    Action: 's3:*',
                    Resource: ['${aws_s3_bucket.invoices.arn}', '${aws_s3_bucket.invoices.arn}/*'],
                    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                  },
                }),
              },
            },
          },
        },
      },
      {
        title: 'the policy is an aws_iam_policy_document, the bucket one of several',
        terraform: {
          data: {
            aws_iam_policy_document: {
              tls: {
                statement: [
                  {
                    effect: 'Deny',
                    actions: ['s3:*'],
                    resources: ['*'],
                    principals: [{ type: '*', identifiers: ['*'] }],
                    condition: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
                  },
                ],
              },
            },
          },
          resource: {
            aws_s3_bucket: { invoices: { count: 2 } },
            aws_s3_bucket_policy: {
              invoices: {
                count: 2,
                bucket: '${aws_s3_bucket.invoices[count.index].id}',
                policy: '${data.aws_iam_policy_document.tls.json}',
              },
            },
          },
        },
      },
      {
        title: 'the policy stands within the bucket, as jsonencode',
        terraform: {
          resource: [
            {
              aws_s3_bucket: [
                {
                  invoices: [
                    {
                      bucket: 'invoices',
                      policy:
                        '${jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }] })}',
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
        title: 'no policy',
        terraform: { resource: { aws_s3_bucket: { invoices: {} } } },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'the denial leaves the objects out',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: { bucket: 'invoices' } },
            aws_s3_bucket_policy: {
              invoices: {
                bucket: 'invoices',
                policy: JSON.stringify({
                  Statement: [
                    {
                      Effect: 'Deny',
                      Principal: '*',
                      Action: 's3:*',
                      Resource: 'arn:aws:s3:::invoices',
                      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                    },
                  ],
                }),
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
    ],
    undetermined: [
      {
        title: 'the policy is a variable',
        terraform: {
          variable: { policy: {} },
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_policy: { invoices: { bucket: '${aws_s3_bucket.invoices.id}', policy: '${var.policy}' } },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
    ],
  },
};
