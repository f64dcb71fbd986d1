import { TerraformStack } from 'cdktf';
import {
  AlarmSubscriber,
  AlarmTopic,
  BackupPlanOptions,
  BackupProgramme,
  BackupProgrammeProps,
  BackupSource,
  DataClass,
  EncryptedBucket,
  EncryptedTable,
  EncryptedVolume,
  Environment,
  RecoveryObjectives,
  RotatedKey,
  VaultLock,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const OBJECTIVES = new RecoveryObjectives({ service: 'orders', rpoHours: 24, rtoHours: 8 });
const ACCOUNT = '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}';

function programmeIn(stack: TerraformStack, props: BackupProgrammeProps = {}): BackupProgramme {
  const topic = new AlarmTopic(stack, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
  return new BackupProgramme(stack, 'Backups', { topic, copyRegion: 'eu-west-1', ...props });
}

/** A programme as Terraform sees it. */
function written(props: BackupProgrammeProps = {}, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  programmeIn(stack, props);
  return Written.of(stack);
}

describe('vaults', () => {
  test('are under keys of their regions, locked from a week to the retention, and stay when they are not empty', () => {
    const made = written();
    expect(made.resource('aws_backup_vault', 'Backups/Resource')).toMatchObject({
      name: 'test-backups',
      force_destroy: false,
      kms_key_arn: expect.stringMatching(/aws_kms_key\.PersonalDataKey_/) as string,
      lifecycle: { prevent_destroy: true },
      tags: { 'tom:data-class': 'personal' },
    });
    expect(made.resource('aws_backup_vault', 'Backups/Copies')).toMatchObject({
      region: 'eu-west-1',
      kms_key_arn: expect.stringMatching(/aws_kms_key\.PersonalDataKey-eu-west-1_/) as string,
    });
    const locks = made.resources('aws_backup_vault_lock_configuration');
    expect(Object.keys(locks)).toEqual(['Backups/CopiesLock', 'Backups/Lock']);
    for (const lock of Object.values(locks)) {
      expect(lock).toMatchObject({ min_retention_days: 7, max_retention_days: 35 });
      expect(lock).not.toHaveProperty('changeable_for_days');
    }
  });

  test('are locked for good where somebody asks for it', () => {
    const locks = written({ lock: VaultLock.compliance(14) }).resources('aws_backup_vault_lock_configuration');
    expect(Object.values(locks).map((lock) => lock.changeable_for_days as number)).toEqual([14, 14]);
  });

  test('may have one beside them that is air-gapped', () => {
    expect(written({ airGapped: true }).resource('aws_backup_logically_air_gapped_vault')).toMatchObject({
      name: 'test-backups-air-gapped',
      min_retention_days: 7,
      max_retention_days: 35,
      encryption_key_arn: expect.stringMatching(/aws_kms_key\.PersonalDataKey_/) as string,
    });
  });

  test('of a test run go with it', () => {
    const stack = newStack({ owner: 'tests', retentionDays: 400, environment: Environment.EPHEMERAL });
    new BackupProgramme(stack, 'Backups');
    const made = Written.of(stack);
    expect(made.resource('aws_backup_vault')).toMatchObject({ force_destroy: true });
    expect(made.resource('aws_backup_vault')).not.toHaveProperty('lifecycle');
    expect(made.resources('aws_backup_vault_lock_configuration')).toEqual({});
    expect(made.resources('aws_cloudwatch_event_rule')).toEqual({});
  });
});

describe('failed jobs', () => {
  test('reach the topic by a role of their rules', () => {
    const made = written();
    const patterns = Object.values(made.resources('aws_cloudwatch_event_rule')).map(
      ({ event_pattern }) => JSON.parse(event_pattern as string) as unknown
    );
    expect(patterns).toEqual([
      {
        source: ['aws.backup'],
        'detail-type': ['Backup Job State Change', 'Copy Job State Change'],
        detail: { state: ['ABORTED', 'EXPIRED', 'FAILED', 'PARTIAL'] },
      },
      {
        source: ['aws.backup'],
        'detail-type': ['Restore Job State Change'],
        detail: { status: ['ABORTED', 'FAILED'] },
      },
    ]);
    const targets = Object.values(made.resources('aws_cloudwatch_event_target'));
    expect(targets).toHaveLength(2);
    for (const target of targets) {
      expect(target).toMatchObject({
        arn: '${aws_sns_topic.OnCall_0B2745F4.arn}',
        role_arn: expect.stringMatching(/aws_iam_role\.Backups_AlarmRole_/) as string,
      });
    }
    const { assume_role_policy } = made.resource('aws_iam_role', 'Backups/AlarmRole');
    expect(JSON.parse(assume_role_policy as string)).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'events.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
        },
      ],
    });
  });
});

