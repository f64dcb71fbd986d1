import { Json, JsonObject } from '../../terraform/value';
import { Example, Examples } from '../rule';

/** What a body of a resource holds, by the path of the attribute. */
export type Attributes = { readonly [path: string]: Json };

/** A variable without a value, for `${var.open}`. */
export const OPEN: JsonObject = { variable: { open: {} } };

export const EPHEMERAL: Attributes = { tags: { 'tom:environment': 'ephemeral' } };
export const INTERNAL: Attributes = { tags: { 'tom:data-class': 'internal' } };

/** Attributes but for one. */
export function without(attributes: Attributes, path: string): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== path));
}

/** A configuration of one resource called `this`, with what stands beside it. */
export function configurationOf(type: string, attributes: Attributes, beside: JsonObject = {}): JsonObject {
  const body: JsonObject = {};
  for (const [path, value] of Object.entries(attributes)) put(body, path.split('.'), value);
  return { ...beside, resource: { ...(beside.resource as JsonObject | undefined), [type]: { this: body } } };
}

/** An example of one resource, which is what the rule must name unless it passes. */
export function example(title: string, type: string, attributes: Attributes, beside?: JsonObject): Example {
  const terraform = configurationOf(type, attributes, beside);
  return { title: `${type}: ${title}`, terraform, addresses: [`${type}.this`] };
}

/** The examples of several types as those of one rule. */
export function joined(all: readonly Examples[]): Examples {
  return {
    pass: all.flatMap(({ pass }) => pass.map(({ title, terraform }) => ({ title, terraform }))),
    fail: all.flatMap(({ fail }) => fail),
    undetermined: all.flatMap(({ undetermined = [] }) => undetermined),
  };
}

function put(body: JsonObject, [name, ...inner]: readonly string[], value: Json): void {
  if (inner.length === 0) body[name] = value;
  else put((body[name] ??= {}) as JsonObject, inner, value);
}
