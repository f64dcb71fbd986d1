import { ResourceRule, undetermined } from '../../rule';
import { BACKUP_DAYS, PERSONAL_BACKUP_DAYS, requireBackupDays } from '../backup-days';
import { configured } from '../configured';
import { DATABASES, isReplica, restoredBy } from './database';

const ATTRIBUTE = 'backup_retention_period';

/** Databases that can go back to any minute of the last weeks. */
export const RDS_004: ResourceRule = {
  id: 'RDS-004',
  title: `A database keeps automated backups for ${BACKUP_DAYS} days, of personal data for ${PERSONAL_BACKUP_DAYS}, or the declared retention where that is shorter`,
  severity: 'high',
  measures: ['4.1'],
  rationale: `Automated backups let a database go back to any second of the days that they are kept. An instance of RDS keeps none unless told to, a cluster keeps one day: too short to notice what went wrong. ${PERSONAL_BACKUP_DAYS} days are the longest that RDS, Aurora, DocumentDB and Neptune offer. Replicas, which can be made again, and ephemeral environments are left alone. Where the posture or the tag tom:retention-days declares a shorter retention, backups need not outlast it. Backups that AWS Backup takes are not looked at here.`,
  fix: `Set \`${ATTRIBUTE}\` to ${PERSONAL_BACKUP_DAYS}, or the declared retention where that is shorter, or for data that is not personal, which the tag tom:data-class says, to ${BACKUP_DAYS} at least.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html',
    'AWS Security Hub RDS.11, DocumentDB.2, Neptune.5',
  ],
  types: DATABASES,
  check: (database) => {
    if (database.isEphemeral || isReplica(database)) return undefined;
    if (database.type !== 'aws_db_instance') return requireBackupDays(database, ATTRIBUTE, 1);
    const origin = restoredBy(database);
    if (origin !== undefined && configured(database, ATTRIBUTE) === undefined) {
      return undetermined(`${ATTRIBUTE} is not set, and ${origin} decides it`);
    }
    return requireBackupDays(database, ATTRIBUTE, 0);
  },
  examples: {
    pass: [
      {
        title: 'five weeks of personal data, a week of internal data',
        terraform: {
          resource: {
            aws_db_instance: {
              builds: { backup_retention_period: 7, tags: { 'tom:data-class': 'internal' } },
              orders: { count: 2, backup_retention_period: 35 },
              visits: { backup_retention_period: 14, tags: { 'tom:retention-days': '14' } },
            },
            aws_docdb_cluster: { profiles: { backup_retention_period: 35 } },
            aws_neptune_cluster: { friends: { backup_retention_period: '35' } },
            aws_rds_cluster: { shop: { backup_retention_period: 35 } },
          },
        },
      },
      {
        title: 'a replica, and a stack that lives for a test run; in lists',
        terraform: {
          resource: [
            {
              aws_db_instance: [{ reports: [{ replicate_source_db: '${aws_db_instance.orders.identifier}' }] }],
              aws_rds_cluster: [{ shop: [{ tags: { 'tom:environment': 'ephemeral' } }] }],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'the defaults, and none',
        terraform: {
          resource: {
            aws_db_instance: { orders: {}, stock: { backup_retention_period: 0 } },
            aws_docdb_cluster: { profiles: {} },
            aws_neptune_cluster: { friends: {} },
            aws_rds_cluster: { shop: {} },
          },
        },
        addresses: [
          'aws_db_instance.orders',
          'aws_db_instance.stock',
          'aws_docdb_cluster.profiles',
          'aws_neptune_cluster.friends',
          'aws_rds_cluster.shop',
        ],
      },
      {
        title: 'a day too few',
        terraform: {
          resource: {
            aws_db_instance: { orders: { backup_retention_period: 34 } },
            aws_rds_cluster: { builds: { backup_retention_period: 6, tags: { 'tom:data-class': 'internal' } } },
          },
        },
        addresses: ['aws_db_instance.orders', 'aws_rds_cluster.builds'],
      },
      {
        title: 'a week of personal data within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_rds_cluster.main',
                      mode: 'managed',
                      type: 'aws_rds_cluster',
                      name: 'main',
                      values: { engine: 'aurora-postgresql', backup_retention_period: 7 },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_rds_cluster.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides, or a snapshot',
        terraform: {
          variable: { days: {} },
          resource: {
            aws_db_instance: {
              orders: { backup_retention_period: '${var.days}' },
              restored: { snapshot_identifier: 'rds:orders-2026-01-01' },
            },
          },
        },
        addresses: ['aws_db_instance.orders', 'aws_db_instance.restored'],
      },
    ],
  },
};
