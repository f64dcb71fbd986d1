import { attributesOf, isIdentity, isOwnIdentity } from './expression/identity';
import { Memo } from './memo';
import { Model } from './model';
import { Resource, Stack } from './stack';
import { isUnknown, items, Json, Unknown, Value } from './value';
import { NOTHING_ASSUMED, alsoAssuming, choose, inWorld, noteAgain, noting } from './worlds';

/** The attributes whose text names a resource, where nothing else is said. A plan knows ids where a configuration has references. */
const IDENTIFIERS = ['id', 'arn'];

const CROSS_STACK =
  /^data\.terraform_remote_state\.cross-stack-reference-input-(.+?)\.outputs\.(cross-stack-output-.+)$/;

/** The resource that a reference names, seen from another one; references between stacks are followed. Of several instances the first. */
export function resolve(model: Model, from: Resource, reference: string): Resource | undefined {
  return resolveIn(model, from.stack, from.modulePath, reference);
}

function resolveIn(model: Model, stack: Stack, modulePath: string, reference: string): Resource | undefined {
  if (reference.startsWith('@')) {
    // What another module hands on: `@module.store.|aws_s3_bucket.this.id`.
    const end = reference.indexOf('|');
    return resolveIn(model, stack, reference.slice(1, end), reference.slice(end + 1));
  }
  if (CROSS_STACK.test(reference)) {
    const behind = behindOutput(model, stack, reference);
    return behind && resolveIn(model, behind.stack, '', behind.reference);
  }
  let end = reference.indexOf('.', reference.indexOf('.') + 1);
  if (reference.startsWith('data.') && end >= 0) end = reference.indexOf('.', end + 1);
  const key = end < 0 ? reference : reference.slice(0, end);
  return stack.byKey.get(modulePath === '' ? key : modulePath + key);
}

/** What another stack of the app hands on under a reference to one of its outputs: a reference of its own. */
export function behindOutput(
  model: Model,
  stack: Stack,
  reference: string
): { readonly stack: Stack; readonly reference: string } | undefined {
  const cross = reference.startsWith('data.terraform_remote_state.') ? CROSS_STACK.exec(reference) : null;
  const origin = cross ? model.stackReferenced(stack.reference.app, cross[1]) : undefined;
  const output = cross ? origin?.outputs.get(cross[2])?.get('value') : undefined;
  if (!origin || !isUnknown(output) || output.reference === undefined) return undefined;
  return { stack: origin, reference: output.reference };
}

/** The resource that a value is a reference to, of whatever type. What only mentions a resource may be something else. */
export function targetOf(model: Model, from: Resource, value: Value): Resource | undefined {
  return isUnknown(value) ? meant(model, from, value)[0] : undefined;
}

/**
 * The resources of some types that a value, or an item of its list, names: by reference, or by the text that identifies them.
 * A reference that does not say which of the instances of a resource it means, names all of them, the first one first.
 * Text may repeat from stack to stack: what is in the same stack is meant.
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
  if (types.every((type) => model.resources(type).length === 0)) return NOTHING;
  const found = new Set<Resource>();
  const add = (item: Value): boolean => {
    const targets = isUnknown(item)
      ? meant(model, from, item).filter((one) => types.includes(typeOf(one)))
      : texted(model, from, item, types, by);
    for (const target of targets) found.add(target);
    return targets.length > 0;
  };
  for (const item of items(value)) if (!add(item)) handedOn(model, from, item).forEach(add);
  return [...found];
}

/** What the value is that another resource was given, or found something by: `aws_s3_bucket_versioning.v.bucket`, `data.aws_s3_bucket.b.id`. */
function handedOn(model: Model, from: Resource, value: Value, depth = 0): Value[] {
  if (!isUnknown(value) || value.reference === undefined || depth > 3) return [];
  const [target, ...others] = meant(model, from, value);
  const [attribute = 'id', ...inner] = attributesOf(value.reference);
  if (target === undefined || others.length > 0 || target.stack !== from.stack || inner.length > 0) return [];
  if (target.multiplicity.kind !== 'single') return [];
  const isGiven = target.body[attribute] !== undefined;
  return (isGiven ? [attribute] : givenInstead(target, attribute)).flatMap((name) => {
    const given = target.body[name] === undefined ? undefined : target.get(name);
    if (typeof given === 'string') return [given];
    if (!isUnknown(given) || given.references.some((it) => it.startsWith('@'))) return [];
    if (!isGiven && target.mode === 'data' && meant(model, target, given)[0]?.type !== target.type) return [];
    const { modulePath } = target;
    const references = given.references.map((it) => (modulePath === from.modulePath ? it : `@${modulePath}|${it}`));
    const seen = new Unknown(given.text, references, given.index);
    return [seen, ...handedOn(model, from, seen, depth + 1)];
  });
}

