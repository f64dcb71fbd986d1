import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Security Lake',
  types: {
    aws_securitylake_data_lake: {
      noun: 'Security Lake',
      atRest: {
        data: 'personal',
        parts: [{ blocks: 'configuration', key: 'encryption_configuration.kms_key_id' }],
        withoutKey: 'a key that S3 owns encrypts the logs',
        facts: 'Security Lake encrypts the logs of an organization, by default with a key that S3 owns.',
        sources: [
          'https://docs.aws.amazon.com/security-lake/latest/APIReference/API_DataLakeEncryptionConfiguration.html',
        ],
      },
    },
  },
};
