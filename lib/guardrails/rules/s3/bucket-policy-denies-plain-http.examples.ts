import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
};
