import { Value, asNumber } from '../value';

const VERB = /%(?:%|(?:\[(\d+)\])?([-+ #0]*)(\d*)(?:\.(\d+))?([a-zA-Z]))/g;

/** Terraform's `format`, as far as its verbs are plain. `undefined` for every other. */
export function format(pattern: Value, ...args: Value[]): Value {
  if (typeof pattern !== 'string') return undefined;
  let next = 0;
  let isRead = true;
  const text = pattern.replace(
    VERB,
    (verb, position: string | undefined, flags: string, width: string, precision: string | undefined, kind: string) => {
      if (verb === '%%') return '%';
      if (position !== undefined) next = Number(position) - 1;
      const shown = next < args.length ? show(args[next++], kind, precision) : undefined;
      if (shown === undefined) isRead = false;
      return pad(shown ?? '', flags, Number(width || 0));
    }
  );
  return isRead && next === args.length ? text : undefined;
}

/** Terraform's `formatlist`: lists give one text for each of their items, everything else stands in all of them. */
export function formatlist(pattern: Value, ...args: Value[]): Value {
  const lists = args.filter(Array.isArray);
  if (lists.length === 0) return undefined;
  const { length } = lists[0];
  if (lists.some((list) => list.length !== length)) return undefined;
  const items = Array.from({ length }, (_, at) =>
    format(pattern, ...args.map((value) => (Array.isArray(value) ? value[at] : value)))
  );
  return items.includes(undefined) ? undefined : items;
}

function show(value: Value, kind: string, precision: string | undefined): string | undefined {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!isPlain) return undefined;
  if (kind === 's') return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
  if (kind === 'v') return String(value);
  if (kind === 't') return String(value);
  if (kind === 'q') return JSON.stringify(String(value));
  const number = asNumber(value);
  if (number === undefined) return undefined;
  if (kind === 'd') return String(Math.trunc(number));
  if (kind === 'x') return Math.trunc(number).toString(16);
  if (kind === 'X') return Math.trunc(number).toString(16).toUpperCase();
  return kind === 'f' ? number.toFixed(precision === undefined ? 6 : Math.min(Number(precision), 50)) : undefined;
}

function pad(text: string, flags: string, width: number): string {
  const length = Math.min(width, 1000);
  if (flags.includes('-')) return text.padEnd(length);
  return text.padStart(length, flags.includes('0') ? '0' : ' ');
}
