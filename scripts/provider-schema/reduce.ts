import { Argument, Arguments, Types } from './argument';

/** What tests need of a resource type: paths with dots between the names. */
export interface ReducedType {
  /** Where it is described: the provider's schema, the package that the constructs import, or both. */
  readonly from: 'both' | 'package' | 'provider';
  /** Blocks. */
  readonly blocks?: readonly string[];
  /** Attributes that hold a list of objects, and are written as blocks are. */
  readonly objects?: readonly string[];
  /** What the provider marks as sensitive, and keeps in the state: it only writes what is called `…_wo`. */
  readonly sensitive?: readonly string[];
  /** The arguments of a family, by their names. */
  readonly families?: { readonly [family: string]: readonly string[] };
}

export interface ReducedSchema {
  readonly provider: string;
  readonly package: string;
  readonly types: { readonly [type: string]: ReducedType };
}

/** The families of rules, by what their arguments are called. */
const FAMILIES: { readonly [family: string]: RegExp } = {
  key: /kms|encrypt|(?:^|_)sse(?:_|$)|(?:^|_)cmk/,
  transport: /tls|ssl|https|minimum_protocol|security_policy|in_transit|protocol_version/,
  log: /(?:^|_)(?:logs?|logging)(?:_|$)|audit/,
  backup: /backup|snapshot|retention|point_in_time|recovery/,
  deletion: /deletion_protect|delete_protect|termination_protect|final_snapshot|force_destroy|force_delete/,
  public: /public|internet/,
  policy: /(?:^|_)policy(?:_json|_document|_text)?$/,
};

/** Quicksight describes every chart: below this depth no rule looks. */
const DEEPEST = 5;

/** The blocks and the arguments of families of every resource type, with the source of each. */
export function reduce(
  provider: { readonly version: string; readonly types: Types },
  bindings: { readonly version: string; readonly types: Types }
): ReducedSchema {
  const names = [...new Set([...Object.keys(provider.types), ...Object.keys(bindings.types)])].sort();
  const types = names.map((type): [string, ReducedType] => {
    const [one, other] = [provider.types[type], bindings.types[type]];
    if (one === undefined) return [type, { from: 'package', ...pathsOf(other) }];
    if (other === undefined) return [type, { from: 'provider', ...pathsOf(one) }];
    return [type, { from: 'both', ...pathsOf(merged(one, other)) }];
  });
  return { provider: provider.version, package: bindings.version, types: Object.fromEntries(types) };
}

/** One type a line: a newer provider then changes the lines of what changed. */
export function renderSchema(schema: ReducedSchema): string {
  const lines = Object.entries(schema.types).map(([type, reduced]) => `    "${type}": ${JSON.stringify(reduced)}`);
  return [
    '{',
    `  "provider": ${JSON.stringify(schema.provider)},`,
    `  "package": ${JSON.stringify(schema.package)},`,
    '  "types": {',
    lines.join(',\n'),
    '  }',
    '}',
    '',
  ].join('\n');
}

/** What either of two versions takes. Where they differ the second is right, which calls the deepest blocks a value of any kind. */
function merged(one: Arguments, other: Arguments): Arguments {
  const result: { [name: string]: Argument } = { ...one };
  for (const [name, { kind, inner }] of Object.entries(other)) {
    const before = one[name];
    if (before === undefined || kind !== 'value') {
      result[name] = { ...before, kind, inner: merged(before?.inner ?? {}, inner) };
    }
  }
  return result;
}

function pathsOf(settable: Arguments): Omit<ReducedType, 'from'> {
  const blocks: string[] = [];
  const objects: string[] = [];
  const sensitive: string[] = [];
  const families = new Map<string, string[]>();
  const visit = (level: Arguments, above: readonly string[]): void => {
    for (const name of Object.keys(level).sort()) {
      const { kind, inner, isSensitive } = level[name];
      const path = [...above, name].join('.');
      if (kind === 'block') blocks.push(path);
      if (kind === 'objects') objects.push(path);
      if (isSensitive && !name.endsWith('_wo')) sensitive.push(path);
      for (const family of Object.keys(FAMILIES).filter((it) => FAMILIES[it].test(name))) {
        families.set(family, [...(families.get(family) ?? []), path]);
      }
      // A block within one of its own name holds what that one holds: see `blockAt`.
      if (!above.includes(name) && above.length < DEEPEST) visit(inner, [...above, name]);
    }
  };
  visit(settable, []);
  return {
    ...(blocks.length > 0 ? { blocks } : {}),
    ...(objects.length > 0 ? { objects } : {}),
    ...(sensitive.length > 0 ? { sensitive } : {}),
    ...(families.size > 0 ? { families: Object.fromEntries([...families].sort()) } : {}),
  };
}
