import { DataClass } from './data-class';
import { Posture } from './posture';

/** The keys of the tags that every resource of this library carries. */
export const TAG = {
  environment: 'tom:environment',
  owner: 'tom:owner',
  dataCategory: 'tom:data-category',
  dataClass: 'tom:data-class',
  measures: 'tom:measures',
  logKind: 'tom:log-kind',
  retentionDays: 'tom:retention-days',
  noTimeToLive: 'tom:no-ttl-reason',
  tier: 'tom:tier',
} as const;

/** What the logs of a store are: security logs are kept for 12 months at least (TOM 8.4). */
export enum LogKind {
  SECURITY = 'security',
  ACCESS = 'access',
  APPLICATION = 'application',
}

/** The tags of a resource: environment, owner, class and category of data, the measures it serves, and the user's own (TOM 3.1.2). */
export function tags(
  posture: Posture,
  dataClass: DataClass,
  measures: readonly string[],
  own: { [key: string]: string } = {},
  logKind?: LogKind
): { [key: string]: string } {
  const all: { [key: string]: string } = {
    ...own,
    [TAG.environment]: posture.environment,
    [TAG.dataClass]: dataClass,
    [TAG.measures]: measures.join(' '),
  };
  if (posture.dataCategory !== undefined) {
    all[TAG.dataCategory] = posture.dataCategory;
    all[TAG.retentionDays] = String(posture.retentionDays);
  }
  if (logKind !== undefined) all[TAG.logKind] = logKind;
  if (posture.owner !== undefined) all[TAG.owner] = posture.owner;
  return all;
}
