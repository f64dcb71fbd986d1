import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'DynamoDB',
  types: {
    aws_dynamodb_table: {
      noun: 'DynamoDB table',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_dynamodb_resource_policy', attribute: 'resource_arn', names: 'arn' },
      },
      plainTransport: {
        action: 'dynamodb:*',
        isOfPolicies: true,
        facts: 'The endpoints of DynamoDB take HTTP as well as HTTPS. Tables without a resource policy are not judged.',
        note: 'Of a table name the indexes besides (`/index/*`).',
        sources: [
          'https://docs.aws.amazon.com/general/latest/gr/ddb.html',
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html',
        ],
      },
      reading: {
        reads: [
          { action: 'dynamodb:GetItem' },
          { action: 'dynamodb:BatchGetItem' },
          { action: 'dynamodb:Query' },
          { action: 'dynamodb:Scan' },
          { action: 'dynamodb:Query', part: '/index/*' },
          { action: 'dynamodb:Scan', part: '/index/*' },
        ],
        key: {
          via: 'dynamodb',
          attribute: 'server_side_encryption.kms_key_arn',
          onlyIf: { attribute: 'server_side_encryption.enabled', is: 'true' },
          unnamed: 'aws',
        },
        sources: [
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html',
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-considerations.html',
        ],
      },
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'server_side_encryption.enabled',
            is: [true],
            otherwise: 'a key that DynamoDB owns encrypts personal data',
          },
        ],
        key: 'server_side_encryption.kms_key_arn',
        parts: [{ blocks: 'replica', key: 'kms_key_arn' }],
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'DynamoDB always encrypts, by default with a key that the service owns.',
        note: 'Each `replica` needs a key of its region.',
        sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html'],
      },
      backups: {
        noun: 'point-in-time recovery',
        setting: {
          attribute: 'point_in_time_recovery.enabled',
          is: [true],
          otherwise: 'what is overwritten or deleted is lost',
        },
        reach: { attribute: 'point_in_time_recovery.recovery_period_in_days', default: 35 },
        facts:
          'Point-in-time recovery of DynamoDB keeps every change for 35 days, or fewer where it is told so. It is off by default.',
        sources: [
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
          'AWS Security Hub DynamoDB.2',
        ],
      },
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection_enabled',
          is: [true],
          default: false,
          otherwise: 'one call deletes the table',
        },
        demand: 'is protected from deletion',
        facts:
          'By default one call deletes a table of DynamoDB, and each `replica` has a deletion protection of its own.',
        sources: [
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html',
          'AWS Security Hub DynamoDB.6',
        ],
        within: [
          {
            blocks: 'replica',
            settings: [
              {
                attribute: 'deletion_protection_enabled',
                is: [true],
                default: false,
                otherwise: 'one call deletes the replica',
              },
            ],
          },
        ],
      },
    },
    aws_dynamodb_table_replica: {
      noun: 'replica of a DynamoDB table',
      holdsData: true,
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'A replica in another region is encrypted with a key of that region, by default one that the service owns.',
        sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html'],
      },
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection_enabled',
          is: [true],
          default: false,
          otherwise: 'one call deletes the replica',
        },
        demand: 'is protected from deletion',
        facts: 'A replica has a deletion protection of its own.',
        sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html'],
      },
      backups: {
        noun: 'point-in-time recovery',
        setting: {
          attribute: 'point_in_time_recovery',
          is: [true],
          default: false,
          otherwise: 'what is overwritten or deleted is lost',
        },
        facts: 'Each replica has a point-in-time recovery of its own, which is off by default.',
        sources: [
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html',
        ],
      },
    },
    aws_dynamodb_table_export: {
      noun: 'export of a table',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 's3_sse_algorithm',
            is: ['KMS'],
            default: 'AES256',
            otherwise: 'a key that S3 owns encrypts the export',
          },
        ],
        key: 's3_sse_kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'An export holds all of the table in files in a bucket, encrypted by default with a key that S3 owns.',
        sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportTableToPointInTime.html'],
      },
    },
  },
};
