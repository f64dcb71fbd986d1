import { Block } from './block';
import { Lookup, evaluate } from './expression/expression';
import { Resource, Stack } from './stack';
import { asBlocks, isJsonObject, Json, JsonObject, Value } from './value';

/** An input that cannot be read as Terraform. It must never pass as clean. */
export class UnreadableInput extends Error {
  constructor(
    readonly file: string,
    readonly problem: string
  ) {
    super(`${file}: ${problem}`);
    this.name = 'UnreadableInput';
  }
}

/** Whether an error is the call stack's end: the input is nested deeper than it can be walked. */
export function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

const TOP_LEVEL = [
  'resource',
  'data',
  'provider',
  'terraform',
  'module',
  'output',
  'variable',
  'locals',
  'moved',
  'import',
  'removed',
  'check',
];

/**
 * Reads one document: Terraform JSON configuration, or the plan that `terraform show -json` prints.
 *
 * @param configuration the configuration that a plan was made from, which still says what the plan only learns on apply
 */
export function readStack(name: string, file: string, json: unknown, configuration?: Stack): Stack {
  if (!isJsonObject(json))
    throw new UnreadableInput(file, 'is no JSON object, so it is no Terraform configuration or plan');
  if (typeof json.format_version === 'string') {
    if (json.errored === true) throw new UnreadableInput(file, 'is the plan of a run that failed: plan again');
    if (isJsonObject(json.planned_values)) return readPlan(name, file, json, configuration);
    throw new UnreadableInput(file, 'is no plan: pass the output of `terraform show -json <plan file>`');
  }
  if (!TOP_LEVEL.some((key) => own(json, key) !== undefined)) {
    throw new UnreadableInput(
      file,
      'holds no Terraform: neither resource, data, provider, terraform, module nor output'
    );
  }
  return readConfiguration(name, file, json);
}

/** The JSON of a `.tf.json` file. */
function readConfiguration(name: string, file: string, json: JsonObject): Stack {
  const lookup = localsLookup(json);
  const stack = new Stack(name, file, 'configuration', lookup);
  if (isJsonObject(json['//'])) stack.comment = json['//'];
  for (const terraform of asBlocks(json.terraform)) {
    for (const backend of asBlocks(terraform.backend)) setBackend(stack, backend, lookup);
    if (terraform.cloud !== undefined) setBackend(stack, { cloud: terraform.cloud }, lookup);
  }
  for (const [type, body] of labelled(json.provider)) {
    if (type === 'aws') stack.providers.push(new Block(body, lookup));
  }
  for (const [label, body] of labelled(json.output)) stack.outputs.set(label, new Block(body, lookup));
  for (const [label] of labelled(json.module)) stack.unreadModules.push(`module.${label}`);
  for (const mode of ['managed', 'data'] as const) {
    for (const types of asBlocks(mode === 'data' ? json.data : json.resource)) {
      for (const type of names(types)) {
        for (const labels of asBlocks(types[type])) addLabelled(stack, mode, type, labels);
      }
    }
  }
  return stack;
}

function addLabelled(stack: Stack, mode: 'managed' | 'data', type: string, labels: JsonObject): void {
  for (const label of Object.keys(labels)) {
    const body = labels[label];
    if (label === '//') continue;
    if (isJsonObject(body)) addConfigured(stack, mode, type, label, body);
    else for (const block of asBlocks(body)) addConfigured(stack, mode, type, label, block);
  }
}

function addConfigured(stack: Stack, mode: 'managed' | 'data', type: string, label: string, body: JsonObject): void {
  const address = mode === 'data' ? `data.${type}.${label}` : `${type}.${label}`;
  if (body.count === 0) {
    if (stack.byKey.has(address)) stack.repeated.add(address);
    return;
  }
  const comment = body['//'];
  const metadata = isJsonObject(comment) ? comment.metadata : undefined;
  const path = isJsonObject(metadata) && typeof metadata.path === 'string' ? metadata.path : undefined;
  if (!stack.add(new Resource(stack, mode, type, label, body, stack.lookup, address, '', path))) {
    stack.repeated.add(address);
  }
}

/** Terraform JSON writes labelled blocks as objects, or as lists of objects, on every level. */
function labelled(json: Json | undefined): [label: string, body: JsonObject][] {
  const found: [string, JsonObject][] = [];
  for (const labels of asBlocks(json)) {
    for (const label of names(labels)) for (const body of asBlocks(labels[label])) found.push([label, body]);
  }
  return found;
}

function names(json: JsonObject): string[] {
  return Object.keys(json).filter((key) => key !== '//');
}

function own(json: JsonObject, key: string): Json | undefined {
  return Object.prototype.hasOwnProperty.call(json, key) ? json[key] : undefined;
}

function setBackend(stack: Stack, backend: JsonObject, lookup: Lookup): void {
  for (const type of names(backend))
    stack.backend = { type, block: new Block(asBlocks(backend[type])[0] ?? {}, lookup) };
}

