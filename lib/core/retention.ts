import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from './errors';

/** The least number of days that security logs are kept: 12 months (TOM 8.4). */
export const SECURITY_LOG_DAYS = 365;

/** Refuses a retention that is a token, no whole number, or less than `least` days. */
export function requireRetentionDays(scope: IConstruct, days: number, least = 1, measure = '2.2'): void {
  if (Token.isUnresolved(days)) {
    refuse(scope, {
      prop: 'retentionDays',
      must: 'must be a plain number, known when the program runs',
      value: 'a token',
      measure,
      fix: `write the number, for example retentionDays: ${Math.max(least, 365)}`,
    });
  }
  if (!Number.isInteger(days) || days < least) {
    refuse(scope, {
      prop: 'retentionDays',
      must: least === 1 ? 'must be a whole number of days, at least 1' : `must be at least ${least}`,
      value: days,
      measure,
      fix: `write retentionDays: ${Math.max(least, 365)}`,
    });
  }
}
