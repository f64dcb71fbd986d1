import { TerraformStack } from 'cdktf';
import { AlarmSubscriber, AlarmTopic, DataDiscovery, DataDiscoveryProps, Environment } from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { Written, messageOf, newStack } from '../../support/synth';

function topicIn(stack: TerraformStack): AlarmTopic {
  return new AlarmTopic(stack, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
}

function made(stack: TerraformStack, props: Partial<DataDiscoveryProps> = {}): Written {
  new DataDiscovery(stack, 'Discovery', { topic: topicIn(stack), ...props });
  return Written.of(stack);
}

const OWNED = { owner: 'tests', retentionDays: 365 };

test('searches what is not said to hold personal data, keeps the results under a key of its own, and tells the topic', () => {
  const written = made(newStack(OWNED));
  expect(written.resource('aws_macie2_account')).toMatchObject({
    status: 'ENABLED',
    finding_publishing_frequency: 'FIFTEEN_MINUTES',
    lifecycle: { prevent_destroy: true },
  });
  expect(written.resource('aws_macie2_classification_job')).toMatchObject({
    job_type: 'SCHEDULED',
    schedule_frequency: { weekly_schedule: 'SUNDAY' },
    initial_run: true,
    sampling_percentage: 100,
    s3_job_definition: {
      bucket_criteria: {
        excludes: {
          and: [
            {
              tag_criterion: {
                comparator: 'EQ',
                tag_values: [
                  { key: 'tom:data-class', value: 'personal' },
                  { key: 'tom:data-class', value: 'special-category' },
                ],
              },
            },
          ],
        },
      },
    },
  });
  const exported = written.resource('aws_macie2_classification_export_configuration');
  expect(exported.s3_destination.kms_key_arn).toMatch(/^\$\{aws_kms_key\.PersonalDataKey_\w+\.arn\}$/);
  expect(exported.depends_on).toEqual([
    expect.stringMatching(/^aws_macie2_account\./),
    expect.stringMatching(/^aws_s3_bucket_policy\.Discovery_Results_/),
  ]);
  expect(JSON.parse(written.resource('aws_cloudwatch_event_rule').event_pattern as string)).toEqual({
    source: ['aws.macie'],
    'detail-type': ['Macie Finding'],
  });
  expect(written.resource('aws_cloudwatch_event_target')).toMatchObject({
    arn: expect.stringMatching(/^\$\{aws_sns_topic\.OnCall_/),
    role_arn: expect.stringMatching(/^\$\{aws_iam_role\.Discovery_FindingsRole_/),
  });
});

test('Macie of this account may write to the bucket and use its key, and nothing else', () => {
  const written = made(newStack(OWNED));
  const ofMacie = (text: unknown): unknown[] => {
    const { Statement } = JSON.parse(text as string) as {
      Statement: { Principal: { Service?: string[] | string }; Action: unknown; Condition: unknown }[];
    };
    return Statement.filter(({ Principal }) => String(Principal.Service).startsWith('macie.')).map(
      ({ Action, Condition }) => [Action, Condition]
    );
  };
  const account = { StringEquals: { 'aws:SourceAccount': expect.stringContaining('account_id') } };
  expect(ofMacie(written.resource('aws_s3_bucket_policy', 'Discovery/Results').policy)).toEqual([
    ['s3:PutObject', account],
    [['s3:GetBucketAcl', 's3:GetBucketLocation'], account],
  ]);
  expect(ofMacie(written.resource('aws_kms_key', 'PersonalDataKey').policy)).toEqual([
    [['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*'], account],
  ]);
});

test('passes the guardrails, and shows that buckets of a lower class are searched', () => {
  const { report } = check([readStack('test', 'cdk.tf.json', made(newStack(OWNED)).json)]);
  expect(report.findings.filter(({ rule }) => rule !== 'TF-002')).toEqual([]);
  expect(report.outcomes.find(({ rule }) => rule === 'MACIE-004')?.met).toHaveLength(1);
});

test('leaves Macie to the organization, and lets an ephemeral environment turn it off', () => {
  expect(made(newStack(OWNED), { macieByOrganization: true }).resources('aws_macie2_account')).toEqual({});
  const stack = newStack({ ...OWNED, environment: Environment.EPHEMERAL });
  expect(made(stack).resource('aws_macie2_account').lifecycle).toBeUndefined();
});

test('searches two regions of a stack apart', () => {
  const stack = newStack(OWNED);
  const topic = topicIn(stack);
  new DataDiscovery(stack, 'Here', { topic });
  const region = 'eu-west-1';
  const there = new AlarmTopic(stack, 'There', {
    subscribers: [AlarmSubscriber.email('on-call@example.com')],
    region,
  });
  new DataDiscovery(stack, 'Away', { topic: there, region });
  const jobs = Written.of(stack).resources('aws_macie2_classification_job');
  expect(Object.values(jobs).map((job): unknown => job.region)).toEqual([region, undefined]);
});

test('refuses what would search less or tell nobody', () => {
  const stack = newStack(OWNED);
  const topic = topicIn(stack);
  const refused = (id: string, props: object): string | undefined =>
    messageOf(() => new DataDiscovery(stack, id, { topic, ...props }));
  expect(refused('NoTopic', { topic: undefined })).toBe(
    "[test/NoTopic] 'topic' is required: what is found, and nobody hears of, stays where it is (TOM 3.1.2 Data classification); write { topic: new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] }) }"
  );
  expect(refused('Once', { jobType: 'ONE_TIME' })).toBe(
    `[test/Once] 'jobType' must not be set: every bucket is searched once a week that is not said to hold personal data (TOM 3.1.2 Data classification), got "ONE_TIME"; leave it out; to search less of each write samplingPercent`
  );
  expect(refused('Off', { status: 'PAUSED' })).toBe(
    `[test/Off] 'status' must not be set: Macie is on, and publishes findings every 15 minutes (TOM 3.1.2 Data classification), got "PAUSED"; leave it out; where the organization turns Macie on, write macieByOrganization: true`
  );
  expect(refused('Elsewhere', { bucketName: 'mine' })).toBe(
    `[test/Elsewhere] 'bucketName' must not be set: results are in a bucket of their own, under a key of your own (TOM 1.2.1 AES-256 for databases and object stores), got "mine"; write encryptionKey, or leave it out for the key of the stack`
  );
});

test('refuses a share that is none, and a second one', () => {
  const stack = newStack(OWNED);
  const topic = topicIn(stack);
  expect(messageOf(() => new DataDiscovery(stack, 'Share', { topic, samplingPercent: 0 }))).toBe(
    `[test/Share] 'samplingPercent' must be a whole number of percent from 1 to 100 (TOM 3.1.2 Data classification), got 0; write samplingPercent: 20`
  );
  const two = newStack(OWNED);
  const its = topicIn(two);
  new DataDiscovery(two, 'First', { topic: its });
  expect(messageOf(() => new DataDiscovery(two, 'Second', { topic: its }))).toBe(
    `[test/Second] 'id' must be that of the only one of the region: test/First searches its buckets (TOM 3.1.2 Data classification), got "Second"; remove one of them`
  );
});
