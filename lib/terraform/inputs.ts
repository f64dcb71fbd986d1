import { setOf } from './expression/convert';
import { evaluate } from './expression/parser';
import { choiceId } from './expression/scope';
import { isIdentity } from './expression/identity';
import { Lookup, NULL, Step, within } from './expression/steps';
import { Json, JsonObject, Unknown, Value, asBlocks, isUnknown, labelsOf, ownProperty } from './value';
import { Memo } from './memo';
import { choose } from './worlds';

/** What a resource sets. */
export interface Settings {
  readonly type: string;
  readonly body: JsonObject;
  get(path: string): Value;
}

/** Finds a resource by its address, once all of them are read. */
type Find = (key: string) => Settings | undefined;

/** What the expressions of a configuration name: its locals, the defaults of its variables, and what its resources set. */
export function inputsOf(json: JsonObject, find: () => Find | undefined): Lookup {
  const locals = new Map<string, Json>();
  for (const block of asBlocks(json.locals)) for (const key of labelsOf(block)) locals.set(key, block[key]);
  const variables = new Map<string, JsonObject>();
  for (const labels of asBlocks(json.variable)) {
    for (const label of labelsOf(labels)) for (const body of asBlocks(labels[label])) variables.set(label, body);
  }
  const local = localsIn(
    locals,
    (value) => evaluate(value, lookup),
    () => find() !== undefined
  );
  const lookup: Lookup = (path) => {
    const [root, name, ...rest] = path;
    if (root === 'local') return typeof name === 'string' ? local(name, rest) : undefined;
    if (root === 'var') return typeof name === 'string' ? variable(variables.get(name), name, rest, lookup) : undefined;
    const resources = find();
    return resources && setBy(resources, path);
  };
  return lookup;
}

/** Computes each local once. */
function localsIn(
  locals: ReadonlyMap<string, Json>,
  compute: (json: Json | undefined) => Value,
  isFinal: () => boolean
): (name: string, steps: readonly Step[]) => Value | typeof NULL {
  const computing = new Set<string>();
  const computed = new Memo<Value>();
  const holders = new Map([...locals.keys()].map((name) => [name, {}]));
  return (name, steps) => {
    const holder = holders.get(name);
    if (holder === undefined || computing.has(name)) return undefined;
    const read = (): Value => {
      computing.add(name);
      try {
        return compute(locals.get(name));
      } finally {
        computing.delete(name);
      }
    };
    // As long as resources are read, what they set is not known.
    return within(isFinal() ? computed.of(holder, read) : read(), steps);
  };
}

/** The default of a variable holds unless somebody sets another value. */
function variable(
  body: JsonObject | undefined,
  name: string,
  steps: readonly Step[],
  lookup: Lookup
): Value | typeof NULL {
  if (body === undefined) return undefined;
  const unknown = new Unknown(`\${var.${name}}`, [`var.${name}`]);
  const preset = ownProperty(body, 'default');
  const type = typeof body.type === 'string' ? body.type.replace(/^\$\{|\}$/g, '') : '';
  let value: Value = unknown;
  // What the type adds to a default is not read.
  if (preset !== undefined && !type.includes('optional(')) {
    const written = evaluate(preset, () => undefined);
    const converted = type.startsWith('set(') && Array.isArray(written) ? setOf(written) : written;
    value = choose('default', choiceId('default', name, lookup), unknown, [converted]);
  }
  if (isUnknown(value) && type === 'bool')
    value = choose('branch', choiceId('branch', `var.${name}`, lookup), unknown, [true, false]);
  return isUnknown(value) ? undefined : within(value, steps);
}

/** What a resource of the stack sets an attribute to, where the attribute is more than the name of something. */
export function setBy(find: Find, path: readonly Step[]): Value | typeof NULL {
  const names = path.filter((step): step is string => typeof step === 'string');
  if (isIdentity(names.join('.'))) return undefined;
  const shortest = names[0] === 'data' ? 3 : 2;
  const resource = find(names.slice(0, shortest).join('.'));
  const steps = path.slice(shortest).filter((step, at, all) => at > 0 || typeof step === 'string' || all.length === 0);
  const [attribute, ...rest] = steps;
  if (!resource || typeof attribute !== 'string' || READING.has(resource)) return undefined;
  const name = resource.type === 'terraform_data' && attribute === 'output' ? 'input' : attribute;
  // Null in a plan is also what AWS fills in: the URL of a queue that is not there yet.
  if ((ownProperty(resource.body, name) ?? undefined) === undefined) return undefined;
  READING.add(resource);
  try {
    return within(resource.get(name), rest);
  } finally {
    READING.delete(resource);
  }
}

const READING = new Set<object>();
