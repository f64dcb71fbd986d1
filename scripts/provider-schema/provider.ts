import { Argument, Arguments, Types, VALUE } from './argument';

/** The type of an attribute: `string`, or `["set", ["object", {…}]]`. */
type AttributeType = string | readonly [string, AttributeType | { readonly [name: string]: AttributeType }];

interface Attribute {
  readonly type?: AttributeType;
  readonly optional?: boolean;
  readonly required?: boolean;
  readonly sensitive?: boolean;
}

interface Block {
  readonly attributes?: { readonly [name: string]: Attribute };
  readonly block_types?: { readonly [name: string]: { readonly nesting_mode: string; readonly block: Block } };
}

/** What `terraform providers schema -json` prints of a provider. */
export interface ProviderSchema {
  readonly resource_schemas: { readonly [type: string]: { readonly block: Block } };
}

/** What can be set on each resource type, by the provider's own schema. */
export function typesOfProvider(schema: ProviderSchema): Types {
  return Object.fromEntries(Object.entries(schema.resource_schemas).map(([type, { block }]) => [type, ofBlock(block)]));
}

function ofBlock(block: Block): Arguments {
  const settable = Object.entries(block.attributes ?? {}).filter(([, it]) => it.optional || it.required);
  return Object.fromEntries([
    ...settable.map(([name, { type, sensitive }]): [string, Argument] => {
      const argument = ofType(type ?? 'string');
      return [name, sensitive ? { ...argument, isSensitive: true } : argument];
    }),
    ...Object.entries(block.block_types ?? {}).map(([name, nested]): [string, Argument] => [
      name,
      { kind: nested.nesting_mode === 'single' ? 'object' : 'block', inner: ofBlock(nested.block) },
    ]),
  ]);
}

function ofType(type: AttributeType): Argument {
  if (typeof type === 'string') return VALUE;
  const [kind, item] = type;
  if (kind === 'object') return { kind: 'object', inner: ofObject(item) };
  if (kind === 'map' || typeof item === 'string' || !Array.isArray(item) || item[0] !== 'object') return VALUE;
  return { kind: 'objects', inner: ofObject((item as AttributeType)[1]) };
}

function ofObject(attributes: unknown): Arguments {
  const types = attributes as { readonly [name: string]: AttributeType };
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, ofType(type)]));
}
