import { App, TerraformDataSource, TerraformElement, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { isMadeByUs, sourceOf } from '../constructs/core/source';
import { Override, TreeFacts } from '../terraform/model';

/** What only the tree of constructs shows: elements that no stack writes, elements that cdktf merges, and where each was made. */
export function treeFacts(app: App): TreeFacts {
  const orphans: { constructPath: string; type: string }[] = [];
  const merged: { stack: string; address: string; nodes: IConstruct[] }[] = [];
  const overrides: Override[] = [];
  const visit = (node: IConstruct, stack: TerraformStack | undefined, seen: Map<string, IConstruct[]>): void => {
    if (TerraformStack.isStack(node)) {
      stack = node;
      seen = new Map();
    } else if (TerraformElement.isTerraformElement(node)) {
      const type = typeOf(node);
      if (type !== undefined && !stack) orphans.push({ constructPath: node.node.path, type });
      else if (type !== undefined && stack) {
        const address = `${type}.${node.friendlyUniqueId}`;
        const same = seen.get(address);
        if (same === undefined) seen.set(address, [node]);
        else if (same.push(node) === 2) merged.push({ stack: stack.node.id, address, nodes: same });
        const attributes = overridden(node);
        if (attributes.length > 0 && isMadeByUs(node)) {
          overrides.push({ stack: stack.node.id, address, constructPath: node.node.path, attributes });
        }
      }
    }
    for (const child of node.node.children) visit(child, stack, seen);
  };
  visit(app, undefined, new Map());
  return {
    orphans,
    merged: merged.map(({ nodes, ...where }) => ({ ...where, constructPaths: nodes.map(({ node }) => node.path) })),
    overrides,
    sourceOf: (constructPath) => {
      const construct = find(app, constructPath);
      return construct && sourceOf(construct);
    },
  };
}

/** The paths of what is set by `addOverride`. */
function overridden(node: TerraformElement): string[] {
  const { rawOverrides } = node as unknown as { readonly rawOverrides?: object };
  return rawOverrides === undefined ? [] : pathsOf(rawOverrides);
}

function pathsOf(overrides: object): string[] {
  return Object.entries(overrides).flatMap(([name, value]: [string, unknown]) =>
    isPlain(value) ? pathsOf(value).map((path) => `${name}.${path}`) : [name]
  );
}

/** Whether a value is what `addOverride` makes of the parts of a path. Tokens lead to their stacks, and round in circles. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function typeOf(node: IConstruct): string | undefined {
  if (TerraformResource.isTerraformResource(node)) return node.terraformResourceType;
  return TerraformDataSource.isTerraformDataSource(node) ? `data.${node.terraformResourceType}` : undefined;
}

function find(app: App, constructPath: string): IConstruct | undefined {
  let at: IConstruct | undefined = app;
  for (const id of constructPath.split('/')) at = at?.node.tryFindChild(id);
  return at;
}
