import { Model } from './model';
import { Resource } from './stack';
import { Value, isUnknown } from './value';

/** The resources of a type by what one of their attributes names. */
interface Index {
  readonly byName: Map<Resource | string, Set<Resource>>;
  /** Whether one of them names something that only a plan can tell. */
  isOpen: boolean;
}

const INDEXES = new WeakMap<Model, Map<string, Index>>();
const IDS = new WeakMap<Model, Map<string, Map<string, Resource>>>();

/**
 * The resources of a type that name a resource, in an attribute or a list, within blocks or not: by reference, across
 * stacks too, or by the literal id that a plan knows.
 *
 * @param path where they name it: `subnet_ids`, `network_configuration.security_groups`
 * @param names the attributes of the target whose literal value names it
 */
export function namedBy(
  model: Model,
  target: Resource,
  type: string,
  path: string,
  names: readonly string[] = ['id', 'arn']
): readonly Resource[] {
  const { byName } = indexOf(model, type, path);
  const found = new Set(byName.get(canonical(target)));
  for (const name of names) {
    const literal = target.get(name);
    if (typeof literal === 'string') for (const resource of byName.get(literal) ?? []) found.add(resource);
  }
  return [...found];
}

/** Whether a resource of the type names something there that nobody can tell before the plan. */
export function namesUnknown(model: Model, type: string, path: string): boolean {
  return indexOf(model, type, path).isOpen;
}

/** The resources of some types that a value names: by reference, or by the literal id that a plan knows. */
export function namedIn(model: Model, from: Resource, value: Value, types: readonly string[]): readonly Resource[] {
  const found = new Set<Resource>();
  for (const item of items(value)) {
    if (isUnknown(item)) {
      for (const reference of item.references) {
        const target = model.resolve(from, reference);
        if (target && types.includes(target.type)) found.add(target);
      }
    } else if (typeof item === 'string') {
      for (const type of types) {
        const target = idsOf(model, type).get(item);
        if (target) found.add(target);
      }
    }
  }
  return [...found];
}

/** A list as its items, one value as a list of one, and nothing for what is not set: old attributes are set to `""`. */
export function items(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value.flatMap(items);
  return value === undefined || value === '' ? [] : [value];
}

function indexOf(model: Model, type: string, path: string): Index {
  let indexes = INDEXES.get(model);
  if (!indexes) INDEXES.set(model, (indexes = new Map<string, Index>()));
  const id = `${type} ${path}`;
  let index = indexes.get(id);
  if (index) return index;
  index = { byName: new Map(), isOpen: false };
  for (const resource of model.resources(type)) {
    for (const value of valuesAt(resource, path)) {
      const names = isUnknown(value) ? value.references.flatMap((it) => model.resolve(resource, it) ?? []) : [value];
      if (names.length === 0) index.isOpen = true;
      for (const name of names) {
        if (typeof name !== 'string' && !(name instanceof Resource)) continue;
        const same = index.byName.get(name);
        if (same) same.add(resource);
        else index.byName.set(name, new Set([resource]));
      }
    }
  }
  indexes.set(id, index);
  return index;
}

function valuesAt(resource: Resource, path: string): readonly Value[] {
  const end = path.lastIndexOf('.');
  const blocks = end < 0 ? [resource] : resource.blocks(path.slice(0, end));
  return blocks.flatMap((block) => items(block.get(path.slice(end + 1))));
}

function idsOf(model: Model, type: string): Map<string, Resource> {
  let types = IDS.get(model);
  if (!types) IDS.set(model, (types = new Map<string, Map<string, Resource>>()));
  let ids = types.get(type);
  if (!ids) {
    types.set(type, (ids = new Map<string, Resource>()));
    for (const resource of model.resources(type)) {
      const id = resource.get('id');
      if (typeof id === 'string') ids.set(id, resource);
    }
  }
  return ids;
}

/** Of the instances that `count` makes of one resource, the one that references name. */
function canonical(resource: Resource): Resource {
  return resource.stack.byKey.get(resource.key) ?? resource;
}
