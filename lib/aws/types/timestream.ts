import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Timestream',
  types: {
    aws_timestreamwrite_database: {
      noun: 'database of Timestream',
      atRest: {
        data: 'any',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'Timestream always encrypts, by default with aws/timestream.',
        sources: ['https://docs.aws.amazon.com/timestream/latest/developerguide/EncryptionAtRest.html'],
      },
    },
    aws_timestreamwrite_table: {
      noun: 'table of Timestream',
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'magnetic_store_write_properties.magnetic_store_rejected_data_location.s3_configuration',
            settings: [
              {
                attribute: 'encryption_option',
                is: ['SSE_KMS'],
                default: 'SSE_S3',
                otherwise: 'a key that S3 owns encrypts what was rejected',
              },
            ],
            key: 'kms_key_id',
          },
        ],
        withoutKey: 'a key that AWS manages encrypts what was rejected',
        facts:
          'A table is encrypted as its database is. Records that it rejects go to a bucket, encrypted by default with a key that S3 owns.',
        sources: ['https://docs.aws.amazon.com/timestream/latest/developerguide/API_S3Configuration.html'],
      },
    },
    aws_timestreamquery_scheduled_query: {
      noun: 'scheduled query',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        parts: [
          {
            blocks: 'error_report_configuration.s3_configuration',
            settings: [
              {
                attribute: 'encryption_option',
                is: ['SSE_KMS'],
                default: 'SSE_S3',
                otherwise: 'a key that S3 owns encrypts the error reports',
              },
            ],
          },
        ],
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'Timestream encrypts a scheduled query, by default with a key that it manages, and writes reports on errors to a bucket.',
        sources: ['https://docs.aws.amazon.com/timestream/latest/developerguide/API_query_CreateScheduledQuery.html'],
      },
    },
  },
};
