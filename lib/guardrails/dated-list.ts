import { daysAfter, dateIn } from './days';

/** A list of what AWS offers, and the day on which it was true: AWS changes what is in it at any time. */
export interface DatedList {
  /** What is in it, as a message names it: `AWS managed policies`. */
  readonly of: string;
  /** As YYYY-MM-DD. */
  readonly asOf: string;
}

/** How long a list counts for current. */
const MAX_DAYS = 180;

/** What a reader must know of a list that is old. `undefined` while it is current. */
export function ageOf({ of, asOf }: DatedList, today: Date): string | undefined {
  if (dateIn(0, today) <= daysAfter(asOf, MAX_DAYS)) return undefined;
  return `the list of ${of} is of ${asOf}, more than ${MAX_DAYS} days ago: what AWS changed since is not in it`;
}
