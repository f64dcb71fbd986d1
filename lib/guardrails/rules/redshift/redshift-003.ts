import { ResourceRule } from '../../rule';
import { BACKUP_DAYS, PERSONAL_BACKUP_DAYS, requireBackupDays } from '../backup-days';

const ATTRIBUTE = 'automated_snapshot_retention_period';

/** Warehouses that can go back to a day of the last weeks. */
export const REDSHIFT_003: ResourceRule = {
  id: 'REDSHIFT-003',
  title: `A Redshift cluster keeps automated snapshots for ${BACKUP_DAYS} days, of personal data for ${PERSONAL_BACKUP_DAYS}, or the declared retention where that is shorter`,
  severity: 'high',
  measures: ['4.1'],
  rationale: `Redshift takes a snapshot of a cluster every few hours, and by default keeps it for a day: too short to notice what went wrong. ${PERSONAL_BACKUP_DAYS} days are the longest that it offers. The recovery points of Redshift Serverless are kept for a day whatever one says, and are not looked at; nor are backups that AWS Backup takes. Where the posture or the tag tom:retention-days declares a shorter retention, snapshots need not outlast it. Ephemeral environments are left alone.`,
  fix: `Set \`${ATTRIBUTE}\` to ${PERSONAL_BACKUP_DAYS}, or the declared retention where that is shorter, or for data that is not personal, which the tag tom:data-class says, to ${BACKUP_DAYS} at least.`,
  sources: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-console.html',
    'AWS Security Hub Redshift.3',
  ],
  types: ['aws_redshift_cluster'],
  check: (cluster) => (cluster.isEphemeral ? undefined : requireBackupDays(cluster, ATTRIBUTE, 1)),
  examples: {
    pass: [
      {
        title: 'five weeks of personal data, a week of internal data',
        terraform: {
          resource: {
            aws_redshift_cluster: {
              builds: { automated_snapshot_retention_period: '7', tags: { 'tom:data-class': 'internal' } },
              sales: { count: 2, automated_snapshot_retention_period: 35 },
            },
          },
        },
      },
      {
        title: 'a stack that lives for a test run, in lists',
        terraform: {
          resource: [{ aws_redshift_cluster: [{ sales: [{ tags: { 'tom:environment': 'ephemeral' } }] }] }],
        },
      },
    ],
    fail: [
      {
        title: 'the default, and none',
        terraform: {
          resource: {
            aws_redshift_cluster: { sales: {}, stock: { automated_snapshot_retention_period: 0 } },
          },
        },
        addresses: ['aws_redshift_cluster.sales', 'aws_redshift_cluster.stock'],
      },
      {
        title: 'a day too few',
        terraform: {
          resource: {
            aws_redshift_cluster: {
              builds: { automated_snapshot_retention_period: 6, tags: { 'tom:data-class': 'internal' } },
              sales: { automated_snapshot_retention_period: 34 },
            },
          },
        },
        addresses: ['aws_redshift_cluster.builds', 'aws_redshift_cluster.sales'],
      },
      {
        title: 'a day within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_redshift_cluster.main',
                      mode: 'managed',
                      type: 'aws_redshift_cluster',
                      name: 'main',
                      values: { automated_snapshot_retention_period: 1 },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_redshift_cluster.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { days: {} },
          resource: { aws_redshift_cluster: { sales: { automated_snapshot_retention_period: '${var.days}' } } },
        },
        addresses: ['aws_redshift_cluster.sales'],
      },
    ],
  },
};
