import { join } from 'node:path';
import { ROOT } from './step.mjs';

/** The arguments by which Node runs a TypeScript program. */
export function tsx(program, tsconfig) {
  return [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), '--tsconfig', tsconfig, program];
}
