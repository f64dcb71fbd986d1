import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Connect Customer Profiles',
  types: {
    aws_customerprofiles_domain: {
      noun: 'domain of customer profiles',
      atRest: {
        data: 'personal',
        key: 'default_encryption_key',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'Customer Profiles encrypts its profiles, by default with a key that AWS manages.',
        sources: ['https://docs.aws.amazon.com/customerprofiles/latest/APIReference/API_CreateDomain.html'],
      },
    },
  },
};
