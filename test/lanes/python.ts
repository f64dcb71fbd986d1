/** The library in Python: a wheel is made and installed, and an app is held to its measures through jsii, which calls no method that was set on an object. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLane } from './support/lane';
import { ROOT, Result, build, mustRun, run } from './support/run';
import { binOf, installed } from './support/venv';

const PROGRAMS = join(__dirname, 'python');
const PYTHON = join(binOf('python'), 'python');
const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' };

runLane('python', async (lane) => {
  const project = mkdtempSync(join(tmpdir(), 'toms-python-'));
  const python = (program: string, env = {}): Promise<Result> =>
    run(PYTHON, [join(PROGRAMS, program)], project, { ...QUIET, CDKTF_OUTDIR: undefined, ...env });
  const pip = (...args: string[]): Promise<string> => mustRun(PYTHON, ['-m', 'pip', ...args], project, QUIET);
  try {
    await lane.need('the library is built', build);
    const wheels = join(project, 'wheels');
    const made = lane.need('a wheel is made of it', async () => {
      const pacmak = join(ROOT, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak');
      await mustRun(
        process.execPath,
        [pacmak, '--targets', 'python', '--outdir', wheels, '--no-npmignore'],
        ROOT,
        QUIET
      );
    });
    const prepared = lane.need('what it needs is installed', async () => {
      await installed('python', join(PROGRAMS, 'requirements.txt'));
    });
    await Promise.all([made, prepared]);
    await lane.need('the wheel is installed', async () => {
      const [wheel] = readdirSync(join(wheels, 'python')).filter((file) => file.endsWith('.whl'));
      // The version stays the same while the wheel changes.
      await pip('install', '--quiet', '--no-deps', '--force-reinstall', join(wheels, 'python', wheel));
      await pip('check');
    });
    await lane.need('an app whose measures hold is synthesized, with evidence', async () => {
      expect(await python('main.py'), 0, '');
      expectFiles(project, 'cdktf.out', ['evidence.json', 'evidence.md', 'manifest.json', 'stacks/app/cdk.tf.json']);
    });
    await lane.check(
      'an override that breaks one is refused, and leaves nothing of it or of the run before',
      async () => {
        const result = await python('main.py', { OPEN: '1' });
        expect(result, 1, 'violated  high  S3-003');
        expect(result, 1, 'construct  app/Invoices/PublicAccessBlock');
        if (/^ *source /m.test(result.stderr)) throw new Error(`a line of jsii is called a source:\n${result.stderr}`);
        expectFiles(project, 'cdktf.out', []);
      }
    );
    await lane.check('options are taken: one app only warns, the other refuses what is undetermined', async () => {
      const result = await python('options.py');
      expect(result, 1, 'the guardrails only warn, and nothing was refused');
      expect(result, 1, 'GuardrailsError: measures are undetermined, and this app refuses that');
      const { enforced } = JSON.parse(readFileSync(join(project, 'warned', 'evidence.json'), 'utf8')) as {
        enforced: boolean;
      };
      if (enforced) throw new Error('the evidence calls a warning enforced');
      expectFiles(project, 'refused', []);
    });
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

function expect({ status, stdout, stderr }: Result, expected: number, part: string): void {
  if (status !== expected || !stderr.includes(part)) {
    throw new Error(`exit status ${status}, or no ${JSON.stringify(part)} in\n${stderr}${stdout}`);
  }
}

function expectFiles(project: string, outdir: string, expected: readonly string[]): void {
  const found = readdirSync(join(project, outdir), { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(project, outdir, file)).isFile())
    .sort();
  if (found.join() !== expected.join()) throw new Error(`in ${outdir} there is ${found.join(', ') || 'nothing'}`);
}
