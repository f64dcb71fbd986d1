import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a key from the same stack',
      terraform: {
        resource: {
          aws_kms_key: { data: {} },
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: [
                {
                  apply_server_side_encryption_by_default: {
                    sse_algorithm: 'aws:kms',
                    kms_master_key_id: '${aws_kms_key.data.arn}',
                  },
                },
              ],
            },
          },
        },
      },
    },
    {
      title: 'in the old style, two layers of encryption',
      terraform: {
        resource: {
          aws_s3_bucket: {
            invoices: {
              server_side_encryption_configuration: {
                rule: {
                  apply_server_side_encryption_by_default: {
                    sse_algorithm: 'aws:kms:dsse',
                    kms_master_key_id: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd',
                  },
                },
              },
            },
          },
        },
      },
    },
    {
      title: 'no personal data; and a bucket for the logs of a load balancer',
      terraform: {
        resource: {
          aws_s3_bucket: {
            site: { tags: { 'tom:data-class': 'public' } },
            logs: { bucket: 'lb-logs' },
          },
          aws_lb: { web: { access_logs: { bucket: '${aws_s3_bucket.logs.id}', enabled: true } } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing is configured',
      terraform: { resource: { aws_s3_bucket: { invoices: {} } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: "S3's own key, in each of several buckets",
      terraform: {
        resource: {
          aws_s3_bucket: { invoices: { count: 2, tags: { 'tom:data-class': 'personal' } } },
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              count: 2,
              bucket: '${aws_s3_bucket.invoices[count.index].id}',
              rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'KMS, with the AWS managed key: by default, and by its alias',
      terraform: {
        data: { aws_kms_alias: { s3: { name: 'alias/aws/s3' } } },
        resource: {
          aws_s3_bucket: {
            invoices: {
              server_side_encryption_configuration: {
                rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
              },
            },
            letters: {},
          },
          aws_s3_bucket_server_side_encryption_configuration: {
            letters: {
              bucket: '${aws_s3_bucket.letters.id}',
              rule: {
                apply_server_side_encryption_by_default: {
                  sse_algorithm: 'aws:kms',
                  kms_master_key_id: '${data.aws_kms_alias.s3.target_key_arn}',
                },
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
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              bucket: '${var.bucket}',
              rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'AES256' } },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'a variable names the key',
      terraform: {
        variable: { key: {} },
        resource: {
          aws_s3_bucket: { invoices: {} },
          aws_s3_bucket_server_side_encryption_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: {
                apply_server_side_encryption_by_default: {
                  sse_algorithm: 'aws:kms',
                  kms_master_key_id: '${var.key}',
                },
              },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.invoices'],
    },
  ],
};
