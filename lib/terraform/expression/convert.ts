import { EncodedJson, Value, asNumber, isUnknown } from '../value';
import { isKnown } from './extent';

/** The text that a value is converted to. `undefined` where it is converted to none, or where its digits are not all known. */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimal(value);
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** Terraform counts more precisely: what has more digits than a number holds here may differ in the last ones. */
function decimal(number: number): string | undefined {
  if (Number.isInteger(number))
    return Number.isSafeInteger(number) && !Object.is(number, -0) ? String(number) : undefined;
  const text = String(number);
  return text.includes('e') || text.replace(/[-.]/g, '').replace(/^0+/, '').length > 15 ? undefined : text;
}

/** The text that `jsonencode` makes of a value that is known. `undefined` where that cannot be told. */
export function jsonText(value: Value): string | undefined {
  if (value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped);
  if (typeof value !== 'object') return textOf(value);
  if (isUnknown(value)) return undefined;
  if (value instanceof EncodedJson) {
    const text = jsonText(value.value);
    return text === undefined ? undefined : jsonText(text);
  }
  const parts = Array.isArray(value)
    ? value.map(jsonText)
    : sortedKeys(value).map((key) => {
        const text = jsonText(value[key]);
        return text === undefined ? undefined : `${jsonText(key)}:${text}`;
      });
  if (parts.includes(undefined)) return undefined;
  return Array.isArray(value) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Encoded JSON is text to every function, where all of it is known. */
export function decodedText(value: Value): Value {
  if (!(value instanceof EncodedJson) || !isKnown(value)) return value;
  return jsonText(value.value) ?? value;
}

/** The keys of a map, in the order of Terraform. */
export function sortedKeys(map: object): string[] {
  return Object.keys(map).sort(compareText);
}

/** The order of texts is that of their bytes. */
export function compareText(one: string, other: string): number {
  if (/[\ud800-\uffff]/.test(one) && /[\ud800-\uffff]/.test(other))
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Values as a list of one type has them. `undefined` where they have no type in common, or none that can be told. */
export function unified(list: readonly Value[]): Value[] | undefined {
  const types = new Set(list.filter((item) => item !== undefined && !isUnknown(item)).map(shapeOf));
  if (types.size < 2) return [...list];
  if (!types.has('string') || [...types].some((type) => !/^(?:string|number|boolean)$/.test(type))) return undefined;
  const texts = list.map((item) => (item === undefined || isUnknown(item) ? item : textOf(item)));
  return texts.some((text, at) => text === undefined && list[at] !== undefined) ? undefined : texts;
}

function shapeOf(value: Value): string {
  if (typeof value !== 'object') return typeof value;
  if (isUnknown(value)) return '?';
  if (value instanceof EncodedJson) return 'string';
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].sort().join(' ')}]`;
  return `{${sortedKeys(value)
    .map((key) => `${key} ${shapeOf(value[key])}`)
    .join(' ')}}`;
}

const SETS = new WeakSet<Value[]>();

/** A list that has no order, and no item twice. */
export function isSet(value: Value): boolean {
  return Array.isArray(value) && SETS.has(value);
}

/** Says of a list that it has no order. */
export function asSet(list: Value[]): Value[] {
  SETS.add(list);
  return list;
}

/** A set of some values. Those that are known come in the order of Terraform. */
export function setOf(list: readonly Value[]): Value[] | undefined {
  const items = unified(list);
  if (items === undefined || !items.every(isKnown)) return items && asSet(items);
  const distinct = unique(items);
  if (distinct.every((item) => typeof item === 'string')) return asSet(distinct.sort(compareText));
  return asSet(distinct.sort((one, other) => (asNumber(one) ?? Number(one)) - (asNumber(other) ?? Number(other)) || 0));
}

/** The values of a list, each once. */
export function unique(list: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const id = identity(item);
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** Whether two values that are known are the same, of the same type. */
export function isSame(one: Value, other: Value): boolean {
  return one === other || identity(one) === identity(other);
}

function identity(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value.normalize());
  return typeof value === 'object' ? (jsonText(value) ?? JSON.stringify(value)) : String(value);
}
