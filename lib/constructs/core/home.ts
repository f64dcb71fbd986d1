import {
  App,
  DefaultTokenResolver,
  IResolveContext,
  IPostProcessor,
  IResolvable,
  StringConcat,
  Tokenization,
} from 'cdktf';
import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

/** What belongs to several stacks, and is made in one of them. */
interface Homeless {
  readonly candidates: readonly TerraformStack[];
  readonly stacks: readonly TerraformStack[];
  readonly make: (home: TerraformStack) => void;
}

/** What waits in an app, and how its stacks were prepared before something waited. */
interface Waiting {
  readonly list: Homeless[];
  readonly prepare: Map<TerraformStack, () => void>;
}

const WAITING = Symbol.for('cdktf-aws-toms/Homeless');

/**
 * Makes what belongs to several stacks in one that none of the others depends on, so that references go one way: in the first such candidate.
 * Which stack depends on which is known only when the program is written, whatever the order in which it made them; so this waits until then.
 *
 * @param candidates the stacks that it may be made in, the preferred one first
 * @param stacks all whose resources it refers to
 */
export function makeAtHome(
  candidates: readonly TerraformStack[],
  stacks: readonly TerraformStack[],
  make: (home: TerraformStack) => void
): void {
  const [preferred] = candidates;
  if (stacks.every((stack) => stack === preferred)) return make(preferred);
  const waiting = waitingOf(App.of(preferred));
  waiting.list.push({ candidates, stacks, make });
  for (const stack of candidates) settleBeforeWriting(stack, waiting);
}

function waitingOf(app: App & { [WAITING]?: Waiting }): Waiting {
  if (!app[WAITING]) Object.defineProperty(app, WAITING, { value: { list: [], prepare: new Map() } });
  return app[WAITING]!;
}

/** cdktf prepares a stack, which finds its references to others, before it writes the stack. */
function settleBeforeWriting(stack: TerraformStack, waiting: Waiting): void {
  if (waiting.prepare.has(stack)) return;
  const [prepare, write] = [stack.prepareStack.bind(stack), stack.toTerraform.bind(stack)];
  waiting.prepare.set(stack, prepare);
  const before = <T>(act: () => T): (() => T) => {
    return () => {
      settle(stack, waiting);
      return act();
    };
  };
  stack.prepareStack = before(prepare);
  stack.toTerraform = before(write);
}

function settle(of: TerraformStack, { list, prepare }: Waiting): void {
  if (list.length === 0) return;
  const homeless = list.splice(0);
  const stacks = App.of(of)
    .node.findAll()
    .filter((one): one is TerraformStack => TerraformStack.isStack(one));
  for (const stack of stacks) (prepare.get(stack) ?? (() => stack.prepareStack()))();
  for (const { candidates, stacks: all, make } of homeless) {
    const home = candidates.find((one) => all.every((other) => !other.dependsOn(one))) ?? candidates[0];
    for (const other of all) if (other !== home) home.addDependency(other);
    make(home);
  }
}

/** The stacks of the resources that a value refers to. */
export function stacksIn(scope: IConstruct, value: unknown): Set<TerraformStack> {
  const found = new Set<TerraformStack>();
  Tokenization.resolve(value, { scope, preparing: false, resolver: new StackCollector(found) });
  return found;
}

class StackCollector extends DefaultTokenResolver {
  constructor(private readonly found: Set<TerraformStack>) {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const { originStack } = token as IResolvable & { readonly originStack?: TerraformStack };
    if (originStack) this.found.add(originStack);
    return super.resolveToken(token, context, postProcessor);
  }
}
