import { IConstruct } from 'constructs';
import { DataClass } from '../../toms/data-class';
import { refuse } from '../core/errors';
import { Posture } from '../core/posture';
import { requireDays } from '../core/require';
import { daysWithinRetention, requireRetention } from '../core/retention';

/** How long a service holds messages or records. */
export interface HoldingTime {
  readonly prop: string;
  /** What was said. */
  readonly days?: number;
  /** What a service holds them for where nobody says, unless the retention is shorter. */
  readonly usual: number;
  /** What the service takes at most. */
  readonly max: number;
}

/**
 * How many days a service holds messages or records: never longer than the retention of the posture, which says how long data of its kind is kept (TOM 2.2).
 */
export function holdingDays(scope: IConstruct, posture: Posture, dataClass: DataClass, time: HoldingTime): number {
  const { prop, usual, max } = time;
  const retention = posture.retentionDays;
  requireRetention(scope, time.days ?? retention, dataClass, { prop, here: usual, everywhere: 3650 });
  const within = daysWithinRetention(usual, retention);
  const days = time.days ?? within;
  requireDays(scope, prop, days, { min: 1, max, measure: '2.2', example: within });
  if (retention !== undefined && days > retention) {
    refuse(scope, {
      prop,
      must: `must not be longer than the retention of the posture, ${retention} days`,
      value: days,
      measure: '2.2',
      fix: `write ${prop}: ${Math.min(max, retention)}, or set the posture of what may be kept longer`,
    });
  }
  return days;
}