/** What the attribute of a resource that the provider fills in was made of. The parts that a bucket is split into have its name as their id. */
function givenInstead({ mode, type }: Resource, attribute: string): readonly string[] {
  if (mode === 'data') return LOOKUPS;
  return attribute === 'id' && type.startsWith('aws_s3_bucket_') ? ['bucket'] : [];
}

/** What data sources look things up by. */
const LOOKUPS = ['id', 'arn', 'name', 'bucket', 'identifier', 'key_id', 'cluster_identifier', 'db_instance_identifier'];

/** The instances that a value is a reference to. */
function meant(model: Model, from: Resource, value: Unknown): readonly Resource[] {
  const first = value.reference === undefined ? undefined : resolve(model, from, value.reference);
  if (first === undefined) return NOTHING;
  const all = instancesOf(first);
  if (all.length === 1) return all;
  const index = indexOf(value.index ?? '', from);
  const one = index === undefined ? undefined : all.find(({ address }) => address.endsWith(index));
  return one ? [one] : all;
}

/** The index that an expression stands for, as an address has it: `[0]`. `undefined` where it may be any. */
function indexOf(index: string, from: Resource): string | undefined {
  if (OWN_INDEX.test(index)) return INDEX.exec(from.address)?.[0];
  return LITERAL.test(index) ? `[${index}]` : undefined;
}

/** Whether an index is that of the instance which it is written in. */
export function isOwnIndex(index: string): boolean {
  return OWN_INDEX.test(index);
}

const OWN_INDEX = /^(?:each\.(?:key|value)|count\.index)$/;
const INDEX = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/;

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
 * or by the text that identifies it. Where only a plan can tell whether one of them is there, or whether it names this
 * resource, the answer hangs on that.
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
  const { byTarget, loose, identifiers, mayBeAbsent } = companions(model, type, path);
  if (byTarget.size === 0 && loose.size === 0) return NOTHING;
  const names = by ?? identifiers;
  let found = listed(byTarget.get(target));
  let all: Set<Resource> | undefined;
  for (const name of names) {
    if (typeof target.body[name] !== 'string') continue;
    const text = target.get(name);
    const named = typeof text === 'string' ? byTarget.get(text) : undefined;
    if (named !== undefined) all = new Set([...(all ?? found), ...listed(named)]);
  }
  if (loose.size > 0) {
    const perhaps = listed(loose.get(canonical(target))).filter((one) => joins(model, one, path, target, names));
    if (perhaps.length > 0) all = new Set([...(all ?? found), ...perhaps]);
  }
  if (all) found = [...all];
  return mayBeAbsent ? found.filter(({ isThere }) => isThere) : found;
}

/** Whether a resource of the type names something at a path that nobody can tell before the plan. */
export function hasUndeterminedCompanion(model: Model, type: string, path: string): boolean {
  return companions(model, type, path).isOpen;
}

