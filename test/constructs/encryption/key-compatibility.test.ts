import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { DataClass, EncryptedBucket, RotatedKey, RotatedKeyProps } from '../../../lib';
import { CONSTRUCTS } from '../../support/constructs';
import { messageOf, newStack, temporaryApp } from '../../support/synth';

const arnIn = (region: string): string => `arn:aws:kms:${region}:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab`;

const WITH_KEY = Object.entries(CONSTRUCTS).flatMap(([name, { withKey }]) => (withKey ? [{ name, withKey }] : []));

describe.each(WITH_KEY)('$name', ({ withKey }) => {
  test('refuses a key of another region than its own', () => {
    const stack = newStack();
    const key = RotatedKey.fromKeyArn(stack, 'Key', arnIn('eu-central-1'));
    expect(messageOf(() => withKey(stack, 'It', key, 'eu-west-1'))).toBe(
      "[test/It] 'encryptionKey' must be a key of eu-west-1, where what it encrypts lies (TOM 1.2.1 AES-256 for databases and object stores), " +
        "got \"eu-central-1\"; make one there: new RotatedKey(this, 'Key', { region: 'eu-west-1' })"
    );
  });

  test('refuses a key of another region than that of the provider', () => {
    const stack = newStack();
    const key = RotatedKey.fromKeyArn(stack, 'Key', arnIn('eu-west-1'));
    expect(messageOf(() => withKey(stack, 'It', key))).toContain("'encryptionKey' must be a key of eu-central-1");
  });

  test('takes a key of its region', () => {
    const stack = newStack();
    withKey(stack, 'It', RotatedKey.fromKeyArn(stack, 'Key', arnIn('eu-west-1')), 'eu-west-1');
  });
});

/** What AWS creates only for those who may use its key, or create a grant on it. */
const CREATED_WITH_KEY = [
  'BackupProgramme',
  'BastionHost',
  'ContainerRepository',
  'EncryptedCache',
  'EncryptedDatabase',
  'EncryptedFileSystem',
  'EncryptedTable',
  'EncryptedVolume',
  'EventBus',
  'HardenedInstanceGroup',
  'KubernetesCluster',
  'ManagedSecret',
  'SearchDomain',
  'SecureFunction',
  'StateMachine',
];

describe('a key whose administrators are denied its use', () => {
  const ADMIN = 'arn:aws:iam::111122223333:role/key-admin';
  const DEPLOYER = 'arn:aws:iam::111122223333:role/deploy';
  const ofOwnStack = (props: RotatedKeyProps): { stack: TerraformStack; key: RotatedKey } => {
    const stack = newStack();
    return { stack, key: new RotatedKey(stack, 'Key', props) };
  };

  test.each(WITH_KEY)(
    'is refused by a $name of its stack where AWS asks rights of the creator',
    ({ name, withKey }) => {
      const { stack, key } = ofOwnStack({ administratorArns: [ADMIN] });
      const make = (): Construct => withKey(stack, 'It', key);
      if (!CREATED_WITH_KEY.includes(name)) return void make();
      expect(messageOf(make)).toBe(
        "[test/It] 'encryptionKey' must be a key that those who apply this stack may use, since AWS asks that of them to create the store; all who manage this one are denied its use (TOM 1.3.1 Central management of keys), " +
          'got "test/Key"; name the role that applies Terraform in deployerArns of the key, and no longer in administratorArns; or make the key in another stack, which an administrator applies'
      );
    }
  );

  test.each(WITH_KEY)('is taken by a $name with a deployer, and without administrators', ({ withKey }) => {
    for (const props of [{ administratorArns: [ADMIN], deployerArns: [DEPLOYER] }, { deployerArns: [DEPLOYER] }, {}]) {
      const { stack, key } = ofOwnStack(props);
      withKey(stack, 'It', key);
    }
  });

  test.each(WITH_KEY)('is taken by a $name of another stack', ({ withKey }) => {
    const { stack, key } = ofOwnStack({ administratorArns: [ADMIN] });
    const other = new TerraformStack(stack.node.root, 'other');
    new AwsProvider(other, 'aws', { region: 'eu-central-1' });
    withKey(other, 'It', key);
  });
});

test('knows the region of a key of the program', () => {
  const stack = newStack();
  const key = new RotatedKey(stack, 'Key', { region: 'eu-north-1' });
  expect(messageOf(() => new EncryptedBucket(stack, 'It', { encryptionKey: key }))).toContain(
    "'encryptionKey' must be a key of eu-central-1, where what it encrypts lies"
  );
  new EncryptedBucket(stack, 'There', { encryptionKey: key, region: 'eu-north-1' });
});

test('knows the region of the stack of a key', () => {
  const stack = newStack();
  const other = new TerraformStack(App.of(stack), 'other');
  new AwsProvider(other, 'aws', { region: 'eu-west-1' });
  const encryptionKey = new RotatedKey(other, 'Key');
  expect(messageOf(() => new EncryptedBucket(stack, 'It', { encryptionKey }))).toContain(', got "eu-west-1"; ');
});

describe('says nothing where only Terraform knows', () => {
  test('the region of the provider', () => {
    const stack = new TerraformStack(temporaryApp(), 'test');
    new AwsProvider(stack, 'aws', { region: new TerraformVariable(stack, 'region', {}).stringValue });
    const encryptionKey = RotatedKey.fromKeyArn(stack, 'Key', arnIn('eu-west-1'));
    new EncryptedBucket(stack, 'It', { encryptionKey, retentionDays: 1 });
  });

  test('the ARN of the key', () => {
    const stack = newStack();
    const encryptionKey = RotatedKey.fromKeyArn(stack, 'Key', new TerraformVariable(stack, 'key', {}).stringValue);
    new EncryptedBucket(stack, 'It', { encryptionKey });
  });

  test('which provider the stack will have', () => {
    const stack = new TerraformStack(temporaryApp(), 'test');
    new AwsProvider(stack, 'other', { region: 'eu-west-1', alias: 'other' });
    const encryptionKey = RotatedKey.fromKeyArn(stack, 'Key', arnIn('eu-central-1'));
    new EncryptedBucket(stack, 'It', { encryptionKey, retentionDays: 1 });
  });
});

test('refuses a key for data of a lower class', () => {
  const stack = newStack();
  const key = new RotatedKey(stack, 'Key', { dataClass: DataClass.INTERNAL });
  expect(messageOf(() => new EncryptedBucket(stack, 'It', { encryptionKey: key }))).toBe(
    "[test/It] 'encryptionKey' must be for personal data, which it would hold, and test/Key is for internal data (TOM 3.1.2 Data classification); " +
      'share one whose dataClass is personal or above, or leave encryptionKey out'
  );
  new EncryptedBucket(stack, 'Prices', { encryptionKey: key, dataClass: DataClass.PUBLIC });
});
