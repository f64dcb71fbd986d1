import { join } from 'node:path';
import { ROOT, step } from '../step.mjs';

/** Writes API.md, the reference of what is public, below a directory. It is part of the package, and not of the repository. */
export function writeApi(directory) {
  const docgen = join(ROOT, 'node_modules', 'jsii-docgen', 'bin', 'jsii-docgen');
  const env = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };
  step('Writing API.md (jsii-docgen)', process.execPath, [docgen, '-o', join(directory, 'API.md')], { env });
}
