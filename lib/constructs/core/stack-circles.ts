import { App, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { ValidationError, refuse } from './errors';
import { StackReference, elementsOf, stackReferences, stacksOf } from './stack-references';

const WAY_OUT =
  'make both ends of one of them in one stack, move what both refer to into a third stack, or write the value as text that refers to nothing, such as ' +
  "an ARN made of a name that you set: 'arn:aws:events:eu-central-1:111122223333:rule/orders'";

const EXPLAINED = Symbol.for('cdktf-aws-toms/ExplainedCircles');

/**
 * Lets a circle of stacks be refused with the constructs that make it. What cdktf says of one names two stacks, and the line on which the value was
 * made that happened to be read last.
 */
export function explainCircles(scope: IConstruct): void {
  const app = scope.node.root;
  if (!App.isApp(app) || EXPLAINED in app) return;
  Object.defineProperty(app, EXPLAINED, { value: true });
  const refer = app.crossStackReference.bind(app);
  const explained: App['crossStackReference'] = (fromStack, toStack, identifier) => {
    if (fromStack.dependsOn(toStack)) refuseCircle(app, toStack, fromStack);
    return refer(fromStack, toStack, identifier);
  };
  Object.defineProperty(app, 'crossStackReference', { value: explained });
}

/** Refuses that a stack comes after another one which already comes after it. */
function refuseCircle(app: App, later: TerraformStack, earlier: TerraformStack): never {
  const references = stackReferences(app);
  const circle = [later, ...orderBetween(app, references, earlier, later)];
  const links = circle.slice(1).map((to, at) => linkOf(references, circle[at], to));
  throw asItIs(() =>
    refuse(links[0].scope, {
      prop: 'references',
      must: 'must lead one way between stacks, since Terraform applies one after the other',
      value: links.map(({ said }) => said),
      fix: WAY_OUT,
    })
  );
}

/** The stacks on the shortest way on which one comes after another, both included. */
function orderBetween(
  app: App,
  references: readonly StackReference[],
  later: TerraformStack,
  earlier: TerraformStack
): TerraformStack[] {
  const before = new Map(stacksOf(app).map((stack) => [stack, new Set(stack.dependencies)]));
  for (const { fromStack, toStack } of references) before.get(fromStack)?.add(toStack);
  const from = new Map<TerraformStack, TerraformStack | undefined>([[later, undefined]]);
  for (const stack of from.keys()) {
    for (const next of before.get(stack) ?? []) if (!from.has(next)) from.set(next, stack);
  }
  const way: TerraformStack[] = [];
  for (let at: TerraformStack | undefined = earlier; at; at = from.get(at)) way.unshift(at);
  return way;
}

interface Link {
  readonly scope: IConstruct;
  readonly said: string;
}

/** What makes one stack come after another. */
function linkOf(references: readonly StackReference[], later: TerraformStack, earlier: TerraformStack): Link {
  const found = references.find(({ fromStack, toStack }) => fromStack === later && toStack === earlier);
  if (!found) {
    return { scope: later, said: `${later.node.path} comes after ${earlier.node.path} by addDependency` };
  }
  const { from, identifier } = found;
  const parts = identifier.split(/[.[]/);
  const target = elementsOf(earlier).find((element) => parts.includes(element.friendlyUniqueId));
  const taken = target ? `${nameOf(target)} (${identifier})` : `${identifier} of ${earlier.node.path}`;
  return { scope: from, said: `${nameOf(from)} refers to ${taken}` };
}

/** A construct of this library rather than its main resource. */
function nameOf(element: IConstruct): string {
  return element.node.path.replace(/\/Resource$/, '');
}

/**
 * The error that something throws, with a message that stays: while cdktf resolves a value it writes over the message of every error that passes, and
 * adds where the value was made, once for each value around it.
 */
function asItIs(act: () => never): ValidationError {
  try {
    return act();
  } catch (error) {
    const { message } = error as ValidationError;
    Object.defineProperty(error, 'message', { get: () => message, set: () => undefined });
    return error as ValidationError;
  }
}
