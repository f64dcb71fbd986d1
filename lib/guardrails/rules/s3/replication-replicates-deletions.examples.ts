import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'deletions are replicated',
      terraform: {
        resource: {
          aws_s3_bucket_replication_configuration: {
            letters: {
              bucket: 'letters',
              rule: {
                status: 'Enabled',
                filter: {},
                delete_marker_replication: { status: 'Enabled' },
                destination: { bucket: '${aws_s3_bucket.replica.arn}' },
              },
            },
          },
        },
      },
    },
    {
      title: 'deletions are replicated, for each of several buckets',
      terraform: {
        resource: {
          aws_s3_bucket: { letters: { count: 2 }, replica: { bucket: 'replica' } },
          aws_s3_bucket_replication_configuration: {
            letters: {
              count: 2,
              bucket: '${aws_s3_bucket.letters[count.index].id}',
              rule: {
                status: 'Enabled',
                filter: {},
                delete_marker_replication: { status: 'Enabled' },
                destination: { bucket: '${aws_s3_bucket.replica.arn}' },
              },
            },
          },
        },
      },
    },
    {
      title: 'without a filter they are by themselves; a rule that is off; logs and prices',
      terraform: {
        resource: {
          aws_s3_bucket: {
            logs: { tags: { 'tom:log-kind': 'security' } },
            prices: { tags: { 'tom:data-class': 'public' } },
          },
          aws_s3_bucket_replication_configuration: {
            letters: {
              bucket: 'letters',
              rule: [
                { status: 'Enabled', destination: { bucket: 'arn' } },
                { status: 'Disabled', filter: {}, destination: { bucket: 'arn' } },
              ],
            },
            logs: {
              bucket: '${aws_s3_bucket.logs.id}',
              rule: { status: 'Enabled', filter: {}, destination: { bucket: 'arn' } },
            },
            prices: {
              bucket: '${aws_s3_bucket.prices.id}',
              rule: { status: 'Enabled', filter: {}, destination: { bucket: 'arn' } },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'unset',
      terraform: {
        resource: {
          aws_s3_bucket_replication_configuration: {
            letters: {
              bucket: 'letters',
              rule: { status: 'Enabled', filter: { and: [], prefix: '', tag: [] }, delete_marker_replication: [] },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_replication_configuration.letters'],
    },
    {
      title: 'deletions stay at home, in the second rule',
      terraform: {
        resource: {
          aws_s3_bucket_replication_configuration: {
            letters: {
              bucket: 'letters',
              rule: [
                {
                  status: 'Enabled',
                  filter: { prefix: 'a/' },
                  delete_marker_replication: { status: 'Enabled' },
                  destination: { bucket: 'arn' },
                },
                {
                  status: 'Enabled',
                  filter: { prefix: 'b/' },
                  delete_marker_replication: { status: 'Disabled' },
                  destination: { bucket: 'arn' },
                },
              ],
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_replication_configuration.letters'],
    },
    {
      title: 'into a replica of a lower class',
      terraform: {
        resource: {
          aws_s3_bucket: { letters: {}, replica: { tags: { 'tom:data-class': 'internal' } } },
          aws_s3_bucket_replication_configuration: {
            letters: {
              bucket: '${aws_s3_bucket.letters.id}',
              rule: {
                status: 'Enabled',
                filter: {},
                delete_marker_replication: { status: 'Enabled' },
                destination: { bucket: '${aws_s3_bucket.replica.arn}' },
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_replication_configuration.letters'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { deletions: {} },
        resource: {
          aws_s3_bucket_replication_configuration: {
            letters: {
              bucket: 'letters',
              rule: {
                status: 'Enabled',
                filter: {},
                delete_marker_replication: { status: '${var.deletions}' },
                destination: { bucket: 'arn' },
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket_replication_configuration.letters'],
    },
  ],
};
