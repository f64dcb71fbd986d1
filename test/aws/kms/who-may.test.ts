import { EVERYBODY, reachOf } from '../../../lib/aws/kms/who-may';
import { ownPolicy } from '../../../lib/aws/iam/resource-policies';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { at, resources } from '../../support/models';

const ALL = ['kms:GenerateMac', 'kms:VerifyMac'];

interface Written {
  readonly own?: readonly JsonObject[];
  readonly identity?: readonly JsonObject[];
  readonly more?: JsonObject;
}

function reach({ own = [], identity = [], more = {} }: Written): string[] {
  const model = resources({
    aws_kms_key: { hmac: { policy: JSON.stringify({ Statement: own }) } },
    aws_iam_role: { a: { name: 'a' }, b: { name: 'b' } },
    aws_iam_role_policy: {
      a: { role: '${aws_iam_role.a.name}', policy: JSON.stringify({ Statement: identity }) },
    },
    ...more,
  });
  const key = at(model, 'aws_kms_key.hmac');
  const { principals } = reachOf(model, key, [{ of: key, policy: ownPolicy(model, key) }], ALL, undefined);
  return [...principals].sort();
}

const allow = (principal: Json): JsonObject => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'kms:*',
  Resource: '*',
});
const deny = (principal: Json, condition: Json = {}): JsonObject => ({
  Effect: 'Deny',
  Principal: principal,
  Action: ALL,
  Resource: '*',
  Condition: condition,
});
const USE: JsonObject = { Effect: 'Allow', Action: 'kms:GenerateMac', Resource: '${aws_kms_key.hmac.arn}' };

test('a policy of the principal, and of the key, by reference and by ARN', () => {
  expect(reach({ identity: [USE] })).toEqual(['stack:aws_iam_role.a']);
  expect(reach({ own: [allow({ AWS: '${aws_iam_role.b.arn}' })] })).toEqual(['stack:aws_iam_role.b']);
  expect(reach({ own: [allow({ AWS: ['arn:aws:iam::111122223333:role/app/b'] })] })).toEqual(['stack:aws_iam_role.b']);
  expect(reach({ own: [allow({ AWS: 'arn:aws:iam::111122223333:root' })] })).toEqual([]);
});

test('a principal that is declared elsewhere keeps its name', () => {
  expect(reach({ own: [allow({ AWS: 'arn:aws:iam::111122223333:user/eve' })] })).toEqual([':"eve"']);
});

test('everybody, unless the statement is about some of them', () => {
  expect(reach({ own: [allow('*')] })).toEqual([EVERYBODY]);
  const some = { ...allow('*'), Condition: { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/tokenizer' } } };
  expect(reach({ own: [some] })).toEqual([]);
});

test('denials take the right away: of one, of everybody, of everybody but some', () => {
  const own = allow({ AWS: ['${aws_iam_role.a.arn}', '${aws_iam_role.b.arn}'] });
  const but = { ArnNotEquals: { 'aws:PrincipalArn': ['${aws_iam_role.b.arn}'] } };
  expect(reach({ own: [own] })).toHaveLength(2);
  expect(reach({ own: [own, deny({ AWS: '${aws_iam_role.a.arn}' })] })).toEqual(['stack:aws_iam_role.b']);
  expect(reach({ own: [own, deny('*')] })).toEqual([]);
  expect(reach({ own: [own, deny('*', but)] })).toEqual(['stack:aws_iam_role.b']);
});

test('whom a denial spares is among everybody', () => {
  const but = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/b' } };
  expect(reach({ own: [allow('*'), deny('*', but)] })).toEqual(['stack:aws_iam_role.b']);
  const not = { Effect: 'Deny', NotPrincipal: { AWS: '${aws_iam_role.a.arn}' }, Action: 'kms:*', Resource: '*' };
  expect(reach({ own: [allow('*'), not] })).toEqual(['stack:aws_iam_role.a']);
});

test('a denial on another condition, or of one action alone, does not', () => {
  const own = allow({ AWS: '${aws_iam_role.a.arn}' });
  expect(reach({ own: [own, deny('*', { Bool: { 'aws:SecureTransport': 'false' } })] })).toHaveLength(1);
  expect(reach({ own: [own, { ...deny('*'), Action: 'kms:GenerateMac' }] })).toHaveLength(1);
});

test('a denial in a policy of the principal', () => {
  expect(reach({ identity: [USE, { Effect: 'Deny', Action: 'kms:*', Resource: '*' }] })).toEqual([]);
});

test('policies that are attached', () => {
  const policy = JSON.stringify({ Statement: [USE] });
  const more = {
    aws_iam_user: { u: { name: 'u' } },
    aws_iam_policy: { use: { policy } },
    aws_iam_role_policy_attachment: { b: { role: 'b', policy_arn: '${aws_iam_policy.use.arn}' } },
    aws_iam_policy_attachment: { u: { users: ['${aws_iam_user.u.name}'], policy_arn: '${aws_iam_policy.use.arn}' } },
  };
  expect(reach({ more })).toEqual(['stack:aws_iam_role.b', 'stack:aws_iam_user.u']);
});

test('ARNs are held against each other without region and account', () => {
  const model = resources({
    aws_dynamodb_table: { events: { name: 'events' } },
    aws_iam_role_policy: {
      reader: {
        role: 'reader',
        policy:
          '{"Statement":{"Effect":"Allow","Action":"dynamodb:Query","Resource":"arn:aws:dynamodb:${var.open}:111122223333:table/ev*"}}',
      },
      other: {
        role: 'other',
        policy:
          '{"Statement":{"Effect":"Allow","Action":"dynamodb:Query","Resource":"arn:aws:dynamodb:eu-central-1:111122223333:table/orders"}}',
      },
    },
  });
  const table = at(model, 'aws_dynamodb_table.events');
  const found = reachOf(model, table, [], ['dynamodb:Query'], 'arn:aws:dynamodb:::table/events');
  expect([...found.principals]).toEqual([':"reader"']);
});
