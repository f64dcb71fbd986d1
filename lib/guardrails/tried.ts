import { Json, JsonObject, Value, asBlocks, isJsonObject, labelsOf, ownProperty } from '../terraform/value';
import { Example } from './rule';

/** The values that examples have at each attribute, by type and path. `[]` is an item of a list. */
export interface Tried {
  readonly [type: string]: { readonly [path: string]: readonly Value[] };
}

/** What is longer says no more of what a rule looks for. */
const LONGEST = 400;

function isLiteral(json: Json): boolean {
  return json !== null && typeof json !== 'object';
}

function isWritten(json: Json): boolean {
  const text = JSON.stringify(json);
  return text.length <= LONGEST && !/[$%]\{|\bnull\b/.test(text);
}

function collect(tried: { [path: string]: Json[] }, path: string, json: Json): void {
  const known = (tried[path] ??= []);
  if (isWritten(json) && !known.some((one) => JSON.stringify(one) === JSON.stringify(json))) known.push(json);
  for (const item of Array.isArray(json) ? json : []) {
    if (isLiteral(item)) collect(tried, `${path}[]`, item);
    else if (isJsonObject(item)) collectIn(tried, `${path}.`, item);
  }
  if (isJsonObject(json)) collectIn(tried, `${path}.`, json);
}

function collectIn(tried: { [path: string]: Json[] }, prefix: string, body: JsonObject): void {
  for (const name of labelsOf(body)) {
    if (!META.has(name)) collect(tried, `${prefix}${name}`, body[name]);
  }
}

const META = new Set(['dynamic', 'count', 'for_each', 'provider', 'lifecycle', 'depends_on', 'tags']);

/** The values that examples have at each attribute. */
export function triedIn(examples: readonly Example[]): Tried {
  const all: { [type: string]: { [path: string]: Json[] } } = {};
  for (const { terraform } of examples) {
    for (const mode of ['resource', 'data'] as const) {
      for (const types of asBlocks(terraform[mode])) {
        for (const type of labelsOf(types)) {
          const tried = (all[mode === 'data' ? `data.${type}` : type] ??= {});
          for (const names of asBlocks(types[type])) {
            for (const name of labelsOf(names)) for (const body of asBlocks(names[name])) collectIn(tried, '', body);
          }
        }
      }
    }
  }
  return all as Tried;
}

/** The values of a table at a place: `aws_sns_topic.kms_master_key_id`. */
export function triedAt(tried: Tried, place: string): readonly Value[] {
  const end = place.indexOf('.', place.startsWith('data.') ? 5 : 0);
  const ofType = ownProperty(tried, place.slice(0, end));
  return (ofType && ownProperty(ofType, place.slice(end + 1))) ?? NOTHING;
}

const NOTHING: readonly Value[] = [];
