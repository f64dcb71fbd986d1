import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, Fn, LocalBackend, S3Backend, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import {
  DataClass,
  EncryptedBucket,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  RetainedLogGroup,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const KMS_KEY_ARN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
const PROPS = { bucketName: 'acme-terraform-state', kmsKeyArn: KMS_KEY_ARN };

function backend(props: object = PROPS, posture?: Parameters<typeof newStack>[0]): object {
  const stack = newStack(posture, 'orders');
  new EncryptedStateBackend(stack, 'State', props as EncryptedStateBackendProps);
  new RetainedLogGroup(stack, 'Logins');
  return Written.of(stack).json.terraform.backend as object;
}

test('encrypts the state with the key, locks it in S3, and keeps it in the region of the key', () => {
  expect(backend()).toEqual({
    s3: {
      bucket: 'acme-terraform-state',
      key: 'orders/terraform.tfstate',
      region: 'eu-central-1',
      encrypt: true,
      kms_key_id: KMS_KEY_ARN,
      use_lockfile: true,
    },
  });
});

test('takes a name for the state, and the region and partition of its key', () => {
  const kmsKeyArn = 'arn:aws-eusc:kms:eusc-de-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab';
  expect(backend({ ...PROPS, kmsKeyArn, stateKey: 'a/b.tfstate' })).toMatchObject({
    s3: { key: 'a/b.tfstate', region: 'eusc-de-east-1', kms_key_id: kmsKeyArn },
  });
});

test('says what it chose', () => {
  const stack = newStack(undefined, 'orders');
  const made = new EncryptedStateBackend(stack, 'State', PROPS);
  expect(made.stateKey).toBe('orders/terraform.tfstate');
  expect(made.region).toBe('eu-central-1');
  expect(made.resource).toBeInstanceOf(S3Backend);
});

test('may lie outside the residency where the data is not personal', () => {
  const kmsKeyArn = KMS_KEY_ARN.replace('eu-central-1', 'us-east-1');
  expect(backend({ ...PROPS, kmsKeyArn }, { dataClass: DataClass.INTERNAL })).toMatchObject({
    s3: { region: 'us-east-1' },
  });
});

describe('a state that another stack reads', () => {
  const app = ((): App => {
    const stack = newStack(undefined, 'logs');
    new EncryptedStateBackend(stack, 'State', PROPS);
    const archive = new EncryptedBucket(stack, 'Logs');
    const reader = new TerraformStack(stack.node.root, 'orders');
    new AwsProvider(reader, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(reader, 'State', PROPS);
    new EncryptedBucket(reader, 'Invoices', { accessLogBucket: archive });
    const root = App.of(stack);
    root.synth();
    return root;
  })();
  const read = (name: string): { [key: string]: { [key: string]: { [key: string]: object } } } =>
    JSON.parse(readFileSync(join(app.outdir, 'stacks', name, 'cdk.tf.json'), 'utf8')) as never;

  test('is read with the settings that it is written with, but for the lock, which readers do not take', () => {
    const { use_lockfile, ...s3 } = read('logs').terraform.backend.s3 as { use_lockfile?: boolean };
    expect(use_lockfile).toBe(true);
    expect(read('orders').data.terraform_remote_state).toEqual({
      'cross-stack-reference-input-logs': { backend: 's3', config: s3, workspace: '${terraform.workspace}' },
    });
  });

  test('is another object in the same bucket than the state that reads it', () => {
    expect(read('orders').terraform.backend).toMatchObject({
      s3: { bucket: 'acme-terraform-state', key: 'orders/terraform.tfstate' },
    });
  });
});

const PLAIN = 'must be plain text: Terraform reads it before any resource exists (TOM 1.2.1 ';

test.each<[string, object, string[]]>([
  ['no key', { bucketName: 'a' }, [`'kmsKeyArn' ${PLAIN}`, `, got undefined; write kmsKeyArn: '${KMS_KEY_ARN}'`]],
  ['an empty key', { ...PROPS, kmsKeyArn: '' }, [`'kmsKeyArn' ${PLAIN}`]],
  ['no bucket', { kmsKeyArn: KMS_KEY_ARN }, [`'bucketName' ${PLAIN}`, "write bucketName: 'acme-terraform-state'"]],
  ['an expression', { ...PROPS, bucketName: 'acme-${var.stage}' }, [`'bucketName' ${PLAIN}`]],
  [
    'an empty state key',
    { ...PROPS, stateKey: '' },
    [`'stateKey' ${PLAIN}`, "write stateKey: 'orders/terraform.tfstate'"],
  ],
  [
    'an alias',
    { ...PROPS, kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:alias/state' },
    ["'kmsKeyArn' must be a key's ARN, not an alias", ', got "arn:aws:kms:eu-central-1:111122223333:alias/state"; '],
  ],
  [
    'the id of a key',
    { ...PROPS, kmsKeyArn: '1234abcd-12ab-44cd-a6ef-1234567890ab' },
    ["'kmsKeyArn' must be a key's ARN"],
  ],
  [
    'no encryption',
    { ...PROPS, encrypt: false },
    ["'encrypt' must not be set: the state is always encrypted (TOM 1.2.1 ", ', got false; leave it out'],
  ],
  [
    'a lock table',
    { ...PROPS, dynamodbTable: 'locks' },
    ["'dynamodbTable' must not be set: S3 locks the state itself (TOM 9.2 ", ', got "locks"; leave it out'],
  ],
  ['an ACL', { ...PROPS, acl: 'private' }, ["'acl' must not be set: ACLs are switched off (TOM 3.1.1 "]],
  [
    'a region outside the residency',
    { ...PROPS, kmsKeyArn: KMS_KEY_ARN.replace('eu-central-1', 'us-east-1') },
    ["'region' must be within the residency of personal data (TOM 7.1 ", ', got "us-east-1"; '],
  ],
])('refuses %s', (_title, props, messages) => {
  const thrown = messageOf(() => new EncryptedStateBackend(newStack(), 'State', props as EncryptedStateBackendProps));
  expect(thrown).toMatch(/^\[test\/State\] /);
  for (const message of messages) expect(thrown).toContain(message);
});

test('refuses references', () => {
  const stack = newStack();
  const bucketName = Fn.lower(new TerraformVariable(stack, 'bucket', { type: 'string' }).stringValue);
  expect(messageOf(() => new EncryptedStateBackend(stack, 'State', { ...PROPS, bucketName }))).toContain(
    `[test/State] 'bucketName' ${PLAIN}`
  );
  const { keyArn } = new EncryptedBucket(stack, 'Bucket').encryptionKey!;
  expect(messageOf(() => new EncryptedStateBackend(stack, 'Other', { ...PROPS, kmsKeyArn: keyArn }))).toContain(
    ', got a token; '
  );
});

test.each<[string, (stack: TerraformStack) => void]>([
  ['one of its own kind', (stack) => new EncryptedStateBackend(stack, 'First', PROPS)],
  [
    'one of its own kind further in',
    (stack) => new EncryptedStateBackend(new Construct(stack, 'Inner'), 'First', PROPS),
  ],
  ['another', (stack) => new LocalBackend(stack, {})],
])('refuses a stack that has a backend: %s', (_title, first) => {
  const stack = newStack();
  first(stack);
  expect(messageOf(() => new EncryptedStateBackend(stack, 'State', PROPS))).toBe(
    `[test/State] 'scope' must be a stack without a backend, got "test"; remove the other backend`
  );
});
