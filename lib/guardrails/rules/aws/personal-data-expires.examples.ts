import { Examples } from '../../rule';

const ABORT = { abort_incomplete_multipart_upload: { days_after_initiation: 7 } };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'in the old style, with nothing declared',
      terraform: {
        resource: {
          aws_s3_bucket: {
            letters: {
              lifecycle_rule: { enabled: true, expiration: { days: 400 }, abort_incomplete_multipart_upload_days: 7 },
            },
          },
        },
      },
    },
    {
      title: 'objects expire within the retention of the posture, or of the tag',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 365 } },
        },
        resource: {
          aws_s3_bucket: {
            invoices: { count: 2, tags: { 'tom:retention-days': '3650' } },
            letters: { bucket: 'letters' },
          },
          aws_s3_bucket_lifecycle_configuration: {
            invoices: {
              count: 2,
              bucket: '${aws_s3_bucket.invoices[count.index].id}',
              rule: { status: 'Enabled', filter: {}, expiration: { days: 3650 }, ...ABORT },
            },
            letters: {
              bucket: 'letters',
              rule: [{ status: 'Enabled', filter: [{}], expiration: [{ days: 365 }], ...ABORT }],
            },
          },
        },
      },
    },
    {
      title: 'not personal, logs, and objects that are overwritten',
      terraform: {
        resource: {
          aws_s3_bucket: {
            builds: { tags: { 'tom:data-class': 'internal' } },
            logs: { tags: { 'tom:log-kind': 'security' } },
            state: { bucket: 'state' },
          },
          aws_s3_bucket_lifecycle_configuration: {
            state: {
              bucket: 'state',
              rule: { status: 'Enabled', filter: {}, noncurrent_version_expiration: { noncurrent_days: 90 } },
            },
          },
        },
      },
    },
    {
      title: 'a versioned bucket, whose uploads S3-008 asks for',
      terraform: {
        resource: {
          aws_s3_bucket: {
            letters: { versioning: { enabled: true }, lifecycle_rule: { enabled: true, expiration: { days: 400 } } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'later than declared',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
        },
        resource: { aws_s3_bucket: { letters: { lifecycle_rule: { enabled: true, expiration: { days: 400 } } } } },
      },
      addresses: ['aws_s3_bucket.letters'],
    },
    {
      title: 'nothing expires, or only a part, or not yet',
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { bucket: 'invoices' }, letters: {}, photos: { bucket: 'photos' } },
          aws_s3_bucket_lifecycle_configuration: {
            invoices: {
              bucket: 'invoices',
              rule: { status: 'Enabled', filter: { prefix: 'tmp/' }, expiration: { days: 7 } },
            },
            photos: { bucket: 'photos', rule: { status: 'Disabled', filter: {}, expiration: { days: 7 } } },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices', 'aws_s3_bucket.letters', 'aws_s3_bucket.photos'],
    },
    {
      title: 'objects expire, and parts of uploads stay',
      terraform: {
        resource: {
          aws_s3_bucket: { letters: { lifecycle_rule: { enabled: true, expiration: { days: 400 } } } },
        },
      },
      addresses: ['aws_s3_bucket.letters'],
    },
  ],
  undetermined: [
    {
      title: 'variables hold the bucket of the rules, the days, and the retention',
      terraform: {
        variable: { bucket: {}, days: {}, retention: {} },
        resource: {
          aws_s3_bucket: {
            any: {},
            invoices: {
              tags: { 'tom:retention-days': '${var.retention}' },
              lifecycle_rule: { enabled: true, expiration: { days: 30 } },
            },
            letters: {
              tags: { 'tom:retention-days': '90' },
              lifecycle_rule: { enabled: true, expiration: { days: '${var.days}' } },
            },
          },
          aws_s3_bucket_lifecycle_configuration: { any: { bucket: '${var.bucket}', rule: [] } },
        },
      },
      addresses: ['aws_s3_bucket.any', 'aws_s3_bucket.invoices', 'aws_s3_bucket.letters'],
    },
    {
      title: 'a variable holds the days of uploads',
      terraform: {
        variable: { days: {} },
        resource: {
          aws_s3_bucket: {
            letters: {
              lifecycle_rule: {
                enabled: true,
                expiration: { days: 400 },
                abort_incomplete_multipart_upload_days: '${var.days}',
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.letters'],
    },
  ],
};
