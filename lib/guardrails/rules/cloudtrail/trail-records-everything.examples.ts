import { Examples } from '../../rule';

/** What a trail of examples says where it misses nothing. */
const COMPLETE = {
  name: 'main',
  s3_bucket_name: 'trail',
  is_multi_region_trail: true,
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a trail without selectors records all management events',
      terraform: { resource: { aws_cloudtrail: { main: COMPLETE } } },
    },
    {
      title: 'selectors that add data events, and split reads and writes',
      terraform: {
        resource: {
          aws_cloudtrail: {
            data: {
              ...COMPLETE,
              count: 1,
              event_selector: [
                { data_resource: { type: 'AWS::S3::Object', values: ['arn:aws:s3'] } },
                { include_management_events: false },
              ],
            },
            split: { ...COMPLETE, event_selector: [{ read_write_type: 'ReadOnly' }, { read_write_type: 'WriteOnly' }] },
            advanced: {
              ...COMPLETE,
              advanced_event_selector: [
                { field_selector: { field: 'eventCategory', equals: ['Management'] } },
                {
                  field_selector: [
                    { field: 'eventCategory', equals: ['Data'] },
                    { field: 'resources.type', equals: ['AWS::S3::Object'] },
                  ],
                },
              ],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a trail of one region that is not for all regions',
      terraform: { resource: { aws_cloudtrail: { main: { name: 'main', s3_bucket_name: 'trail' } } } },
      addresses: ['aws_cloudtrail.main'],
    },
    {
      title: 'switched off, or without global services',
      terraform: {
        resource: {
          aws_cloudtrail: {
            local: { ...COMPLETE, include_global_service_events: false },
            off: { ...COMPLETE, enable_logging: false },
          },
        },
      },
      addresses: ['aws_cloudtrail.local', 'aws_cloudtrail.off'],
    },
    {
      title: 'management events left out, narrowed to writes, or without those of KMS',
      terraform: {
        resource: {
          aws_cloudtrail: {
            advanced: {
              ...COMPLETE,
              advanced_event_selector: {
                field_selector: [
                  { field: 'eventCategory', equals: ['Management'] },
                  { field: 'eventSource', not_equals: ['kms.amazonaws.com'] },
                ],
              },
            },
            data: {
              ...COMPLETE,
              advanced_event_selector: [{ field_selector: [{ field: 'eventCategory', equals: ['Data'] }] }],
            },
            kms: { ...COMPLETE, event_selector: { exclude_management_event_sources: ['kms.amazonaws.com'] } },
            none: { ...COMPLETE, event_selector: [{ include_management_events: false }] },
            writes: { ...COMPLETE, event_selector: [{ read_write_type: 'WriteOnly' }] },
          },
        },
      },
      addresses: [
        'aws_cloudtrail.advanced',
        'aws_cloudtrail.data',
        'aws_cloudtrail.kms',
        'aws_cloudtrail.none',
        'aws_cloudtrail.writes',
      ],
    },
    {
      title: 'one region',
      terraform: {
        resource: {
          aws_cloudtrail: {
            main: {
              ...COMPLETE,
              is_multi_region_trail: false,
              include_global_service_events: true,
              enable_logging: true,
              event_selector: [],
            },
          },
        },
      },
      addresses: ['aws_cloudtrail.main'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide: the regions, the selectors',
      terraform: {
        variable: { all: {}, selectors: {}, sources: {} },
        resource: {
          aws_cloudtrail: {
            regions: { ...COMPLETE, is_multi_region_trail: '${var.all}' },
            selectors: { ...COMPLETE, event_selector: '${var.selectors}' },
            sources: { ...COMPLETE, event_selector: { exclude_management_event_sources: '${var.sources}' } },
          },
        },
      },
      addresses: ['aws_cloudtrail.regions', 'aws_cloudtrail.selectors', 'aws_cloudtrail.sources'],
    },
  ],
};
