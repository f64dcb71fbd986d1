import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Incident Manager',
  types: {
    aws_ssmincidents_replication_set: {
      noun: 'replication set',
      atRest: {
        data: 'personal',
        parts: [
          { blocks: 'regions', key: 'kms_key_arn' },
          { blocks: 'region', key: 'kms_key_arn' },
        ],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'A replication set keeps incidents and contacts in each of its Regions, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/incident-manager/latest/APIReference/API_RegionMapInputValue.html'],
      },
    },
  },
};
