import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'S3 Vectors',
  types: {
    aws_s3vectors_vector_bucket: {
      noun: 'vector bucket',
      holdsData: true,
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.sse_type',
            is: ['aws:kms'],
            default: 'AES256',
            otherwise: 'a key that S3 owns encrypts the vectors',
          },
        ],
        key: 'encryption_configuration.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'S3 encrypts vectors, by default with a key that S3 owns.',
        sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-bucket-encryption.html'],
      },
      policy: {
        attribute: 'policy',
        apart: {
          type: 'aws_s3vectors_vector_bucket_policy',
          attribute: 'vector_bucket_arn',
          names: 'vector_bucket_arn',
        },
      },
      reading: {
        reads: [
          { action: 's3vectors:GetVectors', part: '/index/*' },
          { action: 's3vectors:ListVectors', part: '/index/*' },
          { action: 's3vectors:QueryVectors', part: '/index/*' },
        ],
        key: {
          attribute: 'encryption_configuration.kms_key_arn',
          onlyIf: { attribute: 'encryption_configuration.sse_type', is: 'aws:kms' },
          unnamed: 'service',
          leavesOut: 'indexes that were made with another encryption',
        },
        sources: [
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-resource-based-policies.html',
          'https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-data-encryption.html',
        ],
      },
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all indexes and vectors with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_destroy` Terraform deletes all indexes and vectors before the bucket.',
        sources: [
          'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3vectors_vector_bucket',
        ],
      },
    },
  },
};
