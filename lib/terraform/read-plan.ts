import { Block } from './block';
import { Resource, Stack } from './stack';
import { sensitiveInPlan } from './sensitive';
import { asBlocks, isJsonObject, Json, JsonObject, labelsOf, ownProperty } from './value';

/** The JSON of a plan: what will be there, with what only apply can tell filled in from the configuration. */
export function readPlan(name: string, file: string, json: JsonObject, configuration: Stack | undefined): Stack {
  const stack = new Stack(name, file, 'plan', configuration?.lookup ?? (() => undefined));
  if (configuration) {
    stack.configuration = configuration;
    stack.comment = configuration.comment;
    stack.backend = configuration.backend;
    for (const [key, output] of configuration.outputs) stack.outputs.set(key, output);
    for (const text of configuration.sensitive) stack.sensitive.add(text);
  }
  sensitiveInPlan(json, stack.sensitive);
  const unknown = new Map<string, Json>();
  for (const change of asBlocks(json.resource_changes)) {
    const after = isJsonObject(change.change) ? change.change.after_unknown : undefined;
    if (typeof change.address === 'string' && after !== undefined) unknown.set(change.address, after);
  }
  const configured = isJsonObject(json.configuration) ? json.configuration : {};
  readProviders(stack, configured.provider_config);
  const planned = json.planned_values as JsonObject;
  const expressions = new Map<string, JsonObject>();
  indexExpressions(asBlocks(configured.root_module)[0], '', expressions);
  const addModule = (module: JsonObject, path: string): void => {
    for (const resource of asBlocks(module.resources))
      addPlanned(stack, resource, path, unknown, expressions, configuration);
    for (const inner of asBlocks(module.child_modules)) {
      if (typeof inner.address === 'string') addModule(inner, `${inner.address}.`);
    }
  };
  addModule(asBlocks(planned.root_module)[0] ?? {}, '');
  return stack;
}

function addPlanned(
  stack: Stack,
  planned: JsonObject,
  modulePath: string,
  unknown: ReadonlyMap<string, Json>,
  expressions: ReadonlyMap<string, JsonObject>,
  configuration: Stack | undefined
): void {
  const { address, type, name, mode } = planned;
  if (typeof address !== 'string' || typeof type !== 'string' || typeof name !== 'string') return;
  const dataPrefix = mode === 'data' ? 'data.' : '';
  const declared = modulePath === '' ? configuration?.byKey.get(`${dataPrefix}${type}.${name}`) : undefined;
  const written = expressions.get(`${withoutIndices(modulePath)}${dataPrefix}${type}.${name}`);
  const body = fillUnknown(
    isJsonObject(planned.values) ? planned.values : {},
    unknown.get(address),
    written,
    declared?.body
  ) as JsonObject;
  if (declared)
    for (const meta of ['lifecycle', 'provider']) if (meta in declared.body) body[meta] = declared.body[meta];
  if (written?.['//provisioner'] !== undefined) body.provisioner = written['//provisioner'];
  // Which configuration of the root module that is, where a module has several or is handed one, is what the plan says.
  if (typeof written?.['//provider'] === 'string') body.provider = written['//provider'];
  else if (modulePath !== '') body.provider = `${withoutIndices(modulePath).slice(0, -1)}:${type.split('_')[0]}`;
  const resource = new Resource(
    stack,
    mode === 'data' ? 'data' : 'managed',
    type,
    name,
    body,
    stack.lookup,
    address,
    modulePath,
    declared?.constructPath
  );
  stack.add(resource);
}

/**
 * Puts an expression where the plan says "known after apply": the configuration's, or else what it refers to. What is written nowhere,
 * and the provider fills in, counts as not set: nobody asked for it.
 */
function fillUnknown(
  value: Json | undefined,
  unknown: Json | undefined,
  written: Json | undefined | typeof NOT_WRITTEN,
  declared: Json | undefined
): Json {
  if (unknown === true) {
    if (declared !== undefined && declared !== null) return declared;
    if (written === NOT_WRITTEN) return null;
    const references = referencesOf(written);
    return references.length > 0 ? references.map((it) => `\${${it}}`).join('') : '${known_after_apply.value.here}';
  }
  if (isJsonObject(unknown)) {
    const result: JsonObject = isJsonObject(value) ? { ...value } : {};
    for (const key of Object.keys(unknown)) {
      if (key === '__proto__') continue;
      result[key] = fillUnknown(
        ownProperty(result, key),
        unknown[key],
        writtenIn(written, key),
        ownOf(blockOf(declared), key)
      );
    }
    return result;
  }
  if (Array.isArray(unknown)) {
    const items = Array.isArray(value) ? value : [];
    const each = eachWritten(written, unknown);
    return Array.from({ length: Math.max(items.length, unknown.length) }, (_, index) =>
      fillUnknown(
        items[index],
        unknown[index],
        Array.isArray(written) ? written[index] : (each?.[index] ?? written),
        Array.isArray(declared) ? declared[index] : declared
      )
    );
  }
  return value ?? null;
}

