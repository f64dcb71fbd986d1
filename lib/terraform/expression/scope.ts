import { Lookup } from './steps';

const NAMES = new WeakMap<Lookup, string>();
let count = 0;

function nameOf(lookup: Lookup): string {
  let name = NAMES.get(lookup);
  if (name === undefined) NAMES.set(lookup, (name = `#${++count}`));
  return name;
}

/** Says that a lookup differs from an outer one only in what it knows of one instance: `each`, `count`, `self`. */
export function withinScope(outer: Lookup, instance: string, lookup: Lookup): Lookup {
  NAMES.set(lookup, `${nameOf(outer)} ${instance}`);
  return lookup;
}

/** Names what a text turns out to be: the same text is the same wherever it is looked up in the same way. */
export function choiceId(kind: string, text: string, lookup: Lookup): string {
  const name = nameOf(lookup);
  const isOfInstance = /\b(?:each|count|self)\./.test(text);
  const space = name.indexOf(' ');
  return `${kind} ${isOfInstance || space < 0 ? name : name.slice(0, space)} ${text.replace(/\s+/g, ' ')}`;
}
