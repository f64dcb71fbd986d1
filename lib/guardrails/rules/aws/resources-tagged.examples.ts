import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'tags of its own',
      terraform: {
        resource: {
          aws_s3_bucket: {
            invoices: {
              count: 2,
              tags: { 'tom:environment': 'production', 'tom:owner': 'billing', 'tom:data-class': 'personal' },
            },
          },
        },
      },
    },
    {
      title: 'the class by a tag, the rest by the default tags of an aliased provider',
      terraform: {
        provider: [
          {
            aws: [
              {
                alias: 'main',
                default_tags: [{ tags: { 'tom:environment': 'staging', 'tom:owner': 'billing' } }],
              },
            ],
          },
        ],
        resource: { aws_sqs_queue: { jobs: { provider: 'aws.main', tags: { 'tom:data-class': 'internal' } } } },
      },
    },
    {
      title: 'what takes no tags',
      terraform: { resource: { aws_s3_bucket_policy: { invoices: { bucket: 'invoices' } } } },
    },
  ],
  fail: [
    {
      title: 'a store without tags',
      terraform: { resource: { aws_dynamodb_table: { orders: {} } } },
      addresses: ['aws_dynamodb_table.orders'],
    },
    {
      title: 'no owner, and an unknown class',
      terraform: {
        resource: {
          aws_kms_key: { main: { tags: { 'tom:environment': 'production', 'tom:data-class': 'personal' } } },
          aws_vpc: {
            main: { tags: { 'tom:environment': 'production', 'tom:owner': 'web', 'tom:data-class': 'secret' } },
          },
        },
      },
      addresses: ['aws_kms_key.main', 'aws_vpc.main'],
    },
    {
      title: 'no owner',
      terraform: {
        resource: {
          aws_sqs_queue: {
            jobs: { tags: null, tags_all: { 'tom:environment': 'production', 'tom:data-class': 'internal' } },
          },
        },
      },
      addresses: ['aws_sqs_queue.jobs'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the tags',
      terraform: {
        variable: { tags: {} },
        resource: { aws_sns_topic: { orders: { tags: '${var.tags}' } } },
      },
      addresses: ['aws_sns_topic.orders'],
    },
  ],
};
