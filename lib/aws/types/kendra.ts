import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Kendra',
  types: {
    aws_kendra_index: {
      noun: 'index of Kendra',
      atRest: {
        data: 'personal',
        key: 'server_side_encryption_configuration.kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'An index holds the text of every document. Kendra encrypts it, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html'],
      },
    },
  },
};
