import { Block } from './block';
import { Model } from './model';
import { Resource } from './stack';
import { Value, isUnknown } from './value';

/** The attributes whose literal value names a resource. A plan of what is there already has ids where the configuration has references. */
const NAMES = ['id', 'arn', 'name', 'bucket', 'prefix_list_id'] as const;

/** Finds what attributes point at, and counts what nobody can find. */
export class References {
  private readonly byLiteral = new Map<string, Resource>();
  private readonly unanswered = new Set<string>();

  constructor(readonly model: Model) {
    for (const stack of model.stacks) {
      for (const resource of stack.resources) {
        const one = canonical(resource);
        for (const attribute of NAMES) {
          const value = typeof resource.body[attribute] === 'string' ? resource.get(attribute) : undefined;
          if (typeof value === 'string') this.index(one, resource.type, value);
        }
      }
    }
  }

  /** How many references stay open. */
  public get open(): number {
    return this.unanswered.size;
  }

  /** The resources of the types that the attributes of a block point at. What is not in the input is left out, and counted. */
  public resources(
    from: Resource,
    paths: readonly string[],
    types: readonly string[],
    block: Block = from
  ): Resource[] {
    const found = this.find(from, paths, types, block);
    return found.filter((target): target is Resource => {
      if (typeof target === 'string') this.unanswered.add(`${from.qualifiedAddress} ${paths.join()} ${target}`);
      return typeof target !== 'string';
    });
  }

  /** As `resources`, with the ids and names of what is not in the input. */
  public find(
    from: Resource,
    paths: readonly string[],
    types: readonly string[],
    block: Block = from
  ): (Resource | string)[] {
    const found = new Set<Resource | string>();
    for (const path of paths) {
      for (const value of valuesAt(block, path)) {
        for (const target of this.targets(from, value, types, path)) found.add(target);
      }
    }
    return [...found];
  }

  /** Notes that an attribute decides about the picture, and cannot be read. */
  public leaveOpen(from: Resource, what: string): void {
    this.unanswered.add(`${from.qualifiedAddress} ${what}`);
  }

  /** The resource of a literal id, ARN or name: that of the same stack first. */
  public named(from: Resource | undefined, literal: string, types: readonly string[]): Resource | undefined {
    for (const scope of [from?.stack.file ?? '', '']) {
      for (const type of types) {
        const found = this.byLiteral.get(key(scope, type, literal));
        if (found) return found;
      }
    }
    return undefined;
  }

  private targets(from: Resource, value: Value, types: readonly string[], path: string): (Resource | string)[] {
    if (Array.isArray(value)) return value.flatMap((item) => this.targets(from, item, types, path));
    if (typeof value === 'string') return value === '' ? [] : [this.named(from, value, types) ?? value];
    if (!isUnknown(value)) return [];
    const found = value.references
      .map((reference) => this.model.resolve(from, reference))
      .filter((target): target is Resource => target !== undefined && types.includes(target.type))
      .map(canonical);
    if (found.length === 0) this.leaveOpen(from, `${path} ${value.text}`);
    return found;
  }

  private index(resource: Resource, type: string, literal: string): void {
    for (const scope of [resource.stack.file, '']) {
      const id = key(scope, type, literal);
      if (!this.byLiteral.has(id)) this.byLiteral.set(id, resource);
    }
  }
}

/** Of the instances that `count` makes, the one that stands for them all. */
export function canonical(resource: Resource): Resource {
  return resource.stack.byKey.get(resource.key) ?? resource;
}

/** The values of an attribute in every block that a path leads through. */
function valuesAt(block: Block, path: string): Value[] {
  const end = path.lastIndexOf('.');
  const blocks = end < 0 ? [block] : block.blocks(path.slice(0, end));
  return blocks.map((inner) => inner.get(path.slice(end + 1)));
}

function key(scope: string, type: string, literal: string): string {
  return `${scope}\0${type}\0${literal}`;
}