/** The resources of a type by what they name at a path: a resource, or text. */
interface Companions {
  readonly byTarget: Index<Resource | string>;
  /** Those that perhaps name a resource, by the first of its instances. */
  readonly loose: Index<Resource>;
  /** The attributes of their targets whose text names them, where nothing else is said. */
  readonly identifiers: readonly string[];
  /** Whether one of them names something that only a plan can tell. */
  isOpen: boolean;
  /** Whether only a plan can tell that each of them is there. */
  mayBeAbsent: boolean;
}

/** By type and path. */
const COMPANIONS = new Memo<Map<string, Map<string, Companions>>>();

function companions(model: Model, type: string, path: string): Companions {
  const known = COMPANIONS.of(model, newMap);
  const ofType = known.get(type) ?? newMap<Companions>();
  if (ofType.size === 0) known.set(type, ofType);
  return ofType.get(path) ?? indexed(ofType, model, type, path);
}

function newMap<T>(): Map<string, T> {
  return new Map<string, T>();
}

function indexed(ofType: Map<string, Companions>, model: Model, type: string, path: string): Companions {
  // What the index hangs on is asked of the companions that are found in it.
  const found = inWorld(NOTHING_ASSUMED, () => noting(() => readCompanions(model, type, path)).value);
  ofType.set(path, found);
  return found;
}

function readCompanions(model: Model, type: string, path: string): Companions {
  const identifiers = [...IDENTIFIERS, path.slice(path.lastIndexOf('.') + 1)];
  const found: Companions = { byTarget: new Map(), loose: new Map(), identifiers, isOpen: false, mayBeAbsent: false };
  for (const resource of model.resources(type)) {
    const made = resource.multiplicity.kind;
    if (made === 'unknown') found.mayBeAbsent = true;
    const plain = made === 'single' ? plainTarget(resource, resource.body[path]) : undefined;
    if (plain) {
      put(found.byTarget, plain, resource);
      continue;
    }
    const values = namedAt(model, resource, path);
    for (const value of values) {
      if (typeof value === 'string') put(found.byTarget, value, resource);
      if (!isUnknown(value)) continue;
      const exact = namesExactly(model, resource, value);
      if (exact) {
        for (const target of exact) put(found.byTarget, target, resource);
        continue;
      }
      const mentioned = value.references.flatMap((reference) => resolve(model, resource, reference) ?? []);
      for (const target of mentioned) put(found.loose, canonical(target), resource);
      if (mentioned.length === 0) found.isOpen = true;
    }
  }
  return found;
}

/** What stands at a path, for every instance that the configuration writes out. */
function namedAt(model: Model, resource: Resource, path: string): readonly Value[] {
  return writtenAt(model, resource, path).flatMap((value) => [value, ...handedOn(model, resource, value)]);
}

function writtenAt(model: Model, resource: Resource, path: string): readonly Value[] {
  const { value, choices } = noting(() => resource.valuesAt(path));
  const each = [...(choices?.values() ?? [])].find(({ kind }) => kind === 'each');
  if (each === undefined || value.every((item) => !isUnknown(item) || namesExactly(model, resource, item))) {
    noteAgain(choices);
    return value;
  }
  return each.options.flatMap((option) => alsoAssuming(each.id, option, () => resource.valuesAt(path)));
}

/**
 * The instances that a value certainly names, all of them. Of a resource that the configuration makes several times, a reference
 * from one that is made in the same way names the one of the same index.
 */
function namesExactly(model: Model, from: Resource, value: Unknown): readonly Resource[] | undefined {
  const named = meant(model, from, value);
  if (named.length === 0) return undefined;
  const [target] = named;
  if (!/(?:\}|:\*)$/.test(value.text) || !isOwnIdentity(target.type, value.reference ?? '')) return undefined;
  const { multiplicity } = target;
  const { index = '' } = value;
  if (index === '*') return named;
  // A plan has each instance: what names one of them without saying which, perhaps names another.
  if (multiplicity.kind === 'single') return named.length === 1 ? named : undefined;
  if (multiplicity.kind === 'entries' && multiplicity.entries.length === 1) return named;
  return OWN_INDEX.test(index) && isMadeAlike(from, target) ? named : undefined;
}

