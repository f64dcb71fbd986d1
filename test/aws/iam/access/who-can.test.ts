import { whoCan } from '../../../../lib/aws/iam/access/who-can';
import { Model } from '../../../../lib/terraform/model';
import { Json, JsonObject } from '../../../../lib/terraform/value';
import { at, modelOf } from '../../../support/models';

const OWN = '111122223333';

function policy(...statements: JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
}

const TRUST = policy({ Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } });

/** A model with a bucket of a generated name, another, a key, and a role, beside what is given. */
function model(resource: { [type: string]: Json }, account: Json = { allowed_account_ids: [OWN] }): Model {
  return modelOf({
    stack: {
      provider: { aws: [{ region: 'eu-central-1', ...(account as JsonObject) }] },
      data: { aws_caller_identity: { me: {} } },
      resource: {
        aws_s3_bucket: { data: { bucket_prefix: 'data' }, other: { bucket_prefix: 'data' } },
        ...resource,
        aws_iam_role: { app: { name: 'app', assume_role_policy: TRUST, ...(resource.aws_iam_role as JsonObject) } },
      },
    },
  });
}

function grant(...statements: JsonObject[]): { [type: string]: Json } {
  return { aws_iam_role_policy: { it: { role: '${aws_iam_role.app.name}', policy: policy(...statements) } } };
}

/** Who can, as `app: allow`. */
function ask(found: Model, action = 's3:GetObject', address = 'aws_s3_bucket.data'): string[] {
  return whoCan(found, { action, resource: at(found, address) }).map(({ who, decision }) => `${who}: ${decision}`);
}

const GET = { Action: 's3:Get*', Resource: '${aws_s3_bucket.data.arn}/*' };

