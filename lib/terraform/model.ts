import { Resource, Stack } from './stack';

/** Where in a program a resource was made. */
export interface Source {
  readonly file: string;
  readonly line: number;
}

/** The attributes of a resource that the program overrides. */
export interface Override {
  readonly stack: string;
  readonly address: string;
  readonly constructPath: string;
  /** The paths of the attributes. What is set there may be secret. */
  readonly attributes: readonly string[];
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
  /** What the program overrides in resources of this library's constructs. */
  readonly overrides: readonly Override[];
  /** Where a construct was made. */
  readonly sourceOf: (constructPath: string) => Source | undefined;
}

/** Everything that one run looks at. */
export class Model {
  /** What a `Memo` keeps here. */
  remembered?: unknown[];
  private readonly byType = new Map<string, Resource[]>();
  private readonly dataByType = new Map<string, Resource[]>();
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
        if (resource.mode === 'managed') size++;
        const byType = resource.mode === 'managed' ? this.byType : this.dataByType;
        const same = byType.get(resource.type);
        if (same) same.push(resource);
        else byType.set(resource.type, [resource]);
      }
    }
    this.size = size;
  }

  /** The managed resources of a type, in every stack; the data sources of one that is called `data.aws_vpc`. */
  public resources(type: string): readonly Resource[] {
    return (type.startsWith('data.') ? this.dataByType.get(type.slice(5)) : this.byType.get(type)) ?? NOTHING;
  }

  /** As `resources`, where what is said hangs on whether each of them is there. */
  public present(type: string): readonly Resource[] {
    return this.resources(type).filter(({ isThere }) => isThere);
  }

  /** The types of the managed resources. */
  public get types(): Iterable<string> {
    return this.byType.keys();
  }

  /** The stack of an app that references from its other stacks call by a name. */
  public stackReferenced(app: string, name: string): Stack | undefined {
    return this.byReference.get(referenceId(app, name));
  }
}

const NOTHING: readonly Resource[] = [];

function referenceId(app: string, name: string): string {
  return `${app}#${name}`;
}
