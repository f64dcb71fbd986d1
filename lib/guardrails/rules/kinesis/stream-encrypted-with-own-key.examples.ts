import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key of the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_kinesis_stream: { clicks: { encryption_type: 'KMS', kms_key_id: '${aws_kms_key.data.arn}' } },
        },
      },
    },
    {
      title: 'the data is internal, and AWS manages the key',
      terraform: {
        resource: [
          {
            aws_kinesis_stream: [
              {
                builds: [
                  {
                    count: 2,
                    encryption_type: 'KMS',
                    kms_key_id: 'alias/aws/kinesis',
                    tags: { 'tom:data-class': 'internal' },
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no encryption',
      terraform: { resource: { aws_kinesis_stream: { clicks: { name: 'clicks', shard_count: 1 } } } },
      addresses: ['aws_kinesis_stream.clicks'],
    },
    {
      title: 'AWS manages the key of personal data',
      terraform: {
        resource: {
          aws_kinesis_stream: {
            clicks: { encryption_type: 'KMS', kms_key_id: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/kinesis' },
          },
        },
      },
      addresses: ['aws_kinesis_stream.clicks'],
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
                    address: 'module.shop.aws_kinesis_stream.clicks',
                    mode: 'managed',
                    type: 'aws_kinesis_stream',
                    name: 'clicks',
                    values: { name: 'clicks', encryption_type: 'NONE', kms_key_id: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_kinesis_stream.clicks'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { encryption: {} },
        resource: {
          aws_kinesis_stream: { clicks: { encryption_type: '${var.encryption}', kms_key_id: 'alias/clicks' } },
        },
      },
      addresses: ['aws_kinesis_stream.clicks'],
    },
  ],
};
