import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './step.mjs';

/** The names of the examples: the folders in examples that hold a program. */
export const EXAMPLES = readdirSync(join(ROOT, 'examples'))
  .filter((name) => existsSync(join(ROOT, 'examples', name, 'main.ts')))
  .sort();

/** Where an example is synthesized to, seen from the root. */
export function outputOf(name) {
  return `cdktf.out/${name}`;
}
