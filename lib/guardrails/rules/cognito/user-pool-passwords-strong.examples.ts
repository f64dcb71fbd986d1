import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const PASSWORDS = {
  minimum_length: 14,
  password_history_size: 24,
  require_lowercase: true,
  require_numbers: true,
  require_symbols: true,
  require_uppercase: true,
};
const BY_MAIL = { recovery_mechanism: { name: 'verified_email', priority: 1 } };
const STRONG = { password_policy: PASSWORDS, account_recovery_setting: BY_MAIL };

export const EXAMPLES: Examples = {
  pass: [
    { title: 'long, mixed, never one of the last 24', terraform: pools({ users: STRONG }) },
    {
      title: 'longer, recovered by an administrator, with names in any case',
      terraform: pools({
        staff: {
          password_policy: [{ ...PASSWORDS, minimum_length: 20, temporary_password_validity_days: 1 }],
          account_recovery_setting: [{ recovery_mechanism: [{ name: 'admin_only', priority: 1 }] }],
          username_configuration: [{ case_sensitive: false }],
        },
      }),
    },
  ],
  fail: [
    {
      title: 'nothing is set',
      terraform: pools({ users: {} }),
      addresses: ['aws_cognito_user_pool.users'],
    },
    {
      title: 'short, never old, invited for a month, or two users of one name',
      terraform: pools({
        short: { ...STRONG, password_policy: [{ ...PASSWORDS, minimum_length: 8 }] },
        plain: { ...STRONG, password_policy: [{ ...PASSWORDS, require_symbols: false }] },
        reused: { ...STRONG, password_policy: [{ ...PASSWORDS, password_history_size: 3 }] },
        invited: { ...STRONG, password_policy: [{ ...PASSWORDS, temporary_password_validity_days: 30 }] },
        cased: { ...STRONG, username_configuration: [{ case_sensitive: true }] },
      }),
      addresses: ['cased', 'invited', 'plain', 'reused', 'short'].map((name) => `aws_cognito_user_pool.${name}`),
    },
    {
      title: 'a phone recovers the account as well',
      terraform: pools({
        users: {
          ...STRONG,
          account_recovery_setting: [
            {
              recovery_mechanism: [
                { name: 'verified_email', priority: 1 },
                { name: 'verified_phone_number', priority: 2 },
              ],
            },
          ],
        },
      }),
      addresses: ['aws_cognito_user_pool.users'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide the length, and who recovers',
      terraform: {
        variable: { characters: {}, recovery: {} },
        ...pools({
          length: { ...STRONG, password_policy: [{ ...PASSWORDS, minimum_length: '${var.characters}' }] },
          recovery: {
            ...STRONG,
            account_recovery_setting: [{ recovery_mechanism: [{ name: '${var.recovery}', priority: 1 }] }],
          },
        }),
      },
      addresses: ['aws_cognito_user_pool.length', 'aws_cognito_user_pool.recovery'],
    },
  ],
};

function pools(named: JsonObject): JsonObject {
  return { resource: { aws_cognito_user_pool: named } };
}
