import { evaluate, evaluateTemplate, Lookup } from './expression';
import { asBlocks, isJsonObject, isUnknown, Json, JsonObject, Value } from './value';

/** Where in a program a resource was made. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

/** What the stack's `//` says of a scope. */
export interface PostureRecord {
  readonly path: string;
  readonly environment: string;
  readonly dataClass: string;
  readonly residency: readonly string[];
  readonly owner?: string;
  readonly retentionDays?: number;
  readonly dataCategory?: string;
}

/** A waiver as it stands in the stack's `//`. Nothing in it may be trusted before it is checked. */
export interface WaiverRecord {
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
  readonly approver: string;
  readonly expires: string;
  readonly ticket?: string;
}

const SPLIT = new Map<string, string[]>();

function split(path: string): string[] {
  let segments = SPLIT.get(path);
  if (!segments) SPLIT.set(path, (segments = path.split('.')));
  return segments;
}

/** A block of configuration: a resource, or a block within one. */
export class Block {
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
      if (Array.isArray(at)) at = at[0];
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

  /** Reads JSON that stands within an attribute as the block itself is read. */
  public evaluate(json: Json): Value {
    return evaluate(json, this.lookup);
  }

  /** Whether an attribute or block is there at all. */
  public has(path: string): boolean {
    return this.get(path) !== undefined;
  }
}

function child(body: JsonObject, name: string): Json | undefined {
  if (Object.prototype.hasOwnProperty.call(body, name)) return body[name];
  const dynamic = body.dynamic;
  if (isJsonObject(dynamic) && Object.prototype.hasOwnProperty.call(dynamic, name)) {
    return asBlocks(dynamic[name]).flatMap((block) => asBlocks(block.content));
  }
  return undefined;
}

/** What several rules ask of a resource and one of them reads. It stands on the resource: a WeakMap of thousands of them would cost more than it saves. */
export class Memo<T> {
  private static count = 0;
  private readonly slot = Memo.count++;

  /** What was read before, or else what `read` returns. */
  public of(resource: Resource, read: () => T): T {
    const slots = (resource.remembered ??= []);
    if (!(this.slot in slots)) slots[this.slot] = read();
    return slots[this.slot] as T;
  }
}

/** Nobody has asked for the class of the data yet. */
const UNREAD = '\0';

/** A resource or a data source. */
export class Resource extends Block {
  /** Its address without the index of `count` and `for_each`: what references to it name. */
  readonly key: string;
  /** What a `Memo` keeps here. */
  remembered: unknown[] | undefined;

  constructor(
    readonly stack: Stack,
    readonly mode: 'managed' | 'data',
    readonly type: string,
    readonly name: string,
    body: JsonObject,
    lookup: Lookup,
    /** The address that Terraform prints: `module.logs.aws_s3_bucket.this[0]`. */
    readonly address: string,
    /** The module that it stands in: `module.logs.`, or nothing. */
    readonly modulePath: string,
    readonly constructPath: string | undefined
  ) {
    super(body, lookup);
    const indexed = modulePath !== '' || address.endsWith(']');
    this.key = indexed ? `${modulePath}${mode === 'data' ? 'data.' : ''}${type}.${name}` : address;
  }

  /** Its address, which is only unique within its stack, with the stack before it. */
  public get qualifiedAddress(): string {
    return (this.qualified ??= `${this.stack.name}:${this.address}`);
  }
  private qualified: string | undefined;

  /** What references to it name, in whichever stack: the same for every instance that `count` or `for_each` makes of it. */
  public get qualifiedKey(): string {
    return `${this.stack.file}#${this.key}`;
  }

  /** The configuration of the provider that makes it. */
  public get provider(): Block | undefined {
    const named = this.body.provider;
    if (typeof named !== 'string') return this.stack.defaultProvider;
    const alias = named.replace(/^\$\{(.*)\}$/, '$1').split('.')[1];
    return this.stack.providers.find((provider) => provider.body.alias === alias);
  }

  /** The tag of a key, from the resource or else from its provider's `default_tags`. */
  public tag(key: string): Value {
    const own = this.tagsOf(this, 'tags', key);
    if (own !== undefined) return own;
    const all = this.tagsOf(this, 'tags_all', key);
    if (all !== undefined) return all;
    const provider = this.provider;
    return provider ? this.tagsOf(provider, 'default_tags.tags', key) : undefined;
  }

