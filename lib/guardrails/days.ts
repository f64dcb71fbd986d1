const DAY = 24 * 60 * 60 * 1000;

/** The date some days from a day, as YYYY-MM-DD. */
export function dateIn(days: number, today: Date): string {
  return new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** The date some days after a date. */
export function daysAfter(date: string, days: number): string {
  return dateIn(days, new Date(`${date}T00:00:00Z`));
}

/** The end of the day (UTC) that a date names, or `undefined` where it is no date. */
export function lastMoment(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== date) return undefined;
  return start + DAY - 1;
}

/** How many days after today something still holds that ends on a date, or `undefined` where that is no date. */
export function daysLeft(end: string, today: Date): number | undefined {
  const last = lastMoment(end);
  return last === undefined ? undefined : Math.floor((last - today.getTime()) / DAY);
}

/** How many days before its end something is announced that people must renew. */
export const SOON_DAYS = 30;
