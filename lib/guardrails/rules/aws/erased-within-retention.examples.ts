import { Examples } from '../../rule';

const VERSIONS_30 = {
  id: 'versions',
  status: 'Enabled',
  filter: {},
  noncurrent_version_expiration: { noncurrent_days: 30 },
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'recovery for no longer than the retention',
      terraform: {
        resource: {
          aws_dynamodb_table: {
            visits: {
              point_in_time_recovery: { enabled: true, recovery_period_in_days: 14 },
              tags: { 'tom:retention-days': '14' },
            },
          },
        },
      },
    },
    {
      title: 'recovery and backups that end in time, and nothing declared',
      terraform: {
        resource: {
          aws_dynamodb_table: {
            visits: {
              count: 2,
              point_in_time_recovery: { enabled: true, recovery_period_in_days: 14 },
              tags: { 'tom:retention-days': '14' },
            },
            orders: { point_in_time_recovery: { enabled: true } },
          },
          aws_db_instance: { letters: { backup_retention_period: 35, tags: { 'tom:retention-days': '35' } } },
        },
      },
    },
    {
      title: 'what other rules demand or name, logs, and data that is not personal',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 5 } },
        },
        resource: {
          aws_db_instance: { orders: { backup_retention_period: 7 } },
          aws_dynamodb_table: {
            prices: { point_in_time_recovery: { enabled: true }, tags: { 'tom:data-class': 'public' } },
          },
          aws_s3_bucket: {
            logs: { versioning: { enabled: true }, tags: { 'tom:log-kind': 'security' } },
            invoices: { versioning: { enabled: true } },
          },
          aws_kinesis_stream: { events: { retention_period: 240 } },
        },
      },
    },
    {
      title: 'a replica that learns of deletions',
      terraform: {
        resource: {
          aws_s3_bucket: {
            letters: { tags: { 'tom:retention-days': '365' } },
            replica: { bucket: 'letters-replica', tags: { 'tom:retention-days': '365' } },
          },
          aws_s3_bucket_versioning: {
            letters: { bucket: '${aws_s3_bucket.letters.id}', versioning_configuration: { status: 'Enabled' } },
            replica: { bucket: '${aws_s3_bucket.replica.id}', versioning_configuration: { status: 'Enabled' } },
          },
          aws_s3_bucket_lifecycle_configuration: {
            letters: { bucket: '${aws_s3_bucket.letters.id}', rule: VERSIONS_30 },
            replica: { bucket: '${aws_s3_bucket.replica.id}', rule: VERSIONS_30 },
          },
          aws_s3_bucket_replication_configuration: {
            letters: {
              bucket: '${aws_s3_bucket.letters.id}',
              rule: {
                status: 'Enabled',
                filter: {},
                delete_marker_replication: { status: 'Enabled' },
                destination: { bucket: 'arn:aws:s3:::letters-replica' },
              },
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'recovery for longer than the tag declares',
      terraform: {
        resource: {
          aws_dynamodb_table: {
            visits: {
              point_in_time_recovery: { enabled: true, recovery_period_in_days: 35 },
              tags: { 'tom:retention-days': '7' },
            },
          },
        },
      },
      addresses: ['aws_dynamodb_table.visits'],
    },
    {
      title: 'recovery, snapshots and backups of EFS that outlast the retention',
      terraform: {
        '//': {
          toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 14 } },
        },
        resource: {
          aws_dynamodb_table: { visits: { count: 2, point_in_time_recovery: { enabled: true } } },
          aws_db_instance: { orders: { identifier: 'orders', backup_retention_period: 14 } },
          aws_db_snapshot: { before: { db_instance_identifier: 'orders' } },
          aws_efs_file_system: { scans: {} },
          aws_efs_backup_policy: {
            scans: { file_system_id: '${aws_efs_file_system.scans.id}', backup_policy: { status: 'ENABLED' } },
          },
        },
      },
      addresses: ['aws_db_instance.orders', 'aws_dynamodb_table.visits', 'aws_efs_file_system.scans'],
    },
    {
      title: 'a replica that learns of no deletion, both in the old style',
      terraform: {
        resource: {
          aws_s3_bucket: {
            letters: {
              versioning: { enabled: true },
              lifecycle_rule: { enabled: true, noncurrent_version_expiration: { days: 30 } },
              replication_configuration: {
                role: 'arn:aws:iam::111122223333:role/replication',
                rules: {
                  status: 'Enabled',
                  filter: { prefix: '' },
                  destination: { bucket: '${aws_s3_bucket.replica.arn}' },
                },
              },
              tags: { 'tom:retention-days': '365' },
            },
            replica: {
              versioning: { enabled: true },
              lifecycle_rule: { enabled: true, noncurrent_version_expiration: { days: 30 } },
            },
          },
        },
      },
      addresses: ['aws_s3_bucket.letters'],
    },
    {
      title: 'a plan that belongs to no class of data keeps backups for longer than one of its stores may be kept',
      terraform: {
        resource: {
          aws_dynamodb_table: { visits: { tags: { 'tom:retention-days': '90', backup: 'daily' } } },
          aws_backup_plan: {
            daily: {
              rule: { rule_name: 'daily', target_vault_name: 'main', lifecycle: { delete_after: 365 } },
              tags: { 'tom:data-class': 'internal' },
            },
          },
          aws_backup_selection: {
            tagged: {
              plan_id: '${aws_backup_plan.daily.id}',
              selection_tag: { type: 'STRINGEQUALS', key: 'backup', value: 'daily' },
            },
          },
        },
      },
      addresses: ['aws_dynamodb_table.visits'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { days: {}, recovered: {} },
        resource: {
          aws_dynamodb_table: {
            orders: {
              point_in_time_recovery: { enabled: '${var.recovered}' },
              tags: { 'tom:retention-days': '14' },
            },
            visits: { tags: { 'tom:retention-days': '${var.days}' } },
          },
        },
      },
      addresses: ['aws_dynamodb_table.orders', 'aws_dynamodb_table.visits'],
    },
  ],
};
