import {
  DefaultTokenResolver,
  IResolvable,
  IResolveContext,
  IPostProcessor,
  StringConcat,
  TerraformElement,
  TerraformStack,
  Token,
  Tokenization,
} from 'cdktf';
import { IConstruct } from 'constructs';

/** A value of one stack that an element of another takes. */
export interface StackReference {
  /** What takes it. */
  readonly from: TerraformElement;
  readonly fromStack: TerraformStack;
  readonly toStack: TerraformStack;
  /** What Terraform calls the value in its own stack: `aws_kms_key.Key_1234ABCD.arn`. */
  readonly identifier: string;
}

/** As cdktf makes them, in a class that it does not export. */
interface Reference extends IResolvable {
  readonly identifier: string;
  readonly originStack?: TerraformStack;
}

/**
 * The references between the stacks of an app. cdktf finds them when it prepares the stacks, one after the other, and changes the stacks by it: this
 * reads them all, and changes nothing.
 */
export function stackReferences(root: IConstruct): StackReference[] {
  return stacksOf(root).flatMap((fromStack) => elementsOf(fromStack).flatMap((from) => referencesOf(from, fromStack)));
}

/** The stacks of an app. */
export function stacksOf(root: IConstruct): TerraformStack[] {
  return root.node.findAll().filter((node): node is TerraformStack => TerraformStack.isStack(node));
}

/** What a stack writes: its elements, but for those of a stack within it. */
export function elementsOf(stack: TerraformStack): TerraformElement[] {
  const elements: TerraformElement[] = [];
  const visit = (node: IConstruct): void => {
    if (TerraformElement.isTerraformElement(node)) elements.push(node);
    for (const child of node.node.children) if (!TerraformStack.isStack(child)) visit(child);
  };
  visit(stack);
  return elements;
}

/** The stacks of what a value refers to. */
export function stacksIn(scope: IConstruct, value: unknown): TerraformStack[] {
  return [...new Set(namesIn(scope, value).flatMap(({ originStack }) => originStack ?? []))];
}

/** Nearly all that a stack holds are plain texts, which are looked at and not resolved. */
function namesIn(scope: IConstruct, value: unknown): Reference[] {
  const resolver = new References();
  const visit = (part: unknown): void => {
    if (isCollection(part)) Object.values(part).forEach(visit);
    else if (mayHoldTokens(part)) Tokenization.resolve(part, { scope, resolver });
  };
  visit(value);
  return [...resolver.found];
}

/** Whether the parts of a value can be looked at one by one: it stands for no token itself, and its keys hold none. */
function isCollection(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Token.isUnresolved(value)) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !Object.keys(value).some(mayHoldTokens);
}

function mayHoldTokens(value: unknown): boolean {
  // A number that stands for a token is written as one of 289 digits.
  if (typeof value === 'string') return value.includes('TfToken[') || value.includes('e+');
  return typeof value === 'number' ? Token.isUnresolved(value) : typeof value === 'object' && value !== null;
}

function referencesOf(from: TerraformElement, fromStack: TerraformStack): StackReference[] {
  return namesIn(fromStack, from.toTerraform()).flatMap(({ originStack: toStack, identifier }) =>
    toStack === undefined || toStack === fromStack ? [] : [{ from, fromStack, toStack, identifier }]
  );
}

/** Resolves as cdktf does, and remembers the references. */
class References extends DefaultTokenResolver {
  public readonly found = new Set<Reference>();

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if ('originStack' in token && 'identifier' in token) this.found.add(token as Reference);
    return super.resolveToken(token, context, postProcessor) as unknown;
  }
}
