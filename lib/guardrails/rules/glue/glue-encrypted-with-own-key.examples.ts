import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a crawler with a security configuration',
      terraform: { resource: { aws_glue_crawler: { orders: { security_configuration: 'orders' } } } },
    },
    {
      title: 'a job with a security configuration, and the catalogue',
      terraform: {
        resource: {
          aws_glue_job: {
            orders: { count: 2, security_configuration: '${aws_glue_security_configuration.main.name}' },
          },
          aws_glue_security_configuration: {
            main: {
              encryption_configuration: {
                cloudwatch_encryption: { cloudwatch_encryption_mode: 'SSE-KMS', kms_key_arn: 'arn' },
                job_bookmarks_encryption: { job_bookmarks_encryption_mode: 'CSE-KMS', kms_key_arn: 'arn' },
                s3_encryption: { s3_encryption_mode: 'SSE-KMS', kms_key_arn: 'arn' },
              },
            },
          },
          aws_glue_data_catalog_encryption_settings: {
            all: {
              data_catalog_encryption_settings: {
                connection_password_encryption: { return_connection_password_encrypted: true },
                encryption_at_rest: { catalog_encryption_mode: 'SSE-KMS' },
              },
            },
          },
        },
      },
    },
    {
      title: 'a job on public data',
      terraform: { resource: { aws_glue_job: { prices: { tags: { 'tom:data-class': 'public' } } } } },
    },
  ],
  fail: [
    {
      title: 'a job and a crawler without one',
      terraform: { resource: { aws_glue_crawler: { orders: {} }, aws_glue_job: { orders: { name: 'orders' } } } },
      addresses: ['aws_glue_crawler.orders', 'aws_glue_job.orders'],
    },
    {
      title: 'bookmarks and the catalogue are left out',
      terraform: {
        resource: {
          aws_glue_security_configuration: {
            main: {
              encryption_configuration: {
                cloudwatch_encryption: { cloudwatch_encryption_mode: 'SSE-KMS' },
                job_bookmarks_encryption: { job_bookmarks_encryption_mode: 'DISABLED' },
                s3_encryption: { s3_encryption_mode: 'SSE-KMS' },
              },
            },
          },
          aws_glue_data_catalog_encryption_settings: {
            all: {
              data_catalog_encryption_settings: {
                connection_password_encryption: { return_connection_password_encrypted: true },
                encryption_at_rest: { catalog_encryption_mode: 'DISABLED' },
              },
            },
          },
        },
      },
      addresses: ['aws_glue_data_catalog_encryption_settings.all', 'aws_glue_security_configuration.main'],
    },
    {
      title: 'a job',
      terraform: { resource: { aws_glue_job: { orders: { name: 'orders', security_configuration: '' } } } },
      addresses: ['aws_glue_job.orders'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names the configuration, or holds a mode',
      terraform: {
        variable: { config: {}, mode: {} },
        resource: {
          aws_glue_job: { orders: { security_configuration: '${var.config}' } },
          aws_glue_security_configuration: {
            main: {
              encryption_configuration: {
                cloudwatch_encryption: { cloudwatch_encryption_mode: '${var.mode}' },
                job_bookmarks_encryption: { job_bookmarks_encryption_mode: 'CSE-KMS' },
                s3_encryption: { s3_encryption_mode: 'SSE-KMS' },
              },
            },
          },
        },
      },
      addresses: ['aws_glue_job.orders', 'aws_glue_security_configuration.main'],
    },
  ],
};
