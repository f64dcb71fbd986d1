/** The library in Python: a wheel is made and installed, and an app is held to its measures through jsii, which calls no method that was set on an object. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLane } from './support/lane';
import { ROOT, Result, build, mustRun, run } from './support/run';
import { projectOf } from './support/template';
import { binOf, installed } from './support/venv';

/** With `--cdktn`, the package for cdktn, which `npm run build:cdktn` has made; otherwise that for cdktf. */
const isCdktn = process.argv.includes('--cdktn');
const PACKAGE = isCdktn ? join(ROOT, '.cdktn') : ROOT;
const ENVIRONMENT = isCdktn ? 'python-cdktn' : 'python';
const PROGRAMS = join(PACKAGE, 'test', 'lanes', 'python');
const PYTHON = join(binOf(ENVIRONMENT), 'python');
const PACMAK = join(ROOT, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak');
const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' };

runLane(ENVIRONMENT, async (lane) => {
  const project = mkdtempSync(join(tmpdir(), 'toms-python-'));
  const python = (program: string, env = {}): Promise<Result> =>
    run(PYTHON, [join(PROGRAMS, program)], project, { ...QUIET, CDKTF_OUTDIR: undefined, ...env });
  const pip = (...args: string[]): Promise<string> => mustRun(PYTHON, ['-m', 'pip', ...args], project, QUIET);
  let wheel = '';
  try {
    await lane.need('the library is built', async () => {
      if (isCdktn) await mustRun(process.execPath, [join('scripts', 'cdktn.mjs')], ROOT, QUIET);
      else await build();
    });
    if (process.argv.includes('--languages')) {
      await lane.check('code is made of it for Java, C# and Go', async () => {
        const args = ['--targets', 'java', 'dotnet', 'go', '--code-only', '--outdir', join(project, 'code')];
        await mustRun(process.execPath, [PACMAK, ...args, '--no-npmignore'], PACKAGE, QUIET);
        const files = readdirSync(join(project, 'code'), { recursive: true, encoding: 'utf8' });
        for (const [language, name] of [
          ['Java', /^java\/.*\/EncryptedBucket\.java$/],
          ['C#', /^dotnet\/.*\/EncryptedBucket\.cs$/],
          ['Go', /^go\/.*\/EncryptedBucket\.go$/],
        ] as const) {
          const [, extension] = /\.(\w+)\$$/.exec(name.source)!;
          const made = files.filter((file) => file.endsWith(`.${extension}`));
          lane.note(`${language}: ${made.length} files`);
          if (!made.some((file) => name.test(file))) throw new Error(`no EncryptedBucket for ${language}`);
        }
      });
    }
    const wheels = join(project, 'wheels');
    const wheelMade = lane.need('a wheel is made of it', async () => {
      await mustRun(
        process.execPath,
        [PACMAK, '--targets', 'python', '--outdir', wheels, '--no-npmignore'],
        PACKAGE,
        QUIET
      );
    });
    const prepared = lane.need('what it needs is installed', async () => {
      await installed(ENVIRONMENT, join(PROGRAMS, 'requirements.txt'));
    });
    await Promise.all([wheelMade, prepared]);
    await lane.need('the wheel is installed', async () => {
      const [file] = readdirSync(join(wheels, 'python')).filter((one) => one.endsWith('.whl'));
      wheel = join(wheels, 'python', file);
      // The version stays the same while the wheel changes.
      await pip('install', '--quiet', '--no-deps', '--force-reinstall', wheel);
      await pip('check');
    });
    await lane.check('pip refuses it on a Python that is too old', async () => {
      const args = ['download', '--no-deps', '--no-index', '--only-binary=:all:', '--python-version=3.9'];
      const { status, stderr } = await run(PYTHON, ['-m', 'pip', ...args, '--dest', project, wheel], project, QUIET);
      if (status !== 1 || !/requires a different Python: 3\.9\S* not in '>=3\.\d+'/.test(stderr)) {
        throw new Error(`exit status ${status}\n${stderr}`);
      }
    });
    await lane.check('its description is one that PyPI takes', async () => {
      await mustRun(join(binOf(ENVIRONMENT), 'twine'), ['check', '--strict', wheel], project);
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
    await lane.check('a project of the template is made, has what it asks for, and is synthesized', async () => {
      const made = join(project, 'documents');
      const app = await projectOf('python', made, PACKAGE);
      symlinkSync(join(binOf(ENVIRONMENT), '..'), join(made, '.venv'));
      // What pip would fetch otherwise, it finds nowhere.
      await mustRun(PYTHON, ['-m', 'pip', 'install', '--no-index', '-r', 'requirements.txt'], made, QUIET);
      await mustRun('sh', ['-c', app], made, QUIET);
      expectFiles(made, 'cdktf.out', ['evidence.json', 'evidence.md', 'manifest.json', 'stacks/documents/cdk.tf.json']);
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
