import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
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
      title: 'in the old style, several buckets',
      terraform: { resource: { aws_s3_bucket: { invoices: { count: 2, logging: { target_bucket: 'access-logs' } } } } },
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
      title: 'the bucket of a trail, whose access nothing logs',
      terraform: {
        resource: {
          aws_s3_bucket: { trails: {} },
          aws_cloudtrail: { main: { name: 'main', s3_bucket_name: '${aws_s3_bucket.trails.id}' } },
        },
      },
      addresses: ['aws_s3_bucket.trails'],
    },
    {
      title: 'nothing is logged',
      terraform: { resource: { aws_s3_bucket: { invoices: {} } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
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
      title: 'the trail leaves out a part of the bucket, everything under a prefix, or all but a part',
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
    {
      title: 'what AWS Config records, and nobody logs who reads it',
      terraform: {
        resource: {
          aws_s3_bucket: { records: {} },
          aws_config_delivery_channel: { main: { s3_bucket_name: '${aws_s3_bucket.records.id}' } },
        },
      },
      addresses: ['aws_s3_bucket.records'],
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
};
