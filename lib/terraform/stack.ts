import { Block } from './block';
import { choiceId } from './expression/scope';
import { Lookup } from './expression/steps';
import { Memo } from './memo';
import { Multiplicity, SINGLE, multiplicityOf } from './multiplicity';
import { Providers } from './providers';
import { isJsonObject, isUnknown, JsonObject, Value } from './value';
import { choose, strictly } from './worlds';

const MULTIPLICITY = new Memo<Multiplicity>();

/** A resource or a data source. */
export class Resource extends Block {
  /** Its address without the index of `count` and `for_each`: what references to it name. */
  readonly key: string;
  /** Asked of every resource by every rule. */
  private readonly isSingle: boolean;

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
    super(body, lookup, undefined, mode === 'data' ? `data.${type}` : type);
    const indexed = modulePath !== '' || address.endsWith(']');
    this.isSingle = body.count === undefined && body.for_each === undefined;
    this.key = indexed ? `${modulePath}${mode === 'data' ? 'data.' : ''}${type}.${name}` : address;
  }

  protected override get owner(): string {
    return this.qualifiedAddress;
  }

  /** Its address, which is only unique within its stack, with the stack before it. */
  public get qualifiedAddress(): string {
    return (this.qualified ??= `${this.stack.name}:${this.address}`);
  }
  private qualified: string | undefined;

  /** Whether it is made by the AWS provider, and not only looked up. */
  public get isOfAws(): boolean {
    return this.mode === 'managed' && this.type.startsWith('aws_');
  }

  /** What references to it name, in whichever stack: the same for every instance that `count` or `for_each` makes of it. */
  public get qualifiedKey(): string {
    return `${this.stack.file}#${this.key}`;
  }

  /** How many of it `count` and `for_each` make. In a plan, where each stands for itself, it is single. */
  public get multiplicity(): Multiplicity {
    return this.isSingle ? SINGLE : MULTIPLICITY.of(this, () => multiplicityOf(this.body, this.stack.lookup));
  }

  /** How many of it are made, as it is written. */
  public get madeBy(): string {
    return JSON.stringify(this.body.for_each ?? this.body.count ?? null);
  }

  /** Whether any of it is made, which may be for the plan to tell. */
  public get isThere(): boolean {
    if (this.isSingle) return true;
    const made = this.multiplicity;
    if (made.kind === 'entries') return made.entries.length > 0;
    if (made.kind === 'chained') return this.stack.byKey.get(made.to.references[0])?.isThere ?? false;
    if (made.kind !== 'unknown') return true;
    // What is made by the same expression is there together.
    const id = choiceId('presence', this.madeBy, this.stack.lookup);
    return choose('branch', id, made.value, [true, false]) !== false;
  }

  /** What the provider that makes it is called: `aws`, `aws.west`, in a plan `module.logs:aws`. */
  public get providerName(): string {
    const named = this.body.provider ?? undefined;
    if (named === undefined) return this.type.startsWith('aws_') ? 'aws' : this.type.split('_')[0];
    if (typeof named !== 'string') return '';
    return named.startsWith('${') ? named.replace(/^\$\{(.*)\}$/, '$1') : named;
  }

  /** The configuration of the provider that makes it, if that is AWS's own. */
  public get provider(): Block | undefined {
    return this.stack.providers.get(this.providerName);
  }

  /** Whether one provider, in one configuration, makes another resource too. */
  public sharesProvider(other: Resource): boolean {
    if (this.stack !== other.stack) return false;
    return this.provider ? this.provider === other.provider : this.providerName === other.providerName;
  }

  /** The tag of a key, from the resource or else from its provider's `default_tags`. */
  public tag(key: string): Value {
    return strictly(() => this.findTag(key));
  }

  private findTag(key: string): Value {
    const own = this.tagsOf(this, 'tags', key) ?? this.tagBlock(key);
    if (own !== undefined) return own;
    // A plan that knows all tags has those of the provider among them.
    const { tags_all: every } = this.body;
    const all = this.tagsOf(this, 'tags_all', key);
    if (all !== undefined || isJsonObject(every)) return all;
    const provider = this.provider;
    return provider ? this.tagsOf(provider, 'default_tags.tags', key) : undefined;
  }

  /** The tag of a key where a block holds each, as in an Auto Scaling group. */
  private tagBlock(key: string): Value {
    if (this.body.tag === undefined) return undefined;
    return this.blocks('tag')
      .find((tag) => tag.get('key') === key)
      ?.get('value');
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
}

/** One root module: the output of one stack, or one plan. */
export class Stack {
  readonly resources: Resource[] = [];
  /** By their address without index; of several instances the first. */
  readonly byKey = new Map<string, Resource>();
  /** The addresses of all that a configuration declares, what `count` or `for_each` makes none of included. */
  readonly declared = new Set<string>();
  /** The addresses that are declared more than once. */
  readonly repeated = new Set<string>();
  /** What was found behind references such as `${aws_s3_bucket.logs.id}`, by their text. */
  readonly plainTargets = new Map<string, Resource>();
  /** Whether any address without its index stands for several resources. */
  hasInstances = false;
  readonly providers = new Providers();
  readonly outputs = new Map<string, Block>();
  /** The texts that it marks as sensitive. */
  readonly sensitive = new Set<string>();
  /** Calls of modules whose resources this input does not show. */
  readonly unreadModules: string[] = [];
  /** The construct paths of the modules that are called, by their addresses. */
  readonly modulePaths = new Map<string, string>();
  /** Whether a variable has a default, which a plan may replace. */
  hasDefaults = false;
  /** The SHA-256 of the files that it was read from, by their paths. */
  digests: ReadonlyMap<string, string> = new Map();
  /** What a plan was made from, where that lies beside it. */
  configuration: Stack | undefined;
  backend: { readonly type: string; readonly block: Block } | undefined;
  /** What it was read from, where it is one document. */
  json: JsonObject | undefined;
  /** What stands under `//`: a comment to Terraform. */
  comment: JsonObject | undefined;
  /** What a `Memo` keeps here. */
  remembered?: unknown[];
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

  /** The sources of the providers by their local names, as the root module requires them: `hashicorp/aws`. In a plan those of its modules too. */
  public get requiredProviders(): ReadonlyMap<string, string> {
    return this.providers.sources;
  }
}
