import { Stack } from '../terraform/stack';
import { DEMANDS, Demands, StricterDemands } from '../toms/demands';

/** What is demanded of stacks, where that is more than the measures demand. */
const DEMANDED = new WeakMap<Stack, Demands>();

/** Demands more of stacks, and of what their plans were made from, than the measures do. Before anything is read of them: what is read is remembered. */
export function demandOf(stacks: readonly Stack[], stricter: StricterDemands): void {
  if (Object.keys(stricter).length === 0) return;
  const demands = { ...DEMANDS, ...stricter };
  for (const stack of stacks) {
    for (const one of [stack, stack.configuration]) if (one) DEMANDED.set(one, demands);
  }
}

/** The numbers that are demanded of a stack. */
export function demandsOf(stack: Stack): Demands {
  return DEMANDED.get(stack) ?? DEMANDS;
}
