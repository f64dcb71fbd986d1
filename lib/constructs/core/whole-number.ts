import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from './errors';

/** Refuses a number that is a token, no whole number, or outside its bounds. */
export function requireWholeNumber(
  scope: IConstruct,
  prop: string,
  value: number,
  bounds: { readonly least: number; readonly most: number; readonly measure: string }
): void {
  const { least, most, measure } = bounds;
  const fix = `write ${prop}: ${most}, or leave it out`;
  if (Token.isUnresolved(value)) {
    const must = 'must be a plain number, known when the program runs';
    refuse(scope, { prop, must, value, measure, fix });
  }
  if (!Number.isInteger(value) || value < least || value > most) {
    refuse(scope, { prop, must: `must be a whole number from ${least} to ${most}`, value, measure, fix });
  }
}
