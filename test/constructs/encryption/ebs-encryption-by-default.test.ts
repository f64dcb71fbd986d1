import { TerraformStack } from 'cdktf';
import { DataClass, EbsEncryptionByDefault, EncryptedVolume, Environment, RotatedKey } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const SETTING = 'aws_ebs_encryption_by_default';
const DEFAULT_KEY = 'aws_ebs_default_kms_key';
const ENCRYPTED = '(TOM 1.2.1 AES-256 for databases and object stores)';

test('encrypts by default, with a key of its own, and stays', () => {
  const stack = newStack();
  new EbsEncryptionByDefault(stack, 'It');
  const written = Written.of(stack);
  expect(written.resource(SETTING)).toMatchObject({
    enabled: true,
    depends_on: ['aws_ebs_default_kms_key.It_DefaultKey_7F9BC8FE'],
    lifecycle: { prevent_destroy: true },
  });
  expect(written.resource(DEFAULT_KEY)).toMatchObject({
    key_arn: '${aws_kms_key.It_Key_D9946D7F.arn}',
    lifecycle: { prevent_destroy: true },
  });
  expect(written.resource('aws_kms_key').tags).toMatchObject({ 'tom:data-class': 'personal' });
});

test('lets the account use the key through EC2, by its IAM policies, and let EC2 make grants', () => {
  const stack = newStack();
  new EbsEncryptionByDefault(stack, 'It');
  const { UseThroughServices, LetServicesKeepUsing } = Written.of(stack).statements('aws_kms_key');
  expect(UseThroughServices.Action).toEqual(
    expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:ReEncryptFrom', 'kms:DescribeKey'])
  );
  expect(LetServicesKeepUsing).toMatchObject({
    Action: 'kms:CreateGrant',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  });
});

test('takes a key, and makes none then', () => {
  const stack = newStack();
  const key = new RotatedKey(stack, 'Key');
  expect(new EbsEncryptionByDefault(stack, 'It', { encryptionKey: key }).encryptionKey).toBe(key);
  const written = Written.of(stack);
  expect(written.resource(DEFAULT_KEY).key_arn).toBe('${aws_kms_key.Key_961B73FD.arn}');
  expect(Object.keys(written.resources('aws_kms_key'))).toEqual(['Key/Resource']);
});

test('takes a region, a class of data and tags, for its key too', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  new EbsEncryptionByDefault(stack, 'It', { region, dataClass: DataClass.INTERNAL, tags: { team: 'platform' } });
  const written = Written.of(stack);
  expect(written.resource(SETTING).region).toBe(region);
  expect(written.resource(DEFAULT_KEY).region).toBe(region);
  expect(written.resource('aws_kms_key')).toMatchObject({
    region,
    tags: { 'tom:data-class': 'internal', team: 'platform' },
  });
});

test('holds for each of several regions', () => {
  const stack = newStack();
  new EbsEncryptionByDefault(stack, 'Here');
  new EbsEncryptionByDefault(stack, 'There', { region: 'eu-west-1' });
  expect(Object.keys(Written.of(stack).resources(SETTING))).toEqual(['Here/Resource', 'There/Resource']);
});

test('holds in each of several stacks, which may be of several accounts', () => {
  const stack = newStack();
  new EbsEncryptionByDefault(stack, 'It');
  expect(() => new EbsEncryptionByDefault(new TerraformStack(stack.node.scope!, 'other'), 'It')).not.toThrow();
});

test('leaves volumes that name a key under that key', () => {
  const stack = newStack();
  new EbsEncryptionByDefault(stack, 'It');
  new EncryptedVolume(stack, 'Index', { availabilityZone: 'eu-central-1a', sizeGib: 1 });
  expect(Written.of(stack).resource('aws_ebs_volume').kms_key_id).toContain('PersonalDataKey');
});

test('may be destroyed in an ephemeral environment', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL });
  new EbsEncryptionByDefault(stack, 'It');
  for (const type of [SETTING, DEFAULT_KEY]) expect(Written.of(stack).resource(type)).not.toHaveProperty('lifecycle');
});

test.each<[string, object, string]>([
  [
    'that it is off',
    { enabled: false },
    `'enabled' must not be set: the setting is always on ${ENCRYPTED}, got false; leave it out`,
  ],
  [
    'the key of EBS',
    { keyArn: 'alias/aws/ebs' },
    `'keyArn' is not a prop of this construct ${ENCRYPTED}, got "alias/aws/ebs"; write encryptionKey, or leave it out for a key of its own`,
  ],
  [
    'the key of EBS by another name',
    { kmsKeyId: 'alias/aws/ebs' },
    `'kmsKeyId' is not a prop of this construct ${ENCRYPTED}, got "alias/aws/ebs"; write encryptionKey, or leave it out for a key of its own`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => new EbsEncryptionByDefault(newStack(), 'It', props))).toBe(`[test/It] ${message}`);
});

test.each([
  ['that says the same', {}],
  ['that names it', { region: 'eu-central-1' }],
])('refuses a second one for the region of the stack, %s', (_title, props) => {
  const stack = newStack();
  new EbsEncryptionByDefault(stack, 'One');
  expect(messageOf(() => new EbsEncryptionByDefault(stack, 'Two', props))).toBe(
    `[test/Two] 'region' must be another one: test/One holds for the account in this region ${ENCRYPTED}, got "eu-central-1"; remove one of them, or name another region`
  );
});

test('refuses a key of another region', () => {
  const stack = newStack();
  const encryptionKey = new RotatedKey(stack, 'Key', { region: 'eu-west-1' });
  expect(messageOf(() => new EbsEncryptionByDefault(stack, 'It', { encryptionKey }))).toBe(
    `[test/It] 'encryptionKey' must be a key of eu-central-1, where what it encrypts lies ${ENCRYPTED}, got "eu-west-1"; make one there: new RotatedKey(this, 'Key', { region: 'eu-central-1' })`
  );
});

test('refuses a key for data of a lower class', () => {
  const stack = newStack();
  const encryptionKey = new RotatedKey(stack, 'Key', { dataClass: DataClass.INTERNAL });
  expect(messageOf(() => new EbsEncryptionByDefault(stack, 'It', { encryptionKey }))).toBe(
    "[test/It] 'encryptionKey' must be for personal data, which it would hold, and test/Key is for internal data (TOM 3.1.2 Data classification); share one whose dataClass is personal or above, or leave encryptionKey out"
  );
});

test('refuses a region outside the residency', () => {
  expect(messageOf(() => new EbsEncryptionByDefault(newStack(), 'It', { region: 'us-east-1' }))).toContain(
    "[test/It] 'region' must be within the residency of personal data"
  );
});
