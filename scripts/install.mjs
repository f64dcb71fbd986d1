// Importing this, or running it, installs what is missing. It needs Node and npm, and nothing that npm installs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NPM, ROOT, step } from './step.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 9)) {
  process.stderr.write(`This needs Node 20.9 or newer, and is run by Node ${process.versions.node}.\n`);
  process.exit(1);
}

if (!isInstalled()) {
  // `--include=dev`: with NODE_ENV=production npm leaves out what builds and tests.
  step('Installing the packages (npm ci)', NPM.command, ['ci', '--include=dev', '--loglevel=error'], NPM);
}

/**
 * Whether what npm wrote down when it had installed is what package-lock.json asks for. Times would not tell: a
 * checkout touches the lock without changing it. Packages of other platforms are in the lock alone.
 */
function isInstalled() {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  const asked = packagesIn(join(ROOT, 'package-lock.json'));
  delete asked[''];
  const same = Object.entries(asked).every(([path, { version, integrity, optional }]) => {
    const there = installed[path];
    return there ? there.version === version && there.integrity === integrity : optional === true;
  });
  return same && Object.keys(installed).every((path) => path in asked);
}

function packagesIn(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}
