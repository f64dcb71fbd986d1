import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { asNumber, describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

/** Passwords of users that are not guessed, and a way back into an account that leads only to its owner. */
export const RULE: ResourceRule = {
  id: 'COGNITO-005',
  name: 'user-pool-passwords-strong',
  title: 'A user pool asks for long, mixed passwords, and only a verified mail address recovers an account',
  severity: 'medium',
  claims: ['6.1.g'],
  rationale:
    'The login page of a user pool is on the internet, and passwords are tried there day and night. Lengths, kinds of characters and reuse are those that IAM-007 asks of the account. A forgotten password is the other way in: where nothing is set, Cognito prefers a text message, and a phone number can be taken over. Names that differ only in case are two users, whom people mistake for each other.',
  fix: 'In `password_policy` set `minimum_length` to 14 or more, the four `require_…` to true, `password_history_size` to 24 (in the plan PLUS) and `temporary_password_validity_days` to 7 or less. Let `account_recovery_setting` hold one `recovery_mechanism`, `verified_email` or `admin_only`. Leave out `case_sensitive` of `username_configuration`, or set it to false.',
  sources: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountRecoverySettingType.html',
    'AWS Security Hub Cognito.3',
  ],
  types: ['aws_cognito_user_pool'],
  check: (pool) =>
    allOf([
      ...REQUIRED.map((attribute) => judged(pool, attribute, isTrue(configured(pool, attribute)))),
      atLeast(pool, 'password_policy.minimum_length', 14),
      atLeast(pool, 'password_policy.password_history_size', 24),
      judged(pool, TEMPORARY, (asNumber(configured(pool, TEMPORARY)) ?? TEMPORARY_DAYS) <= TEMPORARY_DAYS),
      ...recoveries(pool),
      judged(pool, CASE, !isTrue(configured(pool, CASE))),
    ]),
};

const REQUIRED = ['lowercase', 'numbers', 'symbols', 'uppercase'].map((kind) => `password_policy.require_${kind}`);
const TEMPORARY = 'password_policy.temporary_password_validity_days';
/** Also where nothing is set. */
const TEMPORARY_DAYS = 7;
const CASE = 'username_configuration.case_sensitive';
const RECOVERY = 'account_recovery_setting.recovery_mechanism';

function judged(pool: Resource, attribute: string, holds: boolean): Verdict {
  const value = configured(pool, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  return holds ? MET : violated(`${attribute} is ${describe(value)}`);
}

function atLeast(pool: Resource, attribute: string, min: number): Verdict {
  return judged(pool, attribute, (asNumber(configured(pool, attribute)) ?? 0) >= min);
}

function recoveries(pool: Resource): readonly Verdict[] {
  const ways = pool.blocks(RECOVERY);
  if (ways.length === 0) {
    const whole = configured(pool, RECOVERY);
    if (isUnknown(whole)) return [unknownAttribute(RECOVERY, whole)];
    return [violated(`${RECOVERY} is not set, so a text message recovers an account`)];
  }
  return ways.map((way) => {
    const name = way.get('name');
    if (isUnknown(name)) return unknownAttribute(`${RECOVERY}.name`, name);
    const holds = name === 'verified_email' || name === 'admin_only';
    return holds ? MET : violated(`${RECOVERY}.name is ${describe(name)}`);
  });
}
