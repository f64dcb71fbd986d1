import { Erasure, erasureOf } from '../../lib/erasure/horizon';
import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';

type Bodies = { readonly [name: string]: object };

/** The horizon of each store of a configuration, by its address. */
function horizons(resource: { readonly [type: string]: Bodies }): { [address: string]: Erasure } {
  const json: unknown = JSON.parse(JSON.stringify({ resource, variable: { days: {} } }));
  const model = new Model([readStack('app', 'app.tf.json', json)]);
  return Object.fromEntries(erasureOf(model).map((erasure) => [erasure.store.slice('app:'.length), erasure]));
}

/** How many days each place keeps what was deleted. */
function places({ parts }: Erasure): { [place: string]: unknown } {
  return Object.fromEntries(parts.map(({ place, days }) => [place, days]));
}

const VERSIONS = (days: unknown): object => ({
  status: 'Enabled',
  filter: {},
  noncurrent_version_expiration: { noncurrent_days: days },
});
const BUCKET = '${aws_s3_bucket.letters.id}';
const VERSIONED = { letters: { bucket: BUCKET, versioning_configuration: { status: 'Enabled' } } };

describe('a bucket', () => {
  test('without versions forgets at once', () => {
    const { 'aws_s3_bucket.letters': letters } = horizons({ aws_s3_bucket: { letters: {} } });
    expect(letters).toMatchObject({ days: 0, dataClass: 'not declared', conflicts: [] });
    expect(letters.retentionDays).toBeUndefined();
  });

  test('forgets when its noncurrent versions expire, at the next midnight', () => {
    const { 'aws_s3_bucket.letters': letters } = horizons({
      aws_s3_bucket: { letters: { tags: { 'tom:data-class': 'personal', 'tom:retention-days': '365' } } },
      aws_s3_bucket_versioning: VERSIONED,
      aws_s3_bucket_lifecycle_configuration: { letters: { bucket: BUCKET, rule: [VERSIONS(90), VERSIONS(30)] } },
    });
    expect(letters).toMatchObject({ days: 31, dataClass: 'personal', retentionDays: 365, conflicts: [] });
    expect(letters.parts).toEqual([
      {
        place: 'noncurrent versions',
        days: 31,
        address: 'app:aws_s3_bucket_lifecycle_configuration.letters',
        attribute: 'rule.noncurrent_version_expiration.noncurrent_days',
        because: 'noncurrent versions expire 30 days after the deletion, at the next midnight UTC',
      },
    ]);
  });

  test.each<[string, object, string]>([
    ['nothing expires versions', { status: 'Enabled', filter: {}, expiration: { days: 1 } }, 'no lifecycle rule'],
    ['the rule is off', { ...VERSIONS(30), status: 'Disabled' }, 'no lifecycle rule'],
    ['the rule is for some objects', { ...VERSIONS(30), filter: { prefix: 'a/' } }, 'no lifecycle rule'],
    [
      'some versions stay',
      {
        ...VERSIONS(30),
        noncurrent_version_expiration: { noncurrent_days: 30, newer_noncurrent_versions: 3 },
      },
      'newer_noncurrent_versions is 3',
    ],
  ])('never forgets where %s', (_what, rule, because) => {
    const { 'aws_s3_bucket.letters': letters } = horizons({
      aws_s3_bucket: { letters: { tags: { 'tom:retention-days': '365' } } },
      aws_s3_bucket_versioning: VERSIONED,
      aws_s3_bucket_lifecycle_configuration: { letters: { bucket: BUCKET, rule } },
    });
    expect(letters.days).toBe('never');
    expect(letters.parts[0].because).toContain(because);
    expect(letters.conflicts).toEqual([
      { rule: 'S3-008', message: expect.stringMatching(/^what was deleted stays in noncurrent versions .*forever/) },
    ]);
  });

  test('is undetermined where only a plan knows the days', () => {
    const { 'aws_s3_bucket.letters': letters } = horizons({
      aws_s3_bucket: { letters: {} },
      aws_s3_bucket_versioning: VERSIONED,
      aws_s3_bucket_lifecycle_configuration: { letters: { bucket: BUCKET, rule: VERSIONS('${var.days}') } },
    });
    expect(letters.days).toBe('undetermined');
  });

  test('is held by Object Lock, which is a conflict where it outlasts the retention', () => {
    const { 'aws_s3_bucket.letters': letters } = horizons({
      aws_s3_bucket: { letters: { object_lock_enabled: true, tags: { 'tom:retention-days': '365' } } },
      aws_s3_bucket_lifecycle_configuration: { letters: { bucket: BUCKET, rule: VERSIONS(30) } },
      aws_s3_bucket_object_lock_configuration: {
        letters: { bucket: BUCKET, rule: { default_retention: { mode: 'COMPLIANCE', years: 2 } } },
      },
    });
    expect(letters.days).toBe(731);
    expect(places(letters)).toEqual({ 'noncurrent versions': 31, 'Object Lock': 731 });
    expect(letters.conflicts).toEqual([
      {
        rule: 'S3-013',
        message:
          'what was deleted stays under Object Lock (aws_s3_bucket_object_lock_configuration.letters rule.default_retention) for 731 days, more than the 365 days that the tag tom:retention-days declares',
      },
    ]);
  });

  test('without delete markers lives on in its replica until that expires it by its age, and then its versions', () => {
    const found = horizons({
      aws_s3_bucket: { letters: {}, replica: {} },
      aws_s3_bucket_versioning: {
        ...VERSIONED,
        replica: { bucket: '${aws_s3_bucket.replica.id}', versioning_configuration: { status: 'Enabled' } },
      },
      aws_s3_bucket_lifecycle_configuration: {
        letters: { bucket: BUCKET, rule: VERSIONS(30) },
        replica: { bucket: '${aws_s3_bucket.replica.id}', rule: { ...VERSIONS(7), expiration: { days: 100 } } },
      },
      aws_s3_bucket_replication_configuration: {
        letters: {
          bucket: BUCKET,
          rule: { status: 'Enabled', filter: {}, destination: { bucket: '${aws_s3_bucket.replica.arn}' } },
        },
      },
    });
    expect(places(found['aws_s3_bucket.letters'])).toEqual({ 'noncurrent versions': 31, replica: 109 });
    expect(found['aws_s3_bucket.letters'].days).toBe(109);
  });

  test('of logs is kept for a purpose of its own', () => {
    const { 'aws_s3_bucket.letters': letters } = horizons({
      aws_s3_bucket: { letters: { tags: { 'tom:log-kind': 'security', 'tom:retention-days': '7' } } },
      aws_s3_bucket_versioning: VERSIONED,
      aws_s3_bucket_lifecycle_configuration: { letters: { bucket: BUCKET, rule: VERSIONS(30) } },
    });
    expect(letters).toMatchObject({ days: 31, purpose: 'logs', conflicts: [] });
  });
});

