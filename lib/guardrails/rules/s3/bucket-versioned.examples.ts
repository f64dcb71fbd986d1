import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'versioned',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { bucket: 'invoices' } },
          aws_s3_bucket_versioning: {
            invoices: { bucket: '${aws_s3_bucket.invoices.id}', versioning_configuration: { status: 'Enabled' } },
          },
        },
      },
    },
    {
      title: 'versioned as older providers write it',
      terraform: { resource: { aws_s3_bucket: { invoices: { versioning: { enabled: true } } } } },
    },
    {
      title: 'Object Lock, which keeps versions',
      terraform: { resource: { aws_s3_bucket: { invoices: { object_lock_enabled: true } } } },
    },
    {
      title: 'no personal data, and a test run',
      terraform: {
        resource: {
          aws_s3_bucket: {
            assets: { tags: { 'tom:data-class': 'public' } },
            trial: { tags: { 'tom:environment': 'ephemeral' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing configured',
      terraform: { resource: { aws_s3_bucket: { invoices: { bucket: 'invoices' } } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'suspended',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { bucket: 'invoices' } },
          aws_s3_bucket_versioning: {
            invoices: { bucket: '${aws_s3_bucket.invoices.id}', versioning_configuration: { status: 'Suspended' } },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'versions that are gone the next day',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { bucket: 'invoices' } },
          aws_s3_bucket_versioning: {
            invoices: { bucket: '${aws_s3_bucket.invoices.id}', versioning_configuration: { status: 'Enabled' } },
          },
          aws_s3_bucket_lifecycle_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: { status: 'Enabled', noncurrent_version_expiration: { noncurrent_days: 1 } },
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
        variable: { status: {} },
        resource: {
          aws_s3_bucket: { invoices: { bucket: 'invoices' } },
          aws_s3_bucket_versioning: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              versioning_configuration: { status: '${var.status}' },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
  ],
};
