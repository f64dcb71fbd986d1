import { EncodedJson, Unknown, Value, isUnknown } from '../value';

/** How many parts a value may have, written out, before it is left to the plan. */
const MOST_PARTS = 100_000;
/** A text counts as a part for so many of its characters. */
const PART_LENGTH = 100;

/** What is known of a value that shares parts with others: written out it may be far larger than it is in memory. */
interface Extent {
  readonly parts: number;
  readonly isKnown: boolean;
}

const EXTENTS = new WeakMap<object, Extent>();

function extentOf(value: Value): Extent {
  if (typeof value === 'string') return { parts: 1 + value.length / PART_LENGTH, isKnown: true };
  if (typeof value !== 'object') return ONE;
  if (isUnknown(value)) return UNKNOWN;
  const seen = EXTENTS.get(value);
  if (seen) return seen;
  const inner = value instanceof EncodedJson ? [value.value] : Array.isArray(value) ? value : Object.values(value);
  const extents = inner.map(extentOf);
  const whole: Extent = {
    parts: extents.reduce((sum, { parts }) => sum + parts, 1),
    isKnown: extents.every((extent) => extent.isKnown),
  };
  EXTENTS.set(value, whole);
  return whole;
}

const ONE: Extent = { parts: 1, isKnown: true };
const UNKNOWN: Extent = { parts: 1, isKnown: false };

/** Whether no part of a value is unknown. */
export function isKnown(value: Value): boolean {
  return extentOf(value).isKnown;
}

/** A value, or what `unknown` gives where it is too large to work with. */
export function bounded(value: Value, unknown: () => Unknown): Value {
  return extentOf(value).parts > MOST_PARTS ? unknown() : value;
}
