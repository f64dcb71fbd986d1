import { TerraformStack } from 'cdktf';
import {
  AlarmSubscriber,
  AlarmTopic,
  Alarms,
  BackupProgramme,
  BackupSource,
  DatabaseEngine,
  EncryptedBucket,
  EncryptedDatabase,
  EncryptedFileSystem,
  EncryptedTable,
  EncryptedVolume,
  FunctionCode,
  RestoreTest,
  RestoreTestProps,
  SecureFunction,
} from '../../../lib';
import { HANDLER } from '../../support/constructs';
import { reachableNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

function topicIn(stack: TerraformStack): AlarmTopic {
  return new AlarmTopic(stack, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
}

function tableIn(stack: TerraformStack): BackupSource {
  const props = { partitionKey: { name: 'id' }, timeToLiveAttribute: 'ends' };
  return BackupSource.table(new EncryptedTable(stack, 'Table', props));
}

function validatorIn(stack: TerraformStack): SecureFunction {
  return new SecureFunction(stack, 'Validator', {
    code: FunctionCode.fromAsset(HANDLER),
    handler: 'index.handler',
    runtime: 'nodejs22.x',
  });
}

function testIn(stack: TerraformStack, props: Partial<RestoreTestProps> = {}, topic = topicIn(stack)): RestoreTest {
  const programme = new BackupProgramme(stack, 'Backups', { topic, copyRegion: 'eu-west-1' });
  return new RestoreTest(stack, 'Test', { programme, sources: props.sources ?? [tableIn(stack)], ...props });
}

test('restores the latest backup in the vault of the programme, once a month', () => {
  const stack = newStack();
  testIn(stack, { dayOfMonth: 15 });
  const made = Written.of(stack);
  expect(made.resource('aws_backup_restore_testing_plan')).toMatchObject({
    name: 'test_test',
    schedule_expression: 'cron(0 4 15 * ? *)',
    start_window_hours: 4,
    recovery_point_selection: [
      {
        algorithm: 'LATEST_WITHIN_WINDOW',
        include_vaults: [expect.stringMatching(/aws_backup_vault\.Backups_[0-9A-F]+\.arn/)],
        recovery_point_types: ['SNAPSHOT', 'CONTINUOUS'],
        selection_window_days: 31,
      },
    ],
  });
  const selection = made.resource('aws_backup_restore_testing_selection');
  expect(selection).toMatchObject({ name: 'source_1', protected_resource_type: 'DynamoDB' });
  expect(selection).not.toHaveProperty('validation_window_hours');
  expect(made.resources('aws_lambda_permission')).toEqual({});
});

test('restores each kind of store under its own key, databases into their own network', () => {
  const stack = newStack();
  const vpc = reachableNetwork(stack);
  testIn(stack, {
    sources: [
      BackupSource.bucket(new EncryptedBucket(stack, 'Bucket')),
      BackupSource.database(new EncryptedDatabase(stack, 'Cluster', { vpc })),
      BackupSource.database(new EncryptedDatabase(stack, 'Instance', { vpc, engine: DatabaseEngine.POSTGRESQL })),
      tableIn(stack),
      BackupSource.fileSystem(new EncryptedFileSystem(stack, 'Files', { vpc })),
      BackupSource.volume(new EncryptedVolume(stack, 'Volume', { availabilityZone: 'eu-central-1a', sizeGib: 8 })),
    ],
  });
  const made = Written.of(stack);
  const selections = Object.values(made.resources('aws_backup_restore_testing_selection'));
  const key = expect.stringMatching(/aws_kms_key\.PersonalDataKey_[0-9A-F]+\.arn/) as string;
  const network = {
    dbSubnetGroupName: expect.stringMatching(/db_subnet_group_name/) as string,
    vpcSecurityGroupIds: expect.stringMatching(/^\["\$\{aws_security_group\..*\.id\}"\]$/) as string,
  };
  expect(
    selections.map(({ protected_resource_type, restore_metadata_overrides }) => [
      protected_resource_type as string,
      restore_metadata_overrides as unknown,
    ])
  ).toEqual([
    ['S3', undefined],
    ['Aurora', { ...network, kmsKeyId: key }],
    ['RDS', network],
    ['DynamoDB', { encryptionType: 'KMS', kmsMasterKeyArn: key }],
    ['EFS', { kmsKeyId: key }],
    ['EBS', { kmsKeyId: key }],
  ]);
});

test('may write only what restore tests make', () => {
  const stack = newStack();
  testIn(stack, { sources: [tableIn(stack), BackupSource.bucket(new EncryptedBucket(stack, 'Bucket'))] });
  const policies = Object.values(Written.of(stack).resources('aws_iam_role_policy'));
  const statements = policies
    .filter(({ role }) => /Test_Role/.test(role as string))
    .flatMap(({ policy }) => (JSON.parse(policy as string) as { Statement: Statement[] }).Statement);
  const writing = statements.filter(({ Action }) => Action.some((action) => /PutItem|PutObject$/.test(action)));
  expect(writing.flatMap(({ Resource }) => Resource)).toEqual([
    expect.stringMatching(/:table\/awsbackup-restore-test\*$/),
    expect.stringMatching(/:s3:::awsbackup-restore-test\*\/\*$/),
  ]);
});

interface Statement {
  readonly Action: string[];
  readonly Resource: string[];
}

test('hands what came back to the validator, which may report, and whose failures raise an alarm', () => {
  const stack = newStack();
  testIn(stack, { validator: validatorIn(stack), validationHours: 8 });
  const made = Written.of(stack);
  expect(made.resource('aws_backup_restore_testing_selection')).toMatchObject({ validation_window_hours: 8 });
  const [rule] = Object.values(made.resources('aws_cloudwatch_event_rule')).filter(({ name }) =>
    /-restored$/.test(name as string)
  );
  expect(JSON.parse(rule.event_pattern as string)).toEqual({
    source: ['aws.backup'],
    'detail-type': ['Restore Job State Change'],
    detail: {
      status: ['COMPLETED'],
      restoreTestingPlanArn: [expect.stringMatching(/aws_backup_restore_testing_plan\.Test_[0-9A-F]+\.arn/)],
    },
  });
  expect(made.resource('aws_cloudwatch_event_target', 'Test/RestoredTarget').arn).toMatch(/aws_lambda_function\./);
  expect(made.resource('aws_lambda_permission')).toMatchObject({
    principal: 'events.amazonaws.com',
    source_arn: expect.stringMatching(/aws_cloudwatch_event_rule\.Test_Restored_/) as string,
  });
  expect(JSON.parse(made.resource('aws_iam_role_policy', 'Test/Report').policy as string)).toMatchObject({
    Statement: [{ Action: ['backup:PutRestoreValidationResult'] }],
  });
  expect(Object.keys(made.resources('aws_cloudwatch_metric_alarm'))).toContain('Test/Alarms/test-Validator-Errors');
});

describe('refusals', () => {
  test.each<[string, Partial<RestoreTestProps>, string]>([
    [
      'nothing to restore',
      { sources: [] },
      "'sources' must name stores of this program, one or more: by a tag nobody knows what is restored, and under which key (TOM 4.3 Verified backups and trial restores), got []; write sources: [BackupSource.bucket(bucket)]",
    ],
    [
      'a tag',
      { sources: [BackupSource.tag('backup', 'daily')] },
      '\'sources\' must name stores of this program, one or more: by a tag nobody knows what is restored, and under which key (TOM 4.3 Verified backups and trial restores), got "backup"; write sources: [BackupSource.bucket(bucket)]',
    ],
    [
      'a day that not every month has',
      { dayOfMonth: 31 },
      "'dayOfMonth' must be a whole number from 1 to 28: every month has it (TOM 4.3 Verified backups and trial restores), got 31; write dayOfMonth: 1",
    ],
    [
      'more than a week to look at it',
      { validationHours: 169 },
      "'validationHours' must be a whole number of hours from 1 to 168 (TOM 4.3 Verified backups and trial restores), got 169; write validationHours: 4",
    ],
    [
      'a schedule',
      { scheduleExpression: 'cron(0 4 1 1 ? *)' } as Partial<RestoreTestProps>,
      '\'scheduleExpression\' must not be set: backups are restored once a month (TOM 4.3 Verified backups and trial restores), got "cron(0 4 1 1 ? *)"; write dayOfMonth',
    ],
  ])('%s', (_title, props, message) => {
    const stack = newStack();
    expect(messageOf(() => testIn(stack, props))).toBe(`[test/Test] ${message}`);
  });

  test('a validator that other alarms watch', () => {
    const stack = newStack();
    const validator = validatorIn(stack);
    const topic = topicIn(stack);
    new Alarms(stack, 'Mine', { topic }).watchFunction(validator);
    expect(messageOf(() => testIn(stack, { validator }, topic))).toBe(
      '[test/Test/Alarms] \'watch\' must be called once for what is watched: test/Mine watches it (TOM 8.1 Central logging and correlation), got "test/Validator"; merge the two calls'
    );
  });
});
