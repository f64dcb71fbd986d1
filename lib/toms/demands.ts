/** The numbers that measures demand, each once: constructs refuse what is below them, rules find it. */
export const DEMANDS = {
  /** How many days security logs are kept at least: 12 months (TOM 8.4). */
  securityLogDays: 365,
  /** How many days of automated backups a database keeps at least, and one of personal data (TOM 4.1). */
  backupDays: 7,
  personalBackupDays: 35,
  /** How many days of snapshots a cache of personal data keeps at least (TOM 4.1). */
  cacheSnapshotDays: 7,
} as const;
