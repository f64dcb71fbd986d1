import { Setting } from '../../aws/types/resource-type';
import { Json, JsonObject } from '../../terraform/value';
import { Example, Examples } from '../rule';

/** What a body of a resource holds, by the path of the attribute. */
export type Attributes = { readonly [path: string]: Json };

export const EPHEMERAL: Attributes = { tags: { 'tom:environment': 'ephemeral' } };
export const INTERNAL: Attributes = { tags: { 'tom:data-class': 'internal' } };

/** An input whose value only a plan can tell: `${var.open}`. */
export const OPEN: JsonObject = { variable: { open: {} } };

/** A value that a setting does not hold with. */
export function otherValue({ is }: Setting): string | boolean {
  return typeof is[0] === 'boolean' ? !is[0] : 'NONE';
}

/** Attributes but for one. */
export function without(attributes: Attributes, path: string): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== path));
}

/** A configuration of one resource called `this`, with what stands beside it. */
export function configurationOf(type: string, attributes: Attributes, beside: JsonObject = {}): JsonObject {
  const body: JsonObject = {};
  for (const [path, value] of Object.entries(attributes)) put(body, path.split('.'), structuredClone(value));
  return { ...beside, resource: { ...(beside.resource as JsonObject | undefined), [type]: { this: body } } };
}

/** An example of one resource, which is what the rule must name unless it passes. */
export function example(title: string, type: string, attributes: Attributes, beside?: JsonObject): Example {
  const terraform = configurationOf(type, attributes, beside);
  return { title: `${type}: ${title}`, terraform, addresses: [`${type}.this`] };
}

/** The examples of several types as those of one rule, and one of each kind for several resources. */
export function joined(all: readonly Examples[]): Examples {
  const pass = all.flatMap((each) => each.pass.map(({ title, terraform }) => ({ title, terraform })));
  const fail = all.flatMap((each) => each.fail);
  return {
    pass: [...pass, ...pass.slice(0, 1).map(counted)],
    fail: [...fail, ...fail.slice(0, 1).map(counted)],
    undetermined: all.flatMap(({ undetermined = [] }) => undetermined),
  };
}

/** An example with two of its resource, each with its own of what stands beside it. */
function counted({ title, terraform, addresses }: Example): Example {
  const indexed = JSON.stringify(terraform.resource).replace(/\$\{(\w+\.this)\./g, '${$1[count.index].');
  const resource = Object.entries(JSON.parse(indexed) as { readonly [type: string]: JsonObject });
  const twice = resource.map(([type, { this: body, ...rest }]): [string, JsonObject] => [
    type,
    body === undefined ? rest : { this: { count: 2, ...(body as JsonObject) }, ...rest },
  ]);
  return { title: `${title}, twice`, terraform: { ...terraform, resource: Object.fromEntries(twice) }, addresses };
}

function put(body: JsonObject, [name, ...inner]: readonly string[], value: Json): void {
  if (inner.length === 0) body[name] = value;
  else put((body[name] ??= {}) as JsonObject, inner, value);
}
