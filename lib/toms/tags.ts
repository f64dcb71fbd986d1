/** The keys of the tags that constructs write and rules read. */
export const TAG = {
  environment: 'tom:environment',
  owner: 'tom:owner',
  dataCategory: 'tom:data-category',
  dataClass: 'tom:data-class',
  logKind: 'tom:log-kind',
  retentionDays: 'tom:retention-days',
  noTimeToLive: 'tom:no-ttl-reason',
  pseudonymized: 'tom:pseudonymized',
  tier: 'tom:tier',
  service: 'tom:service',
  rpoHours: 'tom:rpo-hours',
  rtoHours: 'tom:rto-hours',
} as const;

/** What the logs of a store are: security logs are kept for 12 months at least (TOM 8.4). */
export enum LogKind {
  SECURITY = 'security',
  ACCESS = 'access',
  APPLICATION = 'application',
}
