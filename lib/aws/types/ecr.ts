import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'ECR',
  types: {
    aws_ecr_repository: {
      noun: 'image repository',
      holdsData: true,
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.encryption_type',
            is: ['KMS', 'KMS_DSSE'],
            otherwise: 'images are encrypted with a key of S3',
          },
        ],
        key: 'encryption_configuration.kms_key',
        withoutKey: 'images are encrypted with aws/ecr, whose policy nobody can change',
        facts:
          'Images carry configuration, and now and then data. ECR encrypts them with keys of S3 unless a KMS key is asked for.',
        note: 'Changing the encryption replaces the repository.',
        sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html'],
      },
    },
  },
};