/** Whether there is an instance of one resource for each of another. */
export function isMadeAlike(from: Resource, target: Resource): boolean {
  const { multiplicity } = from;
  if (multiplicity.kind === 'chained')
    return from.stack === target.stack && multiplicity.to.references[0] === target.key;
  if (from.madeBy === target.madeBy) return true;
  if (multiplicity.kind !== 'entries' || target.multiplicity.kind !== 'entries') return false;
  const keys = new Set(multiplicity.entries.map(([key]) => key));
  return target.multiplicity.entries.every(([key]) => keys.has(key));
}

/** Whether a resource names another one at a path, by what can be told of it. */
function joins(model: Model, one: Resource, path: string, target: Resource, names: readonly string[]): boolean {
  const values = namedAt(model, one, path);
  const unknowns = values.filter(isUnknown);
  if (unknowns.some((value) => namesExactly(model, one, value)?.includes(target))) return true;
  const texts = names.map((name) => (typeof target.body[name] === 'string' ? target.get(name) : undefined));
  if (values.some((value) => typeof value === 'string' && texts.includes(value))) return true;
  const { multiplicity } = target;
  if (multiplicity.kind === 'entries' && multiplicity.entries.length > 1) {
    const named = unknowns.filter(
      (value) => value.reference !== undefined && meant(model, one, value).includes(target)
    );
    const indices = named.map(({ index }) => index);
    if (indices.length > 0 && indices.every((index) => index !== undefined && LITERAL.test(index))) {
      return ofInstance(target, multiplicity.entries, indices);
    }
  }
  const perhaps = unknowns.find((value) =>
    value.references.some((reference) => canonicalOf(resolve(model, one, reference)) === canonical(target))
  );
  if (perhaps === undefined) return false;
  if (perhaps.reference !== undefined && namesExactly(model, one, perhaps)) return false;
  const id = `join ${one.qualifiedAddress} ${path} ${target.qualifiedAddress}`;
  return choose('branch', id, perhaps, [true, false]) !== false;
}

/** Whether one of the indices is that of the instance which is asked about: each of them is there, and is to be asked about. */
function ofInstance(
  target: Resource,
  entries: readonly (readonly [key: Value, value: Value])[],
  indices: readonly (string | undefined)[]
): boolean {
  const unknown = new Unknown('${each.key}', ['each.key']);
  const all = entries.map(([key]) => JSON.stringify(key));
  const instance = choose('each', `instance ${target.qualifiedKey}`, unknown, all);
  return typeof instance !== 'string' || indices.includes(instance);
}

const LITERAL = /^(?:\d+|".*")$/;

function canonicalOf(resource: Resource | undefined): Resource | undefined {
  return resource && canonical(resource);
}

/** The resource behind `${type.name.attribute}`, which is how nearly all companions are written, without the parser. */
export function plainTarget(from: Resource, raw: Json | undefined): Resource | undefined {
  if (typeof raw !== 'string' || !raw.startsWith('${')) return undefined;
  // The parts that a resource is split into name it alike.
  const known = from.modulePath === '' ? from.stack.plainTargets.get(raw) : undefined;
  if (known) return known;
  const reference = raw.slice(2, -1);
  if (/[^\w.-]/.test(reference)) return undefined;
  const end = reference.indexOf('.', reference.indexOf('.') + 1);
  const found =
    end < 0 || !isIdentity(reference) ? undefined : from.stack.byKey.get(from.modulePath + reference.slice(0, end));
  if (!found || found.mode === 'data' || !isOwnIdentity(found.type, reference)) return undefined;
  // What it was given itself is what it names.
  if (found.type.startsWith('aws_s3_bucket_')) return undefined;
  if (found.multiplicity.kind !== 'single' || instancesOf(found).length > 1) return undefined;
  if (from.modulePath === '') from.stack.plainTargets.set(raw, found);
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
