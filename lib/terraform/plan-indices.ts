import { isReference } from './expression/identity';
import { Json, JsonObject, isJsonObject } from './value';

/**
 * A plan of HCL shows `aws_subnet.a[count.index].id` as `aws_subnet.a` and `count.index`. Here they are put together again: what is counted
 * as another resource is, or says the key of an instance, means the instance of that index. What else may be computed with an index stays open.
 */
export function withIndices(expressions: JsonObject, isCountedAs: (resource: string) => boolean): JsonObject {
  const read = (json: Json): Json => {
    if (Array.isArray(json)) return json.map(read);
    if (!isJsonObject(json)) return json;
    const { references } = json;
    if (Array.isArray(references)) return { ...json, references: indexed(references, isCountedAs) };
    if ('constant_value' in json) return json;
    return Object.fromEntries(Object.entries(json).map(([key, inner]) => [key, read(inner)]));
  };
  return read(expressions) as JsonObject;
}

function indexed(references: readonly Json[], isCountedAs: (resource: string) => boolean): Json[] {
  const names = references.filter((it) => typeof it === 'string');
  const isIndex = (name: string): boolean => /^(?:count\.index|each\.(?:key|value)(?:\.\w+)*)$/.test(name);
  // `each.value` is listed after `each.value.name`.
  const [index, ...more] = names.filter((name, at) => isIndex(name) && !names[at - 1]?.startsWith(`${name}.`));
  const others = names.filter((name) => !isIndex(name));
  const isWhole = (name: string): boolean => /^(?:data\.)?[a-z]\w*\.[\w-]+$/.test(name) && isReference(name);
  if (index === undefined || more.length > 0 || others.length === 0 || !others.every(isWhole)) return [...references];
  if (index === 'count.index' && !others.every(isCountedAs)) return [...references];
  return others.map((name) => `${name}[${index}]`);
}
