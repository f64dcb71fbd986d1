// Bundles what is loaded whole at every start: reading hundreds of small modules takes longer than checking a small project.
// The examples of rules stay outside, since only `toms explain` loads them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './step.mjs';

/** Each bundle, and the module that it is made from. */
const BUNDLES = {
  // It stands where jsii writes the module by itself, so that what imports it finds the bundle.
  'dist/enforcement/engine.js': 'lib/enforcement/engine.ts',
  'dist/cli/toms.js': 'lib/cli/main.ts',
};

for (const [outfile, entry] of Object.entries(BUNDLES)) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.9',
    format: 'cjs',
    // A process holds the text of what it loads. Names and lines stay, since Node prints both where an error ends a program.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 120,
    logLevel: 'warning',
  });
}

// What is bundled goes out under its own licence.
const licence = readFileSync(join(ROOT, 'node_modules/yaml/LICENSE'), 'utf8');
writeFileSync(join(ROOT, 'dist/third-party-licenses.txt'), `yaml\n\n${licence}`);
