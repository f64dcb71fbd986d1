import { evaluate } from '../terraform/expression/parser';
import { Lookup, within } from '../terraform/expression/steps';
import { replaceInterpolations } from '../terraform/expression/scanner';
import { EncodedJson, Json, JsonObject, Value, asBlocks, asStrings, isUnknown } from '../terraform/value';
import { BlockSchema, blockSchema } from './block-schema';

/** The module that a plan has its resources in. */
export const MODULE = 'module.shape';

const META = new Set(['//', 'count', 'for_each', 'provider', 'lifecycle', 'depends_on', 'connection', 'provisioner']);
const NO_META: ReadonlySet<string> = new Set();

/** The schema at hand is of resources: in a data source, whatever looks like a block is one. */
const DATA: BlockSchema = { kind: 'block', inner: new Map() };

/** A value as a plan prints it: what is known, where it is not, and what it was written as. */
interface Planned {
  readonly value?: Json;
  readonly unknown?: Json;
  readonly written: Json;
}

/** The plan that creates everything in a configuration, which stands in a module, as `terraform show -json` prints it. */
export function planOf(configuration: JsonObject): JsonObject {
  const inputs = inputsOf(configuration);
  const resources: Json[] = [];
  const changes: Json[] = [];
  const written: Json[] = [];
  for (const mode of ['managed', 'data'] as const) {
    for (const [type, name, body] of resourcesOf(configuration, mode)) {
      const schema = mode === 'managed' ? blockSchema(type) : DATA;
      for (const [index, lookup] of instances(body, inputs)) {
        const address = `${MODULE}.${mode === 'data' ? 'data.' : ''}${type}.${name}${index}`;
        const { value, unknown } = plannedBody(body, schema, lookup, META);
        resources.push({ address, mode, type, name, values: value ?? {} });
        // What nobody sets and only apply tells.
        const ids = Object.fromEntries(['id', 'arn'].filter((it) => !(it in body)).map((it) => [it, true]));
        changes.push({ address, change: { after_unknown: { ...ids, ...(unknown as JsonObject | undefined) } } });
      }
      written.push({
        mode,
        type,
        name,
        expressions: plannedBody(body, schema, inputs, META).written,
        provider_config_key: typeof body.provider === 'string' ? body.provider : type.split('_')[0],
      });
    }
  }
  return {
    format_version: '1.2',
    planned_values: { root_module: { child_modules: [{ address: MODULE, resources }] } },
    resource_changes: changes,
    configuration: {
      provider_config: providersOf(configuration, inputs),
      root_module: { module_calls: { [MODULE.split('.')[1]]: { module: { resources: written } } } },
    },
  };
}

/** The configuration beside that plan: it holds what a plan does not show of a stack, and calls the module. */
export function callOf({ '//': comment = null, terraform = [] }: JsonObject): JsonObject {
  return { '//': comment, terraform, module: { [MODULE.split('.')[1]]: { source: './shape' } } };
}

/** The resources of a configuration, which may be written as lists on every level. */
export function resourcesOf(
  json: JsonObject,
  mode: 'managed' | 'data'
): [type: string, name: string, body: JsonObject][] {
  const labelled = (value: Json | undefined): [string, Json][] =>
    asBlocks(value).flatMap((block) => Object.entries(block).filter(([label]) => label !== '//'));
  return labelled(mode === 'data' ? json.data : json.resource).flatMap(([type, names]) =>
    labelled(names).flatMap(([name, bodies]) =>
      asBlocks(bodies).map((body): [string, string, JsonObject] => [type, name, body])
    )
  );
}