/** What a plan says, for objectives and stores. */
function planOf(
  options: (stack: TerraformStack) => Partial<BackupPlanOptions>,
  props: BackupProgrammeProps = {},
  posture?: Parameters<typeof newStack>[0]
): Written {
  const stack = newStack(posture);
  programmeIn(stack, props).addPlan('Orders', {
    objectives: OBJECTIVES,
    sources: [BackupSource.tag('backup', 'daily')],
    ...options(stack),
  });
  return Written.of(stack);
}

describe('plans', () => {
  test.each([
    [1, ['hourly cron(0 * * * ? *) 7', 'daily cron(0 2 * * ? *) 35']],
    [5, ['every-4-hours cron(0 0/4 * * ? *) 7', 'daily cron(0 2 * * ? *) 35']],
    [23, ['every-12-hours cron(0 0/12 * * ? *) 7', 'daily cron(0 2 * * ? *) 35']],
    [24, ['daily cron(0 2 * * ? *) 35']],
    [167, ['daily cron(0 2 * * ? *) 35']],
    [168, ['weekly cron(0 2 ? * SUN *) 35']],
  ])('back up within an objective of %i hours, and copy each backup', (rpoHours, rules) => {
    const objectives = new RecoveryObjectives({ service: 'orders', rpoHours, rtoHours: 8 });
    const plan = planOf(() => ({ objectives })).resource('aws_backup_plan');
    expect(plan).toMatchObject({
      name: 'test-backups-orders',
      tags: { 'tom:service': 'orders', 'tom:rpo-hours': String(rpoHours), 'tom:rto-hours': '8' },
    });
    const found = plan.rule as { [name: string]: any }[]; // eslint-disable-line @typescript-eslint/no-explicit-any
    expect(found.map((rule) => `${rule.rule_name} ${rule.schedule} ${rule.lifecycle.delete_after}`)).toEqual(rules);
    for (const rule of found) {
      expect(rule).toMatchObject({
        start_window: 60,
        target_vault_name: expect.stringMatching(/aws_backup_vault\.Backups_[0-9A-F]+\.name/) as string,
        copy_action: [
          {
            destination_vault_arn: expect.stringMatching(/aws_backup_vault\.Backups_Copies_/) as string,
            lifecycle: rule.lifecycle as unknown,
          },
        ],
      });
    }
  });

  test('copy to another account and an air-gapped vault too', () => {
    const copyVaultArn = 'arn:aws:backup:eu-central-1:444455556666:backup-vault:acme';
    const plan = planOf(() => ({}), { copyVaultArn, airGapped: true }).resource('aws_backup_plan');
    const copies = plan.rule[0].copy_action as { destination_vault_arn: string }[];
    expect(copies.map(({ destination_vault_arn: arn }) => arn)).toEqual([
      expect.stringMatching(/aws_backup_vault\.Backups_Copies_/),
      copyVaultArn,
      expect.stringMatching(/aws_backup_logically_air_gapped_vault\.Backups_AirGapped_/),
    ]);
  });

  test('keep backups so that what was deleted from a bucket is gone in time, and say so', () => {
    const plan = planOf((stack) => ({
      sources: [BackupSource.bucket(new EncryptedBucket(stack, 'Bucket', { retentionDays: 50 }))],
    })).resource('aws_backup_plan');
    expect(plan.rule[0].lifecycle).toEqual({ delete_after: 20 });
    expect(plan.tags['tom:retention-days']).toBe('20');
  });

  test('select stores by their ARNs or tags, and read only the buckets among them', () => {
    const made = planOf((stack) => ({
      sources: [
        BackupSource.bucket(new EncryptedBucket(stack, 'Bucket')),
        BackupSource.table(
          new EncryptedTable(stack, 'Table', { partitionKey: { name: 'id' }, noTimeToLiveReason: 'x' })
        ),
        BackupSource.tag('backup', 'daily'),
      ],
    }));
    const selections = Object.values(made.resources('aws_backup_selection'));
    expect(selections.map(({ name }) => name as string)).toEqual(['Orders-1', 'Orders-2', 'Orders-3']);
    expect(selections.map(({ resources, selection_tag }) => (resources ?? selection_tag) as unknown)).toEqual([
      [expect.stringMatching(/aws_s3_bucket\.Bucket_.*arn/)],
      [expect.stringMatching(/aws_dynamodb_table\.Table_.*arn/)],
      [{ key: 'backup', type: 'STRINGEQUALS', value: 'daily' }],
    ]);
    const policies = Object.values(made.resources('aws_iam_role_policy')).map(({ policy }) => policy as string);
    const reading = policies.filter((policy) => policy.includes('s3:ListBucketVersions'));
    expect(reading).toHaveLength(1);
    expect(reading[0]).not.toContain(':s3:::*');
    expect(made.resource('aws_iam_role_policy_attachment').policy_arn).toBe(
      'arn:${data.aws_partition.TomsAccount_Partition_CF76C297.partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup'
    );
  });
});

