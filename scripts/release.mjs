// Makes all that a release consists of in .cache/release, goes through publishing it but for sending it, and prints the commands that send it. `npm run release`
// takes a clean checkout, and a section of the changelog for the version; `-- --rehearse` takes what is unreleased, in the checkout as it is.
import './install.mjs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { faultsOf, rehearsed } from './release/publish.mjs';
import { bundledIn, sbomOf } from './release/sbom.mjs';
import { changesOf, versionOf } from './release/versions.mjs';
import { NPM, ROOT, step } from './step.mjs';
import { packTemplates } from './templates.mjs';

const OUT = join(ROOT, '.cache', 'release');
const VENV = join(ROOT, '.cache', 'release-venv');
const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' };
const ROOTS = [ROOT, join(ROOT, '.cdktn')];
const isRehearsal = process.argv.includes('--rehearse');

const { version, wrong } = versionOf(ROOT);
stopAt(wrong.map(([file, is, wanted]) => `${file} says ${is}, and the version is ${version}: ${wanted}`));
const changes = changesOf(ROOT, isRehearsal ? 'Unreleased' : version);
if (changes === undefined) stopAt([`CHANGELOG.md has no section [${version}]`]);
const changed = execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });
if (!isRehearsal && changed !== '') stopAt([`commit first:\n${changed}`]);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
step('Building the package for cdktf', process.execPath, [join('scripts', 'prepack.mjs')], { env: QUIET });
step('Packing it', NPM.command, ['pack', '--silent', '--ignore-scripts', '--pack-destination', OUT], NPM);
step('Building and packing the package for cdktn', process.execPath, [join('scripts', 'cdktn.mjs')], { env: QUIET });
renameSync(join(ROOT, `cdktn-aws-toms-${version}.tgz`), join(OUT, `cdktn-aws-toms-${version}.tgz`));

const listed = ROOTS.map((root) => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name } = manifest;
  stopAt(manifest.version === version ? [] : [`${name} has the version ${manifest.version}, not ${version}`]);
  const { files, size, unpackedSize } = rehearsed(join(OUT, `${name}-${version}.tgz`));
  process.stdout.write(`${name}: ${files.length} files, ${size} bytes, ${unpackedSize} unpacked\n`);
  stopAt(faultsOf(files).map((fault) => `${name}: ${fault}`));
  writeFileSync(join(OUT, `${name}-${version}.files.txt`), `${files.join('\n')}\n`);
  const sbom = sbomOf(manifest, bundledIn(root));
  writeFileSync(join(OUT, `${name}-${version}.cdx.json`), `${JSON.stringify(sbom, undefined, 2)}\n`);
  packTemplates(root, OUT);
  return files;
});
const [one, other] = listed.map((files) => files.join('\n'));
if (one !== other) stopAt(['the packages for both engines do not hold the same files']);

if (!existsSync(join(VENV, 'bin', 'twine'))) {
  step('Making an environment of Python', 'python3', ['-m', 'venv', VENV]);
  step('Installing twine', join(VENV, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', 'twine==7.0.0'], {
    env: QUIET,
  });
}
const wheels = ROOTS.map((root) => {
  const made = join(OUT, basename(root));
  const pacmak = join(ROOT, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak');
  const args = [pacmak, root, '--targets', 'python', '--outdir', made, '--no-npmignore'];
  step(`Making the wheel of ${basename(root)}`, process.execPath, args, { env: QUIET });
  const wheel = readdirSync(join(made, 'python')).find((file) => file.endsWith('.whl'));
  copyFileSync(join(made, 'python', wheel), join(OUT, wheel));
  rmSync(made, { recursive: true });
  return join(OUT, wheel);
});
step('twine check', join(VENV, 'bin', 'twine'), ['check', '--strict', ...wheels]);

writeFileSync(join(OUT, 'notes.md'), `${changes}\n`);
const sums = readdirSync(OUT)
  .sort()
  .map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(OUT, file)))
        .digest('hex')}  ${file}`
  );
writeFileSync(join(OUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);
process.stdout.write(
  `\n${sums.join('\n')}\n\nNothing was published. In CI, with id-token: write, so that provenance can be signed:\n`
);
for (const root of ROOTS) {
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  process.stdout.write(`npm publish ${join(OUT, `${name}-${version}.tgz`)} --provenance --access public\n`);
}
process.stdout.write(
  `twine upload ${wheels.join(' ')}\ngh release create v${version} --notes-file ${join(OUT, 'notes.md')} ${OUT}/*\n`
);

function stopAt(faults) {
  if (faults.length === 0) return;
  process.stderr.write(`release: ${faults.join('\nrelease: ')}\n`);
  process.exit(1);
}
