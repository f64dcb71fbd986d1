import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { DataClass, Environment, ManagedSecret, ManagedSecretProps, RotatedKey } from '../../../lib';
import { measureTitle } from '../../../lib/toms/measures/catalogue';
import { ROTATION_FUNCTION } from '../../support/constructs';
import { Written, messageOf, newStack } from '../../support/synth';

const ROTATED = { rotationFunctionArn: ROTATION_FUNCTION };
const ARN = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:acme/orders-a1b2c3';
const KEYS = '(TOM 1.3.1 Central management of keys)';
const ROLES = '(TOM 3.1.1 Least privilege through roles)';

const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

/** What the grants of the role allow, by resource. */
function granted(stack: TerraformStack): { [resource: string]: string[] } {
  return Written.of(stack).granted('Role/Grants');
}

test('is encrypted, rotated, closed and can be taken back, and has no value', () => {
  const stack = newStack();
  new ManagedSecret(stack, 'Token', ROTATED);
  const written = Written.of(stack);
  expect(written.resource('aws_secretsmanager_secret')).toMatchObject({
    name: 'test-token',
    description: 'test/Token',
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.PersonalDataKey_\w+\.arn\}$/) as string,
    recovery_window_in_days: 30,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal', 'tom:owner': 'tests' },
  });
  expect(written.resource('aws_secretsmanager_secret_rotation')).toMatchObject({
    rotation_lambda_arn: ROTATION_FUNCTION,
    rotation_rules: { automatically_after_days: 30 },
    secret_id: expect.stringMatching(/^\$\{aws_secretsmanager_secret\.\w+\.arn\}$/) as string,
    depends_on: [expect.stringMatching(/^aws_lambda_permission\./)],
  });
  expect(written.resource('aws_lambda_permission')).toMatchObject({
    function_name: ROTATION_FUNCTION,
    principal: 'secretsmanager.amazonaws.com',
    source_account: expect.stringContaining('account_id') as string,
  });
  expect(written.json.resource).not.toHaveProperty('aws_secretsmanager_secret_version');
});

test('denies everything to other accounts, and takes no public policy', () => {
  const stack = newStack();
  new ManagedSecret(stack, 'Token', ROTATED);
  const written = Written.of(stack);
  expect(written.resource('aws_secretsmanager_secret_policy').block_public_policy).toBe(true);
  const { DenyOutsiders, ...others } = written.statements('aws_secretsmanager_secret_policy');
  expect(others).toEqual({});
  expect(DenyOutsiders).toMatchObject({
    Effect: 'Deny',
    Principal: '*',
    Action: 'secretsmanager:*',
    Resource: '*',
    Condition: {
      StringNotEquals: { 'aws:PrincipalAccount': expect.stringContaining('account_id') as string },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  });
});

test('takes a name, a description, a key, days, a region and a function of the program', () => {
  const stack = newStack();
  const rotation = new LambdaFunction(stack, 'Rotation', {
    functionName: 'rotate',
    role: 'arn:aws:iam::1:role/rotate',
  });
  new ManagedSecret(stack, 'Token', {
    rotationFunctionArn: rotation.arn,
    rotationDays: 7,
    secretName: 'acme/partner',
    description: 'the token of the partner',
    encryptionKey: new RotatedKey(stack, 'Key', { region: 'eu-west-1' }),
    dataClass: DataClass.CONFIDENTIAL,
    recoveryWindowDays: 7,
    region: 'eu-west-1',
    tags: { team: 'orders' },
  });
  const written = Written.of(stack);
  expect(written.resource('aws_secretsmanager_secret')).toMatchObject({
    name: 'acme/partner',
    description: 'the token of the partner',
    kms_key_id: expect.stringContaining('aws_kms_key.Key_') as string,
    recovery_window_in_days: 7,
    region: 'eu-west-1',
    tags: { 'tom:data-class': 'confidential', team: 'orders' },
  });
  for (const type of ['secretsmanager_secret_policy', 'secretsmanager_secret_rotation', 'lambda_permission']) {
    expect(written.resource(`aws_${type}`).region).toBe('eu-west-1');
  }
  expect(written.resource('aws_secretsmanager_secret_rotation')).toMatchObject({
    rotation_lambda_arn: '${aws_lambda_function.Rotation.arn}',
    rotation_rules: { automatically_after_days: 7 },
  });
});

test('says in its description why nothing rotates it', () => {
  const stack = newStack();
  new ManagedSecret(stack, 'Token', { noRotationReason: 'the partner sends a new one each year' });
  const written = Written.of(stack);
  expect(written.resource('aws_secretsmanager_secret').description).toBe(
    'test/Token (not rotated: the partner sends a new one each year)'
  );
  expect(written.resources('aws_secretsmanager_secret_rotation')).toEqual({});
  expect(written.resources('aws_lambda_permission')).toEqual({});
});

test('goes at once in an ephemeral environment', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL, owner: 'tests' });
  new ManagedSecret(stack, 'Token', ROTATED);
  new ManagedSecret(stack, 'Kept', { ...ROTATED, recoveryWindowDays: 7 });
  const secrets = Written.of(stack).resources('aws_secretsmanager_secret');
  expect(secrets['Token/Resource']).toMatchObject({ recovery_window_in_days: 0 });
  expect(secrets['Token/Resource'].lifecycle).toBeUndefined();
  expect(secrets['Kept/Resource'].recovery_window_in_days).toBe(7);
});

