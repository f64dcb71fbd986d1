import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from './toms';

const LAUNCHER = join(__dirname, '../../bin/toms');
const PACKAGE = { engines: { node: '>=20.9.0' } };
const { write } = temporary();

/** The command in a package of its own. */
function launcher(name: string, needs: object = PACKAGE): string {
  write(`${name}/package.json`, needs);
  return write(`${name}/bin/toms`, readFileSync(LAUNCHER));
}

test('bin/toms may be executed', () => {
  expect(() => accessSync(LAUNCHER, constants.X_OK)).not.toThrow();
});

test('bin/toms says so where nothing is built', () => {
  const args = [launcher('unbuilt'), 'check', '.'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe('toms: this checkout is not built: run `npm run build` first\n');
});

test('bin/toms starts what is built', () => {
  const copy = launcher('built');
  write('built/dist/cli/toms.js', 'exports.start = () => { process.exitCode = 7; };');
  expect(spawnSync(process.execPath, [copy]).status).toBe(7);
});

test.each(['>=999.0.0', `>=${process.versions.node.split('.')[0]}.999.0`])(
  'bin/toms refuses a Node that is older than %s, and loads nothing',
  (node) => {
    const copy = launcher(`needs-${node}`, { engines: { node } });
    write(`needs-${node}/dist/cli/toms.js`, 'throw new Error("it is loaded");');
    const { status, stdout, stderr } = spawnSync(process.execPath, [copy, 'rules'], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `toms: this needs Node ${node}, and is run by Node ${process.versions.node}: install a newer one, as by nvm install --lts\n`
    );
  }
);