test('data that is not personal has a horizon, and no conflict', () => {
  const { 'aws_dynamodb_table.prices': prices } = horizons({
    aws_dynamodb_table: {
      prices: {
        point_in_time_recovery: { enabled: true },
        tags: { 'tom:data-class': 'public', 'tom:retention-days': '7' },
      },
    },
  });
  expect(prices).toMatchObject({ days: 35, retentionDays: 7, dataClass: 'public', conflicts: [] });
});

test('what is no store has none', () => {
  expect(horizons({ aws_iam_role: { reader: {} } })).toEqual({});
});

test('a table lives on in point-in-time recovery, also of its replicas', () => {
  const { 'aws_dynamodb_table.visits': visits } = horizons({
    aws_dynamodb_table: {
      visits: {
        ttl: { enabled: true, attribute_name: 'expires' },
        point_in_time_recovery: { enabled: true, recovery_period_in_days: 14 },
        replica: [{ region_name: 'eu-west-1', point_in_time_recovery: true }],
        tags: { 'tom:retention-days': '30' },
      },
    },
  });
  expect(places(visits)).toEqual({ 'live data': 2, 'point-in-time recovery': 16, replica: 37 });
  expect(visits.conflicts).toEqual([
    {
      rule: 'AWS-012',
      message:
        'what was deleted stays in a replica (replica.point_in_time_recovery) for 37 days, more than the 30 days that the tag tom:retention-days declares',
    },
  ]);
});

