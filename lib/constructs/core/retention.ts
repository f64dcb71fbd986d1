import { IConstruct } from 'constructs';
import { requireDays } from './days';

/** Refuses a retention that is a token, no whole number, or less than `least` days. */
export function requireRetentionDays(scope: IConstruct, days: number, least = 1, measure = '2.2'): void {
  requireDays(scope, 'retentionDays', days, { least, measure, example: Math.max(least, 365) });
}

/** How far back a store can go: as far as is usual, but not beyond the retention of its data, where erased records would live on (TOM 2.3). */
export function daysWithinRetention(usual: number, retentionDays: number | undefined, least = 1): number {
  return Math.max(least, Math.min(usual, retentionDays ?? usual));
}