describe('refusals of a programme', () => {
  const PATH = '[test/Backups]';

  test.each<[string, BackupProgrammeProps, string]>([
    [
      'no copy',
      { copyRegion: undefined },
      `${PATH} 'copyRegion' must be set, or copyVaultArn: the loss of the region takes backups with it that have no copy elsewhere (TOM 4.2 Encrypted backups at a distant site); write copyRegion: 'eu-west-1', or another region of the residency`,
    ],
    [
      'nobody who hears of failures',
      { topic: undefined },
      `${PATH} 'topic' must be set: a backup that fails without an alarm is found to be missing on the day it is needed (TOM 4.3 Verified backups and trial restores); write topic: new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] })`,
    ],
    [
      'copies in the own region',
      { copyRegion: 'eu-central-1' },
      `${PATH} 'copyRegion' must not be the region of the backups: a copy there is lost with them (TOM 4.2 Encrypted backups at a distant site), got "eu-central-1"; write another of eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-3, eusc-de-east-1`,
    ],
    [
      'copies outside of the residency',
      { copyRegion: 'us-east-1' },
      `${PATH} 'copyRegion' must be within the residency of personal data (TOM 7.1 Protected perimeter), got "us-east-1"; write one of eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-3, eusc-de-east-1, or name the region in Posture.set(…, { residency })`,
    ],
    [
      'a vault of another account outside of the residency',
      { copyVaultArn: 'arn:aws:backup:us-east-1:444455556666:backup-vault:acme' },
      `${PATH} 'copyVaultArn' must be within the residency of personal data (TOM 7.1 Protected perimeter), got "us-east-1"; write one of eu-central-1, eu-north-1, eu-south-1, eu-south-2, eu-west-1, eu-west-3, eusc-de-east-1, or name the region in Posture.set(…, { residency })`,
    ],
    [
      'no vault',
      { copyVaultArn: 'acme' },
      `${PATH} 'copyVaultArn' must be the ARN of a backup vault (TOM 4.2 Encrypted backups at a distant site), got "acme"; write 'arn:aws:backup:eu-west-1:111122223333:backup-vault:acme'`,
    ],
    [
      'a time that is too short',
      { retentionDays: 7 },
      `${PATH} 'retentionDays' must be a whole number of days, at least 35 (TOM 4.1 Automated backups), got 7; write retentionDays: 35`,
    ],
    [
      'a time beyond the retention',
      { retentionDays: 401 },
      `${PATH} 'retentionDays' must not be longer than the 400 days of the posture: what was deleted would live on in backups (TOM 2.3 Irreversible deletion), got 401; leave it out, or declare the longer retention`,
    ],
    [
      'a name that is none',
      { vaultName: 'a b' },
      `${PATH} 'vaultName' must be 2 to 50 letters, digits, '_' and '-', got "a b"; write vaultName: 'acme-orders', or leave it out`,
    ],
    [
      'a lock of an L1 vault',
      { changeableForDays: 3 } as BackupProgrammeProps,
      `${PATH} 'changeableForDays' must not be set: the vaults are locked from 7 days to the retention (TOM 4.2 Encrypted backups at a distant site), got 3; write lock: VaultLock.governance() or VaultLock.compliance(14), and retentionDays`,
    ],
  ])('%s', (_title, props, message) => {
    expect(messageOf(() => written(props))).toBe(message);
  });

  test('a key of copies without a region for them', () => {
    const stack = newStack();
    const copyEncryptionKey = new RotatedKey(stack, 'Key');
    const copyVaultArn = 'arn:aws:backup:eu-central-1:444455556666:backup-vault:acme';
    expect(messageOf(() => programmeIn(stack, { copyRegion: undefined, copyVaultArn, copyEncryptionKey }))).toBe(
      `${PATH} 'copyEncryptionKey' must not be set without copyRegion: a vault of another account has a key of its own (TOM 1.2.3 Encrypted database backups), got "test/Key"; write copyRegion, or leave it out`
    );
  });

  test('data that is gone before its backups', () => {
    expect(messageOf(() => written({}, { owner: 'tests', retentionDays: 3 }))).toBe(
      `${PATH} 'retentionDays' must be a whole number of days, at least 7 (TOM 4.1 Automated backups), got 3; declare a longer retention, or leave such data to the recovery that its stores have themselves`
    );
  });

  test('a lock that AWS does not take', () => {
    expect(messageOf(() => VaultLock.compliance(2))).toBe(
      "'coolingOffDays' must be a whole number from 3 to 36500: AWS Backup gives 72 hours at least, and after it nobody can undo the lock (TOM 4.2 Encrypted backups at a distant site), got 2; write coolingOffDays: 14"
    );
  });
});

