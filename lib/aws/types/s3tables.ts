import { ReadingKey, Service } from './resource-type';

const KEY: ReadingKey = {
  attribute: 'encryption_configuration.kms_key_arn',
  onlyIf: { attribute: 'encryption_configuration.sse_algorithm', is: 'aws:kms' },
  unnamed: 'service',
};

export const SERVICE: Service = {
  name: 'S3 Tables',
  types: {
    aws_s3tables_table_bucket: {
      noun: 'table bucket',
      holdsData: true,
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.sse_algorithm',
            is: ['aws:kms'],
            default: 'AES256',
            otherwise: 'a key that S3 owns encrypts the tables',
          },
        ],
        key: 'encryption_configuration.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'S3 encrypts a table bucket, by default with a key that S3 owns.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-specify.html'],
      },
      policy: {
        attribute: 'resource_policy',
        apart: { type: 'aws_s3tables_table_bucket_policy', attribute: 'table_bucket_arn', names: 'arn' },
      },
      reading: {
        reads: [{ action: 's3tables:GetTableData', part: '/table/*' }],
        key: { ...KEY, leavesOut: 'tables that were made with another encryption' },
        sources: [
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-resource-based-policies.html',
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-permissions.html',
        ],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all tables with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_destroy` Terraform deletes all tables before the bucket.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3tables_table_bucket'],
      },
    },
    aws_s3tables_table: {
      noun: 'table of S3 Tables',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.sse_algorithm',
            is: ['aws:kms'],
            default: 'aws:kms',
            otherwise: 'a key that S3 owns encrypts the table, whatever its bucket says',
          },
        ],
        key: 'encryption_configuration.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        keepsKeyOfSource: true,
        facts: 'A table is encrypted as its bucket says, unless it says something else itself.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-kms-specify.html'],
      },
      policy: {
        attribute: 'resource_policy',
        apart: { type: 'aws_s3tables_table_policy', attribute: 'name', names: 'name' },
      },
      reading: {
        reads: [{ action: 's3tables:GetTableData' }],
        key: KEY,
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-resource-based-policies.html'],
      },
    },
  },
};
