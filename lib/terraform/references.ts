import { Memo } from './memo';
import { Model } from './model';
import { Resource, Stack } from './stack';
import { isUnknown, items, Json, Value } from './value';

/** The attributes whose text names a resource, where nothing else is said. A plan knows ids where a configuration has references. */
const IDENTIFIERS = ['id', 'arn'];

const CROSS_STACK =
  /^data\.terraform_remote_state\.cross-stack-reference-input-(.+?)\.outputs\.(cross-stack-output-.+)$/;

/** The resource that a reference names, seen from another one; references between stacks are followed. Of several instances the first. */
export function resolve(model: Model, from: Resource, reference: string): Resource | undefined {
  return resolveIn(model, from.stack, from.modulePath, reference);
}

function resolveIn(model: Model, stack: Stack, modulePath: string, reference: string): Resource | undefined {
  const cross = reference.startsWith('data.terraform_remote_state.') ? CROSS_STACK.exec(reference) : null;
  if (cross) {
    const origin = model.stackReferenced(stack.reference.app, cross[1]);
    const output = origin?.outputs.get(cross[2])?.get('value');
    if (!origin || !isUnknown(output)) return undefined;
    for (const outer of output.references) {
      const found = resolveIn(model, origin, '', outer);
      if (found) return found;
    }
    return undefined;
  }
  let end = reference.indexOf('.', reference.indexOf('.') + 1);
  if (reference.startsWith('data.') && end >= 0) end = reference.indexOf('.', end + 1);
  const key = end < 0 ? reference : reference.slice(0, end);
  return stack.byKey.get(modulePath === '' ? key : modulePath + key);
}

/** The first resource that a value refers to, of whatever type. */
export function targetOf(model: Model, from: Resource, value: Value): Resource | undefined {
  if (!isUnknown(value)) return undefined;
  for (const reference of value.references) {
    const found = resolve(model, from, reference);
    if (found) return found;
  }
  return undefined;
}

/**
 * The resources of some types that a value, or an item of its list, names: by reference, or by the text that identifies them.
 * A reference does not say which of the instances of a resource it means: those of one `for_each` may differ, so all of
 * them are returned, the first one first. Text may repeat from stack to stack: what is in the same stack is meant.
 *
 * @param types `aws_vpc` for resources, `data.aws_vpc` for data sources
 * @param by the attributes whose text names them
 */
export function targetsOf(
  model: Model,
  from: Resource,
  value: Value,
  types: readonly string[],
  by: readonly string[] = IDENTIFIERS
): readonly Resource[] {
  const found = new Set<Resource>();
  for (const item of items(value)) {
    for (const target of isUnknown(item)
      ? referred(model, from, item.references, types)
      : texted(model, from, item, types, by)) {
      found.add(target);
    }
  }
  return [...found];
}

function referred(model: Model, from: Resource, references: readonly string[], types: readonly string[]): Resource[] {
  return references
    .map((reference) => resolve(model, from, reference))
    .filter((target): target is Resource => target !== undefined && types.includes(typeOf(target)))
    .flatMap(instancesOf);
}

function texted(
  model: Model,
  from: Resource,
  text: Value,
  types: readonly string[],
  by: readonly string[]
): Resource[] {
  if (typeof text !== 'string') return [];
  const all = types.flatMap((type) => by.flatMap((attribute) => listed(byText(model, type, attribute).get(text))));
  const own = all.filter(({ stack }) => stack === from.stack);
  return own.length > 0 ? own : all;
}

/**
 * The resources of a type that name a resource at a path, in lists and in blocks or not: by reference, across stacks too,
 * or by the text that identifies it.
 *
 * @param path where they name it: `bucket`, `subnet_ids`, `network_configuration.security_groups`
 * @param by the attributes of the target whose text names it: its id, its ARN, and what is called as the last part of the path
 */
export function companionsOf(
  model: Model,
  target: Resource,
  type: string,
  path: string,
  by?: readonly string[]
): readonly Resource[] {
  const { byTarget, identifiers } = companions(model, type, path);
  if (byTarget.size === 0) return NOTHING;
  const found = listed(byTarget.get(canonical(target)));
  let all: Set<Resource> | undefined;
  for (const name of by ?? identifiers) {
    if (typeof target.body[name] !== 'string') continue;
    const text = target.get(name);
    const named = typeof text === 'string' ? byTarget.get(text) : undefined;
    if (named !== undefined) all = new Set([...(all ?? found), ...listed(named)]);
  }
  return all ? [...all] : found;
}

