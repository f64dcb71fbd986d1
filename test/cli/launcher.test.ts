import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from './toms';

const LAUNCHER = join(__dirname, '../../bin/toms');
const { write } = temporary();

test('bin/toms may be executed', () => {
  expect(() => accessSync(LAUNCHER, constants.X_OK)).not.toThrow();
});

test('bin/toms says so where nothing is built', () => {
  const copy = write('unbuilt/bin/toms', readFileSync(LAUNCHER));
  const { status, stdout, stderr } = spawnSync(process.execPath, [copy, 'check', '.'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe('toms: this checkout is not built: run `npm run build` first\n');
});

test('bin/toms starts what is built', () => {
  const copy = write('built/bin/toms', readFileSync(LAUNCHER));
  write('built/dist/cli/toms.js', 'exports.start = () => { process.exitCode = 7; };');
  expect(spawnSync(process.execPath, [copy]).status).toBe(7);
});
