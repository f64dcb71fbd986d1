import { EncodedJson, Json, Unknown, Value, asNumber, isFalse, isJsonObject, isTrue, isUnknown } from '../value';
import { cidrhost, cidrsubnet } from './cidr';
import { bounded, isKnown } from './extent';
import { format, formatlist } from './format';

/** Computes a call from its arguments, or returns `undefined` where that cannot be told. */
type TerraformFunction = (...args: Value[]) => Computed;
type Computed = Value | typeof NOTHING;

/** A result that is null. */
const NOTHING = Symbol('null');

const converted: TerraformFunction = (value) => (value === undefined ? NOTHING : value);

/** Functions that look at the outer shape of their arguments only: what is in there may be unknown. */
const OF_SHAPES: { readonly [name: string]: TerraformFunction } = {
  coalesce: (...args) => {
    for (const value of args) {
      if (value === undefined || value === '') continue;
      // What names a resource is never null.
      return isUnknown(value) && value.reference === undefined ? undefined : value;
    }
    return undefined;
  },
  coalescelist: (...args) => {
    for (const value of args) {
      if (!Array.isArray(value)) return undefined;
      if (value.length > 0) return value;
    }
    return undefined;
  },
  concat: (...args) => (args.every(Array.isArray) ? (args as Value[][]).flat() : undefined),
  element: (list, index) => {
    const at = asNumber(index);
    if (isUnknown(list) && at !== undefined) return itemOf(list, at);
    if (!Array.isArray(list) || list.length === 0 || at === undefined || at < 0) return undefined;
    return nullable(list[at % list.length]);
  },
  flatten: (list) => (Array.isArray(list) ? flat(list) : undefined),
  jsonencode: (value) => new EncodedJson(value),
  /** What a plan of HCL shows of an expression: all that it refers to. Where one thing is not known, it is that one. */
  known_after_apply: (...args) => {
    const open = args.filter(isUnknown);
    return open.length === 1 ? open[0] : undefined;
  },
  keys: (map) => (isMap(map) ? Object.keys(map).sort() : undefined),
  length: (value) => {
    if (Array.isArray(value)) return value.length;
    if (isMap(value)) return Object.keys(value).length;
    return typeof value === 'string' ? [...value].length : undefined;
  },
  lookup: (map, key, ...other) => {
    if (!isMap(map) || typeof key !== 'string') return undefined;
    if (Object.prototype.hasOwnProperty.call(map, key)) return nullable(map[key]);
    return other.length > 0 ? nullable(other[0]) : undefined;
  },
  merge: (...args) => {
    const maps = args.filter((value) => value !== undefined);
    if (!maps.every(isMap)) return undefined;
    const merged = Object.create(null) as { [key: string]: Value };
    for (const map of maps) Object.assign(merged, map);
    return merged;
  },
  nonsensitive: converted,
  one: (list) => {
    if (isUnknown(list)) return itemOf(list, 0);
    if (!Array.isArray(list) || list.length > 1) return undefined;
    return list.length === 0 ? NOTHING : nullable(list[0]);
  },
  reverse: (list) => (Array.isArray(list) ? [...list].reverse() : undefined),
  sensitive: converted,
  slice: (list, from, to) => {
    const [start, end] = [asNumber(from), asNumber(to)];
    return Array.isArray(list) && start !== undefined && end !== undefined ? list.slice(start, end) : undefined;
  },
  tolist: converted,
  tomap: converted,
  try: (...args) => {
    const [first] = args;
    // A reference fails where the resource has no such instance.
    return first === undefined || isUnknown(first) ? undefined : first;
  },
  values: (map) =>
    isMap(map)
      ? Object.keys(map)
          .sort()
          .map((key) => map[key])
      : undefined,
  zipmap: (names, values) => {
    if (!Array.isArray(names) || !Array.isArray(values) || names.length !== values.length) return undefined;
    if (!names.every((name) => typeof name === 'string')) return undefined;
    const result = Object.create(null) as { [key: string]: Value };
    names.forEach((name, at) => (result[name] = values[at]));
    return result;
  },
};

