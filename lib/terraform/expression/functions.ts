import { EncodedJson, Unknown, Value, isJsonObject } from '../value';

/**
 * Computes a call from its arguments.
 *
 * @param unknown the call as a value that only a plan can tell
 */
type TerraformFunction = (args: readonly Value[], unknown: () => Unknown) => Value;

const converted: TerraformFunction = ([value]) => value;

/** The functions of Terraform whose value is read. Every other is left to the plan. */
export const FUNCTIONS: { readonly [name: string]: TerraformFunction } = {
  concat: (args, unknown) => (args.every(Array.isArray) ? (args as Value[][]).flat() : unknown()),
  jsonencode: ([value]) => new EncodedJson(value),
  merge: (args, unknown) =>
    args.every(isJsonObject) ? (Object.assign(Object.create(null) as object, ...args) as Value) : unknown(),
  nonsensitive: converted,
  sensitive: converted,
  tolist: converted,
  tomap: converted,
  toset: converted,
  tostring: converted,
};

/** What a call gives: a value, or an `Unknown` where its function is not read. */
export function call(name: string, args: readonly Value[], unknown: () => Unknown): Value {
  return Object.prototype.hasOwnProperty.call(FUNCTIONS, name) ? FUNCTIONS[name](args, unknown) : unknown();
}
