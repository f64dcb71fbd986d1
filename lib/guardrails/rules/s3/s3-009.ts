import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { configured } from '../configured';
import { logUse } from './log-bucket';
import { recordsDataEvents } from './trail-data-events';

const LOGGING = 'aws_s3_bucket_logging';

/** Buckets of personal data that record who reads them. */
export const S3_009: ResourceRule = {
  id: 'S3-009',
  title: 'Access to a bucket of personal data is logged',
  severity: 'medium',
  measures: ['8.1', '8.2'],
  rationale:
    'Neither S3 nor a trail of management events records who read, wrote or deleted an object. Without server access logs or CloudTrail data events nobody can tell after a breach whose data was taken. A bucket whose class nobody declares counts as personal. Buckets of logs are left out: logging one into itself never ends.',
  fix: 'Use `EncryptedBucket`, or give the bucket an `aws_s3_bucket_logging`, or record the data events of its objects, reads and writes, in an `aws_cloudtrail`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/logging-with-S3.html',
    'CIS AWS Foundations Benchmark 3.0.0, 3.8, 3.9',
    'AWS Security Hub S3.9, S3.22, S3.23',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    if (!bucket.isPersonal || logUse(model, bucket) !== undefined) return undefined;
    if (model.companions(bucket, LOGGING, 'bucket').length > 0) return MET;
    if (configured(bucket, 'logging.target_bucket') !== undefined) return MET;
    const events = recordsDataEvents(model, bucket);
    if (events === true) return MET;
    if (events !== false) return undetermined(events.because);
    if (model.hasUndeterminedCompanion(LOGGING, 'bucket')) {
      return undetermined(`an ${LOGGING} names its bucket by a value that only a plan can tell`);
    }
    return violated(`the bucket has no ${LOGGING}, and no trail records the data events of its objects`);
  },
  examples: {
    pass: [
      {
        title: 'a trail records the objects of the bucket by an advanced selector',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_cloudtrail: {
              main: {
                name: 'main',
                s3_bucket_name: 'trail',
                advanced_event_selector: {
                  field_selector: [
                    { field: 'eventCategory', equals: ['Data'] },
                    { field: 'resources.type', equals: ['AWS::S3::Object'] },
                    { field: 'resources.ARN', starts_with: ['${aws_s3_bucket.invoices.arn}/'] },
                  ],
                },
              },
            },
          },
        },
      },
      {
        title: 'server access logging; the bucket of the logs needs none',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {}, logs: {} },
            aws_s3_bucket_logging: {
              invoices: {
                bucket: '${aws_s3_bucket.invoices.id}',
                target_bucket: '${aws_s3_bucket.logs.id}',
                target_prefix: 'invoices/',
              },
            },
          },
        },
      },
      {
        title: 'in the old style, several buckets',
        terraform: {
          resource: [{ aws_s3_bucket: [{ invoices: [{ count: 2, logging: [{ target_bucket: 'access-logs' }] }] }] }],
        },
      },
      {
        title: 'a trail records every object; or those of one bucket, reads and writes',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: { bucket: 'invoices' } },
            aws_cloudtrail: {
              main: {
                name: 'main',
                s3_bucket_name: 'trail',
                event_selector: [
                  {
                    read_write_type: 'WriteOnly',
                    data_resource: [{ type: 'AWS::S3::Object', values: ['${aws_s3_bucket.invoices.arn}/'] }],
                  },
                ],
              },
              reads: {
                name: 'reads',
                s3_bucket_name: 'trail',
                advanced_event_selector: {
                  field_selector: [
                    { field: 'eventCategory', equals: ['Data'] },
                    { field: 'resources.type', equals: ['AWS::S3::Object'] },
                    { field: 'readOnly', equals: ['true'] },
                  ],
                },
              },
            },
          },
        },
      },
      {
        title: 'trails record every bucket but some, and what one leaves out another records',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: { bucket: 'invoices' }, letters: {}, logs: {} },
            aws_s3_bucket_logging: { logs: { bucket: '${aws_s3_bucket.logs.id}', target_bucket: 'access-logs' } },
            aws_cloudtrail: {
              main: {
                name: 'main',
                s3_bucket_name: 'trail',
                advanced_event_selector: [
                  { field_selector: [{ field: 'eventCategory', equals: ['Management'] }] },
                  {
                    field_selector: [
                      { field: 'eventCategory', equals: ['Data'] },
                      { field: 'resources.type', equals: ['AWS::S3::Object'] },
                      {
                        field: 'resources.ARN',
                        not_starts_with: ['${aws_s3_bucket.logs.arn}/', 'arn:aws:s3:::invoices/drafts/'],
                      },
                    ],
                  },
                ],
              },
              second: {
                name: 'second',
                s3_bucket_name: 'trail',
                advanced_event_selector: {
                  field_selector: [
                    { field: 'eventCategory', equals: ['Data'] },
                    { field: 'resources.type', equals: ['AWS::S3::Object'] },
                    { field: 'resources.ARN', not_starts_with: ['${aws_s3_bucket.logs.arn}/'] },
                  ],
                },
              },
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'the trail is off, records a part of the bucket, or single events',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: { bucket: 'invoices' } },
            aws_cloudtrail: {
              off: {
                name: 'off',
                s3_bucket_name: 'trail',
                enable_logging: false,
                event_selector: { data_resource: { type: 'AWS::S3::Object', values: ['arn:aws:s3'] } },
              },
              part: {
                name: 'part',
                s3_bucket_name: 'trail',
                event_selector: {
                  data_resource: { type: 'AWS::S3::Object', values: ['${aws_s3_bucket.invoices.arn}/2026/'] },
                },
              },
              deletions: {
                name: 'deletions',
                s3_bucket_name: 'trail',
                advanced_event_selector: [
                  {
                    field_selector: [
                      { field: 'resources.type', equals: ['AWS::S3::Object'] },
                      { field: 'resources.ARN', starts_with: ['arn:aws:s3:::invoices/'] },
                      { field: 'eventName', equals: ['DeleteObject'] },
                    ],
                  },
                ],
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'the trail leaves out a part of the bucket, whatever begins with a name, or all but a part',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: { bucket: 'invoices' } },
            aws_cloudtrail: {
              part: {
                name: 'part',
                s3_bucket_name: 'trail',
                advanced_event_selector: {
                  field_selector: [
                    { field: 'resources.type', equals: ['AWS::S3::Object'] },
                    { field: 'resources.ARN', not_starts_with: ['${aws_s3_bucket.invoices.arn}/drafts/'] },
                  ],
                },
              },
              prefix: {
                name: 'prefix',
                s3_bucket_name: 'trail',
                advanced_event_selector: {
                  field_selector: [
                    { field: 'resources.type', equals: ['AWS::S3::Object'] },
                    { field: 'resources.ARN', not_starts_with: ['arn:aws:s3:::inv'] },
                  ],
                },
              },
              both: {
                name: 'both',
                s3_bucket_name: 'trail',
                advanced_event_selector: {
                  field_selector: [
                    { field: 'resources.type', equals: ['AWS::S3::Object'] },
                    { field: 'resources.ARN', starts_with: ['arn:aws:s3:::invoices/2026/'] },
                    { field: 'resources.ARN', not_starts_with: ['arn:aws:s3:::letters/'] },
                  ],
                },
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'nothing is logged',
        terraform: { resource: { aws_s3_bucket: { invoices: {} } } },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'a trail records management events, another bucket, and writes only',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {}, letters: { bucket: 'letters' } },
            aws_cloudtrail: {
              main: {
                name: 'main',
                s3_bucket_name: 'trail',
                event_selector: {
                  read_write_type: 'WriteOnly',
                  data_resource: { type: 'AWS::S3::Object', values: ['arn:aws:s3:::letters/'] },
                },
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices', 'aws_s3_bucket.letters'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the bucket',
        terraform: {
          variable: { bucket: {} },
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_logging: { invoices: { bucket: '${var.bucket}', target_bucket: 'logs' } },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'a variable names the bucket whose events are left out',
        terraform: {
          variable: { quiet: {} },
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_cloudtrail: {
              main: {
                name: 'main',
                s3_bucket_name: 'trail',
                advanced_event_selector: {
                  field_selector: [
                    { field: 'resources.type', equals: ['AWS::S3::Object'] },
                    { field: 'resources.ARN', not_starts_with: ['arn:aws:s3:::${var.quiet}/'] },
                  ],
                },
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'a variable names the buckets whose events are recorded',
        terraform: {
          variable: { recorded: {} },
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_cloudtrail: {
              main: {
                name: 'main',
                s3_bucket_name: 'trail',
                event_selector: { data_resource: { type: 'AWS::S3::Object', values: '${var.recorded}' } },
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
    ],
  },
};
