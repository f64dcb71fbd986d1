import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  DataClass,
  EncryptedBucket,
  Environment,
  LogType,
  RetainedLogGroup,
  RetainedLogGroupProps,
  RotatedKey,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const KEY_ARN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
const APPLICATION = { logType: LogType.APPLICATION };

function group(props?: RetainedLogGroupProps, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new RetainedLogGroup(stack, 'Logins', props);
  return Written.of(stack);
}

test('keeps security logs for a year, encrypted and protected, without any props', () => {
  const written = group();
  expect(written.resource('aws_cloudwatch_log_group')).toMatchObject({
    name: '/test-logins',
    retention_in_days: 365,
    kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    deletion_protection_enabled: true,
    lifecycle: { prevent_destroy: true },
    tags: {
      'tom:data-class': 'personal',
      'tom:environment': 'production',
      'tom:log-kind': 'security',
      'tom:owner': 'tests',
    },
  });
});

test('may be destroyed in an ephemeral environment', () => {
  const found = group({}, { environment: Environment.EPHEMERAL }).resource('aws_cloudwatch_log_group');
  expect(found).not.toHaveProperty('deletion_protection_enabled');
  expect(found).not.toHaveProperty('lifecycle');
  expect(found.retention_in_days).toBe(365);
});

describe('the shared key', () => {
  test('lets CloudWatch Logs use it for the log groups of this account, once however many there are', () => {
    const stack = newStack();
    for (const id of ['One', 'Two', 'Three']) new RetainedLogGroup(stack, id);
    new EncryptedBucket(stack, 'Invoices');
    const written = Written.of(stack);
    const text = written.resource('aws_kms_key').policy as string;
    expect(text.match(/CloudWatchLogs/g)).toHaveLength(1);
    const { CloudWatchLogs } = written.statements('aws_kms_key');
    expect(CloudWatchLogs).toMatchObject({ Effect: 'Allow', Resource: '*' });
    expect(CloudWatchLogs.Principal.Service).toMatch(
      /^logs\.\$\{data\.aws_region\..+\.id\}\.\$\{data\.aws_partition\..+\.dns_suffix\}$/
    );
    expect(CloudWatchLogs.Condition.ArnLike['kms:EncryptionContext:aws:logs:arn']).toMatch(
      /^arn:\$\{.+:logs:\$\{.+:log-group:\*$/
    );
  });

  test('is one of the region where the log group lies', () => {
    const written = group({ region: 'eu-west-1' });
    expect(written.resource('aws_cloudwatch_log_group').region).toBe('eu-west-1');
    expect(written.resource('aws_kms_key').region).toBe('eu-west-1');
    expect(written.statements('aws_kms_key').CloudWatchLogs.Principal.Service).toMatch(/^logs\.eu-west-1\./);
  });

  test('may be replaced by one of your own, whose policy then names CloudWatch Logs', () => {
    const stack = newStack();
    const key = new RotatedKey(stack, 'Key');
    expect(new RetainedLogGroup(stack, 'Logins', { encryptionKey: key }).encryptionKey).toBe(key);
    const written = Written.of(stack);
    expect(Object.keys(written.resources('aws_kms_key'))).toEqual(['Key/Resource']);
    expect(written.statements('aws_kms_key')).toHaveProperty('CloudWatchLogs');
  });

  test('may be replaced by one that is already there', () => {
    const stack = newStack();
    new RetainedLogGroup(stack, 'Logins', { encryptionKey: RotatedKey.fromKeyArn(stack, 'Key', KEY_ARN) });
    const written = Written.of(stack);
    expect(written.resource('aws_cloudwatch_log_group').kms_key_id).toBe(KEY_ARN);
    expect(written.resources('aws_kms_key')).toEqual({});
  });
});

describe('application logs', () => {
  test.each<[string, RetainedLogGroupProps, Parameters<typeof newStack>[0], number]>([
    ['the posture', {}, { retentionDays: 90 }, 90],
    ['the prop before the posture', { retentionDays: 30 }, { retentionDays: 90 }, 30],
    ['a year, where the data is not personal and nobody says', { dataClass: DataClass.INTERNAL }, {}, 365],
  ])('are kept by %s', (_title, props, posture, days) => {
    const found = group({ ...APPLICATION, ...props }, posture).resource('aws_cloudwatch_log_group');
    expect(found.retention_in_days).toBe(days);
    expect(found.tags['tom:log-kind']).toBe('application');
  });
});

test('security logs are kept for a year whatever the posture says of data', () => {
  expect(group({}, { retentionDays: 30 }).resource('aws_cloudwatch_log_group').retention_in_days).toBe(365);
});

test('takes a name, a class of data and tags', () => {
  const found = group({
    logGroupName: '/acme/logins#1.x_y',
    dataClass: DataClass.CONFIDENTIAL,
    tags: { team: 'a', 'tom:log-kind': 'application' },
  }).resource('aws_cloudwatch_log_group');
  expect(found.name).toBe('/acme/logins#1.x_y');
  expect(found.tags).toMatchObject({ team: 'a', 'tom:data-class': 'confidential', 'tom:log-kind': 'security' });
});

test('has a name that begins with the prefix', () => {
  expect(group({}, { namePrefix: 'acme' }).resource('aws_cloudwatch_log_group').name).toBe('/acme-test-logins');
});

describe('grants', () => {
  const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

  test.each([
    ['grantRead', ['logs:FilterLogEvents', 'logs:GetLogEvents', 'logs:DescribeLogStreams']],
    ['grantWrite', ['logs:CreateLogStream', 'logs:PutLogEvents']],
  ] as const)('%s covers the group and its streams, and nothing else', (grant, actions) => {
    const stack = newStack();
    const logins = new RetainedLogGroup(stack, 'Logins');
    const user = role(stack);
    logins[grant](user);
    logins[grant](user);
    const policies = Written.of(stack).resources('aws_iam_role_policy');
    expect(Object.keys(policies)).toEqual(['Role/Grants']);
    const arn = '${aws_cloudwatch_log_group.Logins_95E12B19.arn}';
    expect((JSON.parse(policies['Role/Grants'].policy as string) as { Statement: object[] }).Statement).toEqual([
      { Effect: 'Allow', Action: actions, Resource: [arn, `${arn}:*`] },
    ]);
  });

  test('reach a log group that is already there', () => {
    const stack = newStack();
    const there = RetainedLogGroup.fromLogGroupName(stack, 'Old', '/old/logins');
    there.grantWrite(role(stack));
    expect(there.logGroupName).toBe('/old/logins');
    const written = Written.of(stack);
    expect(written.resource('aws_iam_role_policy').policy).toMatch(
      /:log-group:\/old\/logins","arn:[^"]+:log-group:\/old\/logins:\*"/
    );
    expect(written.resources('aws_cloudwatch_log_group')).toEqual({});
  });
});

const KNOWN = '1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653';

test.each<[string, object, object, string[]]>([
  [
    '364 days of security logs',
    {},
    { retentionDays: 364 },
    [
      "'retentionDays' must be a whole number of days, at least 365 for a security log, which it is by default (TOM 8.4 ",
      ', got 364; write logType: LogType.APPLICATION where it is the log of an application, or retentionDays: 365',
    ],
  ],
  [
    '30 days of logs that are said to be of security',
    {},
    { retentionDays: 30, logType: LogType.SECURITY },
    ["'retentionDays' must be a whole number of days, at least 365 (TOM 8.4 ", ', got 30; write retentionDays: 365'],
  ],
  [
    '90 days of security logs',
    {},
    { retentionDays: 90 },
    ["'retentionDays' must be a whole number of days, at least 365 for a security log", ', got 90; '],
  ],
  [
    'what CloudWatch does not know, and says what it does',
    {},
    { retentionDays: 366 },
    [
      `'retentionDays' must be a retention that CloudWatch Logs knows: ${KNOWN} (TOM 8.4 `,
      ', got 366; write retentionDays: 400',
    ],
  ],
  ['more than CloudWatch knows', {}, { retentionDays: 4000 }, [', got 4000; write retentionDays: 3653']],
  [
    'what CloudWatch does not know of a posture',
    { retentionDays: 3650 },
    APPLICATION,
    ['(TOM 2.2 ', ', got 3650; write retentionDays: 3653'],
  ],
  [
    'no day',
    {},
    { ...APPLICATION, retentionDays: 0 },
    ["'retentionDays' must be a whole number of days, at least 1 (TOM 2.2 ", ', got 0; '],
  ],
  ['NaN days', {}, { retentionDays: NaN }, [', got NaN; ']],
  [
    'personal application logs without a retention',
    {},
    APPLICATION,
    [
      "'retentionDays' is required for personal data: only the data controller can decide it (TOM 2.2 ",
      'write { retentionDays: 90 } here, or Posture.set(app, { retentionDays: 90 }) for everything',
    ],
  ],
  [
    'the props of other libraries',
    {},
    { retention: 365 },
    ["'retention' is not a prop of this construct (TOM 8.4 ", 'write retentionDays'],
  ],
  ['the argument of Terraform', {}, { retentionInDays: 7 }, ["'retentionInDays' is not a prop of this construct"]],
  [
    'a name with spaces',
    {},
    { logGroupName: 'my logins' },
    [`'logGroupName' must be 1 to 512 letters`, `, got "my logins"; write logGroupName: '/acme/logins'`],
  ],
  ['a name of 513 characters', {}, { logGroupName: 'a'.repeat(513) }, [`'logGroupName' must be 1 to 512 letters`]],
  ['an unknown region', {}, { region: 'nowhere' }, ["'region' must be an AWS region"]],
  [
    'a region outside the residency',
    {},
    { region: 'eu-west-2' },
    ["'region' must be within the residency of personal data"],
  ],
])('refuses %s', (_title, posture, props, messages) => {
  const thrown = messageOf(() => new RetainedLogGroup(newStack(posture), 'Logins', props));
  expect(thrown).toMatch(/^\[test\/Logins\] /);
  for (const message of messages) expect(thrown).toContain(message);
});

describe('outside of the residency', () => {
  const globalServiceLogs = 'for CloudFront';
  const make = (logGroupName: string, posture: object, region = 'us-east-1'): RetainedLogGroup =>
    new RetainedLogGroup(newStack(posture), 'Logins', { logGroupName, region });

  test.each(['aws-waf-logs-site', '/aws/route53/example.com'])('may lie %s, where the posture says why', (name) => {
    expect(() => make(name, { globalServiceLogs })).not.toThrow();
  });

  test.each([
    ['another log group', 'acme-logins', { globalServiceLogs }, 'us-east-1', ''],
    [
      'that of a firewall, where no posture says why',
      'aws-waf-logs-site',
      {},
      'us-east-1',
      "; for logs of CloudFront or Route 53 say why they may lie there, in Posture.set(…, { globalServiceLogs: '…' })",
    ],
    ['that of a firewall in a further region', 'aws-waf-logs-site', { globalServiceLogs }, 'us-west-2', ''],
  ])('lies not %s', (_title, name, posture, region, more) => {
    expect(messageOf(() => make(name, { residency: ['eu-central-1'], ...posture }, region))).toBe(
      `[test/Logins] 'region' must be within the residency of personal data (TOM 7.1 Protected perimeter), got "${region}"; write one of eu-central-1, or name the region in Posture.set(…, { residency })${more}`
    );
  });
});

test('refuses a name that another log group of the stack has, and takes it in another stack', () => {
  const stack = newStack();
  new RetainedLogGroup(stack, 'One', { logGroupName: '/acme' });
  expect(messageOf(() => new RetainedLogGroup(stack, 'Two', { logGroupName: '/acme' }))).toContain(
    "[test/Two] 'logGroupName' must be unique: test/One has this name"
  );
  const other = new TerraformStack(stack.node.root, 'other');
  expect(() => new RetainedLogGroup(other, 'Two', { logGroupName: '/acme' })).not.toThrow();
});

test('refuses a retention that only Terraform knows', () => {
  const stack = newStack();
  const retentionDays = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  expect(messageOf(() => new RetainedLogGroup(stack, 'Logins', { retentionDays }))).toContain(
    'must be a plain number, known when the program runs (TOM 8.4'
  );
});
