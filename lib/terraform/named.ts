import { Model } from './model';
import { Resource } from './stack';
import { Value } from './value';

const INDEXES = new WeakMap<Model, Map<string, Map<string, Resource[]>>>();

/**
 * The managed resources of some types that a value names: by reference, or by the text that an attribute of theirs holds.
 * A reference does not say which of the instances of a resource it means: those of one `for_each` may differ, so all of
 * them are returned. Names may repeat from stack to stack: those of its own stack go first.
 *
 * @param attribute the attribute whose text names them: `arn`, `name`
 */
export function named(
  model: Model,
  from: Resource,
  value: Value,
  types: readonly string[],
  attribute: string
): readonly Resource[] {
  const index = indexOf(model, types, attribute);
  if (typeof value === 'string') {
    const all = index.get(value) ?? [];
    const own = all.filter(({ stack }) => stack === from.stack);
    return own.length > 0 ? own : all;
  }
  const found = model.target(from, value);
  return found?.mode === 'managed' && types.includes(found.type) ? (index.get(found.qualifiedKey) ?? []) : [];
}

/** A resource with the other instances that `count` or `for_each` makes of it, where they are written out, as in a plan. */
export function instancesOf(model: Model, resource: Resource): readonly Resource[] {
  return indexOf(model, [resource.type], 'id').get(resource.qualifiedKey) ?? [resource];
}

/** Resources by the text of an attribute and by their address without index. */
function indexOf(model: Model, types: readonly string[], attribute: string): Map<string, Resource[]> {
  let indexes = INDEXES.get(model);
  if (!indexes) INDEXES.set(model, (indexes = new Map<string, Map<string, Resource[]>>()));
  const id = `${types.join()} ${attribute}`;
  let index = indexes.get(id);
  if (index) return index;
  indexes.set(id, (index = new Map<string, Resource[]>()));
  for (const type of types) {
    for (const resource of model.resources(type)) {
      const name = resource.get(attribute);
      for (const key of [resource.qualifiedKey, ...(typeof name === 'string' ? [name] : [])]) {
        const same = index.get(key);
        if (same) same.push(resource);
        else index.set(key, [resource]);
      }
    }
  }
  return index;
}
