import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'FinSpace',
  types: {
    aws_finspace_kx_environment: {
      noun: 'kdb environment',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'no key encrypts the data',
        facts: 'An environment keeps all its data under the key that it names.',
        sources: ['https://docs.aws.amazon.com/finspace/latest/management-api/API_CreateKxEnvironment.html'],
      },
    },
  },
};
