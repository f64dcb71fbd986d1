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

  /** Days in which an earlier version of an object can be restored, at least: as many as a database keeps backups (TOM 4.1). */
  versionDays: 7,

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
  /** Hours that a session of a role, a permission set or a VPN lasts, at most: a working day (TOM 6.5.3). */
  accessSessionHours: 8,
  /** Minutes that the access and ID tokens of a user directory are valid, at most (TOM 6.5.3): nothing calls them back where they are checked by their signature. */
  accessTokenMinutes: 60,
  /** Days in which a user of a directory logs in again, at the latest (TOM 6.5.3; NIST SP 800-63B, 4.1.3). */
  refreshTokenDays: 30,

  /** Days for which a risk is accepted, at most, unless the posture says otherwise (TOM 10.3): it is assessed again within a year. */
  waiverDays: 366,

  /** Days for which a record shows a claim that may hold outside of the configuration, at most. A declared claim has its own. */
  recordDays: 365,
  /** Days that an audit report of the provider counts after its period: 12 months. */
  reportDays: 366,
  /** Days by which a bridge letter extends that, at most: such letters are about three months. */
  bridgeDays: 92,
} as const;

export type DemandId = keyof typeof DEMANDS;

/** The demands of a run: those of the measures, or stricter ones. */
export type Demands = { readonly [D in DemandId]: number };

/** What a project may demand instead of a number of `DEMANDS`. */
export interface StricterDemand {
  readonly measure: string;
  readonly unit: 'days' | 'minutes';
  /** Whether a greater number is stricter, or a smaller one. */
  readonly stricter: 'more' | 'fewer';
  /** The strictest that AWS, or the calendar, allows. */
  readonly strictest: number;
}

/**
 * The demands that a project may make stricter. The others are facts of AWS, or at their strictest already.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html at most 3653 days
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html at most 35 days
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html at most 35 days
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html at least 90 days
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html at most 30 days
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotationRulesType.html at least 1 day
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-preferences-timeout.html at least 1 minute
 */
export const STRICTER_DEMANDS = {
  securityLogDays: { measure: '8.4', unit: 'days', stricter: 'more', strictest: 3653 },
  backupDays: { measure: '4.1', unit: 'days', stricter: 'more', strictest: 35 },
  cacheSnapshotDays: { measure: '4.1', unit: 'days', stricter: 'more', strictest: 35 },
  keyRotationDays: { measure: '1.3.1', unit: 'days', stricter: 'fewer', strictest: 90 },
  keyDeletionDays: { measure: '1.3.1', unit: 'days', stricter: 'more', strictest: 30 },
  secretRotationDays: { measure: '1.3.1', unit: 'days', stricter: 'fewer', strictest: 1 },
  sessionIdleMinutes: { measure: '6.4', unit: 'minutes', stricter: 'fewer', strictest: 1 },
  sessionMinutes: { measure: '6.4', unit: 'minutes', stricter: 'fewer', strictest: 1 },
  waiverDays: { measure: '10.3', unit: 'days', stricter: 'fewer', strictest: 1 },
} as const satisfies { readonly [D in DemandId]?: StricterDemand };

export type StricterDemandId = keyof typeof STRICTER_DEMANDS;

/** The demands that a project makes stricter. */
export type StricterDemands = { readonly [D in StricterDemandId]?: number };
