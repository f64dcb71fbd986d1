import { EncodedJson, Json, Unknown, Value, asNumber, isFalse, isJsonObject, isTrue, isUnknown } from '../value';
import { cidrhost, cidrsubnet } from './cidr';
import { asSet, compareText, decodedText, isSame, isSet, setOf, sortedKeys, textOf, unified, unique } from './convert';
import { bounded, isKnown } from './extent';
import { format, formatlist } from './format';
import { isIdentity } from './identity';
import { rounded } from './operators';
import { characters, lower, substr, title, trimmed, upper } from './text';
import { jsonOfYaml } from './yaml';

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
      if (isUnknown(value)) return value.reference === undefined ? undefined : value;
      return typeof value === 'object' ? value : unified([value, ...args])?.[0];
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
  concat: (...args) =>
    args.length > 0 && args.every((list) => Array.isArray(list) && !isSet(list))
      ? (args as Value[][]).flat()
      : undefined,
  element: (list, index) => {
    const at = asNumber(index);
    if (isUnknown(list) && at !== undefined) return itemOf(list, at);
    if (!Array.isArray(list) || isSet(list) || list.length === 0) return undefined;
    if (at === undefined || at < 0 || !Number.isInteger(at)) return undefined;
    return nullable(list[at % list.length]);
  },
  flatten: (list) => (Array.isArray(list) ? flat(list) : undefined),
  jsonencode: (value) => new EncodedJson(value),
  /** What a plan of HCL shows of an expression: all that it refers to. Where one thing is not known, it is that one. */
  known_after_apply: (...args) => {
    const open = args.filter(isUnknown);
    return open.length === 1 ? open[0] : undefined;
  },
  keys: (map) => (isMap(map) ? sortedKeys(map) : undefined),
  length: (value) => {
    // What is not known may be the same as something else in a set.
    if (Array.isArray(value)) return isSet(value) && value.length > 1 && !isKnown(value) ? undefined : value.length;
    if (isMap(value)) return Object.keys(value).length;
    return typeof value === 'string' ? characters(value).length : undefined;
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
    if (!Array.isArray(list) || isSet(list) || start === undefined || end === undefined) return undefined;
    return start >= 0 && start <= end && end <= list.length ? list.slice(start, end) : undefined;
  },
  tolist: (list) => (Array.isArray(list) ? unified(list) : opaque(list)),
  tomap: (map) => {
    if (!isMap(map)) return opaque(map);
    const values = unified(Object.values(map));
    return values && Object.fromEntries(Object.keys(map).map((key, at) => [key, values[at]]));
  },
  try: (...args) => {
    const [first] = args;
    // A reference fails where the resource has no such instance.
    return first === undefined || isUnknown(first) ? undefined : first;
  },
  values: (map) => (isMap(map) ? sortedKeys(map).map((key) => map[key]) : undefined),
  zipmap: (names, values) => {
    if (!Array.isArray(names) || !Array.isArray(values) || names.length !== values.length) return undefined;
    const result = Object.create(null) as { [key: string]: Value };
    for (const [at, name] of names.entries()) {
      const key = textOf(name);
      if (key === undefined) return undefined;
      result[key] = values[at];
    }
    return result;
  },
};

