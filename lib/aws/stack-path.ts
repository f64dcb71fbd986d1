import { Stack } from '../terraform/stack';
import { recordOf } from './declared';

/** The construct path of a stack, so that a waiver on the stack covers findings about it. Only stacks that cdktf wrote have one. */
export function stackPath(stack: Stack): string | undefined {
  const path = recordOf(stack).posture?.path;
  if (path) return path;
  return stack.resources.some(({ constructPath }) => constructPath !== undefined) ? stack.name : undefined;
}
