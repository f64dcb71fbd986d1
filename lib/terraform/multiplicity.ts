import { isSet } from './expression/convert';
import { evaluate } from './expression/parser';
import { choiceId, withinScope } from './expression/scope';
import { Lookup, within } from './expression/steps';
import { JsonObject, Unknown, Value, asNumber, isJsonObject, isUnknown, ownProperty } from './value';
import { choose } from './worlds';

/** How many instances of a resource are looked at one by one. */
const MOST_INSTANCES = 50;

/** How many of a thing `count` or `for_each` makes, as far as that can be told. */
export type Multiplicity =
  | { readonly kind: 'single' }
  | { readonly kind: 'entries'; readonly entries: readonly (readonly [key: Value, value: Value])[] }
  /** Made for each instance of another resource. */
  | { readonly kind: 'chained'; readonly to: Unknown }
  | { readonly kind: 'unknown'; readonly value: Unknown };

export const SINGLE: Multiplicity = { kind: 'single' };

/** Reads `count` and `for_each` of a resource, or `for_each` of a dynamic block. */
export function multiplicityOf(body: JsonObject, lookup: Lookup): Multiplicity {
  if (ownProperty(body, 'for_each') !== undefined) return eachOf(evaluate(body.for_each, lookup), 'content' in body);
  if (ownProperty(body, 'count') === undefined) return SINGLE;
  const count = evaluate(body.count, lookup);
  if (isUnknown(count)) return { kind: 'unknown', value: count };
  const read = asNumber(count ?? 0);
  // What is no number Terraform refuses: nothing is left out for it.
  if (read === undefined) return { kind: 'unknown', value: new Unknown('${count}') };
  const number = Math.max(0, Math.floor(read));
  const shown = Math.min(number, MOST_INSTANCES + 1);
  return { kind: 'entries', entries: Array.from({ length: shown }, (_, index) => [index, index] as const) };
}

function eachOf(value: Value, isDynamic: boolean): Multiplicity {
  if (isUnknown(value)) {
    const isWhole =
      value.reference !== undefined &&
      value.reference.split('.').length === (value.reference.startsWith('data.') ? 3 : 2);
    return isWhole ? { kind: 'chained', to: value } : { kind: 'unknown', value };
  }
  if (Array.isArray(value)) {
    // A dynamic block may be made for a list, whose items are called by their place.
    const isList = isDynamic && !isSet(value);
    return {
      kind: 'entries',
      entries: value.map((item, at) => [isList || isUnknown(item) ? at : item, item] as const),
    };
  }
  if (isJsonObject(value)) return { kind: 'entries', entries: Object.entries(value as { [key: string]: Value }) };
  return { kind: 'entries', entries: [] };
}

/** What `each` and `count` are for the instances of a resource. Every one of them is there. */
export function instanceLookup(outer: Lookup, address: string, multiplicity: Multiplicity): Lookup {
  if (multiplicity.kind === 'single') return outer;
  const id = `each ${address}`;
  const entry = (): readonly [Value, Value] | undefined => {
    if (multiplicity.kind !== 'entries') return undefined;
    const { entries } = multiplicity;
    if (entries.length === 1) return entries[0];
    if (entries.length === 0 || entries.length > MOST_INSTANCES) return undefined;
    const options = entries.map(([key, value]) => [key, value]);
    const chosen = choose('each', choiceId(id, 'each.key', lookup), new Unknown('${each.key}', ['each.key']), options);
    return Array.isArray(chosen) ? [chosen[0], chosen[1]] : undefined;
  };
  const lookup: Lookup = withinScope(outer, address, (path) => {
    const [root, name, ...rest] = path;
    if (root !== 'each' && root !== 'count') return outer(path);
    if (multiplicity.kind === 'chained' && root === 'each' && name === 'value') {
      const { text, references } = multiplicity.to;
      return within(new Unknown(text.replace(/\}$/, '[each.key]}'), references, 'each.key'), rest);
    }
    const found = entry();
    if (found === undefined) return undefined;
    if (name === 'key' || name === 'index') return within(found[0], rest);
    return name === 'value' ? within(found[1], rest) : undefined;
  });
  return lookup;
}
