import { Aspects, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { explainCircles } from './stack-circles';
import { stackReferences, stacksOf } from './stack-references';

/** Of two stacks the one that is applied after the other. */
interface Order {
  readonly later: TerraformStack;
  readonly earlier: TerraformStack;
}

/** What refers to constructs of several stacks, and is made in the one that comes after the others. */
interface Waiting {
  /** Where nothing else decides it, the first one comes after the others. */
  readonly stacks: readonly TerraformStack[];
  readonly make: (home: TerraformStack) => void;
}

interface Orders {
  wishes: Order[];
  waiting: Waiting[];
}

const ORDERS = Symbol.for('cdktf-aws-toms/StackOrders');
const SETTLES = Symbol.for('cdktf-aws-toms/SettlesOrders');

/**
 * Makes what refers to constructs of two stacks, in the stack that comes after the other by all other references of the app, whatever the order of
 * stacks and calls in the program. Where nothing else decides it, that is the first one's: of what begins connections, say. All references are only known when the app
 * is synthesized, so it is made then; within one stack, at once.
 */
export function makeInLater(first: IConstruct, second: IConstruct, make: (home: TerraformStack) => void): void {
  makeInLast([TerraformStack.of(first), TerraformStack.of(second)], make);
}

/** The same of what refers to any number of stacks. */
export function makeInLast(stacks: readonly TerraformStack[], make: (home: TerraformStack) => void): void {
  const different = [...new Set(stacks)];
  if (different.length === 1) make(different[0]);
  else ordersOf(...different).waiting.push({ stacks: different, make });
}

/** Lets the stack of one construct come after that of another, unless it must come before it. */
export function preferOrder(first: IConstruct, second: IConstruct): void {
  const [later, earlier] = [TerraformStack.of(first), TerraformStack.of(second)];
  if (later !== earlier) ordersOf(later, earlier).wishes.push({ later, earlier });
}

/** What waits for the synth of the app of two stacks, whichever of them is prepared first. */
function ordersOf(...stacks: TerraformStack[]): Orders {
  const app = stacks[0].node.root as IConstruct & { [ORDERS]?: Orders };
  if (!app[ORDERS]) Object.defineProperty(app, ORDERS, { value: { wishes: [], waiting: [] } satisfies Orders });
  for (const stack of stacks) settleBefore(stack, app);
  explainCircles(app);
  return app[ORDERS]!;
}

/** Before synth prepares a stack, and before the tests of cdktf, which prepare nothing, invoke its aspects. */
function settleBefore(stack: TerraformStack, app: IConstruct): void {
  if (SETTLES in stack) return;
  Object.defineProperty(stack, SETTLES, { value: true });
  const prepare = stack.prepareStack.bind(stack);
  const prepareSettled = (): void => {
    settle(app);
    prepare();
  };
  Object.defineProperty(stack, 'prepareStack', { value: prepareSettled });
  Aspects.of(stack).add({ visit: (node) => (node === stack ? settle(app) : undefined) });
}

/** Decides what waits, in the order of the calls: what is called last moves nothing of what was there before. */
function settle(app: IConstruct & { [ORDERS]?: Orders }): void {
  const orders = app[ORDERS];
  if (!orders || orders.wishes.length + orders.waiting.length === 0) return;
  const { wishes, waiting } = orders;
  [orders.wishes, orders.waiting] = [[], []];
  const order = new StackOrder(app);
  for (const { later, earlier } of wishes) if (!order.isAfter(earlier, later)) order.put(later, earlier);
  for (const { make, stacks } of waiting) {
    const last =
      stacks.find((one) => stacks.every((other) => other === one || !order.isAfter(other, one))) ?? stacks[0];
    for (const earlier of stacks) if (earlier !== last) order.put(last, earlier);
    make(last);
  }
}

/** Which stacks come after which, by every reference of an app and what is added. */
class StackOrder {
  private readonly before = new Map<TerraformStack, Set<TerraformStack>>();

  constructor(app: IConstruct) {
    for (const stack of stacksOf(app)) this.before.set(stack, new Set(stack.dependencies));
    for (const { fromStack, toStack } of stackReferences(app)) this.before.get(fromStack)?.add(toStack);
  }

  public isAfter(later: TerraformStack, earlier: TerraformStack): boolean {
    const reached = new Set([later]);
    for (const stack of reached) for (const next of this.before.get(stack) ?? []) reached.add(next);
    return reached.has(earlier);
  }

  public put(later: TerraformStack, earlier: TerraformStack): void {
    this.before.get(later)?.add(earlier);
    later.addDependency(earlier);
  }
}
