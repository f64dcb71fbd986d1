import { Lookup } from './steps';

/** Where a text is looked up, and what differs there from what lies around it. */
interface Scope {
  readonly name: string;
  readonly outer?: Scope;
  /** The names that stand for something else than in the outer one. */
  readonly names: RegExp;
}

const SCOPES = new WeakMap<Lookup, Scope>();
const OF_INSTANCE = /\b(?:each|count|self)\./;
let count = 0;

function scopeOf(lookup: Lookup): Scope {
  let scope = SCOPES.get(lookup);
  if (scope === undefined) SCOPES.set(lookup, (scope = { name: `#${++count}`, names: OF_INSTANCE }));
  return scope;
}

/**
 * Says that a lookup differs from an outer one only in some names: `each`, `count` and `self` of one instance, or those that a `for`
 * or a dynamic block gives to an item.
 */
export function withinScope(outer: Lookup, instance: string, lookup: Lookup, names?: readonly string[]): Lookup {
  const around = scopeOf(outer);
  const own = names && new RegExp(`\\b(?:${names.map((name) => name.replace(/\W/g, '\\$&')).join('|')})\\b`);
  SCOPES.set(lookup, { name: `${around.name} ${instance}`, outer: around, names: own ?? OF_INSTANCE });
  return lookup;
}

/** Names what a text turns out to be: the same text is the same wherever it is looked up in the same way. */
export function choiceId(kind: string, text: string, lookup: Lookup): string {
  let scope = scopeOf(lookup);
  while (scope.outer && !scope.names.test(text)) scope = scope.outer;
  return `${kind} ${scope.name} ${text.replace(/\s+/g, ' ')}`;
}