/** Locals, and variables that have a default. */
function inputsOf(configuration: JsonObject): Lookup {
  const locals = Object.assign({}, ...asBlocks(configuration.locals)) as JsonObject;
  const variables = Object.assign({}, ...asBlocks(configuration.variable)) as JsonObject;
  const lookup: Lookup = ([root, step, ...path]) => {
    const name = typeof step === 'string' ? step : '';
    if (root === 'local' && name in locals) return within(evaluate(locals[name], lookup), path);
    const variable = root === 'var' ? asBlocks(variables[name])[0] : undefined;
    return variable && 'default' in variable ? within(evaluate(variable.default, lookup), path) : undefined;
  };
  return lookup;
}

/** The instances of a resource: the index in the address of each, and what its expressions look up. */
function instances(body: JsonObject, inputs: Lookup): [index: string, lookup: Lookup][] {
  const of =
    (root: string, values: { readonly [name: string]: Value }): Lookup =>
    (reference) => {
      const name = typeof reference[1] === 'string' ? reference[1] : '';
      return reference[0] === root && name in values ? within(values[name], reference.slice(2)) : inputs(reference);
    };
  if ('for_each' in body) {
    const each = evaluate(body.for_each, inputs);
    // Terraform plans no unknown number of instances: whatever it is, one of them stands for all.
    if (typeof each !== 'object' || isUnknown(each)) return [['["one"]', of('each', { key: 'one' })]];
    const entries: [string, Value][] = Array.isArray(each)
      ? asStrings(each).map((it) => [it, it])
      : Object.entries(each as { [key: string]: Value });
    return entries.map(([key, value]) => [`[${JSON.stringify(key)}]`, of('each', { key, value })]);
  }
  if ('count' in body) {
    const count = evaluate(body.count, inputs);
    const indices = Array.from({ length: typeof count === 'number' ? count : 1 }, (_, index) => index);
    return indices.map((index) => [`[${index}]`, of('count', { index })]);
  }
  return [['', inputs]];
}

function plannedBody(body: JsonObject, schema: BlockSchema, lookup: Lookup, meta = NO_META): Planned {
  const parts: [string, Planned][] = [];
  for (const [name, { kind }] of schema.inner) {
    if (kind === 'block' && !(name in body)) parts.push([name, { value: [], written: null }]);
  }
  for (const [name, json] of Object.entries(body)) {
    if (meta.has(name)) continue;
    const inner = schema === DATA && asBlocks(json).length > 0 ? DATA : schema.inner.get(name);
    if (name === 'dynamic') parts.push(...unrolled(json, schema, lookup));
    else if (inner?.kind !== undefined && typeof json === 'object') {
      const blocks = asBlocks(json).map((block) => plannedBody(block, inner, lookup));
      const list = listOf(blocks);
      parts.push([name, inner.kind === 'block' ? list : { ...list, written: expressionOf(json, lookup) }]);
    } else parts.push([name, { ...plannedValue(evaluate(json, lookup)), written: expressionOf(json, lookup) }]);
  }
  return objectOf(parts);
}

/** `dynamic` blocks are unrolled; a plan does not print their expressions. */
function unrolled(json: Json, schema: BlockSchema, lookup: Lookup): [string, Planned][] {
  return asBlocks(json)
    .flatMap(Object.entries)
    .flatMap(([name, bodies]: [string, Json]) =>
      asBlocks(bodies).map((dynamic): [string, Planned] => {
        const each = evaluate(dynamic.for_each, lookup);
        if (typeof each !== 'object' || isUnknown(each)) return [name, { unknown: true, written: null }];
        const iterator = typeof dynamic.iterator === 'string' ? dynamic.iterator : name;
        const blocks = Object.entries(each).map(([key, value]) => {
          const element: Lookup = (reference) =>
            reference[0] === iterator ? within({ key, value: value as Value }, reference.slice(1)) : lookup(reference);
          return plannedBody(asBlocks(dynamic.content)[0] ?? {}, schema.inner.get(name) ?? schema, element);
        });
        return [name, { ...listOf(blocks), written: null }];
      })
    );
}

/** The AWS provider calls a set, a map or a text unknown as a whole where a part of it is. */
function plannedValue(value: Value): Planned {
  const json = knownJson(value);
  return json === undefined ? { unknown: true, written: null } : { value: json, written: null };
}

