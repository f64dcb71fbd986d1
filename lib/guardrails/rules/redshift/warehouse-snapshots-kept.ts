import { isEphemeral } from '../../../aws/declared';
import { DEMANDS } from '../../../toms/demands';
import { ResourceRule } from '../../rule';
import { requireBackupDays } from '../../verdicts/backup-days';

const ATTRIBUTE = 'automated_snapshot_retention_period';

/** Warehouses that can go back to a day of the last weeks. */
export const RULE: ResourceRule = {
  id: 'REDSHIFT-003',
  name: 'warehouse-snapshots-kept',
  title: `A Redshift cluster keeps automated snapshots for ${DEMANDS.backupDays} days, of personal data for ${DEMANDS.personalBackupDays}, or the declared retention where that is shorter`,
  severity: 'high',
  measures: ['4.1'],
  rationale: `Redshift takes a snapshot of a cluster every few hours, and by default keeps it for a day: too short to notice what went wrong. ${DEMANDS.personalBackupDays} days are the longest that it offers. The recovery points of Redshift Serverless are kept for a day whatever one says, and are not looked at; nor are backups that AWS Backup takes. Where the posture or the tag tom:retention-days declares a shorter retention, snapshots need not outlast it. Ephemeral environments are left alone.`,
  fix: `Set \`${ATTRIBUTE}\` to ${DEMANDS.personalBackupDays}, or the declared retention where that is shorter, or for data that is not personal, which the tag tom:data-class says, to ${DEMANDS.backupDays} at least.`,
  sources: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-console.html',
    'AWS Security Hub Redshift.3',
  ],
  types: ['aws_redshift_cluster'],
  check: (cluster) => (isEphemeral(cluster) ? undefined : requireBackupDays(cluster, ATTRIBUTE, 1)),
};
