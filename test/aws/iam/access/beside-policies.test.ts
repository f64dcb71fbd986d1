import { chainedAccess } from '../../../../lib/aws/iam/access/role-chains';
import { whoCan } from '../../../../lib/aws/iam/access/who-can';
import { Model } from '../../../../lib/terraform/model';
import { Json, JsonObject } from '../../../../lib/terraform/value';
import { at, modelOf } from '../../../support/models';

const OWN = '111122223333';
const OTHER = '444455556666';

function policy(...statements: JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
}

function stackOf(resource: { [type: string]: Json }): Model {
  return modelOf({
    stack: { provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: [OWN] }] }, resource },
  });
}

function trust(Principal: Json): JsonObject {
  return { assume_role_policy: policy({ Action: 'sts:AssumeRole', Principal }) };
}

const SERVICE = trust({ Service: 'ec2.amazonaws.com' });

/** A bucket that one role reads, and what is given beside it. */
function reading(more: { [type: string]: Json }, role: JsonObject = SERVICE): Model {
  return stackOf({
    aws_s3_bucket: { data: {} },
    ...more,
    aws_iam_role: { app: { name: 'app', ...role }, ...(more.aws_iam_role as JsonObject) },
    aws_iam_role_policy: {
      app: { role: 'app', policy: policy({ Action: 's3:GetObject', Resource: '${aws_s3_bucket.data.arn}/*' }) },
      ...(more.aws_iam_role_policy as JsonObject),
    },
  });
}

function readers(model: Model): string[] {
  const question = { action: 's3:GetObject', resource: at(model, 'aws_s3_bucket.data') };
  return whoCan(model, question).map(({ who, decision, on }) => [who, decision, ...on].join(' '));
}

