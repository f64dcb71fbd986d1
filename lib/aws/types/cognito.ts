import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Cognito',
  types: {
    aws_cognito_user_pool: {
      noun: 'user pool',
      holdsData: true,
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection',
          is: ['ACTIVE'],
          default: 'INACTIVE',
          otherwise: 'one call deletes every account in it',
        },
        demand: 'is protected from deletion',
        facts: 'By default one call deletes a user pool with all its users.',
        sources: [
          'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html',
          'AWS Security Hub Cognito.6',
        ],
      },
    },
    aws_cognito_identity_pool: {
      noun: 'identity pool',
      authentication: {
        demand: 'gives no credentials to guests',
        ways: [[{ attribute: 'allow_unauthenticated_identities', is: [false], default: false }]],
        otherwise: 'anyone on the internet gets credentials of the account',
        facts:
          'An identity pool that allows unauthenticated identities gives temporary credentials of AWS to anyone who knows its id, which every client of the pool carries.',
        sources: [
          'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
          'AWS Security Hub Cognito.2',
        ],
      },
    },
  },
};
