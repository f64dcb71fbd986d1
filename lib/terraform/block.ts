import { evaluate, evaluateTemplate, withoutDirectives } from './expression/parser';
import { choiceId } from './expression/scope';
import { Lookup, within } from './expression/steps';
import { multiplicityOf } from './multiplicity';
import { asBlocks, isJsonObject, isUnknown, items, Json, JsonObject, Unknown, Value } from './value';
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
    if (this.ignored === undefined || !this.ignores(path)) return this.read(path);
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
      json = Object.prototype.hasOwnProperty.call(json, segment) ? json[segment] : undefined;
    }
    if (typeof json === 'string') return this.template(path, json, lookup);
    if (json === null) return undefined;
    if (typeof json !== 'object') return json;
    return at(
      () => `${this.place}.${path}`,
      () => evaluate(json as Json, lookup)
    );
  }

  private template(path: string, text: string, lookup: Lookup): Value {
    if (!text.includes('${') && !text.includes('%{')) return text;
    return at(
      () => `${this.place}.${path}`,
      () => evaluateTemplate(text, lookup)
    );
  }

  /** The blocks of a name, whether they are written as one object, as a list, as an expression, or as `dynamic` blocks. */
  public blocks(path: string): Block[] {
    if (this.ignored !== undefined && this.ignores(path)) {
      const kept = at(
        () => `${this.place}.${path}`,
        () => choose('ignored', `ignored ${this.owner} ${this.place}.${path} blocks`, AS_WRITTEN)
      );
      if (kept !== AS_WRITTEN) return asBlocks(kept).map((body) => new Block(body, this.lookup, this, path));
    }
    let level: Written[] = [{ body: this.body, lookup: this.lookup }];
    for (const segment of split(path)) {
      const next: Written[] = [];
      for (const { body, lookup } of level) {
        const dynamic = dynamicBlocks(body, segment);
        if (dynamic.length > 0) {
          next.push(...expand(body, segment, dynamic, lookup, this.place));
          continue;
        }
        let inner: Json | undefined = Object.prototype.hasOwnProperty.call(body, segment) ? body[segment] : undefined;
        if (typeof inner === 'string' && /[$%]\{/.test(inner)) inner = this.template(path, inner, lookup) as Json;
        if (inner !== undefined)
          for (const block of asBlocks(inner)) if (!isUnknown(block)) next.push({ body: block, lookup });
      }
      level = next;
    }
    return level.map(({ body, lookup }) => new Block(body, lookup, this, path));
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

/** The `dynamic` blocks that make the blocks of a name. */
export function dynamicBlocks(body: JsonObject, name: string): JsonObject[] {
  if (body.dynamic === undefined) return NONE;
  const named = asBlocks(body.dynamic).filter((labels) => Object.prototype.hasOwnProperty.call(labels, name));
  return named.flatMap((labels) => asBlocks(labels[name]));
}

const NONE: JsonObject[] = [];
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
  const written = asBlocks(Object.prototype.hasOwnProperty.call(body, name) ? body[name] : undefined);
  return [
    ...written.map((block) => ({ body: block, lookup })),
    ...dynamic.flatMap((block) => generated(block, name, lookup, place)),
  ];
}

function generated(block: JsonObject, name: string, lookup: Lookup, place: string): Written[] {
  const iterator = typeof block.iterator === 'string' ? block.iterator.replace(/^\$\{(\w+)\}$/, '$1') : name;
  const made = multiplicityOf(block, lookup);
  if (made.kind === 'entries' && made.entries.length <= MOST_BLOCKS) {
    return made.entries.flatMap(([key, value]) => {
      const element: Lookup = ([root, attribute, ...rest]) => {
        if (root !== iterator) return lookup([root, attribute, ...rest]);
        if (attribute === 'key') return within(key, rest);
        return attribute === 'value' ? within(value, rest) : undefined;
      };
      return asBlocks(block.content).map((content) => ({ body: content, lookup: element }));
    });
  }
  const unknown = made.kind === 'unknown' ? made.value : new Unknown('${for_each}');
  // What nobody knows the number of may be missing.
  const id = choiceId('presence', `${place}.${name} ${JSON.stringify(block.for_each)}`, lookup);
  if (choose('branch', id, unknown, [true, false]) === false) return [];
  return asBlocks(block.content).map((content) => ({ body: content, lookup }));
}
