import { Owner, WayIn, waysWithoutFactor } from '../../../../lib/aws/iam/access/ways-in';
import { policyFromJson } from '../../../../lib/aws/iam/policy';
import { Json, JsonObject } from '../../../../lib/terraform/value';

const OWN = '111122223333';
const OWNER: Owner = { partition: [...'aws'], account: [...OWN] };
const ROOT = `arn:aws:iam::${OWN}:root`;
const USER = `arn:aws:iam::${OWN}:user/ops/ada`;
const ROLE = `arn:aws:iam::${OWN}:role/app`;
const CENTER = `arn:aws:iam::${OWN}:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Ops_0123456789abcdef`;
const SAML = `arn:aws:iam::${OWN}:saml-provider/idp`;

const MFA: JsonObject = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

function ways(...statements: readonly JsonObject[]): readonly WayIn[] {
  const Statement = statements.map((one) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...one }));
  const policy = policyFromJson({ Version: '2012-10-17', Statement });
  if ('broken' in policy) throw new Error(policy.broken);
  return waysWithoutFactor(policy, OWNER);
}

/** Ways as `user yes`. */
function told(...statements: readonly JsonObject[]): string[] {
  return ways(...statements).map(({ kind, isOpen }) => `${kind} ${isOpen.is}`);
}

function trust(AWS: Json, Condition: JsonObject = {}): JsonObject {
  return { Principal: { AWS }, Condition };
}

describe('no condition on a second factor', () => {
  test.each<[string, Json, string[]]>([
    ['the account, by its users and roles', { AWS: ROOT }, ['user yes', 'role yes']],
    ['the account by its number', { AWS: OWN }, ['user yes', 'role yes']],
    ['another account', { AWS: 'arn:aws:iam::444455556666:root' }, ['user yes', 'role yes']],
    ['everybody', { AWS: '*' }, ['user yes', 'role yes']],
    ['everybody, shorter', '*', ['user yes', 'role yes']],
    ['a user', { AWS: USER }, ['user yes']],
    ['a user under the keys of a federation', { AWS: `arn:aws:sts::${OWN}:federated-user/ada` }, ['user yes']],
    ['a role', { AWS: ROLE }, ['role yes']],
    ['a session of a role', { AWS: `arn:aws:sts::${OWN}:assumed-role/app/now` }, ['role yes']],
    ['a role of IAM Identity Center', { AWS: CENTER }, ['provider yes']],
    ['a service', { Service: 'ec2.amazonaws.com' }, ['service yes']],
    ['an account that only a plan can tell', { AWS: 'arn:aws:iam::${var.account}:root' }, ['user yes', 'role yes']],
    ['a principal that only a plan can tell', { AWS: '${var.principal}' }, ['user open']],
    ['principals that only a plan can tell', '${var.principals}', ['user open']],
    ['a deleted principal', { AWS: 'AIDAEXAMPLE' }, []],
  ])('%s', (_, Principal, expected) => {
    expect(told({ Principal })).toEqual(expected);
  });

  test('an identity provider, by the actions of identity providers', () => {
    const Principal = { Federated: SAML };
    expect(told({ Principal, Action: 'sts:AssumeRoleWithSAML' })).toEqual(['provider yes']);
    expect(told({ Principal, Action: 'sts:*' })).toEqual(['provider yes']);
    expect(told({ Principal })).toEqual([]);
  });

  test('another action is no way', () => {
    expect(told({ ...trust(ROOT), Action: 'sts:TagSession' })).toEqual([]);
  });

  test('an action that is left out of what is excepted is one', () => {
    expect(told({ Principal: { AWS: USER }, Action: [], NotAction: 'sts:TagSession' })).toEqual(['user yes']);
  });
});

describe('a condition that asks AWS for a second factor', () => {
  test.each<[string, JsonObject]>([
    ['Bool', MFA],
    ['in other letters', { bool: { 'AWS:multifactorauthpresent': ['True'] } }],
    ['by its age', { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }],
    ['as a text', { StringEquals: { 'aws:MultiFactorAuthPresent': 'true' } }],
  ])('%s', (_, Condition) => {
    expect(told(trust([ROOT, USER, ROLE, '*'], Condition))).toEqual([]);
  });

  test('a denial of those without, also where AWS says nothing', () => {
    const Condition = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
    expect(told(trust([ROOT, ROLE]), { Effect: 'Deny', Principal: '*', Condition })).toEqual([]);
  });
});

describe('a condition that seems to', () => {
  test.each<[string, JsonObject, string[]]>([
    [
      'holds where AWS says nothing',
      { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } },
      ['user yes', 'role yes'],
    ],
    [
      'asks only that AWS says something',
      { Null: { 'aws:MultiFactorAuthPresent': 'false' } },
      ['user yes', 'role yes'],
    ],
    ['asks for none', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, ['user yes', 'role yes']],
    [
      'says what only a plan can tell',
      { Bool: { 'aws:MultiFactorAuthPresent': '${var.mfa}' } },
      ['user open', 'role open'],
    ],
    ['has a key that only a plan can tell', { Bool: { '${var.key}': 'true' } }, ['user open', 'role open']],
  ])('%s', (_, Condition, expected) => {
    expect(told(trust(ROOT, Condition))).toEqual(expected);
  });

  test('a denial that spares requests of which AWS says nothing', () => {
    const Condition = { Bool: { 'aws:MultiFactorAuthPresent': 'false' } };
    expect(told(trust(USER), { Effect: 'Deny', Principal: '*', Condition })).toEqual(['user yes']);
  });
});

