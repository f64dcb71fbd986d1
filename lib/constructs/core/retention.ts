import { IConstruct } from 'constructs';
import { DataClass, isPersonal } from '../../toms/data-class';
import { refuse } from './errors';
import { requireDays } from './require';

/** Refuses a retention that is a token, no whole number, or less than `min` days. */
export function requireRetentionDays(scope: IConstruct, days: number, min = 1, measure = '2.2'): void {
  requireDays(scope, 'retentionDays', days, { min, measure, example: Math.max(min, 365) });
}

/** What to write where a retention is missing: on the store, or in the posture. */
export interface RetentionExample {
  readonly prop?: string;
  readonly here: number;
  readonly everywhere: number;
}

/** Refuses personal data without a retention: no default of ours could be right. */
export function requireRetention(
  scope: IConstruct,
  retentionDays: number | undefined,
  dataClass: DataClass,
  { prop = 'retentionDays', here, everywhere }: RetentionExample
): void {
  if (retentionDays !== undefined || !isPersonal(dataClass)) return;
  refuse(scope, {
    prop,
    must: `is required for ${dataClass} data: only the data controller can decide it`,
    measure: '2.2',
    fix: `write { ${prop}: ${here} } here, or Posture.set(app, { retentionDays: ${everywhere} }) for everything`,
  });
}

/** How far back a store can go: as far as is usual, but not beyond the retention of its data, where erased records would live on (TOM 2.3). */
export function daysWithinRetention(usual: number, retentionDays: number | undefined, min = 1): number {
  return Math.max(min, Math.min(usual, retentionDays ?? usual));
}
