import { Value, asNumber, isUnknown } from '../terraform/value';

/** How many days something lasts. It may have no end, or one that the configuration does not say. */
export type Span = number | 'never' | 'undetermined';

/** The span that an attribute sets. The provider writes 0, and some services -1, where nothing is set. */
export function spanOf(value: Value, absent: Span): Span {
  if (isUnknown(value)) return 'undetermined';
  const days = asNumber(value) ?? 0;
  return days > 0 ? days : absent;
}

/** One span after the other. */
export function plus(first: Span, second: Span): Span {
  if (typeof first === 'number' && typeof second === 'number') return first + second;
  return longest([first, second]);
}

/** The longest of spans: one without an end, else one that nobody can tell, else the most days. */
export function longest(spans: readonly Span[]): Span {
  if (spans.includes('never')) return 'never';
  if (spans.includes('undetermined')) return 'undetermined';
  return Math.max(0, ...spans.map(Number));
}

/** A number of days in words. */
export function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
