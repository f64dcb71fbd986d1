import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'DevOps Guru',
  types: {
    aws_devopsguru_service_integration: {
      noun: 'integration of DevOps Guru',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'kms_server_side_encryption.type',
            is: ['CUSTOMER_MANAGED_KEY'],
            default: 'AWS_OWNED_KMS_KEY',
            otherwise: 'a key that AWS owns encrypts what DevOps Guru found',
          },
        ],
        key: 'kms_server_side_encryption.kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'DevOps Guru encrypts its insights, by default with a key that AWS owns.',
        sources: [
          'https://docs.aws.amazon.com/devops-guru/latest/APIReference/API_KMSServerSideEncryptionIntegration.html',
        ],
      },
    },
  },
};
