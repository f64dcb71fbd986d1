import { IConstruct } from 'constructs';
import { requireDays } from './days';

/** The least number of days that security logs are kept: 12 months (TOM 8.4). */
export const SECURITY_LOG_DAYS = 365;

/** Refuses a retention that is a token, no whole number, or less than `least` days. */
export function requireRetentionDays(scope: IConstruct, days: number, least = 1, measure = '2.2'): void {
  requireDays(scope, 'retentionDays', days, { least, measure, example: Math.max(least, 365) });
}

/** How far back a store can go: as far as is usual, but not beyond the retention of its data, where erased records would live on (TOM 2.3). */
export function daysWithinRetention(usual: number, retentionDays: number | undefined, least = 1): number {
  return Math.max(least, Math.min(usual, retentionDays ?? usual));
}
