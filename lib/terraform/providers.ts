import { Block } from './block';

const REGISTRIES = /^registry\.(?:terraform\.io|opentofu\.org)\//;

/**
 * The configurations of providers. Within a module Terraform tells them apart by the source of the provider and the alias: two local names of one source
 * are one provider. They are named as Terraform names them, `aws`, `aws.west`, and in a plan `module.logs:aws.west`.
 */
export class Providers {
  /** The sources that are required or configured, by their names without alias: `hashicorp/aws`. */
  readonly sources = new Map<string, string>();
  private readonly configurations = new Map<string, Block | undefined>();
  private readonly sourcesFound = new Map<string, string>();
  private readonly found = new Map<string, Block | undefined>();

  public require(name: string, source: string): void {
    const short = source.toLowerCase().replace(REGISTRIES, '');
    this.sourcesFound.clear();
    this.sources.set(name, short.includes('/') ? short : `hashicorp/${short}`);
  }

  /** Adds a configuration. Where one of the same source and alias is there already, nobody can tell which one holds. */
  public add(name: string, configuration: Block): void {
    const key = this.keyOf(name);
    this.configurations.set(key, this.configurations.has(key) ? undefined : configuration);
  }

  public has(name: string): boolean {
    return this.configurations.has(this.keyOf(name));
  }

  /** The configuration of AWS's own provider that goes by a name. Another one is never taken in its stead. */
  public get(name: string): Block | undefined {
    if (!this.found.has(name)) {
      this.found.set(name, this.isAws(name) ? this.configurations.get(this.keyOf(name)) : undefined);
    }
    return this.found.get(name);
  }

  /** Why the configuration that goes by a name says nothing, where it is there. */
  public problemOf(name: string): string | undefined {
    if (!this.isAws(name)) return `its source is ${this.sourceOf(name)}, which is not AWS`;
    if (!this.has(name) || this.get(name)) return undefined;
    return 'two configurations have its source and alias, of which Terraform uses either';
  }

  /** The source of the provider that goes by a name, without the registry if it is that of Terraform or OpenTofu. */
  public sourceOf(name: string): string {
    let source = this.sourcesFound.get(name);
    if (source === undefined) {
      const { module, local } = partsOf(name);
      this.sourcesFound.set(name, (source = this.sources.get(`${module}${local}`) ?? `hashicorp/${local}`));
    }
    return source;
  }

  public isAws(name: string): boolean {
    return this.sourceOf(name) === 'hashicorp/aws';
  }

  private keyOf(name: string): string {
    const { module, alias } = partsOf(name);
    return `${module}${this.sourceOf(name)}#${alias}`;
  }
}

/** The module of a name, with its colon; its local name, and its alias. */
function partsOf(name: string): { readonly module: string; readonly local: string; readonly alias: string } {
  const module = name.slice(0, name.lastIndexOf(':') + 1);
  const [local, ...alias] = name.slice(module.length).split('.');
  return { module, local, alias: alias.join('.') };
}