/** Functions that need to know all of their arguments. */
const OF_VALUES: { readonly [name: string]: TerraformFunction } = {
  abs: (value) => ofNumber(value, Math.abs),
  alltrue: (list) => (Array.isArray(list) ? list.every(isTrue) : undefined),
  anytrue: (list) => (Array.isArray(list) ? list.some(isTrue) : undefined),
  base64decode: (text) => (typeof text === 'string' ? Buffer.from(text, 'base64').toString('utf8') : undefined),
  base64encode: (text) => (typeof text === 'string' ? Buffer.from(text, 'utf8').toString('base64') : undefined),
  ceil: (value) => ofNumber(value, Math.ceil),
  chomp: (text) => ofText(text, (it) => it.replace(/[\r\n]+$/, '')),
  cidrhost,
  cidrsubnet,
  compact: (list) => (Array.isArray(list) ? list.filter((item) => item !== undefined && item !== '') : undefined),
  contains: (list, value) => (Array.isArray(list) ? list.some((item) => same(item, value)) : undefined),
  distinct: (list) => (Array.isArray(list) ? unique(list) : undefined),
  endswith: (text, end) => (typeof text === 'string' && typeof end === 'string' ? text.endsWith(end) : undefined),
  floor: (value) => ofNumber(value, Math.floor),
  format,
  formatlist,
  index: (list, value) => {
    const at = Array.isArray(list) ? list.findIndex((item) => same(item, value)) : -1;
    return at < 0 ? undefined : at;
  },
  join: (separator, ...lists) => {
    const parts = lists.flatMap((list): readonly Value[] => (Array.isArray(list) ? list : [list]));
    if (typeof separator !== 'string' || !parts.every(isText)) return undefined;
    return parts.map(String).join(separator);
  },
  jsondecode: (text) => (typeof text === 'string' ? decoded(text) : undefined),
  lower: (text) => ofText(text, (it) => it.toLowerCase()),
  max: (...args) => ofNumbers(args, Math.max),
  min: (...args) => ofNumbers(args, Math.min),
  range: (...args) => {
    const [start, end, step] = args.length === 1 ? [0, asNumber(args[0]), 1] : args.map(asNumber);
    return start === undefined || end === undefined ? undefined : range(start, end, step ?? (end < start ? -1 : 1));
  },
  replace: (text, part, by) => {
    if (typeof text !== 'string' || typeof part !== 'string' || typeof by !== 'string') return undefined;
    // A pattern of another dialect may match something else.
    return /^\/.*\/$/.test(part) ? undefined : text.split(part).join(by);
  },
  setintersection: (first, ...others) =>
    Array.isArray(first) && others.every(Array.isArray)
      ? ordered(first.filter((item) => others.every((other) => (other as Value[]).some((it) => same(it, item)))))
      : undefined,
  setsubtract: (all, some) =>
    Array.isArray(all) && Array.isArray(some)
      ? ordered(all.filter((item) => !some.some((it) => same(it, item))))
      : undefined,
  setunion: (...sets) => (sets.every(Array.isArray) ? ordered((sets as Value[][]).flat()) : undefined),
  sort: (list) => (Array.isArray(list) && list.every(isText) ? list.map(String).sort() : undefined),
  split: (separator, text) =>
    typeof separator === 'string' && typeof text === 'string' ? text.split(separator) : undefined,
  startswith: (text, start) =>
    typeof text === 'string' && typeof start === 'string' ? text.startsWith(start) : undefined,
  strrev: (text) => ofText(text, (it) => [...it].reverse().join('')),
  substr: (text, offset, length) => {
    const [from, count] = [asNumber(offset), asNumber(length)];
    if (typeof text !== 'string' || from === undefined || count === undefined) return undefined;
    const start = from < 0 ? text.length + from : from;
    return text.slice(start, count < 0 ? undefined : start + count);
  },
  sum: (list) => (Array.isArray(list) ? ofNumbers(list, (...all) => all.reduce((a, b) => a + b, 0)) : undefined),
  title: (text) =>
    ofText(text, (it) => it.replace(/(^|[^\p{L}\p{N}_'])(\p{L})/gu, (_, a: string, b: string) => a + b.toUpperCase())),
  tobool: (value) => (value === undefined ? NOTHING : isTrue(value) ? true : isFalse(value) ? false : undefined),
  tonumber: (value) => (value === undefined ? NOTHING : asNumber(value)),
  toset: (list) => (Array.isArray(list) ? ordered(list) : undefined),
  tostring: (value) => (value === undefined ? NOTHING : isText(value) ? String(value) : undefined),
  trim: (text, cutset) => (typeof text === 'string' && typeof cutset === 'string' ? trimmed(text, cutset) : undefined),
  trimprefix: (text, prefix) =>
    typeof text === 'string' && typeof prefix === 'string' && text.startsWith(prefix)
      ? text.slice(prefix.length)
      : text,
  trimspace: (text) => ofText(text, (it) => it.trim()),
  trimsuffix: (text, suffix) =>
    typeof text === 'string' && typeof suffix === 'string' && suffix !== '' && text.endsWith(suffix)
      ? text.slice(0, -suffix.length)
      : text,
  upper: (text) => ofText(text, (it) => it.toUpperCase()),
  yamldecode: (text) => (typeof text === 'string' ? fromYaml(text) : undefined),
};

/** The functions of Terraform whose value is read, in the order of their names. Every other is left to the plan. */
export const FUNCTIONS: readonly string[] = [...Object.keys(OF_SHAPES), ...Object.keys(OF_VALUES)]
  .filter((name) => name !== 'known_after_apply')
  .sort();

/** What a call gives: a value, or an `Unknown` where its function is not read or its arguments are not known. */
export function call(name: string, args: readonly Value[], unknown: () => Unknown): Value {
  const own = (functions: object): boolean => Object.prototype.hasOwnProperty.call(functions, name);
  if (own(OF_SHAPES)) return settled(OF_SHAPES[name](...args), unknown);
  if (!own(OF_VALUES)) return unknown();
  const values = args.map(decodedText);
  return values.every(isKnown) ? settled(OF_VALUES[name](...values), unknown) : ofConverted(name, args, unknown);
}

/** Conversions keep what they convert, also where it is not known. */
function ofConverted(name: string, args: readonly Value[], unknown: () => Unknown): Value {
  const [value] = args;
  if (name === 'toset' || name === 'distinct') return Array.isArray(value) ? value : unknown();
  if (name === 'tostring' && isUnknown(value) && value.reference !== undefined) return value;
  if (name === 'jsondecode' && value instanceof EncodedJson) return value.value;
  return unknown();
}

function settled(result: Computed, unknown: () => Unknown): Value {
  if (result === NOTHING) return undefined;
  return result === undefined ? unknown() : bounded(result, unknown);
}

/** Encoded JSON is text to every function, where all of it is known. */
function decodedText(value: Value): Value {
  if (!(value instanceof EncodedJson)) return value;
  return isKnown(value) ? JSON.stringify(value.value ?? null) : value;
}

function nullable(value: Value): Computed {
  return value === undefined ? NOTHING : value;
}

/** An item of a list that one reference stands for is one too: `${data.aws_availability_zones.here.names[0]}`. */
function itemOf({ text, reference, references }: Unknown, at: number): Unknown | undefined {
  return reference === undefined ? undefined : new Unknown(text.replace(/\}$/, `[${at}]}`), references, String(at));
}

function isMap(value: Value): value is { [key: string]: Value } {
  return isJsonObject(value) && !isUnknown(value) && !((value as object) instanceof EncodedJson);
}

function isText(value: Value): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function same(one: Value, other: Value): boolean {
  return isText(one) && isText(other) ? String(one) === String(other) : JSON.stringify(one) === JSON.stringify(other);
}

function unique(list: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const id = isText(item) ? String(item) : JSON.stringify(item ?? null);
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** The items of a set, in the order in which Terraform goes through them. */
function ordered(list: readonly Value[]): Value[] {
  const isNumbers = list.every((item) => typeof item === 'number');
  return unique(list).sort((a, b) => (isNumbers ? Number(a) - Number(b) : compareTexts(a, b)));
}

function compareTexts(a: Value, b: Value): number {
  if (!isText(a) || !isText(b)) return 0;
  const [one, other] = [String(a), String(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Lists within lists, in one. `undefined` where one of them is not known. */
function flat(list: readonly Value[]): Value[] | undefined {
  const result: Value[] = [];
  for (const item of list) {
    if (Array.isArray(item)) {
      const inner = flat(bounded(item, () => new Unknown('')) === item ? item : []);
      if (inner === undefined) return undefined;
      for (const one of inner) result.push(one);
    } else if (isUnknown(item) && item.reference === undefined) return undefined;
    else result.push(item);
  }
  return result;
}

function ofNumber(value: Value, compute: (of: number) => number): Computed {
  const number = asNumber(value);
  return number === undefined ? undefined : compute(number);
}

function ofNumbers(values: readonly Value[], compute: (...of: number[]) => number): Computed {
  const numbers = values.map(asNumber);
  return numbers.length === 0 || numbers.includes(undefined) ? undefined : compute(...(numbers as number[]));
}

function ofText(value: Value, compute: (of: string) => string): Computed {
  return isText(value) ? compute(String(value)) : undefined;
}

function range(start: number, end: number, step: number): number[] | undefined {
  const count = step === 0 ? Infinity : Math.max(0, Math.ceil((end - start) / step));
  return count > 1024 ? undefined : Array.from({ length: count }, (_, at) => start + at * step);
}

function trimmed(text: string, cutset: string): string {
  let [start, end] = [0, text.length];
  while (start < end && cutset.includes(text[start])) start++;
  while (end > start && cutset.includes(text[end - 1])) end--;
  return text.slice(start, end);
}

/** The parser is loaded only where something asks for it. */
function fromYaml(text: string): Computed {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { YAMLError, parse } = require('yaml') as typeof import('yaml');
  try {
    // Written out again, it has no alias of itself.
    return decoded(JSON.stringify(parse(text) ?? null));
  } catch (error) {
    if (error instanceof YAMLError || error instanceof ReferenceError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function decoded(text: string): Computed {
  try {
    return nullable(fromJson(JSON.parse(text) as Json));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fromJson(json: Json): Value {
  if (json === null) return undefined;
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json !== 'object') return json;
  const result = Object.create(null) as { [key: string]: Value };
  for (const key of Object.keys(json)) result[key] = fromJson(json[key]);
  return result;
}
