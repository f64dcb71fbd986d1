/** The numbers that measures demand, each once: constructs refuse what is weaker, rules find it. */
export const DEMANDS = {
  /** The minimum days that security logs are kept: 12 months (TOM 8.4; BSI C5:2020 OPS-14; AWS Security Hub CloudWatch.16). */
  securityLogDays: 365,

  /** Days of automated backups that a database keeps, at least (TOM 4.1; AWS Security Hub RDS.11). */
  backupDays: 7,
  /** The same of personal data: as many as RDS keeps at most (TOM 4.1). */
  personalBackupDays: 35,
  /** Days of snapshots that a cache of personal data keeps, at least (TOM 4.1). */
  cacheSnapshotDays: 7,

  /** Days between two rotations of a key, at most (TOM 1.3.1; CIS AWS Foundations Benchmark 3.0.0, 3.6). */
  keyRotationDays: 365,
  /** Days in which the deletion of a key can be taken back, at least: twice what KMS takes at least (TOM 1.3.1). */
  keyDeletionDays: 14,
  /** Days between two rotations of a secret, at most (TOM 1.3.1; AWS Security Hub SecretsManager.4). */
  secretRotationDays: 90,

  /** Days beyond the declared retention in which AWS deletes what is due: CloudWatch Logs takes up to 72 hours, S3 acts at the next midnight (TOM 2.3). */
  deletionDelayDays: 3,

  /** Minutes that a session on a machine may idle, and last, at most (TOM 6.4; AWS Systems Manager, session preferences). */
  sessionIdleMinutes: 15,
  sessionMinutes: 60,

  /** Days for which a risk is accepted, at most, unless the posture says otherwise (TOM 10.3): it is assessed again within a year. */
  waiverDays: 366,

  /** Days for which a record shows a claim that may hold outside of the configuration, at most. A declared claim has its own. */
  recordDays: 365,
  /** Days that an audit report of the provider counts after its period: 12 months. */
  reportDays: 366,
  /** Days by which a bridge letter extends that, at most: such letters are about three months. */
  bridgeDays: 92,
} as const;
