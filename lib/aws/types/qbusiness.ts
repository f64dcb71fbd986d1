import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Amazon Q Business',
  types: {
    aws_qbusiness_application: {
      noun: 'Q Business application',
      atRest: {
        data: 'personal',
        key: 'encryption_configuration.kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'An application keeps conversations and the documents that it answers from, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/data-encryption.html'],
      },
    },
  },
};
