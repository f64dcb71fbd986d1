import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformVariable } from 'cdktf';
import {
  DataClass,
  Effect,
  EncryptedBucket,
  Environment,
  Grantee,
  RotatedKey,
  RotatedKeyProps,
  ServiceAccess,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ADMIN = 'arn:aws:iam::111122223333:role/keys';
const USER = 'arn:aws:iam::111122223333:role/orders';
const DEPLOYER = 'arn:aws:iam::111122223333:role/ci/deploy';
const SSO = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com';
const PERMISSION_SET = `${SSO}/*/AWSReservedSSO_KeyAdmins_*`;
const OF_PERMISSION_SET = `${SSO}/eu-west-1/AWSReservedSSO_KeyAdmins_0123456789abcdef`;
const KEYS = '(TOM 1.3.1 Central management of keys)';

test('rotates every year, and refuses destruction, without any props', () => {
  const stack = newStack();
  new RotatedKey(stack, 'Key');
  const key = Written.of(stack).resource('aws_kms_key');
  expect(key).toMatchObject({
    enable_key_rotation: true,
    rotation_period_in_days: 365,
    deletion_window_in_days: 30,
    lifecycle: { prevent_destroy: true },
    tags: {
      'tom:data-class': 'personal',
      'tom:environment': 'production',
      'tom:owner': 'tests',
    },
  });
});

test('has an alias of its path, or the one that it is given', () => {
  const stack = newStack({ namePrefix: 'acme' });
  new RotatedKey(stack, 'Orders Key');
  new RotatedKey(stack, 'Other', { alias: 'alias/other' });
  const names = Object.values(Written.of(stack).resources('aws_kms_alias')).map((alias) => alias.name as string);
  expect(names.sort()).toEqual(['alias/acme-test-orders-key', 'alias/other']);
});

test('may be destroyed in an ephemeral environment', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL });
  new RotatedKey(stack, 'Key');
  expect(Written.of(stack).resource('aws_kms_key').lifecycle).toBeUndefined();
});

test('leaves use to IAM policies through services, and lets administrators use nothing', () => {
  const stack = newStack();
  new RotatedKey(stack, 'Key');
  const { Administer, UseThroughServices, ...others } = Written.of(stack).statements('aws_kms_key');
  expect(Object.keys(others)).toEqual(['LetServicesKeepUsing']);
  expect(
    (Administer.Action as string[]).filter((action) => /\*|Encrypt|Decrypt|DataKey|CreateGrant/.test(action))
  ).toEqual([]);
  expect(UseThroughServices.Condition.StringLike).toHaveProperty('kms:ViaService');
  expect(UseThroughServices.Condition.StringEquals).toHaveProperty('kms:CallerAccount');
});

test('names administrators and users where it is told to, and nobody else', () => {
  const stack = newStack();
  new RotatedKey(stack, 'Key', { administratorArns: [ADMIN], userArns: [USER] });
  const statements = Written.of(stack).statements('aws_kms_key');
  expect(Object.keys(statements)).toEqual(['Administer', 'DenyUseByAdministrators', 'Use']);
  expect(statements.Administer).toMatchObject({
    Effect: 'Allow',
    Principal: { AWS: expect.stringMatching(/:root$/) as string },
    Condition: { ArnLike: { 'aws:PrincipalArn': ADMIN } },
  });
  expect(statements.DenyUseByAdministrators).toEqual({
    Sid: 'DenyUseByAdministrators',
    Effect: 'Deny',
    Principal: '*',
    Action: [
      'kms:CreateGrant',
      'kms:Encrypt',
      'kms:ReEncryptTo',
      'kms:GenerateDataKey*',
      'kms:Decrypt',
      'kms:ReEncryptFrom',
    ],
    Resource: '*',
    Condition: { ArnLike: { 'aws:PrincipalArn': ADMIN } },
  });
  expect(statements.Use.Principal).toEqual({ AWS: USER });
});

