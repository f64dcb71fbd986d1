import { Block } from './block';
import { withIndices } from './plan-indices';
import { PlanScopes, expressionOf, namedIn } from './plan-scopes';
import { Resource, Stack } from './stack';
import { sensitiveInPlan } from './sensitive';
import { UnreadableInput } from './unreadable-input';
import { asBlocks, isJsonObject, Json, JsonObject, labelsOf, ownProperty } from './value';

/** The JSON of a plan: what will be there, with what only apply can tell filled in from the configuration. */
export function readPlan(name: string, file: string, json: JsonObject, configuration: Stack | undefined): Stack {
  const scopes = new PlanScopes(json, configuration?.lookup, (key) => stack.byKey.get(key));
  const stack: Stack = new Stack(name, file, 'plan', scopes.of(''));
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
    // It is false for what is destroyed.
    if (after === undefined || after === false || typeof change.address !== 'string') continue;
    if (!isJsonObject(after)) throw new UnreadableInput(file, `${change.address} has no attributes in after_unknown`);
    unknown.set(change.address, after);
  }
  const configured = isJsonObject(json.configuration) ? json.configuration : {};
  readProviders(stack, configured.provider_config);
  const expressions = new Map<string, Written>();
  indexExpressions(asBlocks(configured.root_module)[0], '', expressions);
  const add = (module: JsonObject, path: string, isWanted: (resource: JsonObject) => boolean): void => {
    for (const resource of asBlocks(module.resources).filter(isWanted))
      addPlanned(stack, resource, path, unknown, expressions, configuration, scopes);
    for (const inner of asBlocks(module.child_modules)) {
      if (typeof inner.address === 'string') add(inner, `${inner.address}.`, isWanted);
    }
  };
  add(rootModuleOf(json.planned_values), '', () => true);
  // What was read to make the plan is in the state that it starts from.
  const planned = new Set<unknown>(stack.resources.map(({ address }) => address));
  const prior = isJsonObject(json.prior_state) ? json.prior_state.values : undefined;
  add(rootModuleOf(prior), '', ({ mode, address }) => mode === 'data' && !planned.has(address));
  return stack;
}

function rootModuleOf(values: Json | undefined): JsonObject {
  return asBlocks(isJsonObject(values) ? values.root_module : undefined)[0] ?? {};
}

function addPlanned(
  stack: Stack,
  planned: JsonObject,
  modulePath: string,
  unknown: ReadonlyMap<string, Json>,
  expressions: ReadonlyMap<string, Written>,
  configuration: Stack | undefined,
  scopes: PlanScopes
): void {
  const { address, type, name, mode } = planned;
  if (typeof address !== 'string' || typeof type !== 'string' || typeof name !== 'string') return;
  const dataPrefix = mode === 'data' ? 'data.' : '';
  const declared = modulePath === '' ? configuration?.byKey.get(`${dataPrefix}${type}.${name}`) : undefined;
  const written = expressions.get(`${withoutIndices(modulePath)}${dataPrefix}${type}.${name}`);
  const body = fillUnknown(
    isJsonObject(planned.values) ? escaped(planned.values) : {},
    unknown.get(address),
    written?.expressions,
    declared?.body
  ) as JsonObject;
  if (declared)
    for (const meta of ['lifecycle', 'provider']) if (meta in declared.body) body[meta] = declared.body[meta];
  if (written?.provisioners !== undefined) body.provisioner = written.provisioners;
  // Which configuration of the root module that is, where a module has several or is handed one, is what the plan says.
  if (written?.provider !== undefined) body.provider = written.provider;
  else if (modulePath !== '') body.provider = `${withoutIndices(modulePath).slice(0, -1)}:${type.split('_')[0]}`;
  const resource = new Resource(
    stack,
    mode === 'data' ? 'data' : 'managed',
    type,
    name,
    body,
    scopes.ofInstance(modulePath, planned.index, written?.each),
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
    return written === undefined ? NOT_TOLD : (expressionOf(written) ?? NOT_TOLD);
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
    const each = inOrderOf(items, itemsWritten(written, unknown));
    const own = Array.isArray(declared) ? inOrderOf(items, declared) : undefined;
    return Array.from({ length: Math.max(items.length, unknown.length) }, (_, index) =>
      fillUnknown(items[index], unknown[index], each[index], own ? own[index] : declared)
    );
  }
  return value ?? null;
}

/** What nothing is known of: nobody wrote it, as far as the plan tells. */
const NOT_TOLD = '${known_after_apply.value.here}';

/**
 * The expression of each item of a list. A plan shows those of blocks one by one, and one for a whole list: where that is HCL, its
 * references are in the order of the items.
 */
