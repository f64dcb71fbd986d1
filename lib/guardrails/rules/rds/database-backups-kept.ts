import { isEphemeral } from '../../../aws/declared';
import { DATABASES, isReplica, restoredBy } from '../../../aws/rds/database';
import { configured } from '../../../terraform/configured';
import { DEMANDS } from '../../../toms/demands';
import { ResourceRule, undetermined } from '../../rule';
import { requireBackupDays } from '../../verdicts/backup-days';

const ATTRIBUTE = 'backup_retention_period';

/** Databases that can go back to any minute of the last weeks. */
export const RULE: ResourceRule = {
  id: 'RDS-004',
  name: 'database-backups-kept',
  title: `A database keeps automated backups for ${DEMANDS.backupDays} days, of personal data for ${DEMANDS.personalBackupDays}, or the declared retention where that is shorter`,
  severity: 'high',
  measures: ['4.1'],
  rationale: `Automated backups let a database go back to any second of the days that they are kept. An instance of RDS keeps none unless told to, a cluster keeps one day: too short to notice what went wrong. ${DEMANDS.personalBackupDays} days are the longest that RDS, Aurora, DocumentDB and Neptune offer. Replicas, which can be made again, and ephemeral environments are left alone. Where the posture or the tag tom:retention-days declares a shorter retention, backups need not outlast it. Backups that AWS Backup takes are not looked at here.`,
  fix: `Set \`${ATTRIBUTE}\` to ${DEMANDS.personalBackupDays}, or the declared retention where that is shorter, or for data that is not personal, which the tag tom:data-class says, to ${DEMANDS.backupDays} at least.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html',
    'AWS Security Hub RDS.11, DocumentDB.2, Neptune.5',
  ],
  types: DATABASES,
  check: (database) => {
    if (isEphemeral(database) || isReplica(database)) return undefined;
    if (database.type !== 'aws_db_instance') return requireBackupDays(database, ATTRIBUTE, 1);
    const origin = restoredBy(database);
    if (origin !== undefined && configured(database, ATTRIBUTE) === undefined) {
      return undetermined(`${ATTRIBUTE} is not set, and ${origin} decides it`);
    }
    return requireBackupDays(database, ATTRIBUTE, 0);
  },
};
