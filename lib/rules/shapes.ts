import { Shape } from '../guardrails/rule';
import { replaceInterpolations } from '../terraform/expression/scanner';
import { Json, JsonObject, asBlocks, isJsonObject } from '../terraform/value';
import { BlockSchema, blockSchema } from './block-schema';
import { MODULE, callOf, planOf, resourcesOf } from './plan';

/** Terraform that a rule reads: a configuration, or a plan with the configuration that it was made from. */
export interface Shaped {
  readonly terraform: JsonObject;
  readonly configuration?: JsonObject;
}

/** A configuration in another shape that says the same. */
export const SHAPES: { readonly [S in Shape]: (configuration: JsonObject) => Shaped } = {
  written: (terraform) => ({ terraform }),
  lists: (configuration) => ({ terraform: asLists(configuration) }),
  count: (configuration) => ({ terraform: withCount(configuration) }),
  plan: (configuration) => ({ terraform: planOf(configuration), configuration: callOf(configuration) }),
};

/** The address of a resource in a shape as the configuration has it. */
export function writtenAddress(address: string): string {
  return address.replace(`${MODULE}.`, '').replace(/\[[^\]]*\]$/, '');
}

/** Whether a configuration says anything that Terraform has to evaluate. */
export function hasExpressions(json: Json): boolean {
  if (typeof json === 'string') return json.includes('${');
  if (!isJsonObject(json) && !Array.isArray(json)) return false;
  return Object.entries(json).some(([key, value]) => key === 'dynamic' || hasExpressions(value));
}

/** Every block as a list of one, on every level. */
function asLists(configuration: JsonObject): JsonObject {
  const body = (json: Json, schema: BlockSchema): Json => asBlocks(json).map((block) => listedBlocks(block, schema));
  const labelled = (json: Json, inner: (value: Json, label: string) => Json): Json =>
    asBlocks(json).map((labels) => mapped(labels, inner));
  return mapped(configuration, (section, name) => {
    if (name === '//') return section;
    if (name === 'resource') {
      return labelled(section, (names, type) => labelled(names, (json) => body(json, blockSchema(type))));
    }
    if (name === 'data') return labelled(section, (names) => labelled(names, asBlocks));
    if (name === 'provider' || name === 'output' || name === 'variable') return labelled(section, asBlocks);
    if (name === 'terraform') {
      return asBlocks(section).map((terraform) =>
        mapped(terraform, (inner, key) => (key === 'backend' ? labelled(inner, asBlocks) : inner))
      );
    }
    return section;
  });
}

function listedBlocks(block: JsonObject, schema: BlockSchema): JsonObject {
  return mapped(block, (json, name) => {
    if (name === 'lifecycle') return asBlocks(json);
    if (name === 'dynamic') {
      return asBlocks(json).map((names) =>
        mapped(names, (bodies, label) =>
          asBlocks(bodies).map((dynamic) => {
            const inner = schema.inner.get(label) ?? schema;
            return { ...dynamic, content: asBlocks(dynamic.content).map((content) => listedBlocks(content, inner)) };
          })
        )
      );
    }
    const inner = schema.inner.get(name);
    if (!inner || typeof json !== 'object' || json === null) return json;
    const blocks = asBlocks(json).map((nested) => listedBlocks(nested, inner));
    return inner.kind === undefined && !Array.isArray(json) ? blocks[0] : blocks;
  });
}

/** `count` on every resource that says nothing of how many there are, and an index in every reference to one. */
function withCount(configuration: JsonObject): JsonObject {
  const isOne = (body: JsonObject): boolean => !('count' in body) && !('for_each' in body);
  const counted = resourcesOf(configuration, 'managed').filter(([, , body]) => isOne(body));
  const names = counted.map(([type, name]) => `${type}\\.${name}`);
  const bodies = new Set(counted.map(([, , body]) => body));
  if (names.length === 0) return configuration;
  const reference = new RegExp(`(?<![\\w.-])(?:${names.join('|')})(?![\\w-]|\\[|\\.\\*)`, 'g');
  const indexed = (json: Json, index: string): Json => {
    if (typeof json === 'string') {
      return replaceInterpolations(json, (code) => code.replace(reference, (found) => `${found}[${index}]`));
    }
    if (Array.isArray(json)) return json.map((item) => indexed(item, index));
    if (!isJsonObject(json)) return json;
    if (bodies.has(json)) return { count: 2, ...mapped(json, (value) => indexed(value, 'count.index')) };
    return mapped(json, (value) => indexed(value, index));
  };
  return indexed(configuration, '0') as JsonObject;
}

function mapped(json: JsonObject, value: (json: Json, name: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(json).map(([name, inner]) => [name, value(inner, name)]));
}
