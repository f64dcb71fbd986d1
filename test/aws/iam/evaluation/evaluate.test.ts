import { Caller } from '../../../../lib/aws/iam/evaluation/caller';
import { Policies, Request, evaluate } from '../../../../lib/aws/iam/evaluation/evaluate';
import { Json, JsonObject } from '../../../../lib/terraform/value';
import { held } from '../../../support/access';

const OWN = '111122223333';
const OTHER = '444455556666';
const ROLE = `arn:aws:iam::${OWN}:role/app`;
const USER = `arn:aws:iam::${OWN}:user/ada`;
const role: Caller = { kind: 'role', id: ROLE, session: 'now' };
const user: Caller = { kind: 'user', id: USER };
const trail: Caller = { kind: 'service', id: 'cloudtrail.amazonaws.com' };

function policy(...statements: JsonObject[]): JsonObject {
  return {
    Version: '2012-10-17',
    Statement: statements.map((one) => ({ Effect: 'Allow', Action: 's3:*', Resource: '*', ...one })),
  };
}

const get: Request = {
  caller: role,
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::logs/a',
  account: OWN,
  isWhole: true,
};

function decide(policies: Policies, request: Partial<Request> = {}): string {
  return evaluate({ ...get, ...request }, policies).decision;
}

const ALLOW = held('identity', policy({}));
const DENY = held('denial', policy({ Effect: 'Deny' }));
const OTHERS = held('others', policy({ Action: 'sqs:*' }));
const grants = (Principal: Json, more: JsonObject = {}): ReturnType<typeof held> =>
  held('resource', policy({ Principal, ...more }));

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html
describe('one policy', () => {
  test.each<[string, Policies, string]>([
    ['nothing allows', {}, 'deny'],
    ['an allowance', { identity: ALLOW }, 'allow'],
    ['a denial over an allowance', { identity: [...ALLOW, ...DENY] }, 'deny'],
    ['an allowance of something else', { identity: OTHERS }, 'deny'],
    ['NotAction', { identity: held('i', policy({ Action: undefined as never, NotAction: 'sqs:*' })) }, 'allow'],
    [
      'NotResource',
      { identity: held('i', policy({ Resource: undefined as never, NotResource: 'arn:aws:s3:::logs/*' })) },
      'deny',
    ],
    ['one that only a plan can tell', { identity: [{ where: 'i', policy: { unknown: '${var.p}' } }] }, 'depends'],
    ['one that AWS refuses', { identity: [...ALLOW, { where: 'i', policy: { broken: 'no JSON' } }] }, 'depends'],
    ['an effect that only a plan can tell', { identity: held('i', policy({ Effect: '${var.e}' })) }, 'depends'],
  ])('%s', (_, policies, expected) => {
    expect(decide(policies)).toBe(expected);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
describe('the policy of a resource in the same account', () => {
  const limits: [string, Policies][] = [
    ['no allowance of the identity', {}],
    ['a boundary without an allowance', { boundary: OTHERS }],
    ['a session policy without an allowance', { session: OTHERS }],
  ];
  test.each<[string, Caller, Json, string[]]>([
    ['a user', user, { AWS: USER }, ['allow', 'allow', 'allow']],
    ['a session', role, { AWS: `arn:aws:sts::${OWN}:assumed-role/app/now` }, ['allow', 'allow', 'allow']],
    ['everybody', role, '*', ['allow', 'allow', 'allow']],
    ['a role', role, { AWS: ROLE }, ['allow', 'deny', 'deny']],
    ['the account', role, { AWS: OWN }, ['deny', 'deny', 'deny']],
    ['another session', role, { AWS: `arn:aws:sts::${OWN}:assumed-role/app/then` }, ['deny', 'deny', 'deny']],
    ['a service', role, { Service: 'cloudtrail.amazonaws.com' }, ['deny', 'deny', 'deny']],
  ])('names %s', (_, caller, principal, expected) => {
    const found = limits.map(([, limit]) => decide({ ...limit, resource: grants(principal) }, { caller }));
    expect(found).toEqual(expected);
  });

  test('everybody, but for a condition on the role, is not limited by a boundary', () => {
    const resource = grants('*', { Condition: { ArnEquals: { 'aws:PrincipalArn': ROLE } } });
    expect(decide({ resource, boundary: OTHERS })).toBe('allow');
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
test.each<[string, Policies, string]>([
  ['the identity alone', { identity: ALLOW }, 'deny'],
  ['the resource alone', { resource: grants({ AWS: ROLE }) }, 'deny'],
  ['both', { identity: ALLOW, resource: grants({ AWS: ROLE }) }, 'allow'],
  ['both, by the account', { identity: ALLOW, resource: grants({ AWS: OWN }) }, 'allow'],
  ['both, and a boundary without', { identity: ALLOW, boundary: OTHERS, resource: grants('*') }, 'deny'],
])('across accounts, allowed by %s', (_, policies, expected) => {
  expect(decide(policies, { account: OTHER })).toBe(expected);
});

test('where the account is open, what holds in both cases is said', () => {
  expect(decide({ identity: ALLOW, resource: grants({ AWS: ROLE }) }, { account: undefined })).toBe('allow');
  expect(evaluate({ ...get, account: undefined }, { identity: ALLOW })).toMatchObject({
    decision: 'depends',
    on: ['the account of the resource'],
  });
  expect(decide({ identity: OTHERS }, { account: undefined })).toBe('deny');
});

// https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
describe('keys and roles', () => {
  const key: Partial<Request> = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-central-1:${OWN}:key/a1` };
  const identity = held('identity', policy({ Action: '*' }));
  const own = (Principal: Json): ReturnType<typeof held> => held('key', policy({ Principal, Action: 'kms:*' }));
  test.each<[string, Policies, string]>([
    ['an identity that the key policy does not know', { identity, resource: own({ AWS: USER }) }, 'deny'],
    ['an identity that the key policy leaves to the account', { identity, resource: own({ AWS: OWN }) }, 'allow'],
    ['the account without an identity', { resource: own({ AWS: OWN }) }, 'deny'],
    ['the role by the key policy', { resource: own({ AWS: ROLE }) }, 'allow'],
    ['a key policy that is not shown', { identity }, 'depends'],
  ])('%s', (_, policies, expected) => {
    expect(decide(policies, key)).toBe(expected);
  });

  test.each(['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'])(
    '%s takes the trust of the role',
    (action) => {
      const request = { action, resource: `arn:aws:iam::${OWN}:role/admin` };
      const trust = (Principal: Json): Policies => ({
        identity,
        resource: held('trust', { Statement: [{ Effect: 'Allow', Action: 'sts:*', Principal }] }),
      });
      expect(decide(trust({ Service: 'ec2.amazonaws.com' }), request)).toBe('deny');
      expect(decide(trust({ AWS: OWN }), request)).toBe('allow');
    }
  );
});

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
describe('policies of the organization', () => {
  const level = held('level', policy({ Action: '*' }));
  test.each<[string, Policies, Caller, string]>([
    ['every level allows', { serviceControl: [level, level] }, role, 'allow'],
    ['one level does not allow', { serviceControl: [level, OTHERS, level] }, role, 'deny'],
    ['a denial', { serviceControl: [level, [...level, ...DENY]] }, role, 'deny'],
    ['the root of an account', { serviceControl: [OTHERS] }, { kind: 'root', id: `arn:aws:iam::${OWN}:root` }, 'deny'],
    ['a service', { serviceControl: [OTHERS], resource: grants({ Service: trail.id }) }, trail, 'allow'],
    [
      'the role of a service',
      { serviceControl: [OTHERS] },
      { kind: 'role', id: `arn:aws:iam::${OWN}:role/aws-service-role/x.amazonaws.com/X` },
      'allow',
    ],
  ])('service control: %s', (_, policies, caller, expected) => {
    expect(decide({ identity: ALLOW, ...policies }, { caller })).toBe(expected);
  });

  test('resource control policies deny services too, and reach no service that AWS may not have added', () => {
    const Condition = { StringNotEquals: { 'aws:SourceOrgID': 'o-abc' } };
    const resourceControl = held(
      'r',
      policy({ Effect: 'Deny', Principal: '*', Action: ['s3:*', 'glue:*'], Condition })
    );
    const resource = held('b', policy({ Action: '*', Principal: { Service: trail.id } }));
    expect(decide({ resource, resourceControl }, { caller: trail })).toBe('deny');
    expect(decide({ resource, resourceControl }, { caller: trail, context: { 'aws:SourceOrgID': ['o-abc'] } })).toBe(
      'allow'
    );
    expect(decide({ resource, resourceControl }, { caller: trail, action: 'glue:GetTable' })).toBe('depends');
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
test('the policy of an endpoint only limits', () => {
  const through = (statement: JsonObject): Policies => ({
    endpoint: held('endpoint', policy({ Principal: '*', ...statement })),
  });
  expect(decide(through({}))).toBe('deny');
  expect(decide({ ...through({}), identity: ALLOW })).toBe('allow');
  expect(decide({ ...through({ Action: 's3:Put*' }), identity: ALLOW })).toBe('deny');
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
describe('NotPrincipal', () => {
  const but = (...AWS: string[]): Policies => ({
    identity: ALLOW,
    resource: held('bucket', policy({ Effect: 'Deny', NotPrincipal: { AWS } })),
  });
  const session = `arn:aws:sts::${OWN}:assumed-role/app/now`;
  test.each<[string, Policies, string]>([
    ['nobody of the account', but(OTHER), 'deny'],
    ['account, role and session', but(OWN, ROLE, session), 'allow'],
    ['the role alone', but(ROLE), 'depends'],
    ['all three, under a boundary', { ...but(OWN, ROLE, session), boundary: ALLOW }, 'deny'],
  ])('spares %s', (_, policies, expected) => {
    expect(decide(policies)).toBe(expected);
  });

  test('in an allowance is not supported', () => {
    const resource = held('bucket', policy({ NotPrincipal: { AWS: OTHER } }));
    expect(decide({ resource })).toBe('depends');
  });
});

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
describe('who else calls', () => {
  test.each<[string, Caller, Json, string]>([
    ['anonymous', { kind: 'anonymous', id: '*' }, '*', 'allow'],
    ['anonymous', { kind: 'anonymous', id: '*' }, { AWS: OWN }, 'deny'],
    ['a service', trail, { Service: ['config.amazonaws.com', 'cloudtrail.amazonaws.com'] }, 'allow'],
    ['another service', trail, { Service: 'config.amazonaws.com' }, 'deny'],
    ['an identity provider', { kind: 'federated', id: 'ci.example.com' }, { Federated: 'ci.example.com' }, 'allow'],
    ['an identity provider', { kind: 'federated', id: 'ci.example.com' }, { AWS: OWN }, 'deny'],
    ['somebody', role, '${var.principal}', 'depends'],
    ['somebody', role, { AWS: '${var.principal}' }, 'depends'],
    ['a canonical user', role, { CanonicalUser: 'a1' }, 'depends'],
    ['a deleted principal', role, { AWS: 'AROAEXAMPLE' }, 'deny'],
  ])('%s %j, let in as %j: %s', (_, caller, principal, expected) => {
    expect(decide({ resource: grants(principal) }, { caller })).toBe(expected);
  });
});

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
describe('the bucket policy of a trail', () => {
  const resource = held('bucket', {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Write',
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `\${aws_s3_bucket.logs.arn}/AWSLogs/${OWN}/*`,
        Condition: {
          StringEquals: {
            's3:x-amz-acl': 'bucket-owner-full-control',
            'aws:SourceArn': `arn:aws:cloudtrail:eu-central-1:${OWN}:trail/t`,
          },
        },
      },
      {
        Sid: 'Plain',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: '*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
  const put: Request = {
    caller: trail,
    action: 's3:PutObject',
    resource: `\${aws_s3_bucket.logs.arn}/AWSLogs/${OWN}/x`,
    account: OWN,
    context: { 's3:x-amz-acl': ['bucket-owner-full-control'] },
  };

  test('says which keys the request hangs on', () => {
    const { decision, on, because } = evaluate(put, { resource });
    expect([decision, on]).toEqual(['depends', ['aws:securetransport', 'aws:sourcearn']]);
    expect(because.map(({ statement }) => statement)).toEqual(['Write', 'Plain']);
  });

  test('allows the trail, with the statement that does', () => {
    const context = {
      ...put.context,
      'aws:SourceArn': [`arn:aws:cloudtrail:eu-central-1:${OWN}:trail/t`],
      'aws:SecureTransport': ['true'],
    };
    expect(evaluate({ ...put, context }, { resource })).toEqual({
      decision: 'allow',
      on: [],
      because: [{ kind: 'resource', where: 'bucket', statement: 'Write', effect: 'Allow', isCertain: true }],
    });
  });

  test('denies plain HTTP, with the statement that does, whatever else is open', () => {
    const context = { ...put.context, 'aws:SecureTransport': ['false'] };
    expect(evaluate({ ...put, context }, { resource })).toMatchObject({
      decision: 'deny',
      because: [{ statement: 'Plain' }],
    });
  });
});