test('a database lives on in automated backups, copies of them and snapshots', () => {
  const { 'aws_db_instance.orders': orders } = horizons({
    aws_db_instance: { orders: { identifier: 'orders', backup_retention_period: 35 } },
    aws_db_instance_automated_backups_replication: {
      orders: { source_db_instance_arn: '${aws_db_instance.orders.arn}', retention_period: 14 },
    },
    aws_db_snapshot: { before: { db_instance_identifier: 'orders' } },
  });
  expect(orders.parts.map(({ place, days, address }) => [place, days, address])).toEqual([
    ['live data', 0, 'app:aws_db_instance.orders'],
    ['automated backups', 35, 'app:aws_db_instance.orders'],
    ['automated backups', 14, 'app:aws_db_instance_automated_backups_replication.orders'],
    ['snapshot', 'never', 'app:aws_db_snapshot.before'],
  ]);
  expect(orders.days).toBe('never');
});

test('a cluster keeps one day of backups where nobody says more, a cache none', () => {
  const found = horizons({ aws_rds_cluster: { orders: {} }, aws_elasticache_replication_group: { sessions: {} } });
  expect(found['aws_rds_cluster.orders'].days).toBe(1);
  expect(found['aws_elasticache_replication_group.sessions'].days).toBe(0);
});

test('the days of backups that another rule demands are no conflict, and more of them are', () => {
  const found = horizons({
    aws_rds_cluster: {
      visits: { backup_retention_period: 7, tags: { 'tom:retention-days': '5' } },
      orders: { backup_retention_period: 35, tags: { 'tom:retention-days': '14' } },
    },
  });
  expect(found['aws_rds_cluster.visits']).toMatchObject({ days: 7, conflicts: [] });
  expect(found['aws_rds_cluster.orders'].conflicts).toEqual([
    {
      rule: 'AWS-012',
      message:
        'what was deleted stays in automated backups (backup_retention_period) for 35 days, more than the 14 days that the tag tom:retention-days declares',
    },
  ]);
});

test('what services keep by themselves is counted', () => {
  const found = horizons({
    aws_efs_file_system: { scans: {}, zonal: { availability_zone_name: 'eu-central-1a' } },
    aws_efs_backup_policy: {
      scans: { file_system_id: '${aws_efs_file_system.scans.id}', backup_policy: { status: 'ENABLED' } },
    },
    aws_opensearch_domain: { letters: {} },
    aws_kinesis_stream: { visits: {}, clicks: { retention_period: 36 } },
    aws_sqs_queue: { orders: {}, failed: { message_retention_seconds: 1_209_600 } },
    aws_cloudwatch_log_group: { app: { retention_in_days: 90 }, lambda: {} },
    aws_ebs_volume: { scratch: {}, disk: {} },
    aws_ebs_snapshot: { disk: { volume_id: '${aws_ebs_volume.disk.id}' } },
  });
  expect(Object.fromEntries(Object.entries(found).map(([address, { days }]) => [address, days]))).toEqual({
    'aws_efs_file_system.scans': 35,
    'aws_efs_file_system.zonal': 35,
    'aws_opensearch_domain.letters': 14,
    'aws_kinesis_stream.visits': 1,
    'aws_kinesis_stream.clicks': 2,
    'aws_sqs_queue.orders': 4,
    'aws_sqs_queue.failed': 14,
    'aws_cloudwatch_log_group.app': 93,
    'aws_cloudwatch_log_group.lambda': 'never',
    'aws_ebs_volume.scratch': 0,
    'aws_ebs_volume.disk': 'never',
  });
});

