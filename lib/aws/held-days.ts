import { configured } from '../terraform/configured';
import { Block } from '../terraform/block';
import { Unknown, asNumber, isUnknown } from '../terraform/value';
import { Retention } from './types/resource-type';

/** How many of a unit a day has. */
export const IN_A_DAY: { readonly [U in Retention['unit']]: number } = { seconds: 86_400, hours: 24, days: 1 };

/** How many days a resource keeps what arrives in it, `Infinity` without end. `undefined` where that is not set, or no number. */
export function heldDays(
  resource: Block,
  { attribute, unit, default: byDefault, forever }: Retention
): number | Unknown | undefined {
  const value = configured(resource, attribute);
  if (isUnknown(value)) return value;
  const held = asNumber(value ?? byDefault);
  if (held === undefined) return undefined;
  return held === forever ? Infinity : held / IN_A_DAY[unit];
}
