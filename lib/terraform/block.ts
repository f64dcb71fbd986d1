import { evaluate, evaluateTemplate, Lookup } from './expression/parser';
import { asBlocks, isJsonObject, isUnknown, items, Json, JsonObject, Value } from './value';

const SPLIT = new Map<string, string[]>();

function split(path: string): string[] {
  let segments = SPLIT.get(path);
  if (!segments) SPLIT.set(path, (segments = path.split('.')));
  return segments;
}

/** A block of configuration: a resource, or a block within one. */
export class Block {
  /** What a `Memo` keeps here. */
  remembered?: unknown[];

  constructor(
    readonly body: JsonObject,
    protected readonly lookup: Lookup
  ) {}

  /**
   * What an attribute holds: `rule.apply_server_side_encryption_by_default.sse_algorithm`.
   * Of a block that is there several times the first is read: see `blocks`.
   * `undefined` where it is not set or null; `Unknown` where only a plan can tell.
   */
  public get(path: string): Value {
    let at: Json | undefined = this.body;
    for (const segment of split(path)) {
      if (Array.isArray(at)) at = Array.isArray(at[0]) ? asBlocks(at)[0] : at[0];
      if (typeof at === 'string') {
        const value = evaluateTemplate(at, this.lookup);
        if (isUnknown(value)) return value;
        if (!isJsonObject(value)) return undefined;
        at = value;
      }
      if (!isJsonObject(at)) return undefined;
      at = child(at, segment);
    }
    if (typeof at === 'string') return evaluateTemplate(at, this.lookup);
    if (at === null) return undefined;
    return typeof at === 'object' ? evaluate(at, this.lookup) : at;
  }

  /** The blocks of a name, whether they are written as one object, as a list, or as a `dynamic` block (read once, as its content). */
  public blocks(path: string): Block[] {
    let level: JsonObject[] = [this.body];
    for (const segment of split(path)) {
      const next: JsonObject[] = [];
      for (const body of level) {
        const inner = child(body, segment);
        if (inner !== undefined) next.push(...asBlocks(inner));
      }
      level = next;
    }
    return level.map((body) => new Block(body, this.lookup));
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

  /** Whether an attribute or block is there at all. A plan has an empty list where there is no block. */
  public has(path: string): boolean {
    const value = this.get(path);
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  }
}

function child(body: JsonObject, name: string): Json | undefined {
  if (Object.prototype.hasOwnProperty.call(body, name)) return body[name];
  const dynamic = dynamicBlocks(body, name);
  return dynamic.length > 0 ? dynamic.flatMap((block) => asBlocks(block.content)) : undefined;
}

/** The `dynamic` blocks that make the blocks of a name. */
export function dynamicBlocks(body: JsonObject, name: string): JsonObject[] {
  if (body.dynamic === undefined) return NONE;
  const named = asBlocks(body.dynamic).filter((labels) => Object.prototype.hasOwnProperty.call(labels, name));
  return named.flatMap((labels) => asBlocks(labels[name]));
}

const NONE: JsonObject[] = [];
