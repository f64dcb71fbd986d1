import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key from the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_sqs_queue: { orders: { count: 2, kms_master_key_id: '${aws_kms_key.data.id}' } },
        },
      },
    },
    {
      title: "the data is internal, and SQS's own key is on by default",
      terraform: { resource: { aws_sqs_queue: { builds: { tags: { 'tom:data-class': 'internal' } } } } },
    },
    {
      title: 'the data is internal, and AWS manages the key',
      terraform: {
        resource: {
          aws_sqs_queue: {
            builds: {
              kms_master_key_id: 'alias/aws/sqs',
              sqs_managed_sse_enabled: false,
              tags: { 'tom:data-class': 'internal' },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no key, and no class of data',
      terraform: { resource: { aws_sqs_queue: { orders: { sqs_managed_sse_enabled: true } } } },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'AWS manages the key of personal data',
      terraform: {
        data: { aws_kms_alias: { sqs: { name: 'alias/aws/sqs' } } },
        resource: {
          aws_sqs_queue: {
            orders: { kms_master_key_id: 'alias/aws/sqs' },
            returns: { kms_master_key_id: '${data.aws_kms_alias.sqs.target_key_arn}' },
          },
        },
      },
      addresses: ['aws_sqs_queue.orders', 'aws_sqs_queue.returns'],
    },
    {
      title: 'encryption is off',
      terraform: {
        resource: {
          aws_sqs_queue: {
            builds: { kms_master_key_id: null, sqs_managed_sse_enabled: false, tags: { 'tom:data-class': 'internal' } },
          },
        },
      },
      addresses: ['aws_sqs_queue.builds'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: { aws_sqs_queue: { orders: { kms_master_key_id: '${var.key}' } } },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'a variable switches encryption',
      terraform: {
        variable: { encrypt: {} },
        resource: {
          aws_sqs_queue: {
            builds: { sqs_managed_sse_enabled: '${var.encrypt}', tags: { 'tom:data-class': 'internal' } },
          },
        },
      },
      addresses: ['aws_sqs_queue.builds'],
    },
  ],
};
