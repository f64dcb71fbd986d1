import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from './errors';

/** What a number must be. */
export interface NumberBounds {
  readonly min: number;
  readonly max?: number;
  /** What is counted: `GiB`. */
  readonly of?: string;
  /** What follows the range, such as its reason: `: a cluster whose only instance fails answers nobody`. */
  readonly because?: string;
  /** The measure that another number would break. */
  readonly measure?: string;
  /** The number to write instead. */
  readonly example: number;
  /**
   * What to do instead, in words.
   *
   * @default - to write the example
   */
  readonly fix?: string;
}

/** Refuses a number that is a token, no whole number, or outside its bounds. */
export function requireWholeNumber(
  scope: IConstruct | undefined,
  prop: string,
  value: number,
  bounds: NumberBounds
): void {
  const { min, max, measure, fix = `write ${prop}: ${bounds.example}` } = bounds;
  if (Token.isUnresolved(value)) {
    const must = 'must be a plain number, known when the program runs';
    refuse(scope, { prop, must, value, measure, fix });
  }
  if (!Number.isInteger(value) || value < min || value > (max ?? Infinity)) {
    refuse(scope, { prop, must: mustBe(bounds), value, measure, fix });
  }
}

/** The same of a number of days. */
export function requireDays(scope: IConstruct, prop: string, days: number, bounds: NumberBounds): void {
  requireWholeNumber(scope, prop, days, bounds.max === undefined ? { ...bounds, of: 'days' } : bounds);
}

/** Refuses what is no port. */
export function requirePort(scope: IConstruct | undefined, port: number, measure: string, fix?: string): void {
  requireWholeNumber(scope, 'port', port, { min: 1, max: 65_535, measure, example: 443, fix });
}

function mustBe({ min, max, of, because = '' }: NumberBounds): string {
  const number = of === undefined ? 'must be a whole number' : `must be a whole number of ${of}`;
  return `${number}${max === undefined ? `, at least ${min}` : ` from ${min} to ${max}`}${because}`;
}
