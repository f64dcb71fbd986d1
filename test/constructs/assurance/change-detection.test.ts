import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Fn, TerraformStack } from 'cdktf';
import {
  AlarmSubscriber,
  AlarmTopic,
  AuditLogArchive,
  ChangeDetection,
  ChangeDetectionProps,
  Grantee,
  Posture,
} from '../../../lib';
import { Written, messageOf, newStack, temporaryApp } from '../../support/synth';

const ROLE = 'arn:aws:iam::111122223333:role/deploy';

function topicIn(stack: TerraformStack): AlarmTopic {
  return new AlarmTopic(stack, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
}

function made(props: Partial<ChangeDetectionProps> = {}, stack = newStack()): Written {
  new ChangeDetection(stack, 'It', { topic: topicIn(stack), ...props });
  return Written.of(stack);
}

/** A stack whose provider has this region. */
function stackIn(region: string): TerraformStack {
  const app = temporaryApp();
  Posture.set(app, { retentionDays: 400 });
  const stack = new TerraformStack(app, 'other');
  new AwsProvider(stack, 'aws', { region });
  return stack;
}

interface Pattern {
  readonly detail: { readonly userIdentity?: object; readonly eventName?: string[]; readonly eventSource?: string[] };
}

/** The patterns of rules, by their path. */
function patternsOf(written: Written): { [path: string]: Pattern } {
  const rules = Object.entries(written.resources('aws_cloudwatch_event_rule'));
  return Object.fromEntries(
    rules.map(([path, { event_pattern: text }]) => [path, JSON.parse(text as string) as Pattern])
  );
}

/** What a rule sends to, by the path of its target. */
function endsOf(written: Written): string[] {
  return Object.entries(written.resources('aws_cloudwatch_event_target'))
    .map(
      ([path, { arn, region }]) => `${path} ${String(arn).includes('event-bus') ? 'bus' : 'topic'} ${region ?? 'here'}`
    )
    .sort();
}

const KINDS = ['Buckets', 'Identities', 'Keys', 'Networks', 'Recorders', 'RootUse', 'SecurityGroups', 'Trails'];

test('tells of changes in its region, and in us-east-1, where identities change', () => {
  const written = made();
  expect(endsOf(written)).toEqual([
    ...KINDS.map((kind) => `It/${kind}Target topic here`),
    ...KINDS.map((kind) => `It/us-east-1/${kind}Target bus us-east-1`),
  ]);
  const patterns = patternsOf(written);
  // What is sent on must match again where it arrives.
  expect(patterns['It/us-east-1/Identities']).toEqual(patterns['It/Identities']);
  expect(patterns['It/RootUse']).toEqual({
    'detail-type': ['AWS API Call via CloudTrail', 'AWS Console Sign In via CloudTrail'],
    detail: { userIdentity: { type: ['Root'], invokedBy: [{ exists: false }] } },
  });
  expect(patterns['It/Trails']).toEqual({
    source: ['aws.cloudtrail'],
    'detail-type': ['AWS API Call via CloudTrail'],
    detail: {
      eventSource: ['cloudtrail.amazonaws.com'],
      eventName: ['CreateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging', 'UpdateTrail', 'PutEventSelectors'],
    },
  });
});

test('sends everything from other regions, and nothing to itself', () => {
  const stack = newStack();
  const written = made({ otherRegions: ['eu-west-1', 'us-east-1'] }, stack);
  const sent = endsOf(written).filter((end) => end.includes(' bus '));
  expect(sent.filter((end) => end.endsWith(' eu-west-1'))).toHaveLength(8);
  expect(sent.filter((end) => end.endsWith(' us-east-1'))).toHaveLength(8);
  expect(sent).toHaveLength(16);
  const sending = JSON.parse(written.resource('aws_iam_role_policy', 'It/eu-west-1').policy as string) as object;
  expect(sending).toMatchObject({
    Statement: [
      {
        Action: ['events:PutEvents'],
        Resource: [expect.stringContaining(':events:eu-central-1:') as string],
      },
    ],
  });

  expect(endsOf(made({}, stackIn('us-east-1'))).filter((end) => end.includes(' bus '))).toEqual([]);
});

test('is silent about pipelines, but not where they touch trails, recorders and keys', () => {
  const stack = newStack();
  const patterns = patternsOf(made({ pipelines: [Grantee.fromRoleArn(stack, ROLE)] }, stack));
  const excepting = Object.entries(patterns).filter(([, { detail }]) => JSON.stringify(detail).includes(ROLE));
  expect(excepting.map(([path]) => path).sort()).toEqual([
    'It/Buckets',
    'It/Identities',
    'It/Networks',
    'It/SecurityGroups',
    'It/us-east-1/Buckets',
    'It/us-east-1/Identities',
    'It/us-east-1/Networks',
    'It/us-east-1/SecurityGroups',
  ]);
  // A user of IAM and the root user have no issuer of a session: `anything-but` by itself would pass over them.
  expect(patterns['It/Networks'].detail.userIdentity).toEqual({
    sessionContext: { sessionIssuer: { arn: [{ exists: false }, { 'anything-but': [ROLE] }] } },
  });
});

test('has patterns that EventBridge takes, with three roles of long names', () => {
  const stack = newStack();
  const name = 'r'.repeat(64);
  const pipelines = [1, 2, 3].map((at) =>
    Grantee.fromRoleArn(stack, `arn:aws:iam::111122223333:role/pipelines/production/${at}${name.slice(1)}`)
  );
  const rules = Object.values(made({ pipelines }, stack).resources('aws_cloudwatch_event_rule'));
  expect(Math.max(...rules.map(({ event_pattern: text }) => (text as string).length))).toBeLessThanOrEqual(2048);
});

test('records every type of resource, delivers to the archive, and then begins', () => {
  const stack = newStack();
  const written = made({ archive: new AuditLogArchive(stack, 'Archive') }, stack);
  expect(written.resource('aws_config_configuration_recorder')).toMatchObject({
    recording_group: { all_supported: true, include_global_resource_types: true },
    recording_mode: { recording_frequency: 'CONTINUOUS' },
  });
  expect(written.resource('aws_config_configuration_recorder_status')).toMatchObject({
    is_enabled: true,
    depends_on: [expect.stringMatching(/^aws_config_delivery_channel\./)],
  });
  expect(made().resources('aws_config_configuration_recorder')).toEqual({});
});

const RECORDED = '(TOM 3.2.2 File integrity monitoring)';

test.each<[string, object, string]>([
  [
    'no topic',
    { topic: undefined },
    `'topic' must be set: a change that nobody hears of is found when it is too late ${RECORDED}; write topic: new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] })`,
  ],
  [
    'many pipelines',
    { pipelines: [1, 2, 3, 4] },
    "'pipelines' must be 3 at most: a pattern of EventBridge has no room for more (TOM 3.2.1 Change management), got 4; let pipelines share a role, or leave out those that change little",
  ],
  [
    'its own region once more',
    { otherRegions: ['eu-central-1'] },
    `'otherRegions' must name each region once, and not that of the topic ${RECORDED}, got "eu-central-1"; take it out`,
  ],
  [
    'calls of its own',
    { calls: [] },
    `'calls' must not be set: the calls are those of the CIS AWS Foundations Benchmark ${RECORDED}, got []; leave it out, and write pipelines: [role] for changes that are expected`,
  ],
  [
    'a recorder of some types',
    { resourceTypes: ['AWS::EC2::Instance'] },
    `'resourceTypes' must not be set: every type of resource is recorded, as it changes ${RECORDED}, got ["AWS::EC2::Instance"]; leave it out`,
  ],
])('refuses %s', (_title, props, message) => {
  const stack = newStack();
  const whole = { topic: topicIn(stack), ...props } as ChangeDetectionProps;
  expect(messageOf(() => new ChangeDetection(stack, 'It', whole))).toBe(`[test/It] ${message}`);
});

test('refuses a second one in a stack, and a region that only Terraform knows', () => {
  const stack = newStack();
  const topic = topicIn(stack);
  new ChangeDetection(stack, 'One', { topic });
  expect(messageOf(() => new ChangeDetection(stack, 'Two', { topic }))).toBe(
    `[test/Two] 'id' must be that of the only one: test/One tells of the account's changes ${RECORDED}, got "Two"; remove one of them, and write otherRegions`
  );
  const other = stackIn(Fn.lower('EU-CENTRAL-1'));
  expect(messageOf(() => new ChangeDetection(other, 'It', { topic: topicIn(other) }))).toBe(
    `[other/It] 'region' must be known when the program runs: what other regions tell is sent there ${RECORDED}; write the region of the provider as text: new AwsProvider(this, 'aws', { region: 'eu-central-1' })`
  );
});