describe('the principals of the model', () => {
  test.each<[string, { [type: string]: Json }, string[]]>([
    ['none has a policy', {}, []],
    ['the bucket', grant(GET), ['aws_iam_role.app: allow']],
    ['another bucket', grant({ ...GET, Resource: '${aws_s3_bucket.other.arn}/*' }), []],
    ['every bucket', grant({ ...GET, Resource: 'arn:aws:s3:::*' }), ['aws_iam_role.app: allow']],
    ['a bucket of a fixed name', grant({ ...GET, Resource: 'arn:aws:s3:::data1/*' }), ['aws_iam_role.app: depends']],
    ['a bucket that only a plan can tell', grant({ ...GET, Resource: '${var.bucket}' }), ['aws_iam_role.app: depends']],
    [
      'a part of the bucket',
      grant({ ...GET, Resource: '${aws_s3_bucket.data.arn}/a/*' }),
      ['aws_iam_role.app: depends'],
    ],
    ['another action', grant({ ...GET, Action: 's3:PutObject' }), []],
    ['a denial of his own', grant(GET, { ...GET, Effect: 'Deny' }), []],
    [
      'a condition',
      grant({ ...GET, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      ['aws_iam_role.app: depends'],
    ],
  ])('%s', (_, resource, expected) => {
    expect(ask(model(resource))).toEqual(expected);
  });

  test('answer with the statement, and what it hangs on', () => {
    const found = model(grant({ ...GET, Sid: 'Read', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'a' } } }));
    const [access] = whoCan(found, { action: 's3:GetObject', resource: at(found, 'aws_s3_bucket.data') });
    expect(access).toMatchObject({
      who: 'aws_iam_role.app',
      isOutside: false,
      on: ['aws:principaltag/team'],
      because: [{ kind: 'identity', statement: 'Read', effect: 'Allow' }],
    });
  });

  test('hold managed policies: AWS knows what is in its own', () => {
    const attach = (arn: string): { [type: string]: Json } => ({
      aws_iam_policy: { own: { policy: policy(GET) } },
      aws_iam_role_policy_attachment: { it: { role: '${aws_iam_role.app.name}', policy_arn: arn } },
    });
    expect(ask(model(attach('${aws_iam_policy.own.arn}')))).toEqual(['aws_iam_role.app: allow']);
    expect(ask(model(attach('arn:aws:iam::aws:policy/AdministratorAccess')))).toEqual(['aws_iam_role.app: allow']);
    expect(ask(model(attach('arn:aws:iam::aws:policy/ReadOnlyAccess')))).toEqual(['aws_iam_role.app: depends']);
    expect(ask(model(attach('${var.policy}')))).toEqual(['aws_iam_role.app: depends']);
  });

  test('may hold a policy that does not say whose it is', () => {
    const resource = { aws_iam_role_policy: { it: { role: '${var.role}', policy: policy(GET) } } };
    expect(ask(model(resource))).toEqual([
      'aws_iam_role.app: depends',
      'the role that aws_iam_role_policy.it names: allow',
    ]);
  });

  test('are named and not declared, and then hold what the model gives them', () => {
    const resource = { aws_iam_role_policy: { it: { role: 'other', policy: policy(GET) } } };
    expect(ask(model(resource))).toEqual(['the role other: allow']);
  });

  test('are perhaps who is named, where only a plan can tell how they are called', () => {
    const resource = {
      aws_iam_role_policy: { it: { role: 'other', policy: policy(GET) } },
      aws_iam_role: { name: '${var.name}' },
    };
    expect(ask(model(resource))).toEqual(['aws_iam_role.app: depends', 'the role other: allow']);
  });

  describe('are users with groups', () => {
    const members = (membership: { [type: string]: Json }): { [type: string]: Json } => ({
      aws_iam_user: { ada: { name: 'ada' }, bob: { name: 'bob' } },
      aws_iam_group: { readers: { name: 'readers' } },
      aws_iam_group_policy: { it: { group: '${aws_iam_group.readers.name}', policy: policy(GET) } },
      ...membership,
    });
    test.each<[string, { [type: string]: Json }, string[]]>([
      ['nobody is in it', {}, []],
      [
        'a list of members',
        { aws_iam_group_membership: { it: { group: 'readers', users: ['${aws_iam_user.ada.name}'] } } },
        ['aws_iam_user.ada: allow'],
      ],
      [
        'a list of groups',
        { aws_iam_user_group_membership: { it: { user: 'bob', groups: ['${aws_iam_group.readers.name}'] } } },
        ['aws_iam_user.bob: allow'],
      ],
      [
        'a group that is declared elsewhere',
        { aws_iam_user_group_membership: { it: { user: 'bob', groups: ['others'] } } },
        ['aws_iam_user.bob: depends'],
      ],
      [
        'members that only a plan can tell',
        { aws_iam_group_membership: { it: { group: 'readers', users: '${var.members}' } } },
        ['aws_iam_user.ada: depends', 'aws_iam_user.bob: depends'],
      ],
    ])('%s', (_, membership, expected) => {
      expect(ask(model(members(membership)))).toEqual(expected);
    });

    test('a managed policy that a group has', () => {
      const found = model({
        ...members({ aws_iam_group_membership: { it: { group: 'readers', users: ['ada'] } } }),
        aws_iam_group_policy: {},
        aws_iam_group_policy_attachment: {
          it: { group: 'readers', policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        },
      });
      expect(ask(found)).toEqual(['aws_iam_user.ada: allow']);
    });
  });

  test('have what each instance of a policy gives them', () => {
    const each = (role: string): { [type: string]: Json } => ({
      aws_iam_role: { for_each: ['a', 'b'], name: '${each.key}' },
      aws_iam_role_policy: { it: { for_each: ['a', 'b'], role, policy: policy(GET) } },
    });
    expect(ask(model(each('${aws_iam_role.app[each.key].name}')))).toEqual(['aws_iam_role.app: allow']);
    const others = ask(model(each('${aws_iam_role.app[each.value == "a" ? "b" : "a"].name}')));
    expect(others).toContain('aws_iam_role.app: depends');
  });

  test('are limited by their boundary', () => {
    const bounded = (text: string): { [type: string]: Json } => ({
      ...grant(GET),
      aws_iam_policy: { limit: { policy: text } },
      aws_iam_role: { permissions_boundary: '${aws_iam_policy.limit.arn}' },
    });
    expect(ask(model(bounded(policy({ Action: 'sqs:*', Resource: '*' }))))).toEqual([]);
    expect(ask(model(bounded(policy({ Action: 's3:*', Resource: '*' }))))).toEqual(['aws_iam_role.app: allow']);
  });
});

describe('whom the bucket policy names', () => {
  const bucket = (...statements: JsonObject[]): { [type: string]: Json } => ({
    aws_s3_bucket_policy: { it: { bucket: '${aws_s3_bucket.data.id}', policy: policy(...statements) } },
  });
  const own = 'arn:aws:iam::${data.aws_caller_identity.me.account_id}:root';
  test.each<[string, JsonObject, string[]]>([
    ['the role', { Principal: { AWS: '${aws_iam_role.app.arn}' } }, ['aws_iam_role.app: allow']],
    ['its own account', { Principal: { AWS: own } }, []],
    ['a service', { Principal: { Service: 'config.amazonaws.com' } }, ['config.amazonaws.com: allow']],
    ['an account', { Principal: { AWS: '444455556666' } }, ['444455556666: allow']],
    ['everybody', { Principal: '*' }, ['aws_iam_role.app: allow', 'everybody: allow', 'every account: allow']],
    [
      'everybody of its account',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalAccount': OWN } } },
      ['aws_iam_role.app: allow', 'everybody: depends'],
    ],
    [
      'everybody of the organization',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } } },
      ['aws_iam_role.app: depends', 'every account: depends'],
    ],
    [
      'whom a plan tells',
      { Principal: { AWS: '${var.partner}' } },
      ['aws_iam_role.app: depends', '${var.partner}: depends'],
    ],
  ])('%s', (_, statement, expected) => {
    const found = model(bucket({ Action: 's3:GetObject', Resource: '${aws_s3_bucket.data.arn}/*', ...statement }));
    expect(ask(found)).toEqual(expected);
  });

  test('a denial holds against the policies of principals', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '${aws_s3_bucket.data.arn}/*' };
    expect(ask(model({ ...grant(GET), ...bucket(deny) }))).toEqual([]);
  });

  test('a bucket policy that may be of the bucket leaves everything open', () => {
    const resource = { aws_s3_bucket_policy: { it: { bucket: '${var.bucket}', policy: policy() } } };
    expect(ask(model({ ...grant(GET), ...resource }))).toEqual(['aws_iam_role.app: depends']);
  });
});

