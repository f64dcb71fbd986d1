import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { asNumber, describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

/** Passwords that are neither guessed nor kept forever. */
export const RULE: ResourceRule = {
  id: 'IAM-007',
  name: 'password-policy-strong',
  title: 'The password policy of an account asks for long, mixed passwords that change',
  severity: 'medium',
  claims: ['6.1.f'],
  rationale:
    'Passwords of IAM users open the console from everywhere, and the policy of the account is all that stands between them and guessing. Lengths, kinds of characters, age and reuse are those that CIS and Security Hub ask for. It holds for IAM users only: of people in IAM Identity Center their identity provider decides.',
  fix: 'Set `minimum_password_length` to 14 or more, the four `require_…` to true, `password_reuse_prevention` to 24 and `max_password_age` to 90 or less. Better have no passwords in IAM: people come by IAM Identity Center.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    'CIS AWS Foundations Benchmark 3.0.0, 1.8 and 1.9',
    'AWS Security Hub IAM.7',
  ],
  types: ['aws_iam_account_password_policy'],
  check: (policy) =>
    allOf([
      ...REQUIRED.map((attribute) => requires(policy, attribute)),
      between(policy, 'minimum_password_length', 14, 128),
      between(policy, 'password_reuse_prevention', 24, 24),
      between(policy, 'max_password_age', 1, 90),
    ]),
};

const REQUIRED = ['require_lowercase_characters', 'require_numbers', 'require_symbols', 'require_uppercase_characters'];

function requires(policy: Resource, attribute: string): Verdict {
  const value = configured(policy, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  return isTrue(value) ? MET : violated(`${attribute} is ${describe(value)}`, { [attribute]: true });
}

function between(policy: Resource, attribute: string, min: number, max: number): Verdict {
  const value = configured(policy, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  const number = asNumber(value);
  if (number !== undefined && number >= min && number <= max) return MET;
  return violated(`${attribute} is ${describe(value)}`, { [attribute]: attribute === 'max_password_age' ? max : min });
}
