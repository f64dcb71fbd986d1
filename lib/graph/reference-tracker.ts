import { Block } from '../terraform/block';
import { Model } from '../terraform/model';
import { canonical, targetsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { isUnknown, Value } from '../terraform/value';

/** The attributes whose text names a resource: the picture also knows what is named by its own name. */
const IDENTIFIERS = ['id', 'arn', 'name', 'bucket', 'prefix_list_id'];

/** Follows references for the picture, in which the instances of a resource are one, and counts those that stay open. */
export class ReferenceTracker {
  private readonly unanswered = new Set<string>();

  constructor(readonly model: Model) {}

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
      if (typeof target === 'string') this.leaveOpen(from, `${paths.join()} ${target}`);
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
      for (const value of block.valuesAt(path)) {
        const targets = this.targets(from, value, types);
        for (const target of targets) found.add(target);
        if (targets.length > 0) continue;
        if (typeof value === 'string') found.add(value);
        else if (isUnknown(value)) this.leaveOpen(from, `${path} ${value.text}`);
      }
    }
    return [...found];
  }

  /** Notes that an attribute decides about the picture, and cannot be read. */
  public leaveOpen(from: Resource, what: string): void {
    this.unanswered.add(`${from.qualifiedAddress} ${what}`);
  }

  /** The resource of a literal id, ARN or name: that of the same stack first. */
  public named(from: Resource, literal: string, types: readonly string[]): Resource | undefined {
    return this.targets(from, literal, types)[0];
  }

  /** What was looked up stands for itself, where what it looks up is not in the input. */
  private targets(from: Resource, value: Value, types: readonly string[]): readonly Resource[] {
    const managed = targetsOf(this.model, from, value, types, IDENTIFIERS);
    const data = types.map((type) => `data.${type}`);
    return (managed.length > 0 ? managed : targetsOf(this.model, from, value, data, IDENTIFIERS)).map(canonical);
  }
}