/** A value as JSON, or `undefined` where any of it is unknown. */
function knownJson(value: Value): Json | undefined {
  if (isUnknown(value)) return undefined;
  if (value === undefined) return null;
  if (value instanceof EncodedJson) {
    const inner = knownJson(value.value);
    return inner === undefined ? undefined : JSON.stringify(inner);
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json | undefined] => [key, knownJson(inner)]);
  if (entries.some(([, inner]) => inner === undefined)) return undefined;
  const known = entries as [string, Json][];
  return Array.isArray(value) ? known.map(([, inner]) => inner) : Object.fromEntries(known);
}

function listOf(items: readonly Planned[]): Planned {
  const isKnown = items.every(({ unknown }) => unknown === undefined);
  return {
    value: items.map(({ value }) => value ?? null),
    ...(isKnown ? {} : { unknown: items.map(({ unknown }) => unknown ?? false) }),
    written: items.map(({ written }) => written),
  };
}

function objectOf(parts: readonly [string, Planned][]): Planned {
  const pick = (part: 'value' | 'unknown' | 'written'): JsonObject =>
    Object.fromEntries(
      parts.flatMap(([name, planned]) => {
        const json = planned[part];
        return json === undefined || (part === 'written' && json === null) ? [] : [[name, json]];
      })
    );
  const unknown = pick('unknown');
  return { value: pick('value'), written: pick('written'), ...(Object.keys(unknown).length > 0 ? { unknown } : {}) };
}

/** What the configuration of a plan says of an attribute: its constant, or all that it refers to. */
function expressionOf(json: Json, lookup: Lookup): Json {
  const references = referencesOf(json);
  if (references.length === 0) return { constant_value: knownJson(evaluate(json, lookup)) ?? null };
  return { references: references.flatMap(withWholes) };
}

const REFERENCE = /(?<![\w.])(?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(?:\[(?:\d+|"[^"]*")\])?(?:\.[A-Za-z_]\w*)*/g;
/** Text within an expression, such as the name of a service, only looks like a reference. */
const ROOT = /^(?:var|local|each|count|data|module|\w+_\w+)\./;

/** Whatever the templates in a value refer to, in their order. */
function referencesOf(json: Json): string[] {
  if (typeof json === 'string') {
    const code: string[] = [];
    replaceInterpolations(json, (interpolation) => (code.push(interpolation), ''));
    return code.flatMap((it) => it.match(REFERENCE) ?? []).filter((it) => ROOT.test(it));
  }
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(referencesOf) : [];
}

/** A reference, and what it is a part of: `aws_subnet.a[0].id`, `aws_subnet.a[0]`, `aws_subnet.a`. */
function withWholes(reference: string): string[] {
  const names = reference.split(/(?=[.[])/);
  const shortest = reference.startsWith('data.') ? 3 : 2;
  return names.slice(shortest - 1).map((_, at) => names.slice(0, names.length - at).join(''));
}

function providersOf(configuration: JsonObject, lookup: Lookup): JsonObject {
  const providers = asBlocks(configuration.provider).flatMap((types) => asBlocks(types.aws));
  return Object.fromEntries(
    providers.map(({ alias, ...body }): [string, Json] => {
      const isBlock = (json: Json): boolean => asBlocks(json).length > 0;
      const expressions = Object.fromEntries(
        Object.entries(body).map(([name, json]): [string, Json] => [
          name,
          isBlock(json)
            ? asBlocks(json).map((block) =>
                Object.fromEntries(Object.entries(block).map(([inner, it]) => [inner, expressionOf(it, lookup)]))
              )
            : expressionOf(json, lookup),
        ])
      );
      const key = typeof alias === 'string' ? `aws.${alias}` : 'aws';
      return [key, { name: 'aws', ...(typeof alias === 'string' ? { alias } : {}), expressions }];
    })
  );
}
