import { evaluate, plainTemplate, withoutDirectives } from './expression/parser';
import { choiceId, withinScope } from './expression/scope';
import { Lookup, within } from './expression/steps';
import { multiplicityOf } from './multiplicity';
import { asBlocks, isJsonObject, isUnknown, items, Json, JsonObject, ownProperty, Unknown, Value } from './value';
import { at, choose } from './worlds';

const SPLIT = new Map<string, string[]>();

function split(path: string): string[] {
  let segments = SPLIT.get(path);
  if (!segments) SPLIT.set(path, (segments = path.split('.')));
  return segments;
}

/** A block as it is written, and what its expressions name. */
interface Written {
  readonly body: JsonObject;
  readonly lookup: Lookup;
}

/** A block of configuration: a resource, or a block within one. */
export class Block {
  /** What a `Memo` keeps here. */
  remembered?: unknown[];
  /** The attributes of the resource that Terraform leaves as somebody changed them, by `lifecycle.ignore_changes`. */
  private readonly ignored: readonly string[] | undefined;

  constructor(
    readonly body: JsonObject,
    protected readonly lookup: Lookup,
    private readonly outer?: Block,
    private readonly path = ''
  ) {
    this.ignored = outer ? outer.ignored : body.lifecycle === undefined ? undefined : ignoredBy(body.lifecycle);
  }

  /** Where it stands, for what hangs on its attributes: `aws_s3_bucket.logging`. */
  protected get place(): string {
    return this.outer ? `${this.outer.place}.${this.path}` : this.path;
  }

  /**
   * What an attribute holds: `rule.apply_server_side_encryption_by_default.sse_algorithm`.
   * Of a block that is there several times the first is read: see `blocks`.
   * `undefined` where it is not set or null; `Unknown` where only a plan can tell.
   */
  public get(path: string): Value {
    return this.ignored !== undefined && this.ignores(path) ? this.readIgnored(path) : this.read(path);
  }

  private readIgnored(path: string): Value {
    return at(
      () => `${this.place}.${path}`,
      () => choose('ignored', `ignored ${this.owner} ${this.place}.${path}`, this.read(path))
    );
  }

  /** Whether Terraform leaves an attribute as somebody changed it. */
  public ignores(path: string): boolean {
    const { ignored } = this;
    if (ignored === undefined) return false;
    const [, attribute] = /^(?:data\.)?\w+\.(\w+)/.exec(`${this.place}.${path}`) ?? [];
    return ignored.includes('all') || ignored.includes(attribute);
  }

  /** The resource that the block is in. */
  protected get owner(): string {
    return this.outer?.owner ?? '';
  }

  private read(path: string): Value {
    let json: Json | undefined = this.body;
    let { lookup } = this;
    const segments = split(path);
    for (let index = 0; index < segments.length; index++) {
      const segment = segments[index];
      if (Array.isArray(json)) json = Array.isArray(json[0]) ? asBlocks(json)[0] : json[0];
      if (typeof json === 'string') {
        const value = this.template(path, json, lookup);
        if (isUnknown(value)) return value;
        json = asBlocks(value)[0];
      }
      if (!isJsonObject(json)) return undefined;
      if (isUnknown(json)) return json;
      const dynamic = dynamicBlocks(json, segment);
      if (dynamic.length > 0) {
        const all: Written[] = expand(json, segment, dynamic, lookup, this.place);
        if (all.length === 0) return undefined;
        if (index === segments.length - 1) return all.map((one) => evaluate(one.body, one.lookup));
        json = all[0].body;
        lookup = all[0].lookup;
        continue;
      }
      json = ownProperty(json, segment);
    }
    if (typeof json === 'string') return this.template(path, json, lookup);
    if (json === null) return undefined;
    return typeof json === 'object' ? this.evaluated(path, json, lookup) : json;
  }

  private template(path: string, text: string, lookup: Lookup): Value {
    return plainTemplate(text) ?? this.evaluated(path, text, lookup);
  }

  private evaluated(path: string, json: Json | undefined, lookup: Lookup): Value {
    return at(
      () => `${this.place}.${path}`,
      () => evaluate(json, lookup)
    );
  }

  /** The blocks of a name, whether they are written as one object, as a list, as an expression, or as `dynamic` blocks. */
  public blocks(path: string): Block[] {
    if (this.ignored !== undefined && this.ignores(path)) {
      const kept = this.chooseIgnored(path);
      if (kept !== AS_WRITTEN) return this.blocksOf(writtenIn(asBlocks(kept), this.lookup), path);
    }
    let level: readonly Written[] = [{ body: this.body, lookup: this.lookup }];
    for (const segment of split(path)) {
      level = level.length === 1 ? this.within(level[0], segment, path) : this.withinAll(level, segment, path);
    }
    return this.blocksOf(level, path);
  }

