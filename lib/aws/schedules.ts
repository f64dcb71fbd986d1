/** The times of the day at which a schedule runs, in minutes, and the days on which it does. */
interface Runs {
  readonly minutes: readonly number[];
  readonly isDay: (day: Date) => boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const DAY = 24 * 60;
const MINUTES: { readonly [unit: string]: number } = { minute: 1, hour: 60, day: DAY };

/** From a leap year to the next one: months of every length, and every end of a month next to every beginning. */
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAYS = 5 * 366;

/**
 * The most minutes that may pass between two runs of schedules that all start the same thing. `undefined` where one of them is none that is read here: then nobody can tell.
 *
 * Read are `rate(…)`, and `cron(…)` with lists, ranges and steps. Its last days, weekdays nearest to a day, weekdays counted within a month, and years are not.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function longestGap(expressions: readonly string[]): number | undefined {
  const rates: number[] = [];
  const crons: Runs[] = [];
  for (const expression of expressions) {
    const rate = rateOf(expression);
    const runs = rate === undefined ? runsOf(expression) : undefined;
    if (rate !== undefined) rates.push(rate);
    else if (runs) crons.push(runs);
    else return undefined;
  }
  // Nobody knows at which minute a rate begins: it and a cron are no denser than the denser of them.
  return Math.min(...rates, gapOf(crons));
}

/** Whether an expression is a schedule that is read here. */
export function isSchedule(expression: string): boolean {
  return rateOf(expression) !== undefined || runsOf(expression) !== undefined;
}

function rateOf(expression: string): number | undefined {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression.trim()) ?? [];
  return unit === undefined || Number(count) === 0 ? undefined : Number(count) * MINUTES[unit];
}

function gapOf(crons: readonly Runs[]): number {
  let [last, longest] = [NaN, NaN];
  for (let day = 0; day < DAYS; day++) {
    const date = new Date(FIRST_DAY + day * DAY * 60_000);
    const minutes = crons.flatMap((runs) => (runs.isDay(date) ? runs.minutes : []));
    for (const minute of [...new Set(minutes)].sort((one, other) => one - other)) {
      const now = day * DAY + minute;
      if (!Number.isNaN(last)) longest = Number.isNaN(longest) ? now - last : Math.max(longest, now - last);
      last = now;
    }
  }
  return Number.isNaN(longest) ? Infinity : longest;
}

function runsOf(expression: string): Runs | undefined {
  const [, text] = /^cron\((.*)\)$/.exec(expression.trim()) ?? [];
  const fields = text?.trim().split(/\s+/) ?? [];
  if (fields.length !== 6 || !/^[*?]$/.test(fields[5])) return undefined;
  const minutes = valuesOf(fields[0], 0, 59);
  const hours = valuesOf(fields[1], 0, 23);
  const dates = valuesOf(fields[2], 1, 31);
  const months = valuesOf(fields[3], 1, 12, MONTHS);
  const weekdays = valuesOf(fields[4], 1, 7, WEEKDAYS);
  if (!minutes || !hours || !dates || !months || !weekdays) return undefined;
  return {
    minutes: [...hours].flatMap((hour) => [...minutes].map((minute) => hour * 60 + minute)),
    isDay: (day) =>
      dates.has(day.getUTCDate()) && months.has(day.getUTCMonth() + 1) && weekdays.has(day.getUTCDay() + 1),
  };
}

/** The values that a field stands for. */
function valuesOf(field: string, min: number, max: number, names: readonly string[] = []): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [, range, step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    if (range === undefined || Number(step) === 0) return undefined;
    const isAll = range === '*' || range === '?';
    const ends = isAll ? [min, max] : range.split('-').map((text) => valueOf(text, min, names));
    const [from, to = step === undefined ? from : max] = ends;
    if (ends.length > 2 || !(from >= min && to <= max && from <= to)) return undefined;
    for (let value = from; value <= to; value += Number(step ?? 1)) values.add(value);
  }
  return values;
}

function valueOf(text: string, min: number, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + min;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}
