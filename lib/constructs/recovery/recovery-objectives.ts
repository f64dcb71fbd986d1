import { refuse } from '../core/errors';
import { requireWholeNumber } from '../core/require';

const MEASURE = '4.4';

/** A week: what is backed up less often is not backed up for a purpose of recovery. */
const MAX_RPO_HOURS = 168;

/** What a business impact analysis says of a service. */
export interface RecoveryObjectivesProps {
  /** The service, as people call it: `orders`. Letters, digits and `_.:/=+@-`, as a tag takes them. */
  readonly service: string;

  /** How many hours of data may be lost, at most: the recovery point objective, 1 to 168. */
  readonly rpoHours: number;

  /** After how many hours the service works again, at the latest: the recovery time objective, 1 to 720. */
  readonly rtoHours: number;
}

/**
 * The recovery objectives of a service (TOM 4.4), from which the interval of its backups follows. Which they are is a decision of those who answer for the service.
 *
 * ```ts
 * const objectives = new RecoveryObjectives({ service: 'orders', rpoHours: 4, rtoHours: 8 });
 * ```
 */
export class RecoveryObjectives {
  /** The service. */
  public readonly service: string;
  /** How many hours of data may be lost, at most. */
  public readonly rpoHours: number;
  /** After how many hours the service works again, at the latest. */
  public readonly rtoHours: number;

  /**
   * @throws ValidationError where the service has no name that a tag takes, and on hours that are no whole numbers or out of range.
   */
  constructor(props: RecoveryObjectivesProps) {
    const { service, rpoHours, rtoHours } = props;
    if (!/^[\w.:/=+@-]{1,64}$/.test(service)) {
      refuse(undefined, {
        prop: 'service',
        must: 'must be 1 to 64 letters, digits and _ . : / = + - @, which a tag can hold',
        value: service,
        measure: MEASURE,
        fix: "write service: 'orders'",
      });
    }
    requireWholeNumber(undefined, 'rpoHours', rpoHours, {
      min: 1,
      max: MAX_RPO_HOURS,
      because:
        ': AWS Backup backs up once an hour at most, and the point-in-time recovery of databases and tables serves what needs less',
      measure: MEASURE,
      example: 24,
    });
    requireWholeNumber(undefined, 'rtoHours', rtoHours, { min: 1, max: 720, measure: MEASURE, example: 8 });
    this.service = service;
    this.rpoHours = rpoHours;
    this.rtoHours = rtoHours;
  }

  /**
   * How many hours lie between two backups: as many as the objective allows, and so that every day is like the last.
   * @internal
   */
  public get _intervalHours(): number {
    return INTERVALS.find((hours) => hours <= this.rpoHours)!;
  }
}

/** Divisors of a day, a day, and a week, from the longest to the shortest. */
const INTERVALS: readonly number[] = [MAX_RPO_HOURS, 24, 12, 8, 6, 4, 3, 2, 1];