/** Whether a resource of the type names something at a path that nobody can tell before the plan. */
export function hasUndeterminedCompanion(model: Model, type: string, path: string): boolean {
  return companions(model, type, path).isOpen;
}

/** The resources of a type by what they name at a path: a resource, or text. */
interface Companions {
  readonly byTarget: Index<Resource | string>;
  /** The attributes of their targets whose text names them, where nothing else is said. */
  readonly identifiers: readonly string[];
  /** Whether one of them names something that only a plan can tell. */
  isOpen: boolean;
}

const COMPANIONS = new Memo<Map<string, Companions>>();

function companions(model: Model, type: string, path: string): Companions {
  const known = COMPANIONS.of(model, () => new Map<string, Companions>());
  const id = `${type} ${path}`;
  let found = known.get(id);
  if (!found) known.set(id, (found = readCompanions(model, type, path)));
  return found;
}

function readCompanions(model: Model, type: string, path: string): Companions {
  const identifiers = [...IDENTIFIERS, path.slice(path.lastIndexOf('.') + 1)];
  const found: Companions = { byTarget: new Map(), identifiers, isOpen: false };
  for (const resource of model.resources(type)) {
    const plain = plainTarget(resource, resource.body[path]);
    if (plain) {
      put(found.byTarget, plain, resource);
      continue;
    }
    for (const value of resource.valuesAt(path)) {
      if (typeof value === 'string') put(found.byTarget, value, resource);
      if (!isUnknown(value)) continue;
      const targets = value.references.flatMap((reference) => resolve(model, resource, reference) ?? []);
      for (const target of targets) put(found.byTarget, target, resource);
      if (targets.length === 0) found.isOpen = true;
    }
  }
  return found;
}

/** The resource behind `${type.name.attribute}`, which is how nearly all companions are written, without the parser. */
function plainTarget(from: Resource, raw: Json | undefined): Resource | undefined {
  if (typeof raw !== 'string' || !raw.startsWith('${')) return undefined;
  // The parts that a resource is split into name it alike.
  const known = from.modulePath === '' ? from.stack.plainTargets.get(raw) : undefined;
  if (known) return known;
  if (/[^\w.-]/.test(raw.slice(2, -1))) return undefined;
  const end = raw.indexOf('.', raw.indexOf('.') + 1);
  const found = end < 0 ? undefined : from.stack.byKey.get(from.modulePath + raw.slice(2, end));
  if (found && from.modulePath === '') from.stack.plainTargets.set(raw, found);
  return found;
}

const TEXTS = new Memo<Map<string, Index<string>>>();

/** The resources of a type by the text of an attribute. */
function byText(model: Model, type: string, attribute: string): Index<string> {
  const known = TEXTS.of(model, () => new Map<string, Index<string>>());
  const id = `${type} ${attribute}`;
  let index = known.get(id);
  if (index) return index;
  index = new Map<string, Resource | Resource[]>();
  known.set(id, index);
  for (const resource of model.resources(type)) {
    const text = typeof resource.body[attribute] === 'string' ? resource.get(attribute) : undefined;
    if (typeof text === 'string') put(index, text, resource);
  }
  return index;
}

/** Of the instances that `count` or `for_each` makes of a resource, the one that references lead to. */
export function canonical(resource: Resource): Resource {
  if (!resource.stack.hasInstances) return resource;
  return resource.stack.byKey.get(resource.key) ?? resource;
}

const INSTANCES = new Memo<Index<string>>();

/** A resource with the other instances that `count` or `for_each` makes of it, where they are written out, as in a plan. */
export function instancesOf(resource: Resource): readonly Resource[] {
  const { stack } = resource;
  if (!stack.hasInstances) return [resource];
  const instances = INSTANCES.of(stack, () => {
    const index: Index<string> = new Map();
    for (const one of stack.resources) put(index, one.key, one);
    return index;
  });
  return listed(instances.get(resource.key));
}

/** Nearly every key has one resource: a list of one for each would be most of what an index takes. */
type Index<K> = Map<K, Resource | Resource[]>;

function put<K>(index: Index<K>, key: K, resource: Resource): void {
  const same = index.get(key);
  if (same === undefined) index.set(key, resource);
  else if (!Array.isArray(same)) {
    if (same !== resource) index.set(key, [same, resource]);
  } else if (same[same.length - 1] !== resource) same.push(resource);
}

const NOTHING: readonly Resource[] = [];

function listed(found: Resource | readonly Resource[] | undefined): readonly Resource[] {
  if (found === undefined) return NOTHING;
  return found instanceof Resource ? [found] : found;
}

function typeOf({ mode, type }: Resource): string {
  return mode === 'data' ? `data.${type}` : type;
}
