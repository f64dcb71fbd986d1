import { holdsPersonalData, isProduction } from '../../aws/declared';
import { Block } from '../../terraform/block';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { EncodedJson, Value, asNumber, isTrue, isUnknown, items, ownProperty } from '../../terraform/value';
import { PlainValue, RuleBlock, RuleModel, RuleResource } from './definition';

/** What ends a check: it asked for what only a plan can tell. */
export class Undecided extends Error {
  constructor(readonly what: string) {
    super(`only a plan can tell what ${what} is`);
  }
}

/** One check of a rule: it notes what it could not tell, so that a rule which catches the error is not believed. */
export class Reading implements RuleModel {
  undecided: Undecided | undefined;

  constructor(readonly model: Model) {}

  public resources(type: string): readonly RuleResource[] {
    return this.model.present(type).map((resource) => new ReadResource(resource, this));
  }

  public end(what: string): never {
    this.undecided ??= new Undecided(what);
    throw this.undecided;
  }
}

const OPEN = Symbol('open');

/** A value without anything that only a plan can tell, in a copy: what a rule does to it changes nothing. */
function plainOf(value: Value): PlainValue | typeof OPEN {
  if (isUnknown(value)) return OPEN;
  if (value instanceof EncodedJson) {
    const inner = plainOf(value.value);
    return inner === OPEN ? OPEN : JSON.stringify(inner);
  }
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const all = value.map(plainOf);
    return all.includes(OPEN) ? OPEN : (all as PlainValue[]);
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, plainOf(inner)] as const);
  return entries.some(([, inner]) => inner === OPEN)
    ? OPEN
    : (Object.fromEntries(entries) as { [key: string]: PlainValue });
}

class ReadBlock implements RuleBlock {
  constructor(
    private readonly block: Block,
    protected readonly reading: Reading
  ) {}

  public get(path: string): PlainValue {
    return this.known(this.block.get(path), path);
  }

  public isTrue(path: string): boolean {
    return isTrue(this.get(path) as Value);
  }

  public number(path: string): number | undefined {
    return asNumber(this.get(path) as Value);
  }

  public isKnown(path: string): boolean {
    return plainOf(this.block.get(path)) !== OPEN;
  }

  public blocks(name: string): readonly RuleBlock[] {
    if (name.includes('.'))
      throw new TypeError(`blocks(${JSON.stringify(name)}) names more than one block: ask each for its own`);
    const written = ownProperty(this.block.body, name);
    const parts = Array.isArray(written) ? written : [written];
    // Blocks that an expression makes: where it is open, there may be any.
    if (parts.some((part) => typeof part === 'string') && isUnknown(this.block.get(name))) this.reading.end(name);
    return this.block.blocks(name).map((block) => new ReadBlock(block, this.reading));
  }

  protected known(value: Value, what: string): PlainValue {
    const plain = plainOf(value);
    return plain === OPEN ? this.reading.end(what) : plain;
  }
}

export class ReadResource extends ReadBlock implements RuleResource {
  constructor(
    private readonly resource: Resource,
    reading: Reading
  ) {
    super(resource, reading);
  }

  public get type(): string {
    return this.resource.type;
  }

  public get name(): string {
    return this.resource.name;
  }

  public get address(): string {
    return this.resource.address;
  }

  public get stack(): string {
    return this.resource.stack.name;
  }

  public get constructPath(): string | undefined {
    return this.resource.constructPath;
  }

  public get holdsPersonalData(): boolean {
    return holdsPersonalData(this.resource);
  }

  public get isProduction(): boolean {
    return isProduction(this.resource);
  }

  public tag(key: string): PlainValue {
    return this.known(this.resource.tag(key), `the tag ${key}`);
  }

  public targets(path: string, type: string): readonly RuleResource[] {
    const found = items(this.resource.get(path)).flatMap((item) => {
      const targets = targetsOf(this.reading.model, this.resource, item, [type]);
      return targets.length === 0 && isUnknown(item) ? this.reading.end(path) : targets;
    });
    return this.read(found);
  }

  public companions(type: string, path: string): readonly RuleResource[] {
    const { model } = this.reading;
    // One that names something open may be a companion of this resource.
    if (hasUndeterminedCompanion(model, type, path)) this.reading.end(`${path} of an ${type}`);
    return this.read(companionsOf(model, this.resource, type, path));
  }

  private read(resources: readonly Resource[]): readonly RuleResource[] {
    return resources.map((resource) => new ReadResource(resource, this.reading));
  }
}