/** Functions that need to know all of their arguments. */
const OF_VALUES: { readonly [name: string]: TerraformFunction } = {
  abs: (value) => ofNumber(value, Math.abs),
  alltrue: (list) => (areBooleans(list) ? list.every(isTrue) : undefined),
  anytrue: (list) => (areBooleans(list) ? list.some(isTrue) : undefined),
  base64decode: (text) => (typeof text === 'string' ? fromBase64(text) : undefined),
  base64encode: (text) => (typeof text === 'string' ? Buffer.from(text, 'utf8').toString('base64') : undefined),
  ceil: (value) => ofNumber(value, Math.ceil),
  chomp: (text) => ofText(text, (it) => it.replace(/[\r\n]+$/, '')),
  cidrhost,
  cidrsubnet,
  compact: (list) => {
    const texts = Array.isArray(list) ? list.filter((item) => item !== undefined).map(textOf) : [undefined];
    return texts.includes(undefined) ? undefined : texts.filter((text) => text !== '');
  },
  contains: (list, value) =>
    Array.isArray(list) && value !== undefined ? list.some((item) => isSame(item, value)) : undefined,
  distinct: (list) => {
    const items = Array.isArray(list) ? unified(list) : undefined;
    return items && unique(items);
  },
  endswith: (text, end) => (typeof text === 'string' && typeof end === 'string' ? text.endsWith(end) : undefined),
  floor: (value) => ofNumber(value, Math.floor),
  format,
  formatlist,
  index: (list, value) => {
    const at = Array.isArray(list) ? list.findIndex((item) => isSame(item, value)) : -1;
    return at < 0 ? undefined : at;
  },
  join: (separator, ...lists) => {
    if (typeof separator !== 'string' || !lists.every(Array.isArray)) return undefined;
    const parts = (lists as Value[][]).flat().map(textOf);
    return parts.includes(undefined) ? undefined : parts.join(separator);
  },
  jsondecode: (text) => (typeof text === 'string' ? decoded(text) : undefined),
  lower: (text) => ofText(text, lower),
  max: (...args) => ofNumbers(args, Math.max),
  min: (...args) => ofNumbers(args, Math.min),
  range: (...args) => {
    const [start, end, step] = args.length === 1 ? [0, asNumber(args[0])] : args.map(asNumber);
    return start === undefined || end === undefined ? undefined : range(start, end, step ?? (end < start ? -1 : 1));
  },
  replace: (text, part, by) => {
    if (typeof text !== 'string' || typeof part !== 'string' || typeof by !== 'string') return undefined;
    // A pattern of another dialect may match something else.
    const isPattern = part.length > 1 && part.startsWith('/') && part.endsWith('/');
    return part === '' || isPattern ? undefined : text.split(part).join(by);
  },
  setintersection: (first, ...others) =>
    ofSets([first, ...others], ([one, ...more]) =>
      one.filter((item) => more.every((other) => other.some((it) => isSame(it, item))))
    ),
  setsubtract: (all, some) =>
    ofSets([all, some], ([one, other]) => one.filter((item) => !other.some((it) => isSame(it, item)))),
  setunion: (...sets) => ofSets(sets, (all) => all.flat()),
  sort: (list) => {
    const texts = Array.isArray(list) ? list.map(textOf) : [undefined];
    return texts.includes(undefined) ? undefined : (texts as string[]).sort(compareText);
  },
  split: (separator, text) => {
    if (typeof separator !== 'string' || typeof text !== 'string') return undefined;
    return separator === '' ? [...text] : text.split(separator);
  },
  startswith: (text, start) =>
    typeof text === 'string' && typeof start === 'string' ? text.startsWith(start) : undefined,
  strrev: (text) => ofText(text, (it) => characters(it).reverse().join('')),
  substr: (text, offset, length) => {
    const [from, count] = [asNumber(offset), asNumber(length)];
    if (typeof text !== 'string' || from === undefined || count === undefined) return undefined;
    return substr(text, from, count);
  },
  sum: (list) =>
    Array.isArray(list) ? ofNumbers(list, (...all) => rounded(all.reduce((a, b) => a + b, 0))) : undefined,
  title: (text) => ofText(text, title),
  tobool: (value) => (value === undefined ? NOTHING : isTrue(value) ? true : isFalse(value) ? false : undefined),
  tonumber: (value) => (value === undefined ? NOTHING : asNumber(value)),
  toset: (list) => (Array.isArray(list) ? setOf(list) : list === undefined ? NOTHING : undefined),
  tostring: (value) => (value === undefined ? NOTHING : textOf(value)),
  trim: (text, cutset) => (typeof text === 'string' && typeof cutset === 'string' ? trimmed(text, cutset) : undefined),
  trimprefix: (text, prefix) =>
    typeof text === 'string' && typeof prefix === 'string' && text.startsWith(prefix)
      ? text.slice(prefix.length)
      : text,
  trimspace: (text) => ofText(text, (it) => trimmed(it)),
  trimsuffix: (text, suffix) =>
    typeof text === 'string' && typeof suffix === 'string' && suffix !== '' && text.endsWith(suffix)
      ? text.slice(0, -suffix.length)
      : text,
  upper: (text) => ofText(text, upper),
  yamldecode: (text) => {
    const json = typeof text === 'string' ? jsonOfYaml(text) : undefined;
    return json === undefined ? undefined : nullable(fromJson(json));
  },
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
  // What names a resource is neither null nor empty.
  if (name === 'compact' && Array.isArray(value) && value.every(isKnownToBe))
    return value.filter((item) => item !== undefined && item !== '');
  if (name === 'toset' || name === 'distinct') return Array.isArray(value) ? asSet([...value]) : unknown();
  if (name === 'tostring' && isUnknown(value) && value.reference !== undefined) return value;
  if (name === 'jsondecode' && value instanceof EncodedJson) return value.value;
  return unknown();
}

function isKnownToBe(item: Value): boolean {
  return isKnown(item) || (isUnknown(item) && item.reference !== undefined && isIdentity(item.reference));
}

function settled(result: Computed, unknown: () => Unknown): Value {
  if (result === NOTHING) return undefined;
  return result === undefined ? unknown() : bounded(result, unknown);
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

/** What nobody knows, or null, stays so whatever it is converted to. */
function opaque(value: Value): Computed {
  return value === undefined ? NOTHING : isUnknown(value) ? value : undefined;
}

function areBooleans(list: Value): list is Value[] {
  return Array.isArray(list) && list.every((item) => item === undefined || isTrue(item) || isFalse(item));
}

function ofSets(sets: readonly Value[], compute: (sets: readonly Value[][]) => Value[]): Computed {
  if (!sets.every(Array.isArray)) return undefined;
  const lists = sets as readonly Value[][];
  // Items of different types are converted before they are compared.
  const all = unified(lists.flat());
  if (all === undefined) return undefined;
  let end = 0;
  return setOf(compute(lists.map(({ length }) => all.slice(end, (end += length)))));
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

function ofNumbers(values: readonly Value[], compute: (...of: number[]) => number | undefined): Computed {
  const numbers = values.map(asNumber);
  return numbers.length === 0 || numbers.includes(undefined) ? undefined : compute(...(numbers as number[]));
}

function ofText(value: Value, compute: (of: string) => string): Computed {
  const text = textOf(value);
  return text === undefined ? undefined : compute(text);
}

function range(start: number, end: number, step: number): number[] | undefined {
  if (step === 0 || (end - start) / step < 0) return undefined;
  const count = Math.ceil((end - start) / step);
  return count > 1024 ? undefined : Array.from({ length: count }, (_, at) => start + at * step);
}

function fromBase64(text: string): Computed {
  const bytes = Buffer.from(text, 'base64');
  const read = bytes.toString('utf8');
  return bytes.toString('base64') === text && Buffer.from(read).equals(bytes) ? read : undefined;
}

function decoded(text: string): Computed {
  // Half a character is replaced.
  if (/\\u[dD][89a-fA-F]/.test(text)) return undefined;
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
