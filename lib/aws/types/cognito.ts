import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Cognito',
  types: {
    aws_cognito_user_pool: {
      noun: 'user pool',
      holdsData: true,
      authentication: {
        demand: 'asks for more than a password',
        ways: [
          [{ attribute: 'mfa_configuration', is: ['ON', 'OPTIONAL'], default: 'OFF' }],
          [
            {
              attribute: 'sign_in_policy.allowed_first_auth_factors',
              not: ['PASSWORD'],
              such: ['PASSWORD', 'WEB_AUTHN'],
            },
          ],
        ],
        otherwise: 'a password that leaked somewhere else opens an account',
        facts:
          'By default the users of a pool sign in with a password only. A second factor can be demanded of all (ON), or of those who set one up (OPTIONAL). Users of a pool with passkeys or one-time passwords need no password, and AWS offers no second factor beside those.',
        sources: [
          'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html',
          'https://docs.aws.amazon.com/config/latest/developerguide/cognito-user-pool-mfa-enabled.html',
        ],
      },
      detection: {
        demand: 'acts on threats',
        ways: [[{ attribute: 'user_pool_add_ons.advanced_security_mode', is: ['ENFORCED'], default: 'OFF' }]],
        otherwise: 'passwords that were stolen elsewhere and logins that look like an attack are let in',
        facts:
          'Threat protection compares passwords with those that were stolen elsewhere, and rates each login by its address, device and place. With ENFORCED it blocks, or asks for a second factor; with AUDIT it only counts.',
        note: 'It takes `user_pool_tier` PLUS, which costs more for each user who logs in within a month. AWS recommends to look for two weeks at what AUDIT counts first: waive the rule until then.',
        sources: [
          'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
          'AWS Security Hub Cognito.1',
        ],
      },
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
        demand: 'gives credentials neither to guests nor by the classic flow',
        ways: [
          [
            { attribute: 'allow_unauthenticated_identities', is: [false], default: false },
            { attribute: 'allow_classic_flow', is: [false], default: false },
          ],
        ],
        otherwise: 'clients get credentials of the account that the pool does not narrow',
        facts:
          'An identity pool that allows unauthenticated identities gives temporary credentials of AWS to anyone who knows its id, which every client of the pool carries. In the classic flow the client names the role that it wants; in the enhanced flow the pool chooses it, and narrows what guests may do.',
        sources: [
          'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
          'https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html',
          'AWS Security Hub Cognito.2',
        ],
      },
    },
  },
};
