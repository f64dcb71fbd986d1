import { spawnSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, App } from 'cdktf';
import { Enforcement, Guardrails } from '../../lib';
import { endProcess } from '../../lib/enforcement/owed-checks';
import { addBadStack, addGoodStack, filesOf, newApp } from '../support/guarded-app';
import { temporaryDirectory } from '../support/synth';
import { ENGINE, LIBRARY } from '../../lib/toms/engine';

// Before any app of this file is enforced.
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with an app
const UNGUARDED = App.prototype.synth;

const NEVER =
  `${LIBRARY}: the guardrails are enforced on an app that was never synthesized, and nothing was checked: ` +
  'call app.synth(), or do not enforce them\n';

let stderr: jest.SpyInstance;
beforeEach(() => (stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
afterEach(() => jest.restoreAllMocks());

/** What the end of a process of this status says, and the status that it sets. */
function end(status = 0): { said: string; exitCode: typeof process.exitCode } {
  const before = process.exitCode;
  process.exitCode = undefined;
  stderr.mockClear();
  try {
    endProcess(status);
    return { said: stderr.mock.calls.join(''), exitCode: process.exitCode };
  } finally {
    process.exitCode = before;
  }
}

function attempt(synth: () => void): void {
  try {
    synth();
  } catch {
    // The program goes on.
  }
}

test('an app that is enforced and never synthesized fails the process', () => {
  const app = newApp();
  Guardrails.enforce(app);
  expect(end()).toEqual({ said: NEVER, exitCode: 1 });
});

test('so does one whose synth was replaced by something else', () => {
  const app = newApp();
  Guardrails.enforce(app);
  app.synth = () => undefined;
  app.synth();
  expect(end()).toEqual({ said: NEVER, exitCode: 1 });
});

test('a process that failed already says nothing more', () => {
  const app = newApp();
  Guardrails.enforce(app);
  expect(end(2)).toEqual({ said: '', exitCode: undefined });
});

test('a warning stays one', () => {
  const app = newApp();
  Guardrails.enforce(app, { enforcement: Enforcement.WARN });
  expect(end()).toEqual({ said: NEVER, exitCode: undefined });
});

test.each<[string, (app: App) => void]>([
  ['passed', addGoodStack],
  ['was refused, where the program caught that', addBadStack],
])('an app that %s owes nothing', (_title, add) => {
  const app = newApp();
  Guardrails.enforce(app);
  add(app);
  attempt(() => app.synth());
  expect(end()).toEqual({ said: '', exitCode: undefined });
});

test('an app that is not enforced owes nothing', () => {
  newApp();
  expect(end()).toEqual({ said: '', exitCode: undefined });
});

test('what a synth of the prototype, kept from before, wrote until it failed is removed', () => {
  const app = newApp();
  Guardrails.enforce(app);
  addBadStack(app, 'a');
  Annotations.of(addGoodStack(app, 'b')).addError('not like this');
  attempt(() => UNGUARDED.call(app));
  expect(filesOf(app)).toEqual(['stacks/a/cdk.tf.json']);
  expect(end()).toEqual({
    said: `${LIBRARY}: synth ended before the guardrails ran, and nothing was checked: ${app.outdir}\n`,
    exitCode: 1,
  });
  expect(filesOf(app)).toEqual([]);
});

test.each([
  ['', 1, NEVER],
  ['process.exit(0);', 1, NEVER],
  [`throw new Error('its own');`, 1, 'Error: its own'],
  [`new TerraformStack(app, 'empty'); try { app.synth(); } catch { /* goes on */ }`, 0, ''],
])('a program that enforces, and then: %s', (then, status, said) => {
  const root = join(__dirname, '../..');
  const folder = temporaryDirectory();
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const library = JSON.stringify(join(root, 'lib/enforcement/guardrails'));
  const program = `
    import { App, TerraformStack } from '${ENGINE}';
    import { Guardrails } from ${library};
    const app = new App();
    Guardrails.enforce(app);
    ${then}
    void TerraformStack;
  `;
  writeFileSync(join(folder, 'main.ts'), program);
  const args = [join(root, 'node_modules/tsx/dist/cli.mjs'), 'main.ts'];
  const ran = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, CDKTF_OUTDIR: undefined, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({
    status,
    stderr: said === '' || said === NEVER ? said : expect.stringContaining(said),
  });
});
