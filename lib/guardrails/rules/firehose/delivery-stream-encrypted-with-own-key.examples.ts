import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_kinesis_firehose_delivery_stream: {
            clicks: {
              server_side_encryption: {
                enabled: true,
                key_type: 'CUSTOMER_MANAGED_CMK',
                key_arn: '${aws_kms_key.data.arn}',
              },
            },
          },
        },
      },
    },
    {
      title: 'the data is internal, and AWS owns the key, blocks as lists',
      terraform: {
        resource: [
          {
            aws_kinesis_firehose_delivery_stream: [
              {
                builds: [
                  { count: 2, server_side_encryption: [{ enabled: true }], tags: { 'tom:data-class': 'internal' } },
                ],
              },
            ],
          },
        ],
      },
    },
    {
      title: 'a stream that reads from Kinesis',
      terraform: {
        resource: {
          aws_kinesis_stream: { clicks: {} },
          aws_kinesis_firehose_delivery_stream: {
            clicks: { kinesis_source_configuration: { kinesis_stream_arn: '${aws_kinesis_stream.clicks.arn}' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no encryption',
      terraform: { resource: { aws_kinesis_firehose_delivery_stream: { clicks: { destination: 'extended_s3' } } } },
      addresses: ['aws_kinesis_firehose_delivery_stream.clicks'],
    },
    {
      title: 'AWS owns the key of personal data',
      terraform: {
        resource: {
          aws_kinesis_firehose_delivery_stream: { clicks: { server_side_encryption: { enabled: true } } },
        },
      },
      addresses: ['aws_kinesis_firehose_delivery_stream.clicks'],
    },
    {
      title: 'no encryption within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_kinesis_firehose_delivery_stream.clicks',
                    mode: 'managed',
                    type: 'aws_kinesis_firehose_delivery_stream',
                    name: 'clicks',
                    values: {
                      kinesis_source_configuration: [],
                      server_side_encryption: [{ enabled: false, key_arn: null, key_type: 'AWS_OWNED_CMK' }],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_kinesis_firehose_delivery_stream.clicks'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { encrypt: {} },
        resource: {
          aws_kinesis_firehose_delivery_stream: {
            clicks: { server_side_encryption: { enabled: '${var.encrypt}' } },
          },
        },
      },
      addresses: ['aws_kinesis_firehose_delivery_stream.clicks'],
    },
  ],
};
