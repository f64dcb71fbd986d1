// Makes the package for cdktn of the same source, in .cdktn, and packs it: cdktn-aws-toms-<version>.tgz. `npm run build:cdktn`
import './install.mjs';
import { lstatSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { NPM, ROOT, step } from './step.mjs';
import { tsx } from './tsx.mjs';

/** Where the package is made. It lies within the checkout, and git ignores it. */
const CDKTN = join(ROOT, '.cdktn');

step('Copying the source, in the names of cdktn', process.execPath, [
  ...tsx('scripts/cdktn/write.ts', 'tsconfig.json'),
  ROOT,
  CDKTN,
]);
// Tests and reports ask for the root of the repository.
step('Making it a repository', 'git', ['init', '--quiet', CDKTN]);
step('Installing cdktn and its provider (npm ci)', process.execPath, [join(CDKTN, 'scripts/install.mjs')]);
linkTools('node_modules');
step('Building the library for cdktn (jsii)', process.execPath, [join(CDKTN, 'scripts/prepack.mjs')], {
  env: { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' },
});
const packed = step('Packing it', NPM.command, ['pack', '--silent', CDKTN], NPM);
process.stdout.write(packed);

/** Of its own the copy has the engine, its provider and constructs; the tools are those of the checkout. */
function linkTools(folder) {
  const there = new Set(readdirSync(join(CDKTN, folder)));
  for (const name of readdirSync(join(ROOT, folder))) {
    if (/^@?cdktf(?:-|$)|^\.package-lock\.json$/.test(name)) continue;
    const path = join(folder, name);
    if (!there.has(name)) symlinkSync(join(ROOT, path), join(CDKTN, path), 'junction');
    else if (name.startsWith('@') && !lstatSync(join(CDKTN, path)).isSymbolicLink()) linkTools(path);
  }
}
