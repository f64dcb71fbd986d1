import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'SSE-C is blocked',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: [
                {
                  apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' },
                  blocked_encryption_types: ['SSE-C'],
                },
              ],
            },
          },
        },
      },
    },
    {
      title: 'several buckets',
      terraform: {
        resource: {
          aws_s3_bucket: { logs: { count: 2 } },
          aws_s3_bucket_server_side_encryption_configuration: {
            logs: {
              count: 2,
              bucket: '${aws_s3_bucket.logs[count.index].bucket}',
              rule: {
                apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' },
                blocked_encryption_types: '${tolist(["SSE-C"])}',
              },
            },
          },
        },
      },
    },
    {
      title: 'directory buckets',
      terraform: {
        resource: {
          aws_s3_directory_bucket: { fast: { bucket: 'fast--euc1-az1--x-s3' } },
          aws_s3_bucket_server_side_encryption_configuration: {
            fast: { bucket: '${aws_s3_directory_bucket.fast.bucket}', rule: { bucket_key_enabled: true } },
            other: { bucket: 'other--euc1-az1--x-s3', rule: { bucket_key_enabled: true } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing is configured, or in the old style only',
      terraform: {
        resource: {
          aws_s3_bucket: {
            letters: {},
            invoices: {
              server_side_encryption_configuration: {
                rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices', 'aws_s3_bucket.letters'],
    },
    {
      title: 'blocked types left out, and allowed expressly',
      terraform: {
        resource: {
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              bucket: 'invoices',
              rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
            },
            letters: { bucket: 'letters', rule: [{ blocked_encryption_types: ['NONE'] }] },
          },
        },
      },
      addresses: [
        'aws_s3_bucket_server_side_encryption_configuration.invoices',
        'aws_s3_bucket_server_side_encryption_configuration.letters',
      ],
    },
    {
      title: 'left to the provider, known after apply',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_s3_bucket_server_side_encryption_configuration.invoices',
                    mode: 'managed',
                    type: 'aws_s3_bucket_server_side_encryption_configuration',
                    name: 'invoices',
                    values: {
                      bucket: 'invoices',
                      rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'AES256' }] }],
                    },
                  },
                ],
              },
            ],
          },
        },
        resource_changes: [
          {
            address: 'module.data.aws_s3_bucket_server_side_encryption_configuration.invoices',
            change: { after_unknown: { id: true, rule: [{ blocked_encryption_types: true }] } },
          },
        ],
      },
      addresses: ['module.data.aws_s3_bucket_server_side_encryption_configuration.invoices'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the bucket',
      terraform: {
        variable: { bucket: {} },
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: { bucket: '${var.bucket}', rule: { blocked_encryption_types: ['SSE-C'] } },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'a variable decides',
      terraform: {
        variable: { blocked: {} },
        resource: {
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: { bucket: 'invoices', rule: { blocked_encryption_types: '${var.blocked}' } },
          },
        },
      },
      addresses: ['aws_s3_bucket_server_side_encryption_configuration.invoices'],
    },
  ],
};
