import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Verified Permissions',
  types: {
    aws_verifiedpermissions_policy_store: {
      noun: 'policy store',
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection',
          is: ['ENABLED'],
          default: 'DISABLED',
          otherwise: 'one call deletes who may do what',
        },
        demand: 'is protected from deletion',
        facts: 'By default one call deletes a policy store, and applications that ask it let nobody in, or everybody.',
        sources: ['https://docs.aws.amazon.com/verifiedpermissions/latest/apireference/API_CreatePolicyStore.html'],
      },
    },
  },
};
