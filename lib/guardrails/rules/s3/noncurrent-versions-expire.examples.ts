import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'in the old style, two rules, for several buckets',
      terraform: {
        resource: {
          aws_s3_bucket: {
            invoices: {
              count: 2,
              versioning: { enabled: true },
              lifecycle_rule: [
                { enabled: true, noncurrent_version_expiration: { days: 30 } },
                { enabled: true, prefix: '', abort_incomplete_multipart_upload_days: 7 },
              ],
            },
          },
        },
      },
    },
    {
      title: 'as a plan writes a filter that leaves nothing out',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_versioning: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              versioning_configuration: [{ status: 'Enabled' }],
            },
          },
          aws_s3_bucket_lifecycle_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: [
                {
                  status: 'Enabled',
                  filter: [{ and: [], object_size_greater_than: null, prefix: '', tag: [] }],
                  noncurrent_version_expiration: [{ noncurrent_days: 30 }],
                  abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
                },
              ],
            },
          },
        },
      },
    },
    {
      title: 'one rule for the whole bucket',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_versioning: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              versioning_configuration: { status: 'Enabled' },
            },
          },
          aws_s3_bucket_lifecycle_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: [
                {
                  id: 'retention',
                  status: 'Enabled',
                  filter: [{ prefix: '' }],
                  noncurrent_version_expiration: [{ noncurrent_days: 30 }],
                  abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
                },
              ],
            },
          },
        },
      },
    },
    { title: 'no versioning', terraform: { resource: { aws_s3_bucket: { invoices: {} } } } },
  ],
  fail: [
    {
      title: 'versioned, without a lifecycle',
      terraform: { resource: { aws_s3_bucket: { invoices: { versioning: { enabled: true } } } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'the rule is about objects with a tag',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { bucket: 'invoices', object_lock_enabled: true } },
          aws_s3_bucket_lifecycle_configuration: {
            invoices: {
              bucket: 'invoices',
              rule: {
                status: 'Enabled',
                filter: { and: { prefix: '', tags: { temporary: 'yes' } } },
                noncurrent_version_expiration: { noncurrent_days: 30 },
                abort_incomplete_multipart_upload: { days_after_initiation: 7 },
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'the rule is about a part of the bucket, or is off, or keeps versions of personal data',
      terraform: {
        resource: {
          aws_s3_bucket: {
            part: { bucket: 'part', object_lock_enabled: true },
            off: { bucket: 'off', object_lock_enabled: true },
            kept: { bucket: 'kept', object_lock_enabled: true },
          },
          aws_s3_bucket_lifecycle_configuration: {
            part: {
              bucket: 'part',
              rule: {
                status: 'Enabled',
                filter: { prefix: 'tmp/' },
                noncurrent_version_expiration: { noncurrent_days: 30 },
                abort_incomplete_multipart_upload: { days_after_initiation: 7 },
              },
            },
            off: {
              bucket: 'off',
              rule: {
                status: 'Disabled',
                noncurrent_version_expiration: { noncurrent_days: 30 },
                abort_incomplete_multipart_upload: { days_after_initiation: 7 },
              },
            },
            kept: {
              bucket: 'kept',
              rule: {
                status: 'Enabled',
                noncurrent_version_expiration: { noncurrent_days: 30, newer_noncurrent_versions: 5 },
                abort_incomplete_multipart_upload: { days_after_initiation: 7 },
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.kept', 'aws_s3_bucket.off', 'aws_s3_bucket.part'],
    },
    {
      title: 'incomplete uploads stay',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { bucket: 'invoices' } },
          aws_s3_bucket_versioning: {
            invoices: { bucket: 'invoices', versioning_configuration: { status: 'Enabled' } },
          },
          aws_s3_bucket_lifecycle_configuration: {
            invoices: {
              bucket: 'invoices',
              rule: {
                status: 'Enabled',
                filter: { and: [], prefix: '', tag: [], object_size_greater_than: null },
                noncurrent_version_expiration: { noncurrent_days: 30, newer_noncurrent_versions: null },
                abort_incomplete_multipart_upload: [],
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
      title: 'a variable names the bucket',
      terraform: {
        variable: { bucket: {} },
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_versioning: {
            invoices: { bucket: '${var.bucket}', versioning_configuration: { status: 'Enabled' } },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'variables decide on versioning, or on the rule',
      terraform: {
        variable: { versioning: {}, status: {} },
        resource: {
          aws_s3_bucket: {
            invoices: { versioning: { enabled: '${var.versioning}' } },
            letters: { bucket: 'letters', versioning: { enabled: true } },
          },
          aws_s3_bucket_lifecycle_configuration: {
            letters: {
              bucket: 'letters',
              rule: {
                status: '${var.status}',
                noncurrent_version_expiration: { noncurrent_days: 30 },
                abort_incomplete_multipart_upload: { days_after_initiation: 7 },
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices', 'aws_s3_bucket.letters'],
    },
  ],
};
