import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'DataZone',
  types: {
    aws_datazone_domain: {
      noun: 'DataZone domain',
      atRest: {
        data: 'personal',
        key: 'kms_key_identifier',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'DataZone encrypts its catalog and its reports, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/datazone/latest/userguide/encryption-rest-datazone.html'],
      },
    },
  },
};