test('has replicas, each under a key of its region', () => {
  const stack = newStack();
  const secret = new ManagedSecret(stack, 'Token', { ...ROTATED, replicaRegions: ['eu-west-1', 'eu-north-1'] });
  secret.grantRead(role(stack));
  const written = Written.of(stack);
  expect(written.resource('aws_secretsmanager_secret').replica).toEqual([
    { region: 'eu-west-1', kms_key_id: expect.stringContaining('PersonalDataKey-eu-west-1') as string },
    { region: 'eu-north-1', kms_key_id: expect.stringContaining('PersonalDataKey-eu-north-1') as string },
  ]);
  expect(written.resources('aws_kms_key')['PersonalDataKey-eu-north-1/Resource'].region).toBe('eu-north-1');
  const grants = granted(stack);
  expect(Object.keys(grants)).toEqual([
    '<PersonalDataKey>',
    '<PersonalDataKey-eu-north-1>',
    '<PersonalDataKey-eu-west-1>',
    '<Token>',
    expect.stringMatching(/^arn:.*:secretsmanager:eu-west-1:.*:secret:test-token-\?{6}$/),
    expect.stringMatching(/^arn:.*:secretsmanager:eu-north-1:.*:secret:test-token-\?{6}$/),
  ]);
});

describe('grants', () => {
  test('read and decrypt', () => {
    const stack = newStack();
    new ManagedSecret(stack, 'Token', ROTATED).grantRead(role(stack));
    expect(granted(stack)).toEqual({
      '<PersonalDataKey>': ['kms:Decrypt', 'kms:DescribeKey', 'kms:ReEncryptFrom'],
      '<Token>': ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
    });
  });

  test('write, and do not read', () => {
    const stack = newStack();
    new ManagedSecret(stack, 'Token', ROTATED).grantWrite(role(stack));
    expect(granted(stack)['<Token>']).toEqual([
      'secretsmanager:DescribeSecret',
      'secretsmanager:PutSecretValue',
      'secretsmanager:UpdateSecretVersionStage',
    ]);
  });

  test('rotate', () => {
    const stack = newStack();
    new ManagedSecret(stack, 'Token', ROTATED).grantRotate(role(stack));
    const grants = granted(stack);
    expect(grants).toEqual({
      '<PersonalDataKey>': expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey*']) as string[],
      '<Token>': [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      '*': ['secretsmanager:GetRandomPassword'],
    });
  });

  test('work for a secret that is already there, with and without its key', () => {
    const stack = newStack();
    const reader = role(stack);
    ManagedSecret.fromSecretArn(stack, 'One', ARN).grantRead(reader);
    const encryptionKey = new RotatedKey(stack, 'Key');
    ManagedSecret.fromSecretAttributes(stack, 'Two', { secretArn: ARN, encryptionKey }).grantWrite(reader);
    const grants = granted(stack);
    expect(Object.keys(grants)).toEqual(['<Key>', ARN]);
    expect(grants[ARN]).toEqual(
      expect.arrayContaining(['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'])
    );
  });
});

const VALUE = `must not be set: it would stand in the program, in the plan and in the state unencrypted ${KEYS}; leave it out, and let the rotation function make the value, or put it in by hand with aws secretsmanager put-secret-value`;

test.each<[string, ManagedSecretProps | object, string]>([
  ['a value, and does not repeat it', { ...ROTATED, secretString: 'hunter2' }, `'secretString' ${VALUE}`],
  ['a binary value', { ...ROTATED, secretBinary: 'aHVudGVyMg==' }, `'secretBinary' ${VALUE}`],
  ['a value by the name of another library', { ...ROTATED, secretStringValue: {} }, `'secretStringValue' ${VALUE}`],
  ['a plain value', { ...ROTATED, value: 'hunter2' }, `'value' ${VALUE}`],
  [
    'a generated value',
    { ...ROTATED, generateSecretString: {} },
    `'generateSecretString' must not be set: Terraform has no such thing, and a password of its own would stand in the state ${KEYS}, got an object; leave it out, and let the rotation function make the value`,
  ],
  [
    'a policy',
    { ...ROTATED, policy: '{}' },
    `'policy' must not be set ${ROLES}, got "{}"; call grantRead, grantWrite and grantRotate`,
  ],
  [
    'to let public policies pass',
    { ...ROTATED, blockPublicPolicy: false },
    `'blockPublicPolicy' must not be set ${ROLES}, got false; leave it out: a policy that lets everybody in is always refused`,
  ],
  [
    'no rotation',
    {},
    `'rotationFunctionArn' is required: a secret that never changes stays good for anyone who once saw it ${KEYS}; name the function that rotates it, or write noRotationReason: 'why it cannot be rotated by a program'`,
  ],
  [
    'an empty reason for none',
    { noRotationReason: ' ' },
    `'rotationFunctionArn' is required: a secret that never changes stays good for anyone who once saw it ${KEYS}; name the function that rotates it, or write noRotationReason: 'why it cannot be rotated by a program'`,
  ],
  [
    'rotation and a reason for none',
    { ...ROTATED, noRotationReason: 'why' },
    `'noRotationReason' must not be set where rotationFunctionArn is ${KEYS}, got "why"; leave one of the two out`,
  ],
  [
    'what is no function',
    { rotationFunctionArn: 'rotate' },
    `'rotationFunctionArn' must be the ARN of a Lambda function ${KEYS}, got "rotate"; write 'arn:aws:lambda:<region>:<account>:function:<name>'`,
  ],
  [
    'rotation rarer than every 90 days',
    { ...ROTATED, rotationDays: 91 },
    `'rotationDays' must be a whole number from 1 to 90 ${KEYS}, got 91; write rotationDays: 30`,
  ],
  [
    'deletion at once',
    { ...ROTATED, recoveryWindowDays: 0 },
    `'recoveryWindowDays' must be a whole number from 7 to 30 ${KEYS}, got 0; write recoveryWindowDays: 30`,
  ],
  [
    'a malformed name',
    { ...ROTATED, secretName: 'a b' },
    `'secretName' must be 1 to 512 letters, digits, '/', '_', '+', '=', '.', '@' and '-', got "a b"; write secretName: 'acme/orders/database'`,
  ],
  [
    'a replica in its own region',
    { ...ROTATED, replicaRegions: ['eu-central-1'] },
    `'replicaRegions' must not name the region of the secret itself, got "eu-central-1"; leave it out`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => new ManagedSecret(newStack(), 'Token', props))).toBe(`[test/Token] ${message}`);
});

