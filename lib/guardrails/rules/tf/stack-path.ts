import { Stack } from '../../model';

/** The construct path of a stack, so that a waiver on the stack covers findings about it. Only stacks that cdktf wrote have one. */
export function stackPath(stack: Stack): string | undefined {
  if (stack.posture?.path) return stack.posture.path;
  return stack.resources.some(({ constructPath }) => constructPath !== undefined) ? stack.name : undefined;
}