function itemsWritten(
  written: Json | undefined | typeof NOT_WRITTEN,
  unknown: readonly Json[]
): readonly (Json | undefined | typeof NOT_WRITTEN)[] {
  if (Array.isArray(written)) return written;
  if (!isJsonObject(written)) return unknown.map(() => written);
  const { constant_value: constant, references } = written;
  if (Array.isArray(constant)) return constant;
  const named = Array.isArray(references)
    ? namedIn(references).filter((it) => !/^(?:count|each|path|terraform)\./.test(it))
    : [];
  if (unknown.filter((it) => it === true).length !== named.length) return unknown.map(() => written);
  const seen = new Set<string>();
  return unknown.map((it) => {
    if (it !== true) return undefined;
    const name = named.shift() ?? '';
    // No set has an item twice: what names a bucket again are its objects.
    const isAgain = seen.has(name) && /^aws_s3_bucket\..*\.arn$/.test(name);
    seen.add(name);
    return isAgain ? `\${${name}}/*` : { references: [name] };
  });
}

/**
 * Blocks as they are written, in the order in which a plan shows them: that of a set is another one than the program's, and there the constants within tell which is
 * which. Where they do not, the order stays.
 */
function inOrderOf<T>(items: readonly Json[], blocks: readonly T[]): readonly T[] {
  if (blocks.length < 2 || blocks.length !== items.length) return blocks;
  if (items.every((item, index) => agrees(item, blocks[index]))) return blocks;
  const left = [...blocks];
  const found: T[] = [];
  for (const item of items) {
    const index = left.findIndex((block) => agrees(item, block));
    if (index < 0) return blocks;
    found.push(...left.splice(index, 1));
  }
  return found;
}

/** Whether no constant of a block is another value in a plan. */
function agrees(item: Json, block: unknown): boolean {
  if (!isJsonObject(item) || !isJsonObject(block)) return true;
  return Object.keys(item).every((key) => {
    const shown = item[key];
    const written = ownProperty(block, key);
    const constant = isJsonObject(written) ? written.constant_value : written;
    if (!isPlain(shown) || !isPlain(constant) || /[$%]\{/.test(String(constant))) return true;
    return String(shown) === String(constant);
  });
}

function isPlain(json: unknown): json is string | number | boolean {
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean';
}

/** Values of a plan are no templates, whatever they look like. */
function escaped(json: Json): Json {
  if (typeof json === 'string') return /[$%]\{/.test(json) ? json.replace(/([$%])\{/g, '$1$1{') : json;
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(escaped);
  const result: JsonObject = {};
  for (const key of Object.keys(json)) if (key !== '__proto__') result[key] = escaped(json[key]);
  return result;
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

/** What the configuration within a plan says of a resource. */
interface Written {
  readonly expressions: JsonObject;
  /** What the configuration of its provider is called. */
  readonly provider: string | undefined;
  /** A plan shows provisioners only here. */
  readonly provisioners: Json | undefined;
  /** The expression of `for_each`. */
  readonly each: Json | undefined;
}

function indexExpressions(module: JsonObject | undefined, path: string, into: Map<string, Written>): void {
  if (!module) return;
  const resources = asBlocks(module.resources);
  const counts = new Map(
    resources.flatMap(({ type, name, count_expression: count }): [string, Json | undefined][] =>
      typeof type === 'string' && typeof name === 'string' ? [[`${type}.${name}`, count]] : []
    )
  );
  for (const resource of resources) {
    // Where nothing is written, there are no expressions.
    const { type, name, mode, expressions = {}, provisioners, provider_config_key: provider } = resource;
    if (typeof type !== 'string' || typeof name !== 'string' || !isJsonObject(expressions)) continue;
    into.set(`${path}${mode === 'data' ? 'data.' : ''}${type}.${name}`, {
      expressions: withIndices(expressions, (other) => isCountedAs(resource.count_expression, other, counts)),
      provider: typeof provider === 'string' ? provider : undefined,
      provisioners: asBlocks(provisioners).length > 0 ? asBlocks(provisioners) : undefined,
      each: resource.for_each_expression,
    });
  }
  for (const calls of asBlocks(module.module_calls)) {
    for (const name of labelsOf(calls)) {
      const call = calls[name];
      if (isJsonObject(call)) indexExpressions(asBlocks(call.module)[0], `${path}module.${name}.`, into);
    }
  }
}

/** Whether a resource is counted as another one is. */
function isCountedAs(count: Json | undefined, other: string, counts: ReadonlyMap<string, Json | undefined>): boolean {
  if (!isJsonObject(count)) return false;
  const isOfIt = Array.isArray(count.references) && count.references.length === 1 && count.references[0] === other;
  return isOfIt || JSON.stringify(counts.get(other)) === JSON.stringify(count);
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

/** The expressions of a block in a plan's configuration, as Terraform JSON. */
function constantOf(json: Json): Json | undefined {
  if (Array.isArray(json)) return json.map((item) => constantOf(item) ?? null);
  if (!isJsonObject(json)) return undefined;
  if ('constant_value' in json || 'references' in json) return expressionOf(json);
  const result: JsonObject = {};
  for (const key of labelsOf(json)) {
    const constant = constantOf(json[key]);
    if (constant !== undefined && key !== '__proto__') result[key] = constant;
  }
  return result;
}
