import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Json, asObject, asObjects, isObject, writeJson } from './json';
import { ReviewedList } from './reviewed-list';
import { terraform } from './run';

/** A type or an argument, `type` or `type.block.argument`, that an older provider lacks. */
export interface ProviderGap {
  readonly argument: string;
  readonly reason: string;
  /** The rule that a plan violates without it, or several. */
  readonly rule?: string | readonly string[];
  /** What the older provider requires in the place of an argument of a resource. */
  readonly instead?: Json;
}

/** What was changed in a stack for an older provider. */
export interface Adapted {
  readonly removed: string[];
  readonly aliased: string[];
}

/** The reviewed list. */
const GAPS = join(__dirname, '..', 'provider-gaps.json');

/** What any block takes, whatever the provider. */
const META = new Set(['//', 'connection', 'count', 'depends_on', 'for_each', 'lifecycle', 'provider', 'provisioner']);

/**
 * The AWS provider that checks run with: the one that the stacks pin, or the older one that TOMS_AWS_PROVIDER_VERSION names.
 * For that one, a copy of a stack loses what the older provider lacks. Whatever it loses is listed.
 */
export class Provider {
  public static async load(directory: string, gaps = GAPS): Promise<Provider> {
    const version = process.env.TOMS_AWS_PROVIDER_VERSION;
    if (version === undefined || version === '') return new Provider(undefined, {}, gaps);
    mkdirSync(directory, { recursive: true });
    writeJson(join(directory, 'main.tf.json'), {
      terraform: { required_providers: { aws: { source: 'hashicorp/aws', version } } },
    });
    await terraform(directory, ['init']);
    const schemas = JSON.parse(await terraform(directory, ['providers', 'schema', '-json'])) as Json;
    const [schema] = Object.values(asObject(schemas.provider_schemas));
    return new Provider(version, asObject(schema), gaps);
  }

  public readonly gaps: ReviewedList<ProviderGap>;

  private constructor(
    public readonly version: string | undefined,
    private readonly schema: Json,
    gaps: string
  ) {
    this.gaps = new ReviewedList<ProviderGap>(gaps);
  }

  /** Makes a stack one that this provider understands, in place. Throws where it lacks what is not on the reviewed list. */
  public adapt(stack: Json): Adapted {
    const removed = new Set<string>();
    const aliased = new Set<string>();
    if (this.version === undefined) return { removed: [], aliased: [] };
    asObject(asObject(asObject(stack.terraform).required_providers).aws).version = this.version;
    for (const [section, schemas] of [
      ['resource', asObject(this.schema.resource_schemas)],
      ['data', asObject(this.schema.data_source_schemas)],
    ] as const) {
      const types = asObject(stack[section]);
      for (const [type, blocks] of Object.entries(types)) {
        if (!type.startsWith('aws_')) continue;
        const schema = schemas[type];
        if (!isObject(schema)) {
          delete types[type];
          removed.add(type);
          continue;
        }
        for (const block of Object.values(asObject(blocks)).flatMap(asObjects)) {
          const region = regionToAlias(stack, block, asObject(schema.block));
          if (region !== undefined) aliased.add(`${type}.region = ${region}`);
          for (const argument of prune(block, asObject(schema.block), type)) {
            removed.add(argument);
            Object.assign(block, this.gaps.find((gap) => gap.argument === argument)?.instead);
          }
        }
      }
    }
    const unreviewed = [...removed].filter((name) => !this.gaps.find((gap) => gap.argument === name));
    if (unreviewed.length > 0) {
      throw new Error(
        `AWS provider ${this.version} lacks what is not in provider-gaps.json (a misspelling, or new since then?):\n${unreviewed.join('\n')}`
      );
    }
    return { removed: [...removed], aliased: [...aliased] };
  }

  /** The argument whose lack makes a rule find something at an address. */
  public reasonFor(rule: string, address: string, { removed }: Adapted): string | undefined {
    const isReason = (gap: ProviderGap): boolean =>
      [gap.rule].flat().includes(rule) &&
      removed.includes(gap.argument) &&
      address.startsWith(`${gap.argument.split('.')[0]}.`);
    return this.gaps.entries.find(isReason)?.argument;
  }

  /** Throws where the reviewed list names what this older provider has. */
  public requireGaps(): void {
    if (this.version !== undefined) this.gaps.requireAllUsed();
  }
}

/** Removes what a block of the schema does not know, and names it. */
function prune(block: Json, schema: Json, path: string): string[] {
  const attributes = asObject(schema.attributes);
  const blockTypes = asObject(schema.block_types);
  return Object.entries(block).flatMap(([name, value]) => {
    if (META.has(name) || name in attributes) return [];
    const nested = blockTypes[name];
    if (isObject(nested)) {
      const removed = asObjects(value).flatMap((inner) => prune(inner, asObject(nested.block), `${path}.${name}`));
      // A block that held nothing else would say something else without it.
      if (removed.length > 0 && asObjects(value).every((inner) => Object.keys(inner).length === 0)) delete block[name];
      return removed;
    }
    delete block[name];
    return [`${path}.${name}`];
  });
}

/** Provider 6 gives every regional resource a `region`; before it, each region took a provider of its own. */
function regionToAlias(stack: Json, block: Json, schema: Json): string | undefined {
  const region = block.region;
  // Of some types, an older provider tells the region, and takes none.
  const { optional, required } = asObject(asObject(schema.attributes).region);
  if (region === undefined || optional === true || required === true) return undefined;
  if (typeof region !== 'string' || region.includes('${')) {
    throw new Error(`a region that is no plain text cannot be made a provider alias: ${JSON.stringify(region)}`);
  }
  const all = asObject(stack.provider);
  const providers = asObjects(all.aws);
  const base = typeof block.provider === 'string' ? block.provider.replace(/^aws\.?/, '') : '';
  const alias = [base, region.replace(/-/g, '_')].filter((part) => part !== '').join('_');
  if (!providers.some((provider) => provider.alias === alias)) {
    const from = providers.find((provider) => (provider.alias ?? '') === base);
    all.aws = [...providers, { ...from, alias, region }];
  }
  delete block.region;
  block.provider = `aws.${alias}`;
  return `aws.${alias}`;
}
