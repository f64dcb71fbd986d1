import { labelled } from './read-configuration';
import { Json, JsonObject, asBlocks, isJsonObject, labelsOf, ownProperty } from './value';

/** What a plan does not list among the expressions of a block. */
const META = [
  '//',
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
  'provider',
  'providers',
  'provisioner',
  'connection',
  'dynamic',
  'source',
  'version',
];

/**
 * Where a plan differs from the configuration that lies beside it, so that it was made from another one: a resource or a call of a module that only one
 * of the two has, or an attribute of these that is literal and another. What is computed is not compared.
 *
 * @param isWhole whether this is all of the configuration: other files may add resources, and change those that are here
 */
export function differenceFrom(configuration: JsonObject, plan: JsonObject, isWhole: boolean): string | undefined {
  const planned = isJsonObject(plan.configuration) ? plan.configuration : {};
  const root = asBlocks(planned.root_module)[0] ?? {};
  const declared = declaredIn(configuration);
  const written = writtenIn(root);
  for (const address of isWhole ? written.keys() : [])
    if (!declared.has(address)) return `${address} is only in the plan`;
  for (const [address, body] of declared) {
    const block = written.get(address);
    if (!block) return `${address} is not in the plan`;
    if (!isWhole) continue;
    const at =
      (isSame(ownProperty(block, 'count_expression'), ownProperty(body, 'count')) ? undefined : 'count') ??
      (isSame(ownProperty(block, 'for_each_expression'), ownProperty(body, 'for_each')) ? undefined : 'for_each') ??
      differenceIn(asBlocks(block.expressions)[0] ?? {}, body);
    if (at !== undefined) return `${address}.${at} differs`;
  }
  return undefined;
}

function declaredIn(configuration: JsonObject): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  const add = (blocks: Json | undefined, prefix: string): void => {
    for (const [type, names] of labelled(blocks)) {
      for (const name of labelsOf(names)) {
        for (const body of asBlocks(names[name])) found.set(`${prefix}${type}.${name}`, body);
      }
    }
  };
  add(configuration.resource, '');
  add(configuration.data, 'data.');
  // A plan lists what a check looks up among the other data sources.
  for (const [, check] of labelled(configuration.check)) add(check.data, 'data.');
  for (const [name, body] of labelled(configuration.module)) found.set(`module.${name}`, body);
  return found;
}

function writtenIn(root: JsonObject): Map<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const resource of asBlocks(root.resources)) {
    const { mode, type, name } = resource;
    if ((mode !== 'managed' && mode !== 'data') || typeof type !== 'string' || typeof name !== 'string') continue;
    found.set(`${mode === 'data' ? 'data.' : ''}${type}.${name}`, resource);
  }
  for (const [name, call] of labelled(root.module_calls)) found.set(`module.${name}`, call);
  return found;
}

/** The first attribute in which a block of the configuration differs from the expressions that a plan lists of it. */
function differenceIn(written: JsonObject, declared: JsonObject): string | undefined {
  for (const name of new Set([...Object.keys(written), ...Object.keys(declared)])) {
    if (META.includes(name)) continue;
    const one = ownProperty(written, name);
    const other = ownProperty(declared, name);
    if (one === undefined || isExpression(one)) {
      if (!isSame(one, other)) return name;
      continue;
    }
    // An expression without anything known and without references, such as the call of a function.
    if (isJsonObject(one) && Object.keys(one).length === 0) continue;
    const [blocks, bodies] = [asBlocks(one), asBlocks(other)];
    if (blocks.length !== bodies.length) return name;
    for (const [index, block] of blocks.entries()) {
      const at = differenceIn(block, bodies[index]);
      if (at !== undefined) return `${name}.${at}`;
    }
  }
  return undefined;
}

function isExpression(written: Json): written is JsonObject {
  return isJsonObject(written) && ('constant_value' in written || Array.isArray(written.references));
}

/** Whether an expression of a plan may be what the configuration says. */
function isSame(written: Json | undefined, declared: Json | undefined): boolean {
  if (!isJsonObject(written)) return isNothing(declared);
  if ('constant_value' in written) return isSameValue(written.constant_value, declared);
  return !Array.isArray(written.references) || isComputed(declared);
}

/** What stands for no attribute, or no block. */
function isNothing(json: Json | undefined): boolean {
  return json === undefined || json === null || (Array.isArray(json) && json.length === 0);
}

function isComputed(json: Json | undefined): boolean {
  if (typeof json === 'string') return /[$%]\{/.test(json);
  return (
    typeof json === 'object' &&
    json !== null &&
    Object.entries(json).some(([key, it]) => isComputed(key) || isComputed(it))
  );
}

function isSameValue(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one === 'string' && typeof other === 'string') {
    // Terraform composes characters.
    return isComputed(other) || one === other.normalize('NFC');
  }
  if (isComputed(other) && typeof other === 'string') return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSameValue(item, other[index]));
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
      (key) => isComputed(key) || isSameValue(ownProperty(one, key), ownProperty(other, key))
    );
  }
  return (one ?? null) === (other ?? null);
}