/** Locals are computed where they only depend on each other; variables are open until somebody plans. */
function localsLookup(json: JsonObject): Lookup {
  const locals = new Map<string, Json>();
  for (const block of asBlocks(json.locals)) for (const key of names(block)) locals.set(key, block[key]);
  if (locals.size === 0) return () => undefined;
  const computing = new Set<string>();
  const computed = new Map<string, Value>();
  const compute = (name: string): Value => {
    if (computed.has(name)) return computed.get(name);
    computing.add(name);
    try {
      const value = evaluate(locals.get(name), lookup);
      computed.set(name, value);
      return value;
    } finally {
      computing.delete(name);
    }
  };
  const lookup: Lookup = (path) => {
    if (path[0] !== 'local' || path.length < 2 || !locals.has(path[1]) || computing.has(path[1])) return undefined;
    let value = compute(path[1]);
    for (const segment of path.slice(2)) {
      if (!isJsonObject(value)) return undefined;
      value = (value as { [key: string]: Value })[segment];
    }
    return value;
  };
  return lookup;
}

/** The JSON of a plan: what will be there, with what only apply can tell filled in from the configuration. */
function readPlan(name: string, file: string, json: JsonObject, configuration: Stack | undefined): Stack {
  const stack = new Stack(name, file, 'plan', configuration?.lookup ?? (() => undefined));
  if (configuration) {
    stack.comment = configuration.comment;
    stack.backend = configuration.backend;
    for (const [key, output] of configuration.outputs) stack.outputs.set(key, output);
  }
  const unknown = new Map<string, Json>();
  for (const change of asBlocks(json.resource_changes)) {
    const after = isJsonObject(change.change) ? change.change.after_unknown : undefined;
    if (typeof change.address === 'string' && after !== undefined) unknown.set(change.address, after);
  }
  const configured = isJsonObject(json.configuration) ? json.configuration : {};
  readProviders(stack, configured.provider_config);
  const planned = json.planned_values as JsonObject;
  if (planned.root_module !== undefined && !isJsonObject(planned.root_module)) {
    throw new UnreadableInput(file, 'has planned_values that are no module');
  }
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
  if (typeof written?.['//provider'] === 'string') body.provider ??= written['//provider'];
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
    const references = isJsonObject(written) && Array.isArray(written.references) ? written.references : [];
    return `\${${typeof references[0] === 'string' ? references[0] : 'known_after_apply.value.here'}}`;
  }
  if (isJsonObject(unknown)) {
    const result: JsonObject = isJsonObject(value) ? { ...value } : {};
    for (const key of Object.keys(unknown)) {
      if (key === '__proto__') continue;
      result[key] = fillUnknown(own(result, key), unknown[key], writtenIn(written, key), ownOf(blockOf(declared), key));
    }
    return result;
  }
  if (Array.isArray(unknown)) {
    const items = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(items.length, unknown.length) }, (_, index) =>
      fillUnknown(
        items[index],
        unknown[index],
        Array.isArray(written) ? written[index] : written,
        Array.isArray(declared) ? declared[index] : declared
      )
    );
  }
  return value ?? null;
}

const NOT_WRITTEN = Symbol('not written');

/** The expression of an attribute within a block, where the plan shows the block's expressions. */
function writtenIn(written: Json | undefined | typeof NOT_WRITTEN, key: string): Json | undefined | typeof NOT_WRITTEN {
  const block = typeof written === 'symbol' ? undefined : blockOf(written);
  if (!block) return undefined;
  return own(block, key) ?? NOT_WRITTEN;
}

function ownOf(json: JsonObject | undefined, key: string): Json | undefined {
  return json && own(json, key);
}

function blockOf(json: Json | undefined): JsonObject | undefined {
  return asBlocks(json)[0];
}

function withoutIndices(path: string): string {
  return path.replace(/\[[^\]]*\]/g, '');
}

function indexExpressions(module: JsonObject | undefined, path: string, into: Map<string, JsonObject>): void {
  if (!module) return;
  for (const resource of asBlocks(module.resources)) {
    const { type, name, mode, expressions, provider_config_key: provider } = resource;
    if (typeof type !== 'string' || typeof name !== 'string' || !isJsonObject(expressions)) continue;
    const alias: JsonObject = typeof provider === 'string' && provider.includes('.') ? { '//provider': provider } : {};
    into.set(`${path}${mode === 'data' ? 'data.' : ''}${type}.${name}`, { ...expressions, ...alias });
  }
  for (const calls of asBlocks(module.module_calls)) {
    for (const name of names(calls)) {
      const call = calls[name];
      if (isJsonObject(call)) indexExpressions(asBlocks(call.module)[0], `${path}module.${name}.`, into);
    }
  }
}

function readProviders(stack: Stack, json: Json | undefined): void {
  for (const providers of asBlocks(json)) {
    for (const key of names(providers)) {
      const provider = providers[key];
      if (!isJsonObject(provider) || provider.name !== 'aws') continue;
      const body: JsonObject = typeof provider.alias === 'string' ? { alias: provider.alias } : {};
      const expressions = isJsonObject(provider.expressions) ? provider.expressions : {};
      for (const name of names(expressions)) {
        const constant = constantOf(expressions[name]);
        if (constant !== undefined && name !== '__proto__') body[name] = constant;
      }
      stack.providers.push(new Block(body, stack.lookup));
    }
  }
}

/** The value of an expression in a plan's configuration, where it is a constant. */
function constantOf(json: Json): Json | undefined {
  if (Array.isArray(json)) return json.map((item) => constantOf(item) ?? null);
  if (!isJsonObject(json)) return undefined;
  if ('constant_value' in json) return json.constant_value;
  if ('references' in json) return '${known_after_apply.value.here}';
  const result: JsonObject = {};
  for (const key of names(json)) {
    const constant = constantOf(json[key]);
    if (constant !== undefined && key !== '__proto__') result[key] = constant;
  }
  return result;
}
