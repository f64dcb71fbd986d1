import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { DataClass, EncryptedStream, EncryptedStreamProps, Environment, RotatedKey } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

function stream(props?: EncryptedStreamProps, posture?: Parameters<typeof newStack>[0]): { [key: string]: unknown } {
  const stack = newStack(posture);
  new EncryptedStream(stack, 'Clicks', props);
  return Written.of(stack).resource('aws_kinesis_stream', 'Clicks');
}

test('is encrypted, on demand, bounded and protected without any props', () => {
  expect(stream()).toMatchObject({
    name: 'test-clicks',
    encryption_type: 'KMS',
    kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    retention_period: 24,
    stream_mode_details: { stream_mode: 'ON_DEMAND' },
    enforce_consumer_deletion: false,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
});

test('has no policy: nobody outside the account is let in', () => {
  const stack = newStack();
  new EncryptedStream(stack, 'Clicks');
  expect(Written.of(stack).resources('aws_kinesis_resource_policy')).toEqual({});
});

test('takes a key, a name, shards, days, a region and tags', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  new EncryptedStream(stack, 'Clicks', {
    encryptionKey: new RotatedKey(stack, 'Key', { region }),
    streamName: 'acme.clicks',
    shardCount: 2,
    retentionDays: 7,
    region,
    tags: { team: 'billing', 'tom:data-class': 'public' },
  });
  expect(Written.of(stack).resource('aws_kinesis_stream')).toMatchObject({
    name: 'acme.clicks',
    kms_key_id: '${aws_kms_key.Key_961B73FD.arn}',
    shard_count: 2,
    stream_mode_details: { stream_mode: 'PROVISIONED' },
    retention_period: 168,
    region,
    tags: { team: 'billing', 'tom:data-class': 'personal' },
  });
});

test('keeps what is not personal for a day where no retention is said', () => {
  expect(stream({ dataClass: DataClass.INTERNAL }, {}).retention_period).toBe(24);
});

test('may be destroyed with its consumers in an ephemeral environment alone', () => {
  const written = stream({}, { environment: Environment.EPHEMERAL, retentionDays: 1 });
  expect(written.enforce_consumer_deletion).toBe(true);
  expect(written).not.toHaveProperty('lifecycle');
});

describe('grants', () => {
  const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

  test.each([
    ['grantRead', 'kms:Decrypt', 'kinesis:GetRecords', 'kinesis:PutRecord'],
    ['grantWrite', 'kms:GenerateDataKey*', 'kinesis:PutRecord', 'kinesis:GetRecords'],
  ] as const)('%s covers the stream and the key', (grant, ofKey, ofStream, notOfStream) => {
    const stack = newStack();
    new EncryptedStream(stack, 'Clicks')[grant](role(stack));
    const granted = Written.of(stack).granted('Role/Grants');
    expect(granted['<PersonalDataKey>']).toContain(ofKey);
    expect(granted['<Clicks>']).toContain(ofStream);
    expect(granted['<Clicks>']).not.toContain(notOfStream);
  });

  test('cover a stream that is already there, and its consumers', () => {
    const stack = newStack();
    const streamArn = 'arn:aws:kinesis:eu-central-1:111122223333:stream/old-clicks';
    EncryptedStream.fromStreamArn(stack, 'Old', streamArn).grantRead(role(stack));
    const { Statement } = JSON.parse(Written.of(stack).resource('aws_iam_role_policy').policy as string) as {
      Statement: { Action: string[]; Resource: string[] }[];
    };
    expect(Statement.map(({ Resource }) => Resource)).toEqual([[streamArn], [`${streamArn}/consumer/*`]]);
    expect(Statement.flatMap(({ Action }) => Action)).not.toContain('kinesis:PutRecord');
  });

  test('cover the key of a stream that is already there', () => {
    const stack = newStack();
    const streamArn = 'arn:aws:kinesis:eu-central-1:111122223333:stream/old-clicks';
    const encryptionKey = new RotatedKey(stack, 'Key');
    EncryptedStream.fromStreamAttributes(stack, 'Old', { streamArn, encryptionKey }).grantWrite(role(stack));
    expect(Object.keys(Written.of(stack).granted())).toEqual(['<Key>', streamArn]);
  });
});

const RETENTION = '(TOM 2.2 Retention schedule)';
const ENCRYPTED = '(TOM 1.2.1 AES-256 for databases and object stores)';

test.each<[string, object, object, string]>([
  [
    'personal data without a retention',
    {},
    {},
    `'retentionDays' is required for personal data: only the data controller can decide it ${RETENTION}; write { retentionDays: 1 } here, or Posture.set(app, { retentionDays: 3650 }) for everything`,
  ],
  [
    'more than Kinesis keeps',
    { retentionDays: 400 },
    { retentionDays: 366 },
    `'retentionDays' must be a whole number from 1 to 365 ${RETENTION}, got 366; write retentionDays: 1`,
  ],
  [
    'more than the posture keeps',
    { retentionDays: 3 },
    { retentionDays: 7 },
    `'retentionDays' must not be longer than the retention of the posture, 3 days ${RETENTION}, got 7; write retentionDays: 3, or set the posture of what may be kept longer`,
  ],
  [
    'no shards',
    { retentionDays: 1 },
    { shardCount: 0 },
    "'shardCount' must be a whole number of shards, at least 1 (TOM 3.3.2 Capacity management), got 0; write shardCount: 2, or leave it out for a stream on demand",
  ],
  [
    'no encryption',
    { retentionDays: 1 },
    { encryptionType: 'NONE' },
    `'encryptionType' must not be set: records are always encrypted with a key of your own ${ENCRYPTED}, got "NONE"; write encryptionKey, or leave it out for the key of the stack`,
  ],
  [
    'the key of Kinesis',
    { retentionDays: 1 },
    { kmsKeyId: 'alias/aws/kinesis' },
    `'kmsKeyId' must not be set: records are always encrypted with a key of your own ${ENCRYPTED}, got "alias/aws/kinesis"; write encryptionKey, or leave it out for the key of the stack`,
  ],
  [
    'a retention in hours',
    { retentionDays: 1 },
    { retentionPeriod: 24 },
    `'retentionPeriod' is not a prop of this construct ${RETENTION}, got 24; write retentionDays`,
  ],
  [
    'the deletion of consumers',
    { retentionDays: 1 },
    { enforceConsumerDeletion: true },
    "'enforceConsumerDeletion' must not be set: the environment decides it (TOM 3.3.1 Redundant and distributed architecture), got true; leave it out",
  ],
  [
    'a name with blanks',
    { retentionDays: 1 },
    { streamName: 'acme clicks' },
    "'streamName' must be 1 to 128 letters, digits, '_', '.' and '-', got \"acme clicks\"; write streamName: 'acme-orders', or leave it out",
  ],
])('refuses %s', (_title, posture, props, message) => {
  expect(messageOf(() => new EncryptedStream(newStack(posture), 'Clicks', props))).toBe(`[test/Clicks] ${message}`);
});

test('refuses a region outside the residency', () => {
  expect(messageOf(() => stream({ region: 'us-east-1' }))).toContain(
    "[test/Clicks] 'region' must be within the residency of personal data"
  );
});

test('refuses shards that only Terraform knows', () => {
  const stack = newStack();
  const shardCount = new TerraformVariable(stack, 'shards', { type: 'number' }).numberValue;
  expect(messageOf(() => new EncryptedStream(stack, 'Clicks', { shardCount }))).toContain(', got a token; ');
});

test('refuses a name that another stream of the stack has', () => {
  const stack = newStack();
  new EncryptedStream(stack, 'One', { streamName: 'acme-clicks' });
  expect(messageOf(() => new EncryptedStream(stack, 'Two', { streamName: 'acme-clicks' }))).toBe(
    `[test/Two] 'streamName' must be unique: test/One has this name, got "acme-clicks"; write another streamName, or leave it out`
  );
});

test('refuses what is no ARN of a stream', () => {
  expect(messageOf(() => EncryptedStream.fromStreamArn(newStack(), 'Old', 'old-clicks'))).toBe(
    "[test/Old] 'streamArn' must be the ARN of a stream, got \"old-clicks\"; write 'arn:aws:kinesis:<region>:<account>:stream/<name>'"
  );
});