test('lets deployers manage the key, and denies them nothing', () => {
  const stack = newStack();
  new RotatedKey(stack, 'Key', { administratorArns: [ADMIN], deployerArns: [DEPLOYER] });
  const statements = Written.of(stack).statements('aws_kms_key');
  expect(Object.keys(statements)).toEqual([
    'Administer',
    'DenyUseByAdministrators',
    'UseThroughServices',
    'LetServicesKeepUsing',
  ]);
  expect(statements.Administer.Condition).toEqual({ ArnLike: { 'aws:PrincipalArn': [ADMIN, DEPLOYER] } });
  expect(statements.DenyUseByAdministrators.Condition).toEqual({ ArnLike: { 'aws:PrincipalArn': ADMIN } });
});

test('takes the roles of a permission set, whatever AWS puts into their names', () => {
  const stack = newStack();
  new RotatedKey(stack, 'Key', { administratorArns: [PERMISSION_SET], deployerArns: [DEPLOYER] });
  const { Administer } = Written.of(stack).statements('aws_kms_key');
  expect(Administer.Condition).toEqual({ ArnLike: { 'aws:PrincipalArn': [PERMISSION_SET, DEPLOYER] } });
});

describe('grants', () => {
  const role = (stack: ReturnType<typeof newStack>): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

  test('put one policy under the role, with each right once', () => {
    const stack = newStack();
    const key = new RotatedKey(stack, 'Key');
    const orders = role(stack);
    key.grantDecrypt(orders);
    key.grantDecrypt(orders);
    key.grantEncrypt(orders);
    expect(Written.of(stack).granted('Role/Grants')).toEqual({
      '<Key>': [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey*',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
    });
  });

  test('name the role in the policy of a key that names its users', () => {
    const stack = newStack();
    const key = new RotatedKey(stack, 'Key', { userArns: [USER] });
    const orders = role(stack);
    key.grantDecrypt(orders);
    key.grantEncryptDecrypt(orders);
    const users = Written.of(stack).statements('aws_kms_key').Use.Principal.AWS as string[];
    expect(users).toHaveLength(2);
    expect(users[0]).toBe(USER);
    expect(users[1]).toMatch(/aws_iam_role\.Role\.arn/);
  });

  test('work for a key that is already there', () => {
    const stack = newStack();
    const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
    RotatedKey.fromKeyArn(stack, 'Key', arn).grantEncryptDecrypt(role(stack));
    expect(Written.of(stack).resource('aws_iam_role_policy').policy).toContain(arn);
  });
});

test.each<[string, RotatedKeyProps | object, string]>([
  ['rarer than once a year', { rotationDays: 366 }, "'rotationDays' must be a whole number from 90 to 365 (TOM 1.3.1 "],
  ['oftener than KMS can', { rotationDays: 89 }, ', got 89; write rotationDays: 365'],
  ['rotation off', { enableKeyRotation: false }, "'enableKeyRotation' must not be set (TOM 1.3.1"],
  ['a short deletion window', { deletionWindowDays: 13 }, "'deletionWindowDays' must be a whole number from 14 to 30"],
  [
    'an administrator who is a user',
    { administratorArns: [ADMIN], userArns: [USER, ADMIN] },
    "'userArns' must not name an administrator of the key",
  ],
  ['everybody as a user', { userArns: ['*'] }, "'userArns' must name principals (TOM 1.3.1"],
  ['everybody as an administrator', { administratorArns: ['*'] }, "'administratorArns' must name principals"],
  ['no administrator at all', { administratorArns: [] }, "'administratorArns' must name at least one role"],
  ...[
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:user/ada',
    'arn:aws:sts::111122223333:assumed-role/key-admin/ada',
    'arn:aws:iam::111122223333:role/key-*',
    'arn:aws:iam::*:role/key-admin',
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*',
    '111122223333',
  ].map((arn): [string, object, string] => [
    `${arn} as an administrator`,
    { administratorArns: [arn] },
    `'administratorArns' must name roles of the key's account by their ARNs; only roles of IAM Identity Center may have '*' for what AWS puts into their names ${KEYS}, got "${arn}"; write administratorArns: ['arn:aws:iam::111122223333:role/key-admin'], the role behind a session, or leave it out for all whom IAM policies of the account let`,
  ]),
  [
    'a pattern of deployers',
    { deployerArns: ['arn:aws:iam::111122223333:role/ci-*'] },
    "'deployerArns' must name roles",
  ],
  [
    'a deployer who is an administrator',
    { administratorArns: [ADMIN], deployerArns: [ADMIN] },
    `'deployerArns' must not name an administrator of the key ${KEYS}, got "${ADMIN}"; let one role manage the key and another use it`,
  ],
  [
    'a deployer who is a user',
    { deployerArns: [DEPLOYER], userArns: [DEPLOYER] },
    `'userArns' must not name a deployer, who manages the key ${KEYS}, got "${DEPLOYER}"; let one role apply Terraform and another use the key`,
  ],
  [
    'a user among the roles of a permission set that manages',
    { administratorArns: [PERMISSION_SET], userArns: [OF_PERMISSION_SET] },
    `'userArns' must not name an administrator of the key ${KEYS}, got "${OF_PERMISSION_SET}"; let one role manage the key and another use it`,
  ],
  ['no user at all', { userArns: [] }, "'userArns' must name at least one role"],
  ['a policy', { policy: '{}' }, "'policy' must not be set"],
  ['an alias of AWS', { alias: 'alias/aws/s3' }, "'alias' must be 1 to 250 letters"],
  ['an unknown region', { region: 'eu-central-9' }, "'region' must be an AWS region"],
  ['a region outside the residency', { region: 'us-east-1' }, "'region' must be within the residency of personal data"],
])('refuses %s', (_title, props, message) => {
  const thrown = messageOf(() => new RotatedKey(newStack(), 'Key', props));
  expect(thrown).toContain('[test/Key] ');
  expect(thrown).toContain(message);
});

describe('a role that manages the key', () => {
  const refused = (role: string): string =>
    `[test/Key] 'grantee' must not name an administrator of the key ${KEYS}, got "${role}"; let one role manage the key and another use it`;

  test('is not granted its use, nor that of what the key encrypts', () => {
    const stack = newStack();
    const admin = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const encryptionKey = new RotatedKey(stack, 'Key', { administratorArns: [admin.arn] });
    expect(messageOf(() => encryptionKey.grantDecrypt(admin))).toBe(refused('test/Role'));
    const bucket = new EncryptedBucket(stack, 'Orders', { encryptionKey });
    expect(messageOf(() => bucket.grantRead(admin))).toBe(refused('test/Role'));
  });

  test('is known by its name, too', () => {
    const stack = newStack();
    const key = new RotatedKey(stack, 'Key', { administratorArns: [ADMIN] });
    const named = new IamRole(stack, 'Role', { name: ADMIN.split('/')[1], assumeRolePolicy: '{}' });
    expect(messageOf(() => key.grantEncrypt(named))).toBe(refused('test/Role'));
    expect(messageOf(() => key.grantEncrypt(Grantee.fromRoleArn(stack, ADMIN)))).toBe(refused(ADMIN.split('/')[1]));
    key.grantEncrypt(Grantee.fromRoleArn(stack, USER));
  });
});

test('refuses a number that only Terraform knows', () => {
  const stack = newStack();
  const days = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  expect(messageOf(() => new RotatedKey(stack, 'Key', { rotationDays: days }))).toContain('must be a plain number');
});

test('refuses an alias that another key has', () => {
  const stack = newStack();
  new RotatedKey(stack, 'One', { alias: 'orders' });
  expect(messageOf(() => new RotatedKey(stack, 'Two', { alias: 'alias/orders' }))).toContain(
    "'alias' must be unique: test/One has this name"
  );
});

test('refuses an alias where a key is asked for', () => {
  const alias = 'arn:aws:kms:eu-central-1:111122223333:alias/orders';
  expect(messageOf(() => RotatedKey.fromKeyArn(newStack(), 'Key', alias))).toContain(
    "must be a key's ARN, not an alias"
  );
});

describe('addToResourcePolicy', () => {
  const statement = { actions: ['kms:Decrypt'], resources: ['*'] };

  test('adds a statement', () => {
    const stack = newStack();
    const key = new RotatedKey(stack, 'Key', { dataClass: DataClass.INTERNAL });
    key.addToResourcePolicy({ ...statement, sid: 'Guest', principals: { AWS: [USER] } });
    key.addToResourcePolicy({ ...statement, sid: 'Nobody', effect: Effect.DENY, principals: { '*': ['*'] } });
    const { Guest, Nobody } = Written.of(stack).statements('aws_kms_key');
    expect(Guest).toEqual({
      Sid: 'Guest',
      Effect: 'Allow',
      Principal: { AWS: USER },
      Action: 'kms:Decrypt',
      Resource: '*',
    });
    expect(Nobody.Principal).toBe('*');
  });

  test.each([
    ['everybody', { '*': ['*'] }],
    ['every account', { AWS: ['*'] }],
  ])('refuses %s', (_title, principals) => {
    const key = new RotatedKey(newStack(), 'Key');
    expect(messageOf(() => key.addToResourcePolicy({ ...statement, principals: principals }))).toContain(
      "'principals' must name principals"
    );
  });

  test.each(['kms:Decrypt', 'kms:CreateGrant', 'kms:*'])('refuses %s for an administrator', (action) => {
    const key = new RotatedKey(newStack(), 'Key', { administratorArns: [ADMIN] });
    const use = { actions: [action], resources: ['*'], principals: { AWS: [ADMIN] } };
    expect(messageOf(() => key.addToResourcePolicy(use))).toContain('must not name an administrator');
  });
});

describe('allowService', () => {
  const service = 'cloudfront.amazonaws.com';
  const sourceArn = 'arn:aws:cloudfront::111122223333:distribution/E1SITE';

  test.each([
    [undefined, 'Read', 'kms:Decrypt'],
    [ServiceAccess.READ, 'Read', 'kms:Decrypt'],
    [ServiceAccess.WRITE, 'Write', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*']],
    [ServiceAccess.READ_WRITE, 'ReadWrite', ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*']],
  ])('with access %s lets a service use the key for one source', (access, name, actions) => {
    const stack = newStack();
    new RotatedKey(stack, 'Key', { userArns: [USER] }).allowService(service, { sourceArn, access });
    expect(Written.of(stack).statements('aws_kms_key')[`AllowCloudfront${name}`]).toEqual({
      Sid: `AllowCloudfront${name}`,
      Effect: 'Allow',
      Principal: { Service: service },
      Action: actions,
      Resource: '*',
      Condition: { ArnEquals: { 'aws:SourceArn': sourceArn } },
    });
  });

  test('refuses what is no service', () => {
    const key = new RotatedKey(newStack(), 'Key');
    expect(messageOf(() => key.allowService('*'))).toBe(
      "[test/Key] 'service' must be the principal of a service of AWS (TOM 3.1.1 Least privilege through roles), got \"*\"; write 'events.amazonaws.com'"
    );
  });
});

describe('a key that is already there', () => {
  const key = RotatedKey.fromKeyArn(newStack(), 'Key', 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd');
  const why =
    'must not be called on a key that is already there: its policy is not in this program (TOM 1.3.1 Central management of keys)';

  test('refuses a service', () => {
    expect(messageOf(() => key.allowService('events.amazonaws.com'))).toBe(
      `[test/Key] 'allowService' ${why}, got "events.amazonaws.com"; add the statement where the key is made`
    );
  });

  test('refuses a statement', () => {
    const statement = { sid: 'Guest', actions: ['kms:Decrypt'], resources: ['*'], principals: { AWS: [USER] } };
    expect(messageOf(() => key.addToResourcePolicy(statement))).toBe(
      `[test/Key] 'addToResourcePolicy' ${why}, got "Guest"; add the statement where the key is made`
    );
  });
});