describe('a key', () => {
  const use = grant({ Action: 'kms:Decrypt', Resource: '*' });
  const key = (body: JsonObject): { [type: string]: Json } => ({ ...use, aws_kms_key: { it: body } });
  const statement = (Principal: Json): JsonObject => ({
    policy: policy({ Action: 'kms:*', Resource: '*', Principal }),
  });
  test.each<[string, JsonObject, string[]]>([
    ['without a policy has that of AWS', {}, ['aws_iam_role.app: allow']],
    ['for its account', statement({ AWS: `arn:aws:iam::${OWN}:root` }), ['aws_iam_role.app: allow']],
    [
      'for another role',
      statement({ AWS: `arn:aws:iam::${OWN}:role/other` }),
      [`arn:aws:iam::${OWN}:role/other: depends`],
    ],
  ])('%s', (_, body, expected) => {
    expect(ask(model(key(body)), 'kms:Decrypt', 'aws_kms_key.it')).toEqual(expected);
  });
});

test('where nobody names the account, references to it still mean one', () => {
  const found = model(
    {
      ...grant({ Action: 'kms:Decrypt', Resource: '${aws_kms_key.it.arn}' }),
      aws_kms_key: {
        it: {
          policy: policy({
            Action: 'kms:*',
            Resource: '*',
            Principal: { AWS: 'arn:aws:iam::${data.aws_caller_identity.me.account_id}:root' },
          }),
        },
      },
    },
    {}
  );
  expect(ask(found, 'kms:Decrypt', 'aws_kms_key.it')).toEqual(['aws_iam_role.app: allow']);
});

test('references between stacks name one resource', () => {
  const provider = { aws: [{ region: 'eu-central-1' }] };
  const output = 'cross-stack-output-aws_s3_bucketdata_1arn';
  const stacks = modelOf({
    store: {
      provider,
      resource: { aws_s3_bucket: { data: {} } },
      output: { [output]: { value: '${aws_s3_bucket.data.arn}' } },
    },
    app: {
      provider,
      data: { terraform_remote_state: { 'cross-stack-reference-input-store': { backend: 'local' } } },
      resource: {
        aws_iam_role: { app: { assume_role_policy: TRUST } },
        ...grant({
          ...GET,
          Resource: `\${data.terraform_remote_state.cross-stack-reference-input-store.outputs.${output}}/*`,
        }),
      },
    },
  });
  expect(ask(stacks)).toEqual(['aws_iam_role.app: allow']);
});
