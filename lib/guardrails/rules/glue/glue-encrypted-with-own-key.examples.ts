import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
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
      title: 'a job on public data, blocks as lists',
      terraform: { resource: [{ aws_glue_job: [{ prices: [{ tags: { 'tom:data-class': 'public' } }] }] }] },
    },
  ],
  fail: [
    {
      title: 'a job and a crawler without one',
      terraform: { resource: { aws_glue_crawler: { orders: {} }, aws_glue_job: { orders: { name: 'orders' } } } },
      addresses: ['aws_glue_crawler.orders', 'aws_glue_job.orders'],
    },
    {
      title: 'bookmarks and the catalogue are left out, blocks as lists',
      terraform: {
        resource: [
          {
            aws_glue_security_configuration: [
              {
                main: [
                  {
                    encryption_configuration: [
                      {
                        cloudwatch_encryption: [{ cloudwatch_encryption_mode: 'SSE-KMS' }],
                        job_bookmarks_encryption: [{ job_bookmarks_encryption_mode: 'DISABLED' }],
                        s3_encryption: [{ s3_encryption_mode: 'SSE-KMS' }],
                      },
                    ],
                  },
                ],
              },
            ],
            aws_glue_data_catalog_encryption_settings: [
              {
                all: [
                  {
                    data_catalog_encryption_settings: [
                      {
                        connection_password_encryption: [{ return_connection_password_encrypted: true }],
                        encryption_at_rest: [{ catalog_encryption_mode: 'DISABLED' }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      addresses: ['aws_glue_data_catalog_encryption_settings.all', 'aws_glue_security_configuration.main'],
    },
    {
      title: 'a job within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.etl',
                resources: [
                  {
                    address: 'module.etl.aws_glue_job.orders',
                    mode: 'managed',
                    type: 'aws_glue_job',
                    name: 'orders',
                    values: { name: 'orders', security_configuration: '' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.etl.aws_glue_job.orders'],
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