  private withinAll(level: readonly Written[], segment: string, path: string): readonly Written[] {
    return level.flatMap((one) => this.within(one, segment, path));
  }

  private within({ body, lookup }: Written, segment: string, path: string): readonly Written[] {
    const dynamic = dynamicBlocks(body, segment);
    if (dynamic.length > 0) return expand(body, segment, dynamic, lookup, this.place);
    let inner = ownProperty(body, segment);
    if (inner === undefined) return NOTHING;
    if (typeof inner === 'string') inner = this.template(path, inner, lookup) as Json;
    return writtenIn(asBlocks(inner), lookup);
  }

  private blocksOf(all: readonly Written[], path: string): Block[] {
    return all.map(({ body, lookup }) => new Block(body, lookup, this, path));
  }

  private chooseIgnored(path: string): Value {
    return at(
      () => `${this.place}.${path}`,
      () => choose('ignored', `ignored ${this.owner} ${this.place}.${path} blocks`, AS_WRITTEN)
    );
  }

  /** What an attribute holds in every block that a path leads through, lists as their items. */
  public valuesAt(path: string): readonly Value[] {
    const end = path.lastIndexOf('.');
    if (end < 0) return items(this.get(path));
    return this.blocks(path.slice(0, end)).flatMap((block) => items(block.get(path.slice(end + 1))));
  }

  /** Reads JSON that stands within an attribute as the block itself is read. */
  public evaluate(json: Json): Value {
    return evaluate(json, this.lookup);
  }

  /** The text of a template whose `%{ if }` are decided. */
  public withoutDirectives(text: string): string | Unknown {
    return withoutDirectives(text, this.lookup);
  }

  /** Whether an attribute or block is there at all. A plan has an empty list where there is no block. */
  public has(path: string): boolean {
    const value = this.get(path);
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  }
}

const AS_WRITTEN = new Unknown('as written');

/** The names of attributes in `ignore_changes`: of `tags["x"]` and of `rule[0].port`, the attribute that they are in. */
function ignoredBy(lifecycle: Json): readonly string[] | undefined {
  const names = asBlocks(lifecycle).flatMap((block) => block.ignore_changes ?? []);
  const found = names.flatMap((name) => (typeof name === 'string' ? (/^[\w-]+/.exec(name)?.[0] ?? []) : []));
  return found.length > 0 ? found : undefined;
}

function writtenIn(blocks: readonly JsonObject[], lookup: Lookup): readonly Written[] {
  return blocks.filter((body) => !isUnknown(body)).map((body) => ({ body, lookup }));
}

/** The `dynamic` blocks that make the blocks of a name. */
export function dynamicBlocks(body: JsonObject, name: string): readonly JsonObject[] {
  if (body.dynamic === undefined) return NONE;
  const named = asBlocks(body.dynamic).filter((labels) => Object.prototype.hasOwnProperty.call(labels, name));
  return named.flatMap((labels) => asBlocks(labels[name]));
}

const NONE: readonly JsonObject[] = [];
const NOTHING: readonly Written[] = [];
/** How many blocks a `dynamic` block is written out to. */
const MOST_BLOCKS = 200;

/** The blocks of a name, those that are written and those that `dynamic` blocks make. */
function expand(
  body: JsonObject,
  name: string,
  dynamic: readonly JsonObject[],
  lookup: Lookup,
  place: string
): Written[] {
  const written = asBlocks(ownProperty(body, name));
  return [
    ...written.map((block) => ({ body: block, lookup })),
    ...dynamic.flatMap((block) => generated(block, name, lookup, place)),
  ];
}

function generated(block: JsonObject, name: string, lookup: Lookup, place: string): Written[] {
  const iterator = typeof block.iterator === 'string' ? block.iterator.replace(/^\$\{(\w+)\}$/, '$1') : name;
  const made = multiplicityOf(block, lookup);
  if (made.kind === 'entries' && made.entries.length <= MOST_BLOCKS) {
    const written = `${name} ${JSON.stringify(block.for_each)}`;
    return made.entries.flatMap(([key, value], position) => {
      const item: Lookup = ([root, attribute, ...rest]) => {
        if (root !== iterator) return lookup([root, attribute, ...rest]);
        if (attribute === 'key') return within(key, rest);
        return attribute === 'value' ? within(value, rest) : undefined;
      };
      const element = withinScope(lookup, `${written} ${position}`, item, [iterator]);
      return asBlocks(block.content).map((content) => ({ body: content, lookup: element }));
    });
  }
  const unknown = made.kind === 'unknown' ? made.value : new Unknown('${for_each}');
  // What nobody knows the number of may be missing.
  const id = choiceId('presence', `${place}.${name} ${JSON.stringify(block.for_each)}`, lookup);
  if (choose('branch', id, unknown, [true, false]) === false) return [];
  return asBlocks(block.content).map((content) => ({ body: content, lookup }));
}
