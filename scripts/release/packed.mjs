// Holds a packed package to what a release of it would be, and prints its bill of materials: node scripts/release/packed.mjs <tarball> [<kind of file that it may lack>]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../step.mjs';
import { faultsOf, rehearsed } from './publish.mjs';
import { bundledIn, sbomOf } from './sbom.mjs';
import { versionOf } from './versions.mjs';

const [tarball, absent] = process.argv.slice(2);
const faults = faultsOf(rehearsed(tarball).files).filter((fault) => fault !== `it lacks ${absent}`);
const wrong = versionOf(ROOT).wrong.map(([file, is, wanted]) => `${file} says ${is}, not ${wanted}`);
if (faults.length + wrong.length > 0) {
  process.stderr.write(`${[...faults, ...wrong].join('\n')}\n`);
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
process.stdout.write(JSON.stringify(sbomOf(manifest, bundledIn(ROOT))));
