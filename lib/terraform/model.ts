import { Resource, Stack, canonical } from './stack';
import { isUnknown, Json, Value } from './value';

/** Where in a program a resource was made. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

/** What only the construct tree shows, and the written output does not. */
export interface TreeFacts {
  /** Elements that belong to no stack, and are therefore written nowhere. */
  readonly orphans: readonly { readonly constructPath: string; readonly type: string }[];
  /** Elements that cdktf merges into one, since they share an address. */
  readonly merged: readonly {
    readonly stack: string;
    readonly address: string;
    readonly constructPaths: readonly string[];
  }[];
  /** Where a construct was made. */
  readonly sourceOf: (constructPath: string) => Source | undefined;
}

const CROSS_STACK =
  /^data\.terraform_remote_state\.cross-stack-reference-input-(.+?)\.outputs\.(cross-stack-output-.+)$/;

/** Everything that one run looks at. */
export class Model {
  /** What a `Memo` keeps here. */
  remembered?: unknown[];
  private readonly byType = new Map<string, Resource[]>();
  private readonly companionIndex = new Map<string, CompanionIndex>();
  private readonly byReference = new Map<string, Stack>();
  /** How many managed resources there are. */
  readonly size: number;

  constructor(
    readonly stacks: readonly Stack[],
    readonly tree?: TreeFacts
  ) {
    let size = 0;
    for (const stack of stacks) {
      this.byReference.set(referenceId(stack.reference.app, stack.reference.name), stack);
      for (const resource of stack.resources) {
        if (resource.mode !== 'managed') continue;
        put(this.byType, resource.type, resource);
        size++;
      }
    }
    this.size = size;
  }

  /** The managed resources of a type, in every stack. */
  public resources(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  /** The types of the managed resources. */
  public get types(): Iterable<string> {
    return this.byType.keys();
  }

  /**
   * The resources of a type whose attribute points at a resource: by reference, across stacks too, or by its literal name.
   *
   * @param attribute the attribute of the companion, such as `bucket`
   * @param nameOf the target's attributes whose literal value names it, such as `bucket`
   */
  public companions(
    target: Resource,
    type: string,
    attribute: string,
    nameOf: readonly string[] = [attribute]
  ): readonly Resource[] {
    const index = this.indexOf(type, attribute);
    let found = listed(index.get(canonical(target)));
    for (const name of nameOf) {
      const literal = target.body[name];
      if (typeof literal === 'string') {
        const value = target.get(name);
        const named = typeof value === 'string' ? index.get(value) : undefined;
        if (named) found = found.concat(named);
      }
    }
    return found;
  }

  /** Whether a resource of the type points at something that nobody can tell before the plan. */
  public hasUndeterminedCompanion(type: string, attribute: string): boolean {
    return this.indexOf(type, attribute).has(UNDETERMINED);
  }

  /** The resources of a type, by the resource or the literal name that an attribute points at. */
  private indexOf(type: string, attribute: string): CompanionIndex {
    const id = `${type} ${attribute}`;
    let index = this.companionIndex.get(id);
    if (index) return index;
    index = new Map();
    for (const resource of this.resources(type)) {
      const plain = this.plainTarget(resource, resource.body[attribute]);
      if (plain) {
        putCompanion(index, plain, resource);
        continue;
      }
      const value = resource.get(attribute);
      const targets = typeof value === 'string' ? [value] : this.targets(resource, value);
      for (const target of targets) putCompanion(index, target, resource);
      if (targets.length === 0) putCompanion(index, UNDETERMINED, resource);
    }
    this.companionIndex.set(id, index);
    return index;
  }

  /** The resource behind `${type.name.attribute}`, which is how nearly all companions are written, without the parser. */
  private plainTarget(from: Resource, raw: Json | undefined): Resource | undefined {
    if (typeof raw !== 'string' || !raw.startsWith('${')) return undefined;
    // The parts that a resource is split into name it alike.
    const known = from.modulePath === '' ? from.stack.plainTargets.get(raw) : undefined;
    if (known) return known;
    if (/[^\w.-]/.test(raw.slice(2, -1))) return undefined;
    const end = raw.indexOf('.', raw.indexOf('.') + 1);
    const named = end < 0 ? undefined : from.stack.byKey.get(from.modulePath + raw.slice(2, end));
    const found = named && canonical(named);
    if (found && from.modulePath === '') from.stack.plainTargets.set(raw, found);
    return found;
  }

  private targets(from: Resource, value: Value): Resource[] {
    if (!isUnknown(value)) return [];
    const found: Resource[] = [];
    for (const reference of value.references) {
      const target = this.resolve(from, reference);
      if (target) found.push(canonical(target));
    }
    return found;
  }

  /** The resource that a reference names, seen from another resource; cross-stack references are followed. */
  public resolve(from: Resource, reference: string): Resource | undefined {
    return this.resolveIn(from.stack, from.modulePath, reference);
  }

  private resolveIn(stack: Stack, modulePath: string, reference: string): Resource | undefined {
    const cross = reference.startsWith('data.terraform_remote_state.') ? CROSS_STACK.exec(reference) : null;
    if (cross) {
      const origin = this.byReference.get(referenceId(stack.reference.app, cross[1]));
      const output = origin?.outputs.get(cross[2])?.get('value');
      if (!origin || !isUnknown(output)) return undefined;
      for (const outer of output.references) {
        const found = this.resolveIn(origin, '', outer);
        if (found) return found;
      }
      return undefined;
    }
    let end = reference.indexOf('.', reference.indexOf('.') + 1);
    if (reference.startsWith('data.') && end >= 0) end = reference.indexOf('.', end + 1);
    const key = end < 0 ? reference : reference.slice(0, end);
    return stack.byKey.get(modulePath === '' ? key : modulePath + key);
  }

  /** The first resource that a value refers to. */
  public target(from: Resource, value: Value): Resource | undefined {
    if (!isUnknown(value)) return undefined;
    for (const reference of value.references) {
      const found = this.resolve(from, reference);
      if (found) return found;
    }
    return undefined;
  }
}

/** Nearly every resource has one companion of a type: a list of one for each would be most of what the index takes. */
type CompanionIndex = Map<Resource | string | typeof UNDETERMINED, Resource | Resource[]>;

function putCompanion(index: CompanionIndex, key: Resource | string | typeof UNDETERMINED, resource: Resource): void {
  const same = index.get(key);
  if (same === undefined) index.set(key, resource);
  else if (Array.isArray(same)) same.push(resource);
  else index.set(key, [same, resource]);
}

function listed(found: Resource | Resource[] | undefined): readonly Resource[] {
  if (found === undefined) return NOTHING;
  return Array.isArray(found) ? found : [found];
}

const UNDETERMINED: unique symbol = Symbol('undetermined');
const NOTHING: readonly Resource[] = [];

function put<K>(index: Map<K, Resource[]>, key: K, resource: Resource): void {
  const same = index.get(key);
  if (same) same.push(resource);
  else index.set(key, [resource]);
}

function referenceId(app: string, name: string): string {
  return `${app}#${name}`;
}
