import { withoutCredentials } from './urls';

/** A value that Terraform only knows later: a reference, a variable, a function of them. */
export class Unknown {
  /**
   * @param text the expression as it was written, for messages
   * @param references what it refers to, without indices: `aws_kms_key.main.arn`
   * @param index where it is one reference and nothing else, the index of the resource in it: `0`, `"a"`, `each.key`, `*`, or nothing
   */
  constructor(
    readonly text: string,
    readonly references: readonly string[] = [],
    readonly index?: string
  ) {}

  /** What it stands for, where that is exactly one reference: no operator, function or text decides about it. */
  public get reference(): string | undefined {
    return this.index === undefined ? undefined : this.references[0];
  }
}

/** The result of `jsonencode(…)`: JSON whose parts may be unknown. */
export class EncodedJson {
  constructor(readonly value: Value) {}
}

/** What an attribute holds once its expression is read. `undefined` is an attribute that is not set. */
export type Value = string | number | boolean | undefined | Unknown | EncodedJson | Value[] | { [key: string]: Value };

/** JSON as it stands in a file. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A JSON object as it stands in a file. */
export type JsonObject = { [key: string]: Json };

export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The blocks that JSON stands for: an object is one, a list has one in each item. By the JSON syntax of HCL an item that is a list itself is
 * one block in parts, and `null` an empty one.
 */
export function asBlocks(value: unknown): JsonObject[] {
  if (!Array.isArray(value)) return isJsonObject(value) ? [value] : [];
  if (value.length === 1 && isJsonObject(value[0])) return [value[0]];
  const blocks: JsonObject[] = [];
  for (const item of value as unknown[]) {
    if (isJsonObject(item)) blocks.push(item);
    else if (Array.isArray(item)) blocks.push(joinedParts(item.flat(Infinity).filter(isJsonObject)));
    else if (item === null) blocks.push({});
  }
  return blocks;
}

/** One object from its parts. Blocks that several parts hold stand beside each other. */
export function joinedParts(parts: readonly JsonObject[]): JsonObject {
  if (parts.length === 1) return parts[0];
  const whole = Object.create(null) as JsonObject;
  for (const part of parts) {
    for (const key of Object.keys(part)) {
      if (!(key in whole)) whole[key] = part[key];
      else if (key !== '//') whole[key] = [whole[key], part[key]].flatMap((it) => it ?? []);
    }
  }
  return whole;
}

/** What an object of JSON, or a table, holds itself under a key, and none of what every object inherits: something may be called `toString`. */
export function ownProperty<T>(table: { readonly [key: string]: T }, key: string): T | undefined {
  const value = table[key] as T | undefined;
  return value !== undefined && Object.prototype.hasOwnProperty.call(table, key) ? value : undefined;
}

/** The labels of blocks, without the comment that `//` is to Terraform. */
export function labelsOf(json: JsonObject): string[] {
  return Object.keys(json).filter((key) => key !== '//');
}

/** Whether a value is `true`, as Terraform converts it: from `"true"` and `"1"` too. */
export function isTrue(value: Value): boolean {
  return value === true || value === 'true' || value === '1';
}

/** Whether a value is `false`, as Terraform converts it: from `"false"` and `"0"` too. */
export function isFalse(value: Value): boolean {
  return value === false || value === 'false' || value === '0';
}

/** The number that a value is, or that its text is. */
export function asNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && DECIMAL.test(value) && Number.isFinite(Number(value))) return Number(value);
  return undefined;
}

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** A list as its items, one value as a list of one, and nothing for what is not set: old attributes are set to `""`. */
export function items(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value.flatMap(items);
  return value === undefined || value === '' ? [] : [value];
}

/** The strings of a list, or a single string as a list of one. Unknown parts are left out: ask `hasUnknown` first. */
export function asStrings(value: Value): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Whether a value or an item of a list is unknown. */
export function hasUnknown(value: Value): boolean {
  return isUnknown(value) || (Array.isArray(value) && value.some(isUnknown));
}

/** What a value stands for in a message. */
export function describe(value: Value): string {
  if (isUnknown(value)) return value.text;
  if (value === undefined) return 'not set';
  if (typeof value === 'string') return `"${withoutCredentials(value, true)}"`;
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === 'string') return withoutCredentials(part, true);
    return isUnknown(part) ? part.text : part;
  });
}
