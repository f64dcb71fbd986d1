import { Examples } from '../../rule';
import { LOCK } from './object-lock-within-retention';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'within the retention of the tag, for each of several buckets',
      terraform: {
        resource: {
          aws_s3_bucket: { contracts: { count: 2, tags: { 'tom:retention-days': '3650' } } },
          [LOCK]: {
            contracts: {
              count: 2,
              bucket: '${aws_s3_bucket.contracts[count.index].id}',
              rule: { default_retention: { mode: 'COMPLIANCE', years: 10 } },
            },
          },
        },
      },
    },
    {
      title: 'logs, data that is not personal, and nothing declared',
      terraform: {
        resource: {
          aws_s3_bucket: {
            logs: {
              tags: { 'tom:log-kind': 'security', 'tom:retention-days': '30' },
              object_lock_configuration: { rule: { default_retention: { mode: 'COMPLIANCE', days: 400 } } },
            },
            prices: {
              tags: { 'tom:data-class': 'public', 'tom:retention-days': '30' },
              object_lock_configuration: { rule: { default_retention: { mode: 'GOVERNANCE', days: 400 } } },
            },
            some: { object_lock_configuration: { rule: { default_retention: { mode: 'GOVERNANCE', days: 400 } } } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'within the bucket',
      terraform: {
        resource: {
          aws_s3_bucket: {
            letters: {
              tags: { 'tom:retention-days': '30' },
              object_lock_configuration: { rule: { default_retention: { mode: 'GOVERNANCE', days: 31 } } },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.letters'],
    },
    {
      title: 'a year where the posture sets 90 days',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
        },
        resource: {
          aws_s3_bucket: { letters: {} },
          [LOCK]: {
            letters: {
              bucket: '${aws_s3_bucket.letters.id}',
              rule: { default_retention: { mode: 'COMPLIANCE', years: 1 } },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.letters'],
    },
    {
      title: 'a year, inline in the bucket',
      terraform: {
        resource: {
          aws_s3_bucket: {
            letters: {
              bucket: 'letters',
              tags: { 'tom:retention-days': '30' },
              object_lock_configuration: { rule: { default_retention: { mode: 'COMPLIANCE', days: 0, years: 1 } } },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.letters'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the days, and the bucket',
      terraform: {
        variable: { bucket: {}, days: {} },
        resource: {
          aws_s3_bucket: {
            letters: { tags: { 'tom:retention-days': '30' } },
            photos: { bucket: 'photos', tags: { 'tom:retention-days': '30' } },
          },
          [LOCK]: {
            any: { bucket: '${var.bucket}', rule: { default_retention: { mode: 'COMPLIANCE', days: 10 } } },
            photos: { bucket: 'photos', rule: { default_retention: { mode: 'COMPLIANCE', days: '${var.days}' } } },
          },
        },
      },
      addresses: ['aws_s3_bucket.letters', 'aws_s3_bucket.photos'],
    },
  ],
};
