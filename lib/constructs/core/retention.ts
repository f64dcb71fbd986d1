import { IConstruct } from 'constructs';
import { requireDays } from './require';

/** Refuses a retention that is a token, no whole number, or less than `least` days. */
export function requireRetentionDays(scope: IConstruct, days: number, min = 1, measure = '2.2'): void {
  requireDays(scope, 'retentionDays', days, { min, measure, example: Math.max(min, 365) });
}

/** How far back a store can go: as far as is usual, but not beyond the retention of its data, where erased records would live on (TOM 2.3). */
export function daysWithinRetention(usual: number, retentionDays: number | undefined, min = 1): number {
  return Math.max(min, Math.min(usual, retentionDays ?? usual));
}
