import { isSet } from './convert';
import { EncodedJson, Unknown, Value, isUnknown } from '../value';

/** `[*]` and `.*`: every item. */
export const EVERY = Symbol('every item');
/** Where `.*` ends: what stands behind it in brackets is an index of the whole list. */
export const END = Symbol('end of every item');
/** An index that only a plan can tell. */
export const SOME = Symbol('some item');
/** What is known to be null, where `undefined` is what nobody knows. */
export const NULL = Symbol('null');

/** An index that is text: a key of a map, or an instance of a resource. */
export class Key {
  constructor(readonly text: string) {}
}

/** A step of a traversal: the name of an attribute, an index, or items. */
export type Step = string | number | Key | typeof EVERY | typeof END | typeof SOME;

/** Looks up what an expression names. Returns `undefined` where that stays unknown. */
export type Lookup = (path: readonly Step[]) => Value | typeof NULL;

/** What lies within a value. `undefined` where that stays unknown. */
export function within(value: Value, steps: readonly Step[]): Value | typeof NULL {
  let at: Value = value;
  for (const [index, step] of steps.entries()) {
    if (isUnknown(at)) return furtherIn(at, steps.slice(index));
    if (step === EVERY) {
      const end = steps.indexOf(END, index);
      const rest = steps.slice(index + 1, end < 0 ? undefined : end);
      const items: (Value | typeof NULL)[] = (at === undefined ? [] : Array.isArray(at) ? at : [at]).map((item) =>
        within(item, rest)
      );
      if (items.includes(undefined)) return undefined;
      const known = items.map((item): Value => (item === NULL ? undefined : item));
      return end < 0 ? known : within(known, steps.slice(end + 1));
    }
    if (
      step === SOME ||
      step === END ||
      isSet(at) ||
      at === undefined ||
      typeof at !== 'object' ||
      at instanceof EncodedJson
    )
      return undefined;
    const key = step instanceof Key ? step.text : step;
    if (Array.isArray(at)) {
      const position = Number(key);
      if (!Number.isInteger(position) || position < 0 || position >= at.length) return undefined;
      at = at[position];
    } else {
      if (!Object.prototype.hasOwnProperty.call(at, key)) return undefined;
      at = at[key];
    }
  }
  return at === undefined ? NULL : at;
}

/** An attribute of what is one reference is a reference too. */
function furtherIn(from: Unknown, steps: readonly Step[]): Value {
  const { reference, index, text } = from;
  const attributes = steps.filter((step) => typeof step === 'string');
  if (reference === undefined || attributes.length < steps.length) return undefined;
  const names = attributes.map((name) => `.${name}`).join('');
  return new Unknown(text.replace(/\}$/, `${names}}`), [`${reference}${names}`], index);
}