  private tagsOf(block: Block, path: string, key: string): Value {
    const map = block.body[path];
    if (typeof map === 'object' && map !== null && !Array.isArray(map)) {
      return Object.prototype.hasOwnProperty.call(map, key) ? block.evaluate(map[key]) : undefined;
    }
    const value = block.get(path);
    if (isUnknown(value)) return value;
    return isJsonObject(value) ? (value as { [tag: string]: Value })[key] : undefined;
  }

  /** What the stack's record says of the scope that this resource stands in. */
  public get posture(): PostureRecord | undefined {
    return this.stack.postureAt(this.constructPath);
  }

  /** The class of its data: its tag, or the posture's, or nothing where neither says it. */
  public get dataClass(): string | undefined {
    if (this.ownDataClass === UNREAD) {
      const tag = this.tag('tom:data-class');
      this.ownDataClass = typeof tag === 'string' ? tag : this.posture?.dataClass;
    }
    return this.ownDataClass;
  }
  private ownDataClass: string | undefined = UNREAD;

  /** The category of its data in the retention schedule, where its tag or the posture says it. */
  public get dataCategory(): string | undefined {
    const tag = this.tag('tom:data-category');
    return typeof tag === 'string' ? tag : this.posture?.dataCategory;
  }

  /** Whether its data is personal. Unknown counts as personal. */
  public get isPersonal(): boolean {
    const dataClass = this.dataClass;
    return dataClass !== 'public' && dataClass !== 'internal' && dataClass !== 'confidential';
  }

  /** Whether its stack lives for a test run, and may lose its data. */
  public get isEphemeral(): boolean {
    const tag = this.tag('tom:environment');
    return (typeof tag === 'string' ? tag : this.posture?.environment) === 'ephemeral';
  }
}

/** One root module: the output of one stack, or one plan. */
export class Stack {
  readonly resources: Resource[] = [];
  /** By their address without index; of several instances the first. */
  readonly byKey = new Map<string, Resource>();
  /** The addresses that are declared more than once. */
  readonly repeated = new Set<string>();
  /** What was found behind references such as `${aws_s3_bucket.logs.id}`, by their text. */
  readonly plainTargets = new Map<string, Resource>();
  /** Whether any address without its index stands for several resources. */
  hasInstances = false;
  readonly providers: Block[] = [];
  readonly outputs = new Map<string, Block>();
  /** Calls of modules whose resources this input does not show. */
  readonly unreadModules: string[] = [];
  backend: { readonly type: string; readonly block: Block } | undefined;
  posture: PostureRecord | undefined;
  scopes: readonly PostureRecord[] = [];
  waivers: readonly WaiverRecord[] = [];
  /** What references from other stacks call it, and the app within which they do, where its own name is another. */
  reference: { readonly app: string; readonly name: string };

  constructor(
    readonly name: string,
    /** The file that it was read from. */
    readonly file: string,
    readonly kind: 'configuration' | 'plan',
    readonly lookup: Lookup
  ) {
    this.reference = { app: '', name };
  }

  /** Adds a resource. Returns whether it is the first of its address without index. */
  public add(resource: Resource): boolean {
    this.resources.push(resource);
    if (this.byKey.has(resource.key)) {
      this.hasInstances = true;
      return false;
    }
    this.byKey.set(resource.key, resource);
    return true;
  }

  /** The configuration of the provider without an alias. */
  public get defaultProvider(): Block | undefined {
    return this.providers.find((provider) => provider.body.alias === undefined);
  }

  /** The innermost recorded posture at or above a construct path. */
  public postureAt(constructPath: string | undefined): PostureRecord | undefined {
    if (constructPath === undefined || this.scopes.length < 2) return this.posture;
    const byPath = (this.scopeOf ??= new Map(this.scopes.map((scope) => [scope.path, scope])));
    for (let path = constructPath; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const scope = byPath.get(path);
      if (scope) return scope;
    }
    return this.posture;
  }
  private scopeOf: Map<string, PostureRecord> | undefined;
}

/** Whether a construct path is another one or lies below it. */
export function isAtOrBelow(path: string, scope: string): boolean {
  return path === scope || path.startsWith(`${scope}/`);
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

/** Of the instances that `count` makes of one resource, the one that stands for them all. */
function canonical(resource: Resource): Resource {
  if (!resource.stack.hasInstances) return resource;
  return resource.stack.byKey.get(resource.key) ?? resource;
}

function referenceId(app: string, name: string): string {
  return `${app}#${name}`;
}

/** What a value stands for in a message. */
export function describe(value: Value): string {
  if (isUnknown(value)) return value.text;
  if (value === undefined) return 'not set';
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
}
