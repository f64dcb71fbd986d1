import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import { AuditLogArchive, ConfigDelivery, ConfigDeliveryProps } from '../../../lib';
import { canDeliver } from '../../../lib/aws/iam/access/can-deliver';
import { RULE } from '../../../lib/guardrails/rules/config/delivery-accepted';
import { Verdict } from '../../../lib/guardrails/rule';
import { JsonObject } from '../../../lib/terraform/value';
import { modelOf } from '../../support/models';
import { Written, messageOf, newStack } from '../../support/synth';

const TOPIC = 'arn:aws:sns:eu-central-1:111122223333:config';

function delivery(props: Partial<ConfigDeliveryProps> = {}): Written {
  const stack = newStack();
  const archive = new AuditLogArchive(stack, 'Archive');
  new ConfigDelivery(stack, 'Delivery', { archive, ...props });
  return Written.of(stack);
}

test('goes to the bucket of the archive for AWS Config, under its key, once that lets it', () => {
  expect(delivery().resource('aws_config_delivery_channel')).toMatchObject({
    s3_bucket_name: '${aws_s3_bucket.Archive_Config_2F52530C.bucket}',
    s3_kms_key_arn: '${aws_kms_key.Archive_Key_3EF5EDE5.arn}',
    snapshot_delivery_properties: { delivery_frequency: 'TwentyFour_Hours' },
    depends_on: [
      expect.stringMatching(/^aws_s3_bucket_policy\.Archive_Config_Policy_/) as string,
      expect.stringMatching(/^aws_s3_bucket_server_side_encryption_configuration\.Archive_Config_/) as string,
    ],
  });
});

test('is accepted by bucket and key, for certain', () => {
  const model = modelOf({ test: delivery().json });
  const [channel] = model.resources('aws_config_delivery_channel');
  const bucket = model.resources('aws_s3_bucket').find(({ address }) => address.includes('Archive_Config_'))!;
  expect(canDeliver(model, channel, bucket).map(({ action, decision }) => [action, decision])).toEqual([
    ['s3:GetBucketAcl', 'allow'],
    ['s3:ListBucket', 'allow'],
    ['s3:PutObject', 'allow'],
    ['kms:GenerateDataKey', 'allow'],
  ]);
});

// https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
describe('a channel of your own into the archive', () => {
  const RECORDER = {
    aws_iam_role: { config: { name: 'config', assume_role_policy: '{"Version":"2012-10-17","Statement":[]}' } },
    aws_iam_role_policy: {
      config: {
        role: '${aws_iam_role.config.id}',
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: ['s3:*', 'kms:*'], Resource: '*' }],
        }),
      },
    },
    aws_config_configuration_recorder: { main: { role_arn: '${aws_iam_role.config.arn}' } },
  };
  const OTHER_KEY = {
    aws_kms_key: {
      other: {
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'config.amazonaws.com' },
              Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
              Resource: '*',
            },
          ],
        }),
      },
    },
  };

  function judged(channel: JsonObject, more: { readonly [type: string]: JsonObject } = {}): Verdict | undefined {
    const stack = newStack();
    new AuditLogArchive(stack, 'Archive');
    const { resource, ...rest } = Written.of(stack).json as { resource: { [type: string]: JsonObject } };
    const all = Object.fromEntries(Object.entries(more).map(([type, own]) => [type, { ...resource[type], ...own }]));
    const main = { s3_bucket_name: '${aws_s3_bucket.Archive_Config_2F52530C.bucket}', ...channel };
    const aws_config_delivery_channel = { main };
    const model = modelOf({ test: { ...rest, resource: { ...resource, ...all, aws_config_delivery_channel } } });
    return RULE.check(model.resources('aws_config_delivery_channel')[0], model);
  }

  test.each<[string, JsonObject, { readonly [type: string]: JsonObject }, object]>([
    ['under its key', { s3_kms_key_arn: '${aws_kms_key.Archive_Key_3EF5EDE5.arn}' }, {}, { outcome: 'met' }],
    [
      'without a key',
      {},
      {},
      {
        outcome: 'violated',
        message:
          's3_kms_key_arn is not set, so AWS Config encrypts with AES256; the statement DenyOtherEncryption of aws_s3_bucket_policy.Archive_Config_Policy_EAED7ADB denies config.amazonaws.com s3:PutObject on aws_s3_bucket.Archive_Config_2F52530C',
      },
    ],
    [
      'without a key, by a role that may do everything',
      {},
      RECORDER,
      { outcome: 'violated', message: expect.stringMatching(/ DenyOtherEncryption .* denies /) as string },
    ],
    [
      'under another key, which lets AWS Config use it',
      { s3_kms_key_arn: '${aws_kms_key.other.arn}' },
      OTHER_KEY,
      {
        outcome: 'violated',
        message: expect.stringMatching(
          /^s3_kms_key_arn is .*aws_kms_key\.other.*; the statement DenyForeignKeys .* denies config\.amazonaws\.com s3:PutObject /
        ) as string,
      },
    ],
    [
      'under another key, by a role that may do everything',
      { s3_kms_key_arn: '${aws_kms_key.other.arn}' },
      { ...RECORDER, ...OTHER_KEY },
      { outcome: 'violated', message: expect.stringMatching(/ DenyForeignKeys .* denies /) as string },
    ],
  ])('%s', (_, channel, more, expected) => {
    expect(judged(channel, more)).toMatchObject(expected);
  });
});

