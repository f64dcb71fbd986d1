import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { asNumber, describe, isUnknown } from '../../terraform/value';
import { isEphemeral } from '../declared';
import { demandsOf } from '../demanded';

export const LOCK = 'aws_s3_bucket_object_lock_configuration';

/** Whether Object Lock keeps logs for as long as security logs are kept: `open` where only a plan can tell. */
export interface LogLock {
  readonly outcome: 'kept' | 'open' | 'loose';
  /** Why it does not, for a message. */
  readonly because: string;
  /** Whether it keeps them unless somebody with the right to bypass it lifts it: mode GOVERNANCE. */
  readonly isLiftable?: true;
}

/** What Object Lock does for an object that is written without saying how long it stays. */
export function lockOfLogs(model: Model, bucket: Resource): LogLock {
  const retentions = [
    ...companionsOf(model, bucket, LOCK, 'bucket').flatMap((of) => of.blocks('rule.default_retention')),
    ...bucket.blocks('object_lock_configuration.rule.default_retention'),
  ];
  const retention = retentions[0];
  if (!retention) {
    if (!hasUndeterminedCompanion(model, LOCK, 'bucket')) return { outcome: 'loose', because: 'it has no Object Lock' };
    return { outcome: 'open', because: `an ${LOCK} names its bucket by a value that only a plan can tell` };
  }
  const [mode, days, years] = ['mode', 'days', 'years'].map((name) => retention.get(name));
  for (const value of [mode, days, years]) {
    if (isUnknown(value)) {
      return { outcome: 'open', because: `the default retention is ${value.text}, which only a plan can tell` };
    }
  }
  const kept = asNumber(days) ?? (asNumber(years) ?? 0) * 365;
  if (kept < demandsOf(bucket.stack).securityLogDays)
    return { outcome: 'loose', because: `Object Lock keeps them for ${kept} days` };
  if (mode === 'COMPLIANCE' || isEphemeral(bucket)) return { outcome: 'kept', because: '' };
  return {
    outcome: 'loose',
    because: `Object Lock is in mode ${describe(mode)}, which s3:BypassGovernanceRetention lifts`,
    isLiftable: true,
  };
}
