import { Value, isUnknown } from './value';

/**
 * Whether a value, or its text, is an input of the configuration as a whole: it may turn out to be anything, nothing included.
 * A reference to a resource names something, whatever that will be.
 */
export function isVariable(value: Value): boolean {
  const text = isUnknown(value) ? value.text : value;
  return typeof text === 'string' && /^\$\{(?:var|local|module|each)\.[^}]*\}$/.test(text);
}
