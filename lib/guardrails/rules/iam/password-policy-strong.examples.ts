import { Examples } from '../../rule';

const STRONG = {
  max_password_age: 90,
  minimum_password_length: 14,
  password_reuse_prevention: 24,
  require_lowercase_characters: true,
  require_numbers: true,
  require_symbols: true,
  require_uppercase_characters: true,
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'long, mixed, new every 90 days',
      terraform: { resource: { aws_iam_account_password_policy: { main: STRONG } } },
    },
    {
      title: 'more than that, in another stack of an account each',
      terraform: {
        resource: {
          aws_iam_account_password_policy: {
            main: { ...STRONG, count: 1, max_password_age: 60, minimum_password_length: 20 },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'short, and of letters only',
      terraform: {
        resource: {
          aws_iam_account_password_policy: {
            main: { ...STRONG, minimum_password_length: 8, require_numbers: false, require_symbols: false },
          },
        },
      },
      addresses: ['aws_iam_account_password_policy.main'],
    },
    {
      title: 'nothing is asked for',
      terraform: { resource: { aws_iam_account_password_policy: { main: { allow_users_to_change_password: true } } } },
      addresses: ['aws_iam_account_password_policy.main'],
    },
  ],
  undetermined: [
    {
      title: 'the length is a variable',
      terraform: {
        variable: { characters: {} },
        resource: {
          aws_iam_account_password_policy: { main: { ...STRONG, minimum_password_length: '${var.characters}' } },
        },
      },
      addresses: ['aws_iam_account_password_policy.main'],
    },
  ],
};