describe('refusals of a plan', () => {
  test.each<[string, (stack: TerraformStack) => Partial<BackupPlanOptions>, string]>([
    [
      'nothing to back up',
      () => ({ sources: [] }),
      "'sources' must name at least one: the plan would back up nothing (TOM 4.1 Automated backups), got []; write sources: [BackupSource.bucket(bucket)]",
    ],
    [
      'a store twice',
      (stack) => {
        const source = BackupSource.bucket(new EncryptedBucket(stack, 'Bucket'));
        return { sources: [source, source] };
      },
      '\'sources\' must not name a store twice: it would be backed up twice (TOM 4.1 Automated backups), got "test/Bucket"; leave one out',
    ],
    [
      'a store of another region',
      (stack) => ({
        sources: [
          BackupSource.volume(
            new EncryptedVolume(stack, 'Volume', { availabilityZone: 'eu-west-1a', sizeGib: 8, region: 'eu-west-1' })
          ),
        ],
      }),
      "'sources' must be of eu-central-1: a plan backs up only what is in its own region, and test/Volume is in eu-west-1 (TOM 4.1 Automated backups); make a programme there: new BackupProgramme(this, 'Backups', { region: 'eu-west-1' })",
    ],
    [
      'a store of a higher class',
      (stack) => ({
        sources: [BackupSource.bucket(new EncryptedBucket(stack, 'Bucket', { dataClass: DataClass.SPECIAL_CATEGORY }))],
      }),
      "'sources' must be of personal data or below, as the vault is, and test/Bucket is for special-category data (TOM 3.1.2 Data classification); make a programme for it, with dataClass: DataClass.SPECIAL_CATEGORY",
    ],
    [
      'a store that is kept for too short a time',
      (stack) => ({
        sources: [BackupSource.bucket(new EncryptedBucket(stack, 'Bucket', { retentionDays: 30 }))],
      }),
      "'sources' must leave 7 days for backups: what was deleted from test/Bucket must be gone within 30 days (TOM 2.3 Irreversible deletion), got 0; declare a longer retention for the store, or leave it to the recovery that the store has itself",
    ],
    [
      'a schedule',
      () => ({ schedule: 'rate(2 days)' }) as Partial<BackupPlanOptions>,
      '\'schedule\' must not be set: the interval follows from the objectives (TOM 4.4 Recovery objectives), got "rate(2 days)"; write objectives: new RecoveryObjectives({ service, rpoHours, rtoHours })',
    ],
  ])('%s', (_title, options, message) => {
    expect(messageOf(() => planOf(options))).toBe(`[test/Backups] ${message}`);
  });

  test('a tag that is empty', () => {
    expect(messageOf(() => BackupSource.tag('backup', ''))).toBe(
      "'key' must not be empty, nor the value: the plan would back up nothing, or everything (TOM 4.1 Automated backups), got \"\"; write BackupSource.tag('backup', 'daily')"
    );
  });

  test('objectives that no backup meets', () => {
    const of = (props: object) =>
      messageOf(() => new RecoveryObjectives({ service: 'x', rpoHours: 1, rtoHours: 1, ...props }));
    expect(of({ rpoHours: 0.25 })).toBe(
      "'rpoHours' must be a whole number from 1 to 168: AWS Backup backs up once an hour at most, and the point-in-time recovery of databases and tables serves what needs less (TOM 4.4 Recovery objectives), got 0.25; write rpoHours: 24"
    );
    expect(of({ rtoHours: 0 })).toBe(
      "'rtoHours' must be a whole number from 1 to 720 (TOM 4.4 Recovery objectives), got 0; write rtoHours: 8"
    );
    expect(of({ service: '' })).toBe(
      "'service' must be 1 to 64 letters, digits and _ . : / = + - @, which a tag can hold (TOM 4.4 Recovery objectives), got \"\"; write service: 'orders'"
    );
  });
});