test('refuses regions outside the residency', () => {
  const made = (props: ManagedSecretProps): string =>
    messageOf(() => new ManagedSecret(newStack({ residency: ['eu-central-1'] }), 'Token', { ...ROTATED, ...props }));
  const message = (prop: string): string =>
    `[test/Token] '${prop}' must be within the residency of personal data (TOM 7.1 ${measureTitle('7.1')}), got "eu-west-1"; write one of eu-central-1, or name the region in Posture.set(…, { residency })`;
  expect(made({ region: 'eu-west-1' })).toBe(message('region'));
  expect(made({ replicaRegions: ['eu-west-1'] })).toBe(message('replicaRegions'));
});

test('refuses a key of another region', () => {
  const stack = newStack();
  const encryptionKey = new RotatedKey(stack, 'Key', { region: 'eu-west-1' });
  expect(messageOf(() => new ManagedSecret(stack, 'Token', { ...ROTATED, encryptionKey }))).toContain(
    "[test/Token] 'encryptionKey' must be a key of eu-central-1, where what it encrypts lies"
  );
});

test('refuses days that only Terraform knows', () => {
  const stack = newStack();
  const days = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  expect(messageOf(() => new ManagedSecret(stack, 'Token', { ...ROTATED, rotationDays: days }))).toContain(
    "'rotationDays' must be a plain number"
  );
});

test('refuses a name that another secret has', () => {
  const stack = newStack();
  new ManagedSecret(stack, 'One', { ...ROTATED, secretName: 'acme' });
  expect(messageOf(() => new ManagedSecret(stack, 'Two', { ...ROTATED, secretName: 'acme' }))).toBe(
    `[test/Two] 'secretName' must be unique: test/One has this name, got "acme"; write another secretName, or leave it out`
  );
});

test('refuses an ARN without its last characters', () => {
  const arn = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders';
  expect(messageOf(() => ManagedSecret.fromSecretArn(newStack(), 'Token', arn))).toBe(
    `[test/Token] 'secretArn' must be the whole ARN of a secret, with the six characters that Secrets Manager puts at its end ${KEYS}, got "${arn}"; write 'arn:aws:secretsmanager:<region>:<account>:secret:<name>-a1b2c3'`
  );
});