/**
 * What an expression refers to. A plan lists each reference and what it is a part of, `aws_subnet.a.id` and `aws_subnet.a`; and the
 * indices within it, which name nothing.
 */
function referencesOf(written: Json | undefined | typeof NOT_WRITTEN): string[] {
  if (typeof written === 'symbol' || !isJsonObject(written) || !Array.isArray(written.references)) return [];
  const all = written.references.filter((it) => typeof it === 'string');
  const found = all.filter((it, at) => !/^(?:count|each|path|terraform)\./.test(it) && !isWhole(it, all[at - 1]));
  return found.length > 0 ? found : all.slice(0, 1);
}

function isWhole(reference: string, part: string | undefined): boolean {
  return part !== undefined && part.startsWith(reference) && /^[.[]/.test(part.slice(reference.length));
}

/** The expression of each item of a list: a plan shows one for the whole list, whose references are in the order of the items. */
function eachWritten(
  written: Json | undefined | typeof NOT_WRITTEN,
  unknown: readonly Json[]
): (Json | undefined)[] | undefined {
  const references = referencesOf(written);
  if (unknown.filter((it) => it === true).length !== references.length) return undefined;
  return unknown.map((it) => (it === true ? { references: [references.shift() ?? ''] } : undefined));
}

const NOT_WRITTEN = Symbol('not written');

/** The expression of an attribute within a block, where the plan shows the block's expressions. */
function writtenIn(written: Json | undefined | typeof NOT_WRITTEN, key: string): Json | undefined | typeof NOT_WRITTEN {
  if (typeof written === 'symbol') return written;
  const block = blockOf(written);
  if (!block) return undefined;
  // A map has one expression for all of its keys.
  if (Array.isArray(block.references) || 'constant_value' in block) return block;
  return ownProperty(block, key) ?? NOT_WRITTEN;
}

function ownOf(json: JsonObject | undefined, key: string): Json | undefined {
  return json && ownProperty(json, key);
}

function blockOf(json: Json | undefined): JsonObject | undefined {
  return asBlocks(json)[0];
}

function withoutIndices(path: string): string {
  return path.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]["]*)\]/g, '');
}

function indexExpressions(module: JsonObject | undefined, path: string, into: Map<string, JsonObject>): void {
  if (!module) return;
  for (const resource of asBlocks(module.resources)) {
    // Where nothing is written, there are no expressions.
    const { type, name, mode, expressions = {}, provisioners, provider_config_key: provider } = resource;
    if (typeof type !== 'string' || typeof name !== 'string' || !isJsonObject(expressions)) continue;
    // A plan shows provisioners only here.
    const commands: JsonObject = asBlocks(provisioners).length > 0 ? { '//provisioner': asBlocks(provisioners) } : {};
    const key: JsonObject = typeof provider === 'string' ? { '//provider': provider } : {};
    into.set(`${path}${mode === 'data' ? 'data.' : ''}${type}.${name}`, { ...expressions, ...key, ...commands });
  }
  for (const calls of asBlocks(module.module_calls)) {
    for (const name of labelsOf(calls)) {
      const call = calls[name];
      if (isJsonObject(call)) indexExpressions(asBlocks(call.module)[0], `${path}module.${name}.`, into);
    }
  }
}

/** A provider that is only implied is listed without expressions, beside the one that is configured by another local name. */
function readProviders(stack: Stack, json: Json | undefined): void {
  const all = Object.entries(asBlocks(json)[0] ?? {}).filter((entry): entry is [string, JsonObject] =>
    isJsonObject(entry[1])
  );
  for (const [key, { full_name: source }] of all) {
    if (typeof source === 'string') stack.providers.require(withoutAlias(key), source);
  }
  for (const isWritten of [true, false]) {
    for (const [key, provider] of all) {
      if ('expressions' in provider !== isWritten || (!isWritten && stack.providers.has(key))) continue;
      const body: JsonObject = typeof provider.alias === 'string' ? { alias: provider.alias } : {};
      const expressions = isJsonObject(provider.expressions) ? provider.expressions : {};
      for (const name of labelsOf(expressions)) {
        const constant = constantOf(expressions[name]);
        if (constant !== undefined && name !== '__proto__') body[name] = constant;
      }
      stack.providers.add(key, new Block(body, stack.lookup));
    }
  }
}

function withoutAlias(key: string): string {
  const module = key.lastIndexOf(':') + 1;
  return key.slice(0, module) + key.slice(module).split('.')[0];
}

/** The value of an expression in a plan's configuration, where it is a constant. */
function constantOf(json: Json): Json | undefined {
  if (Array.isArray(json)) return json.map((item) => constantOf(item) ?? null);
  if (!isJsonObject(json)) return undefined;
  if ('constant_value' in json) return json.constant_value;
  if ('references' in json) return '${known_after_apply.value.here}';
  const result: JsonObject = {};
  for (const key of labelsOf(json)) {
    const constant = constantOf(json[key]);
    if (constant !== undefined && key !== '__proto__') result[key] = constant;
  }
  return result;
}
