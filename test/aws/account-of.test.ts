import { accountOf, isSameAccount } from '../../lib/aws/account-of';
import { readStack } from '../../lib/terraform/read-stack';
import { Resource, Stack } from '../../lib/terraform/stack';
import { Json, JsonObject } from '../../lib/terraform/value';

function stackOf(name: string, aws: Json): Stack {
  return readStack(name, `${name}.tf.json`, {
    provider: { aws },
    resource: { aws_iam_role: { main: {}, other: { provider: 'aws.other' } } },
  });
}

function role(aws: Json, name = 'stack', label = 'main'): Resource {
  return stackOf(name, aws).byKey.get(`aws_iam_role.${label}`)!;
}

const ROLE = 'arn:aws:iam::111122223333:role/deploy';

test.each<[string, JsonObject, string | undefined]>([
  ['the only account that the provider allows', { allowed_account_ids: ['111122223333'] }, '111122223333'],
  ['one of two that it allows', { allowed_account_ids: ['111122223333', '444455556666'] }, undefined],
  ['an account that a variable names', { allowed_account_ids: ['${var.account}'] }, undefined],
  ['the role that it assumes', { assume_role: { role_arn: ROLE } }, '111122223333'],
  [
    'the last of several',
    { assume_role: [{ role_arn: 'arn:aws:iam::444455556666:role/a' }, { role_arn: ROLE }] },
    '111122223333',
  ],
  [
    'a role whose name is open',
    { assume_role: [{ role_arn: 'arn:aws:iam::111122223333:role/${var.role}' }] },
    '111122223333',
  ],
  ['a role that is open', { assume_role: [{ role_arn: '${var.role}' }] }, undefined],
  ['nothing', {}, undefined],
])('the account by %s', (_title, aws, account) => {
  expect(accountOf(role(aws))).toBe(account);
});

test('the ARN of a resource tells its account, whatever the provider says', () => {
  const stack = readStack('stack', 'cdk.tf.json', {
    provider: { aws: { allowed_account_ids: ['444455556666'] } },
    resource: { aws_iam_role: { main: { arn: ROLE } }, aws_s3_bucket: { main: { arn: 'arn:aws:s3:::main' } } },
  });
  expect(stack.resources.map(accountOf)).toEqual(['111122223333', '444455556666']);
});

test('resources of one provider share an account, known or not', () => {
  const stack = stackOf('stack', { profile: '${var.profile}' });
  expect(isSameAccount(stack.resources[0], stack.resources[0])).toBe(true);
});

test('equal credentials lead to one account, in whatever region and style', () => {
  expect(isSameAccount(role({ region: 'eu-central-1' }, 'a'), role([{ region: 'eu-west-1' }], 'b'))).toBe(true);
  const [one, other] = [{ assume_role: { role_arn: 'x' } }, { assume_role: [{ role_arn: 'x' }] }];
  expect(isSameAccount(role(one, 'a'), role(other, 'b'))).toBe(true);
});

test('other credentials lead to another account only where both are told', () => {
  const aws: Json = [{ profile: 'a' }, { alias: 'other', profile: 'b' }];
  expect(isSameAccount(role(aws, 'a'), role(aws, 'a', 'other'))).toBeUndefined();
  const told: Json = [
    { allowed_account_ids: ['111122223333'] },
    { alias: 'other', allowed_account_ids: ['444455556666'] },
  ];
  expect(isSameAccount(role(told, 'a'), role(told, 'a', 'other'))).toBe(false);
});

test('a variable may be filled in differently in two stacks', () => {
  expect(isSameAccount(role({ profile: '${var.p}' }, 'a'), role({ profile: '${var.p}' }, 'b'))).toBeUndefined();
});

test('a plan has asked who makes it', () => {
  const caller = {
    address: 'data.aws_caller_identity.me',
    mode: 'data',
    type: 'aws_caller_identity',
    name: 'me',
    values: { account_id: '111122223333' },
  };
  const planned = (prior: Json, elsewhere: JsonObject = {}): Resource => {
    const main = { address: 'aws_iam_role.main', mode: 'managed', type: 'aws_iam_role', name: 'main', values: {} };
    const written = { mode: 'managed', type: 'aws_iam_role', name: 'main', provider_config_key: 'aws.elsewhere' };
    return readStack('plan', 'plan.json', {
      format_version: '1.2',
      planned_values: { root_module: { resources: [main] } },
      prior_state: { values: { root_module: { resources: prior } } },
      configuration: {
        provider_config: {
          aws: { name: 'aws', expressions: { region: { constant_value: 'eu-central-1' } } },
          'aws.elsewhere': { name: 'aws', alias: 'elsewhere', expressions: elsewhere },
        },
        root_module: { resources: [{ ...written, expressions: {} }] },
      },
    }).byKey.get('aws_iam_role.main')!;
  };
  expect(accountOf(planned([caller]))).toBe('111122223333');
  expect(accountOf(planned([]))).toBeUndefined();
  // Another region is the same account, other credentials may be those of another.
  expect(accountOf(planned([caller], { region: { constant_value: 'us-east-1' } }))).toBe('111122223333');
  expect(accountOf(planned([caller], { profile: { constant_value: 'other' } }))).toBeUndefined();
  // What only apply reads says nothing yet.
  expect(accountOf(planned([{ ...caller, values: {} }]))).toBeUndefined();
});
