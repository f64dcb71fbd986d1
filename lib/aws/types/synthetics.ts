import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CloudWatch Synthetics',
  types: {
    aws_synthetics_canary: {
      noun: 'canary',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'artifact_config.s3_encryption.encryption_mode',
            is: ['SSE_KMS'],
            otherwise: 'recordings are encrypted with a key that S3 owns or AWS manages',
          },
        ],
        key: 'artifact_config.s3_encryption.kms_key_arn',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'A canary keeps screenshots and recordings of requests in a bucket, encrypted by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_S3EncryptionConfig.html'],
      },
    },
  },
};