describe('other conditions', () => {
  test.each<[string, JsonObject, string[]]>([
    ['that somebody meets', { StringEquals: { 'sts:ExternalId': 'x' } }, ['user yes', 'role yes']],
    ['on tags', { StringEquals: { 'aws:PrincipalTag/team': '${aws:RequestTag/team}' } }, ['user yes', 'role yes']],
    ['on the name of a session', { StringLike: { 'sts:RoleSessionName': '${aws:username}' } }, ['user yes']],
    ['on the organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } }, ['user yes', 'role yes']],
    ['on the kind of principal', { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }, ['role yes']],
    ['on the id of a role', { StringLike: { 'aws:userid': 'AROAEXAMPLE:*' } }, ['role yes']],
    ['that only requests of identity providers meet', { StringEquals: { 'SAML:aud': 'https://x' } }, []],
    ['that only requests of services meet', { ArnLike: { 'aws:SourceArn': 'arn:aws:events:*:*:rule/*' } }, []],
    ['on users', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' } }, ['user yes']],
    ['on roles of IAM Identity Center', { ArnLike: { 'aws:PrincipalArn': `${CENTER}*` } }, ['provider yes']],
    ['on roles', { ArnEquals: { 'aws:PrincipalArn': [ROLE, CENTER] } }, ['role yes']],
    ['on another account', { StringEquals: { 'aws:PrincipalAccount': '444455556666' } }, []],
    [
      'on what only a plan can tell',
      { StringEquals: { 'aws:PrincipalAccount': '${var.it}' } },
      ['user open', 'role open'],
    ],
  ])('%s', (_, Condition, expected) => {
    expect(told(trust(ROOT, Condition))).toEqual(expected);
  });

  test('that a denial asks for too may be met by nobody', () => {
    const Condition = { StringEquals: { 'sts:ExternalId': 'x' } };
    expect(told(trust(USER, Condition), { ...trust('*', Condition), Effect: 'Deny' })).toEqual(['user open']);
    expect(told(trust(USER, { StringLike: { 'sts:ExternalId': 'x*' }, ...Condition }))).toEqual(['user open']);
    expect(told(trust(USER), { ...trust('*', Condition), Effect: 'Deny' })).toEqual(['user yes']);
    expect(told(trust(USER, Condition), trust(USER, { StringEquals: { 'sts:ExternalId': 'y' } }))).toEqual([
      'user yes',
    ]);
  });

  test('on the time are met or not by then', () => {
    expect(told(trust(USER, { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }))).toEqual(['user open']);
  });

  test('name the roles of an account', () => {
    const named = ways(trust(ROOT, { ArnEquals: { 'aws:PrincipalArn': [ROLE, CENTER] } }));
    expect(named.map(({ roles }) => roles)).toEqual([[ROLE, CENTER]]);
    expect(ways(trust(ROLE)).map(({ roles }) => roles)).toEqual([[ROLE]]);
    const [, any] = ways(trust(ROOT), trust(ROOT, { ArnEquals: { 'aws:PrincipalArn': ROLE } }));
    expect(any).toMatchObject({ kind: 'role', roles: undefined });
  });

  test('among everybody find the own account', () => {
    expect(told(trust('*', { StringEquals: { 'aws:PrincipalAccount': OWN } }))).toEqual(['user yes', 'role yes']);
  });
});

describe('what cannot be read', () => {
  test('may be a way', () => {
    const trusted = policyFromJson({ Statement: ['${var.statement}'] });
    if ('broken' in trusted) throw new Error(trusted.broken);
    expect(waysWithoutFactor(trusted, OWNER)).toEqual([
      { kind: 'user', who: 'a statement', isOpen: { is: 'open', on: ['a statement'] } },
    ]);
    expect(told({ NotPrincipal: { AWS: USER } })).toEqual(['user open']);
    expect(told({ ...trust(USER), Effect: '${var.effect}' })).toEqual(['user open']);
    expect(told(trust(USER), { ...trust('*'), Effect: '${var.effect}' })).toContain('user open');
    expect(told(trust(USER), { ...trust('*'), Effect: '${var.effect}' })).not.toContain('user yes');
    expect(told({ Principal: { Service: 'ec2.amazonaws.com' }, Effect: '${var.effect}' })).toEqual(['service open']);
  });
});

test('each principal is one way, however often it is named', () => {
  expect(told(trust([USER, USER]), trust(USER))).toEqual(['user yes']);
  expect(ways(trust([USER, ROLE])).map(({ who }) => who)).toEqual([USER, ROLE]);
});
