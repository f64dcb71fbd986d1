import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'Zurich, which the posture allows',
      terraform: {
        '//': {
          toms: {
            version: 1,
            posture: {
              path: 'orders',
              environment: 'production',
              dataClass: 'personal',
              residency: ['eu-central-2'],
            },
          },
        },
        provider: { aws: { region: 'eu-central-2' } },
        resource: { aws_db_instance: { orders: {} } },
      },
    },
    {
      title: 'the provider lies in Frankfurt, a second region in Ireland',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_s3_bucket: { invoices: {}, copies: { region: 'eu-west-1' } },
          aws_s3_bucket_replication_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: [{ destination: [{ bucket: '${aws_s3_bucket.copies.arn}' }] }],
            },
          },
          aws_dynamodb_table: { orders: { count: 2, replica: [{ region_name: 'eu-north-1' }] } },
        },
      },
    },
    {
      title: 'public data, a role, and what CloudFront needs in us-east-1',
      terraform: {
        provider: [{ aws: [{ region: 'eu-west-3' }, { alias: 'edge', region: 'us-east-1' }] }],
        resource: {
          aws_acm_certificate: { site: { provider: 'aws.edge' } },
          aws_iam_role: { app: { provider: 'aws.edge', tags: { team: 'web' } } },
          aws_s3_bucket: { site: { provider: 'aws.edge', tags: { 'tom:data-class': 'public' } } },
          aws_wafv2_web_acl: { site: { provider: 'aws.edge', scope: 'CLOUDFRONT', tags: { team: 'web' } } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'London, by a region of its own',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: { aws_sqs_queue: { orders: { region: 'eu-west-2' } } },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'the provider lies in the United States',
      terraform: { provider: [{ aws: [{ region: 'us-east-1' }] }], resource: { aws_s3_bucket: { invoices: {} } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'copies outside: of a table, a secret, backups, images, a bucket in both styles',
      terraform: {
        provider: { aws: [{ region: 'eu-central-1' }, { alias: 'west', region: 'us-west-2' }] },
        resource: {
          aws_backup_plan: {
            daily: {
              rule: {
                copy_action: {
                  destination_vault_arn: 'arn:aws:backup:us-east-1:123456789012:backup-vault:copies',
                },
              },
            },
          },
          aws_dynamodb_table: { orders: { replica: { region_name: 'us-east-1' } } },
          aws_ecr_replication_configuration: {
            main: {
              replication_configuration: [{ rule: [{ destination: [{ region: 'us-east-1', registry_id: '1' }] }] }],
            },
          },
          aws_s3_bucket: {
            copies: { provider: 'aws.west', bucket: 'copies', tags: { 'tom:data-class': 'internal' } },
            inline: {
              replication_configuration: {
                rules: { destination: { bucket: 'arn:aws:s3:::copies' } },
              },
            },
            invoices: {},
          },
          aws_s3_bucket_replication_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: { destination: { bucket: '${aws_s3_bucket.copies.arn}' } },
            },
          },
          aws_secretsmanager_secret: { db: { count: 2, replica: { region: 'ap-south-1' } } },
        },
      },
      addresses: [
        'aws_backup_plan.daily',
        'aws_dynamodb_table.orders',
        'aws_ecr_replication_configuration.main',
        'aws_s3_bucket.inline',
        'aws_s3_bucket_replication_configuration.invoices',
        'aws_secretsmanager_secret.db',
      ],
    },
    {
      title: 'a module of a plan lies outside',
      terraform: { resource: { aws_db_instance: { main: { region: 'us-east-1' } } } },
      addresses: ['aws_db_instance.main'],
    },
  ],
  undetermined: [
    {
      title: 'the environment decides where the provider lies: one finding for two resources',
      terraform: {
        provider: { aws: {} },
        resource: { aws_s3_bucket: { a: {}, b: {} } },
      },
      addresses: ['provider.aws'],
    },
    {
      title: 'a variable decides where the provider, or a replica, lies',
      terraform: {
        variable: { region: {} },
        provider: { aws: [{ region: 'eu-central-1' }, { alias: 'second', region: '${var.region}' }] },
        resource: {
          aws_dynamodb_table: { orders: { replica: { region_name: '${var.region}' } } },
          aws_sqs_queue: { orders: { provider: '${aws.second}' } },
        },
      },
      addresses: ['aws_dynamodb_table.orders', 'provider.aws.second'],
    },
  ],
};
