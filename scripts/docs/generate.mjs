import '../built.mjs';
import { join } from 'node:path';
import { ROOT, step } from '../step.mjs';
import { tsx } from '../tsx.mjs';

/** What is generated, seen from the root. */
export const GENERATED = ['docs/rules.md', 'docs/measures.md', 'API.md'];

/** Writes what is generated below a directory. */
export function generate(directory) {
  step('Writing docs/rules.md and docs/measures.md', process.execPath, [
    ...tsx('scripts/docs/write.ts', 'tsconfig.json'),
    directory,
  ]);
  const docgen = join(ROOT, 'node_modules', 'jsii-docgen', 'bin', 'jsii-docgen');
  const env = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };
  step('Writing API.md (jsii-docgen)', process.execPath, [docgen, '-o', join(directory, 'API.md')], { env });
}