describe('a plan of AWS Backup', () => {
  const plan = (rule: object): Bodies => ({ daily: { name: 'daily', rule: { rule_name: 'daily', ...rule } } });
  const table = { visits: { name: 'visits', tags: { backup: 'daily', 'tom:retention-days': '30' } } };
  const selection = (body: object): Bodies => ({ daily: { plan_id: '${aws_backup_plan.daily.id}', ...body } });

  test.each<[string, object, boolean | 'open']>([
    ['a reference', { resources: ['${aws_dynamodb_table.visits.arn}'] }, true],
    ['a tag', { selection_tag: { type: 'STRINGEQUALS', key: 'backup', value: 'daily' } }, true],
    ['everything', {}, true],
    ['a pattern', { resources: ['arn:aws:dynamodb:*:*:table/vis*'] }, true],
    ['another tag', { selection_tag: { type: 'STRINGEQUALS', key: 'backup', value: 'weekly' } }, false],
    ['another pattern', { resources: ['arn:aws:dynamodb:*:*:table/orders*'] }, false],
    ['another service', { resources: ['arn:aws:rds:*:*:db:*'] }, false],
    ['all but this', { resources: ['*'], not_resources: ['${aws_dynamodb_table.visits.arn}'] }, false],
    [
      'a condition that it meets',
      { resources: ['*'], condition: { string_equals: { key: 'aws:ResourceTag/backup', value: 'daily' } } },
      true,
    ],
    [
      'a condition that it does not meet',
      { resources: ['*'], condition: { string_not_like: { key: 'aws:ResourceTag/backup', value: 'd*' } } },
      false,
    ],
    ['what only a plan knows', { resources: ['${var.days}'] }, 'open'],
  ])('covers a store by %s, or does not', (_how, body, covered) => {
    const { 'aws_dynamodb_table.visits': visits } = horizons({
      aws_dynamodb_table: table,
      aws_backup_plan: plan({ target_vault_name: 'main', lifecycle: { delete_after: 90 } }),
      aws_backup_selection: selection(body),
    });
    expect(visits.days).toBe(covered === 'open' ? 'undetermined' : covered ? 90 : 0);
  });

  test('keeps what noncurrent versions kept, copies, and what a vault locks', () => {
    const { 'aws_s3_bucket.letters': letters } = horizons({
      aws_s3_bucket: { letters: {} },
      aws_s3_bucket_versioning: VERSIONED,
      aws_s3_bucket_lifecycle_configuration: { letters: { bucket: BUCKET, rule: VERSIONS(30) } },
      aws_backup_vault: { main: { name: 'main' } },
      aws_backup_vault_lock_configuration: { main: { backup_vault_name: 'main', min_retention_days: 200 } },
      aws_backup_plan: plan({
        target_vault_name: 'main',
        lifecycle: { delete_after: 90 },
        copy_action: {
          destination_vault_arn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:far',
          lifecycle: { delete_after: 365 },
        },
      }),
      aws_backup_selection: selection({ resources: ['${aws_s3_bucket.letters.arn}'] }),
    });
    expect(letters.parts.map(({ place, days }) => [place, days])).toEqual([
      ['noncurrent versions', 31],
      ['backup', 121],
      ['backup', 396],
      ['vault lock', 231],
    ]);
    expect(letters.days).toBe(396);
  });

  test('without an end keeps forever', () => {
    const { 'aws_dynamodb_table.visits': visits } = horizons({
      aws_dynamodb_table: table,
      aws_backup_plan: plan({ target_vault_name: 'main' }),
      aws_backup_selection: selection({}),
    });
    expect(visits.days).toBe('never');
    expect(visits.conflicts).toEqual([{ rule: 'BACKUP-001', message: expect.stringContaining('forever') }]);
  });
});
