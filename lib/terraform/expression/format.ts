import { Value, asNumber } from '../value';
import { jsonText, textOf } from './convert';
import { characters } from './text';

const VERB = /%(?:%|(?:\[(\d+)\])?([-+ #0]*)(\d*)(?:\.(\d+))?([a-zA-Z]))/g;

/** A text that is padded further is left to Terraform. */
const WIDEST = 1000;

/** Terraform's `format`, as far as its verbs are plain. `undefined` for every other. */
export function format(pattern: Value, ...args: Value[]): Value {
  if (typeof pattern !== 'string') return undefined;
  let next = 0;
  let most = 0;
  let isRead = true;
  const text = pattern.replace(
    VERB,
    (verb, position: string | undefined, flags: string, width: string, precision: string | undefined, kind: string) => {
      if (verb === '%%') return '%';
      if (position !== undefined) next = Number(position) - 1;
      const places = precision === undefined ? undefined : Number(precision);
      const shown = next < args.length ? show(args[next++], kind, flags, places) : undefined;
      most = Math.max(most, next);
      if (shown === undefined || Number(width) > WIDEST) isRead = false;
      return pad(shown ?? '', flags, Number(width || 0));
    }
  );
  return isRead && most === args.length ? text : undefined;
}

/** Terraform's `formatlist`: lists give one text for each of their items, everything else stands in all of them. */
export function formatlist(pattern: Value, ...args: Value[]): Value {
  const lists = args.filter(Array.isArray);
  const length = lists.length === 0 ? 1 : lists[0].length;
  if (lists.some((list) => list.length !== length)) return undefined;
  const items = Array.from({ length }, (_, at) =>
    format(pattern, ...args.map((value) => (Array.isArray(value) ? value[at] : value)))
  );
  return items.includes(undefined) ? undefined : items;
}

function show(value: Value, kind: string, flags: string, precision: number | undefined): string | undefined {
  if (kind === 'v' && !flags.includes('#')) {
    return precision === undefined ? (textOf(value) ?? plainText(value)) : undefined;
  }
  if (kind === 'v' || kind === 'q')
    return precision === undefined ? plainText(kind === 'q' ? textOf(value) : value) : undefined;
  if (flags.includes('#')) return undefined;
  if (kind === 's') {
    const text = textOf(value);
    return text === undefined || precision === undefined ? text : characters(text).slice(0, precision).join('');
  }
  if (kind === 't')
    return value === true || value === 'true' ? 'true' : value === false || value === 'false' ? 'false' : undefined;
  const number = asNumber(value);
  const digits = number === undefined ? undefined : digitsOf(number, kind, precision);
  if (digits === undefined || digits.startsWith('-')) return digits;
  return flags.includes('+') ? `+${digits}` : flags.includes(' ') ? ` ${digits}` : digits;
}

/** What no text stands for is shown as JSON. */
function plainText(value: Value): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'number' ? textOf(value) : jsonText(value);
}

function digitsOf(number: number, kind: string, precision: number | undefined): string | undefined {
  if (kind === 'f') return fixed(number, precision ?? 6);
  if (!Number.isSafeInteger(number) || precision !== undefined) return undefined;
  if (kind === 'd') return String(number);
  if (kind === 'x') return number.toString(16);
  return kind === 'X' ? number.toString(16).toUpperCase() : undefined;
}

/** Half of the last digit is rounded by what a number is in binary: that is left to Terraform. */
function fixed(number: number, precision: number): string | undefined {
  const text = textOf(number);
  if (text === undefined || precision > 50) return undefined;
  const decimals = text.includes('.') ? text.slice(text.indexOf('.') + 1) : '';
  return decimals.slice(precision) === '5' ? undefined : number.toFixed(precision);
}

function pad(text: string, flags: string, width: number): string {
  const missing = Math.min(width, WIDEST) - characters(text).length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0')) return ' '.repeat(missing) + text;
  const sign = /^[-+ ]/.test(text) ? text[0] : '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}
