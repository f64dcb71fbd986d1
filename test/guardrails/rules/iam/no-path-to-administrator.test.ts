import { RULE } from '../../../../lib/guardrails/rules/iam/no-path-to-administrator';
import { Model } from '../../../../lib/terraform/model';
import { readStack } from '../../../../lib/terraform/read-stack';
import { Json, JsonObject } from '../../../../lib/terraform/value';

const ACCOUNT = '111122223333';

/** What the rule says of the first of some roles, each of which may assume the next; the last has every right. */
function said(names: readonly string[], conditionOf: (name: string) => JsonObject): string {
  const policy = (...statements: JsonObject[]): string =>
    JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const trust = (Principal: Json): string => policy({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' });
  const roles: { [name: string]: JsonObject } = {};
  const policies: { [name: string]: JsonObject } = {};
  for (const [at, name] of names.entries()) {
    roles[name] = { name, assume_role_policy: trust({ AWS: ACCOUNT }) };
    const next = {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: `\${aws_iam_role.${names[at + 1]}.arn}`,
      ...conditionOf(name),
    };
    const every = { Effect: 'Allow', Action: '*', Resource: '*' };
    policies[name] = { role: name, policy: policy(at === names.length - 1 ? every : next) };
  }
  const resource = { aws_iam_role: roles, aws_iam_role_policy: policies };
  const provider = { aws: { allowed_account_ids: [ACCOUNT] } };
  const model = new Model([readStack('it', 'it.tf.json', { provider, resource })]);
  const role = model.resources('aws_iam_role').find(({ name }) => name === names[0])!;
  const verdict = RULE.check(role, model)!;
  return 'message' in verdict ? verdict.message : verdict.outcome;
}

test('a short path is shown whole', () => {
  expect(said(['a', 'b', 'c'], () => ({}))).toBe(
    'aws_iam_role.a → sts:AssumeRole → aws_iam_role.b → sts:AssumeRole → aws_iam_role.c'
  );
});

test('a long path is shown by its ends', () => {
  expect(said([...'abcdefgh'], () => ({}))).toBe(
    'aws_iam_role.a → sts:AssumeRole → aws_iam_role.b → sts:AssumeRole → aws_iam_role.c → sts:AssumeRole → 2 more → aws_iam_role.f → sts:AssumeRole → aws_iam_role.g → sts:AssumeRole → aws_iam_role.h'
  );
});

test.each([
  [['a', 'b', 'c', 'd'], ', which hangs on aws:principaltag/a, aws:principaltag/b, aws:principaltag/c'],
  [[...'abcdefg'], ', which hangs on aws:principaltag/a, aws:principaltag/b, aws:principaltag/c and more'],
])('what %j hang on is named, up to three', (names, on) => {
  const text = said(names, (name) => ({ Condition: { StringEquals: { [`aws:PrincipalTag/${name}`]: 'x' } } }));
  expect(text.slice(text.lastIndexOf(', which'))).toBe(on);
});
