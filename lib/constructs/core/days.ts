import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from './errors';

/** Refuses a number of days that is a token, no whole number, or outside its bounds. */
export function requireDays(
  scope: IConstruct,
  prop: string,
  days: number,
  bounds: { readonly least: number; readonly most?: number; readonly measure: string; readonly example: number }
): void {
  const { least, most, measure, example } = bounds;
  const fix = `write ${prop}: ${example}`;
  if (Token.isUnresolved(days)) {
    const must = 'must be a plain number, known when the program runs';
    refuse(scope, { prop, must, value: days, measure, fix });
  }
  if (!Number.isInteger(days) || days < least || days > (most ?? Infinity)) {
    refuse(scope, { prop, must: range(least, most), value: days, measure, fix });
  }
}

function range(least: number, most: number | undefined): string {
  if (most !== undefined) return `must be a whole number from ${least} to ${most}`;
  return least === 1 ? 'must be a whole number of days, at least 1' : `must be at least ${least}`;
}
