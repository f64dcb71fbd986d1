import { Statement, readPolicy } from '../../../lib/aws/iam/policy';
import { foreignPrincipals, hasGuard } from '../../../lib/aws/iam/trust';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { Json, JsonObject } from '../../../lib/terraform/value';

/** A statement of the trust policy of a role in account 111122223333, and what to ask of it. */
function statementOf(statement: JsonObject): {
  statement: Statement;
  foreign: () => string[];
} {
  const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }] });
  const stack = readStack('stack', 'cdk.tf.json', {
    provider: { aws: [{ allowed_account_ids: ['111122223333'] }, { alias: 'peer', profile: 'peer' }] },
    data: { aws_caller_identity: { me: {}, peer: { provider: 'aws.peer' } }, aws_iam_role: { named: {} } },
    resource: {
      aws_iam_role: { it: { assume_role_policy: policy }, other: {} },
      aws_iam_openid_connect_provider: { ci: {} },
      aws_iam_saml_provider: { idp: {} },
    },
  });
  const model = new Model([stack]);
  const role = model.resources('aws_iam_role')[0];
  const reading = readPolicy(model, role, 'assume_role_policy');
  if (!reading || !('statements' in reading)) throw new Error('the policy was not read');
  const [read] = reading.statements;
  return {
    statement: read,
    foreign: () => foreignPrincipals(model, role, read).map(({ isForeign }) => isForeign),
  };
}

function under(operator: string, key: string, value: Json): Statement {
  return statementOf({ Principal: { AWS: '444455556666' }, Condition: { [operator]: { [key]: value } } }).statement;
}

test.each<[string, string]>([
  ['111122223333', 'no'],
  ['arn:aws:iam::111122223333:root', 'no'],
  ['arn:aws-cn:iam::444455556666:user/eve', 'yes'],
  ['arn:aws:sts::444455556666:assumed-role/app/session', 'yes'],
  ['arn:${data.aws_partition.here.partition}:iam::${data.aws_caller_identity.me.account_id}:root', 'no'],
  ['${data.aws_caller_identity.peer.arn}', 'open'],
  ['${aws_iam_role.other.arn}', 'no'],
  ['${data.aws_iam_role.named.arn}', 'no'],
  ['${aws_organizations_account.other.id}', 'open'],
  ['arn:aws:iam::${var.account}:root', 'open'],
  ['AROAEXAMPLEID', 'no'],
])('whether %s is of another account: %s', (id, answer) => {
  expect(statementOf({ Principal: { AWS: id } }).foreign()).toEqual([answer]);
});

test('where everybody is named, the conditions on the caller name the principals', () => {
  const Condition = { StringEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } };
  expect(statementOf({ Principal: '*', Condition }).foreign()).toEqual(['no', 'yes']);
});

test.each<[string, string, Json, string]>([
  ['StringEquals', 'sts:ExternalId', 'a1b2', 'yes'],
  ['StringEquals', 'sts:ExternalId', '${var.external_id}', 'yes'],
  ['StringLike', 'sts:ExternalId', '${var.external_id}', 'open'],
  ['StringLike', 'sts:ExternalId', ['a1b2', '*'], 'no'],
  ['StringEqualsIfExists', 'sts:ExternalId', 'a1b2', 'no'],
  ['StringNotEquals', 'sts:ExternalId', 'a1b2', 'no'],
  ['StringEquals', 'AWS:PrincipalOrgId', 'o-abc', 'yes'],
  ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-abc/r-1/ou-1/*', 'yes'],
  ['ForAllValues:StringLike', 'aws:PrincipalOrgPaths', 'o-abc/*', 'no'],
  ['Bool', 'aws:MultiFactorAuthPresent', 'true', 'no'],
])('%s on %s %j guards: %s', (operator, key, value, answer) => {
  expect(hasGuard(under(operator, key, value))).toBe(answer);
});

test('a condition that only a plan can tell leaves open whether it guards', () => {
  expect(hasGuard(statementOf({ Principal: '*', Condition: '${var.condition}' }).statement)).toBe('open');
});