describe('policies of the organization', () => {
  const attached = (target_id: string, own: JsonObject, statement: JsonObject): { [type: string]: Json } => ({
    aws_organizations_policy: { it: { content: policy({ Action: 's3:*', Resource: '*', ...statement }), ...own } },
    aws_organizations_policy_attachment: { it: { policy_id: '${aws_organizations_policy.it.id}', target_id } },
  });
  const organization = (target: string, own: JsonObject, statement: JsonObject): Model => {
    // Another stack, of the management account, attaches it.
    const { stacks } = reading({});
    const management = modelOf({
      management: {
        provider: { aws: [{ region: 'eu-central-1', allowed_account_ids: ['999999999999'] }] },
        resource: attached(target, own, statement),
      },
    });
    return new Model([...stacks, ...management.stacks]);
  };
  const DENY = { Effect: 'Deny' };
  const RCP = { type: 'RESOURCE_CONTROL_POLICY' };
  const TO_ALL = { ...DENY, Principal: '*' };

  test.each<[string, string, JsonObject, JsonObject, string[]]>([
    ['that denies it to the account', OWN, {}, DENY, []],
    ['that denies it to another account', OTHER, {}, DENY, ['aws_iam_role.app allow']],
    ['that denies something else', OWN, {}, { ...DENY, Action: 'sqs:*' }, ['aws_iam_role.app allow']],
    [
      'that denies it to a part of the organization',
      'ou-a',
      {},
      DENY,
      ['aws_iam_role.app depends aws_organizations_policy.it'],
    ],
    ['that denies something else to a part', 'ou-a', {}, { ...DENY, Action: 'sqs:*' }, ['aws_iam_role.app allow']],
    ['that allows something else, beside that of AWS', OWN, {}, { Action: 'sqs:*' }, ['aws_iam_role.app allow']],
    [
      'that denies it on a condition',
      OWN,
      {},
      { ...DENY, Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a' } } },
      ['aws_iam_role.app depends aws:principalorgid'],
    ],
    ['that denies it to all who come to its resources', OWN, RCP, TO_ALL, []],
    ['that denies it to all who come to those of another account', OTHER, RCP, TO_ALL, ['aws_iam_role.app allow']],
    ['of another kind', OWN, { type: 'TAG_POLICY' }, DENY, ['aws_iam_role.app allow']],
    [
      'of a kind that only a plan can tell',
      OWN,
      { type: '${var.type}' },
      DENY,
      ['aws_iam_role.app depends aws_organizations_policy.it the Principal of a statement'],
    ],
  ])('one %s', (_, target, own, statement, expected) => {
    expect(readers(organization(target, own, statement))).toEqual(expected);
  });

  test('do not bind the account that attaches them, which may be the management account', () => {
    expect(readers(reading(attached(OWN, {}, DENY)))).toEqual(['aws_iam_role.app depends aws_organizations_policy.it']);
  });
});

describe('grants of a key', () => {
  const granted = (grant: JsonObject, more: { [type: string]: Json } = {}): string[] => {
    const model = stackOf({
      aws_kms_key: { it: {} },
      aws_iam_role: { app: { name: 'app', ...SERVICE, ...(more.aws_iam_role as JsonObject) } },
      aws_kms_grant: {
        it: {
          key_id: '${aws_kms_key.it.key_id}',
          grantee_principal: '${aws_iam_role.app.arn}',
          operations: ['Decrypt'],
          ...grant,
        },
      },
      ...(more.aws_kms_key ? { aws_kms_key: more.aws_kms_key } : {}),
    });
    const question = { action: 'kms:Decrypt', resource: at(model, 'aws_kms_key.it') };
    return whoCan(model, question).map(({ who, decision, on }) => [who, decision, ...on].join(' '));
  };

  test('let their grantee, until a denial', () => {
    expect(granted({})).toEqual(['aws_iam_role.app allow']);
    expect(granted({ operations: ['Encrypt'] })).toEqual([]);
    expect(granted({ grantee_principal: `arn:aws:iam::${OTHER}:role/x` })).toEqual([
      `arn:aws:iam::${OTHER}:role/x allow`,
    ]);
    const constraints = { encryption_context_equals: { tenant: 'a' } };
    expect(granted({ constraints })).toEqual(['aws_iam_role.app depends kms:encryptioncontext:tenant']);
    const statement = { Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' };
    expect(granted({}, { aws_kms_key: { it: { policy: policy(statement) } } })).toEqual([]);
  });

  test('may be of a key, where only a plan can tell', () => {
    expect(granted({ key_id: '${var.key}' })).toEqual([
      'aws_iam_role.app depends an aws_kms_grant that may be of aws_kms_key.it',
    ]);
  });
});

test('the policy of an endpoint limits what passes it', () => {
  const model = reading({
    aws_vpc_endpoint: {
      closed: { policy: policy({ Principal: '*', Action: 'sqs:*', Resource: '*' }) },
      open: {},
    },
  });
  const ask = (via: string): string[] => {
    const resource = at(model, 'aws_s3_bucket.data');
    return whoCan(model, { action: 's3:GetObject', resource, via: at(model, via) }).map(({ who }) => who);
  };
  expect(ask('aws_vpc_endpoint.open')).toEqual(['aws_iam_role.app']);
  expect(ask('aws_vpc_endpoint.closed')).toEqual([]);
});

describe('roles that others may assume', () => {
  const chains = (roles: { [name: string]: JsonObject }, policies: { [name: string]: JsonObject } = {}): string[] => {
    const model = reading(
      {
        aws_iam_role: Object.fromEntries(Object.entries(roles).map(([name, own]) => [name, { name, ...own }])),
        aws_iam_role_policy: Object.fromEntries(
          Object.entries(policies).map(([role, statement]) => [role, { role, policy: policy(statement) }])
        ),
      },
      roles.app ?? SERVICE
    );
    const question = { action: 's3:GetObject', resource: at(model, 'aws_s3_bucket.data') };
    return chainedAccess(model, question)
      .map(({ who, decision, through }) => [who, decision, ...through.map(({ address }) => address)].join(' '))
      .map((text) => text.replace(/aws_iam_role\./g, ''))
      .sort();
  };
  const named = (role: string): JsonObject => trust({ AWS: `\${aws_iam_role.${role}.arn}` });
  const ASSUME = { Action: 'sts:AssumeRole', Resource: '${aws_iam_role.app.arn}' };

  test('give them what they have', () => {
    expect(chains({ ops: SERVICE })).toEqual(['app allow']);
    expect(chains({ app: named('ops'), ops: SERVICE })).toEqual(['app allow', 'ops allow app']);
  });

  test('for their account, to those whom their policies let', () => {
    const account = trust({ AWS: OWN });
    expect(chains({ app: account, ops: SERVICE })).toEqual(['app allow']);
    expect(chains({ app: account, ops: SERVICE }, { ops: ASSUME })).toEqual(['app allow', 'ops allow app']);
    const elsewhere = { ...ASSUME, Resource: '${aws_iam_role.ops.arn}' };
    expect(chains({ app: account, ops: SERVICE }, { ops: elsewhere })).toEqual(['app allow']);
  });

  test('one after the other, to a depth, and in circles', () => {
    const row = { app: named('a'), a: named('b'), b: named('c'), c: named('d'), d: SERVICE };
    expect(chains(row)).toEqual(['a allow app', 'app allow', 'b allow a app', 'c allow b a app']);
    expect(chains({ app: named('ops'), ops: named('app') })).toEqual(['app allow', 'ops allow app']);
  });

  test('perhaps, where that hangs on what nobody knows', () => {
    expect(chains({ app: trust({ AWS: '${var.who}' }), ops: SERVICE })).toEqual(['app allow', 'ops depends app']);
    const tagged = { ...trust({ AWS: OWN }) };
    const Condition = { StringEquals: { 'aws:PrincipalTag/team': 'a' } };
    expect(chains({ app: tagged, ops: SERVICE }, { ops: { ...ASSUME, Condition } })).toEqual([
      'app allow',
      'ops depends app',
    ]);
  });

  test('by the request that is best for them', () => {
    const external = {
      assume_role_policy: policy({
        Action: 'sts:AssumeRole',
        Principal: { AWS: OWN },
        Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
      }),
    };
    expect(chains({ app: external, ops: SERVICE }, { ops: ASSUME })).toEqual(['app allow', 'ops allow app']);
  });
});
