import { Examples } from '../../rule';

const DENIAL = {
  Sid: 'DenyOldTls',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['${aws_s3_bucket.invoices.arn}', '${aws_s3_bucket.invoices.arn}/*'],
};

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
                Statement: [{ ...DENIAL, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }],
              }),
            },
          },
        },
      },
    },
    {
      title: 'the policy is inline in two buckets, with the version as text',
      terraform: {
        resource: {
          aws_s3_bucket: {
            invoices: {
              count: 2,
              policy:
                '${jsonencode({ Statement = [{ Effect = "Deny", Principal = { AWS = "*" }, Action = "s3:*", Resource = "*", Condition = { NumericLessThanIfExists = { "s3:TlsVersion" = "1.3" } } }] })}',
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'the policy denies plain HTTP only',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_policy: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              policy: JSON.stringify({
                Statement: [{ ...DENIAL, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
              }),
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'the policy denies TLS 1.0, and lets 1.1 through',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_policy: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              policy: JSON.stringify({
                Statement: [{ ...DENIAL, Condition: { NumericLessThan: { 's3:TlsVersion': '1.1' } } }],
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
      title: 'a variable names the version',
      terraform: {
        variable: { tls: {} },
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_policy: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              policy: JSON.stringify({
                Statement: [{ ...DENIAL, Condition: { NumericLessThan: { 's3:TlsVersion': '${var.tls}' } } }],
              }),
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
  ],
};