test.each([
  [1, 'One_Hour'],
  [3, 'Three_Hours'],
  [6, 'Six_Hours'],
  [12, 'Twelve_Hours'],
  [24, 'TwentyFour_Hours'],
])('takes a snapshot every %d hours', (snapshotHours, frequency) => {
  const found = delivery({ snapshotHours }).resource('aws_config_delivery_channel');
  expect(found.snapshot_delivery_properties).toEqual({ delivery_frequency: frequency });
});

test('tells a topic, waits for a recorder, and is in the region that it is told', () => {
  const stack = newStack();
  const archive = new AuditLogArchive(stack, 'Archive', { region: 'eu-west-1' });
  const recorder = new ConfigConfigurationRecorder(stack, 'Recorder', {
    roleArn: 'arn:aws:iam::111122223333:role/config',
    region: 'eu-west-1',
  });
  new ConfigDelivery(stack, 'Delivery', { archive, recorder, snsTopicArn: TOPIC, region: 'eu-west-1' });
  const found = Written.of(stack).resource('aws_config_delivery_channel');
  expect(found).toMatchObject({ sns_topic_arn: TOPIC, region: 'eu-west-1' });
  expect(found.depends_on).toHaveLength(3);
  expect(found.depends_on[2]).toBe('aws_config_configuration_recorder.Recorder');
});

test('waits for nothing of another stack, or of an archive that is already there', () => {
  const stack = newStack();
  const other = new TerraformStack(stack.node.root, 'other');
  new AwsProvider(other, 'aws', { region: 'eu-central-1' });
  new ConfigDelivery(other, 'Delivery', { archive: new AuditLogArchive(stack, 'Archive') });
  const there = AuditLogArchive.fromAttributes(other, 'There', {
    trailBucketName: 'acme-trails',
    configBucketName: 'acme-config',
    accessLogBucketName: 'acme-access',
    encryptionKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
  });
  new ConfigDelivery(other, 'Second', { archive: there, region: 'eu-west-1' });
  const found = Object.values(Written.of(other).resources('aws_config_delivery_channel'));
  expect(found).toHaveLength(2);
  for (const channel of found) expect(channel).not.toHaveProperty('depends_on');
  expect(found.map((channel) => channel.s3_bucket_name as string)).toContain('acme-config');
});

test.each<[string, object, string]>([
  ['7 hours', { snapshotHours: 7 }, "'snapshotHours' must be one of 1, 3, 6, 12, 24, got 7; write snapshotHours: 24"],
  [
    'no archive',
    { archive: undefined },
    "'archive' is required: what AWS Config records needs a place where nobody changes it (TOM 8.3 Protection of logs); write { archive: new AuditLogArchive(this, 'Archive') }",
  ],
  [
    'another bucket',
    { s3BucketName: 'config' },
    `'s3BucketName' must not be set: the archive decides where the history lies and which key encrypts it, and denies every other key (TOM 8.3 Protection of logs), got "config"; name the archive in archive`,
  ],
  [
    'another key',
    { s3KmsKeyArn: 'alias/aws/s3' },
    `'s3KmsKeyArn' must not be set: the archive decides where the history lies and which key encrypts it, and denies every other key (TOM 8.3 Protection of logs), got "alias/aws/s3"; name the archive in archive`,
  ],
  [
    'the frequency of Terraform',
    { snapshotDeliveryProperties: {} },
    "'snapshotDeliveryProperties' is not a prop of this construct, got an object; write snapshotHours",
  ],
])('refuses %s', (_, props, message) => {
  expect(messageOf(() => delivery(props))).toBe(`[test/Delivery] ${message}`);
});
