import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a configuration of its own',
      terraform: {
        resource: {
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              bucket: 'invoices',
              rule: [
                {
                  apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' },
                  bucket_key_enabled: true,
                },
              ],
            },
          },
        },
      },
    },
    {
      title: 'in the old style',
      terraform: {
        resource: {
          aws_s3_bucket: {
            invoices: {
              count: 2,
              server_side_encryption_configuration: {
                rule: {
                  apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' },
                  bucket_key_enabled: 'true',
                },
              },
            },
          },
        },
      },
    },
    {
      title: 'encryption that has no bucket key',
      terraform: {
        resource: {
          aws_s3_bucket_server_side_encryption_configuration: {
            logs: {
              bucket: 'logs',
              rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } },
            },
            vault: {
              bucket: 'vault',
              rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms:dsse' } },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'unset',
      terraform: {
        resource: {
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              bucket: 'invoices',
              rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_server_side_encryption_configuration.invoices'],
    },
    {
      title: 'off, in the old style',
      terraform: {
        resource: {
          aws_s3_bucket: {
            invoices: {
              server_side_encryption_configuration: {
                rule: {
                  apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' },
                  bucket_key_enabled: false,
                },
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { bucket_key: {} },
        resource: {
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              bucket: 'invoices',
              rule: {
                apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' },
                bucket_key_enabled: '${var.bucket_key}',
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_server_side_encryption_configuration.invoices'],
    },
  ],
};
