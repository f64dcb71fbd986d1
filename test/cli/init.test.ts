import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { main } from '../../lib/cli/main';
import { temporaryDirectory } from '../support/synth';
import { ENGINE, LIBRARY } from '../../lib/toms/engine';

const ROOT = join(__dirname, '../..');
const NEW = { 'package.json': `{"dependencies":{"${ENGINE}":"0.21.0"}}`, 'main.ts': 'const app = new App();\n' };

/** A directory with files, and one whose name ends in a slash for each directory. */
function project(files: { readonly [path: string]: string }): string {
  const directory = temporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory, path);
    mkdirSync(path.endsWith('/') ? file : dirname(file), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(file, text);
  }
  return directory;
}

function init(directory: string, ...args: string[]): { status: number; out: string; err: string } {
  const before = process.cwd();
  let [out, err] = ['', ''];
  process.chdir(directory);
  try {
    const status = main(['init', ...args], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      isTty: false,
    });
    return { status, out, err };
  } finally {
    process.chdir(before);
  }
}

function read(directory: string, file: string): string {
  return readFileSync(join(directory, file), 'utf8');
}

test('writes a configuration that follows its schema, and says what is next', () => {
  const directory = project(NEW);
  expect(init(directory)).toEqual({
    status: 0,
    out: [
      "next: in your program, after `new App()`: Guardrails.enforce(app); Posture.set(app, { owner: 'your-team', retentionDays: 365 });",
      `next: npx ${ENGINE} synth && npx toms check cdktf.out`,
      '',
    ].join('\n'),
    err: 'toms: wrote toms.config.json\n',
  });
  const schema = JSON.parse(readFileSync(join(ROOT, 'schema/toms-config.schema.json'), 'utf8')) as object;
  expect(new Ajv().validate(schema, JSON.parse(read(directory, 'toms.config.json')))).toBe(true);
  expect(read(directory, 'main.ts')).toBe(NEW['main.ts']);
});

test.each<[string, { readonly [path: string]: string }, string, string]>([
  ['files of GitHub', { '.github/dependabot.yml': '' }, '.github/workflows/measures.yml', 'ci/github.yml'],
  ['files of GitLab', { '.gitlab-ci.yml': '' }, '.gitlab/measures.yml', 'ci/gitlab.yml'],
  [
    'a remote at GitHub',
    { '.git/config': '[remote "origin"]\n\turl = git@github.com:acme/shop.git\n' },
    '.github/workflows/measures.yml',
    'ci/github.yml',
  ],
  [
    'a remote at a GitLab of its own',
    { '.git/config': '[remote "origin"]\n\turl = https://gitlab.acme.example/shop.git\n' },
    '.gitlab/measures.yml',
    'ci/gitlab.yml',
  ],
])('%s: writes what runs the check there', (_what, files, written, template) => {
  const directory = project({ ...NEW, ...files });
  expect(init(directory).status).toBe(0);
  expect(read(directory, written)).toBe(readFileSync(join(ROOT, template), 'utf8'));
});

test('writes the host that is named, or none', () => {
  const directory = project({ ...NEW, '.github/': '' });
  init(directory, '--ci', 'none');
  expect(readdirSync(directory).sort()).toEqual(['.github', 'main.ts', 'package.json', 'toms.config.json']);
  init(directory, '--ci', 'gitlab');
  expect(existsSync(join(directory, '.gitlab/measures.yml'))).toBe(true);
});

test('leaves what is there as it is', () => {
  const files = { ...NEW, 'toms.config.json': 'mine', '.github/workflows/measures.yml': 'mine too' };
  const directory = project({ ...files, 'main.ts': 'Guardrails.enforce(app);\n' });
  const { status, out, err } = init(directory);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/^toms\.config\.json is there already, and stays as it is\n/);
  expect(out).not.toContain('Guardrails');
  expect(read(directory, 'toms.config.json')).toBe('mine');
  expect(read(directory, '.github/workflows/measures.yml')).toBe('mine too');
});

test('writes nothing where it is asked what it would write', () => {
  const directory = project({ ...NEW, '.github/': '' });
  const { out } = init(directory, '--dry-run');
  expect(out).toContain('would write toms.config.json:\n\n{');
  expect(out).toContain('would write .github/workflows/measures.yml:\n\nname: measures\n');
  expect(existsSync(join(directory, 'toms.config.json'))).toBe(false);
});

test('leaves the root of the repository to people where the project lies below it', () => {
  const directory = project({ '.git/': '', '.github/': '', 'infra/package.json': NEW['package.json'] });
  expect(init(join(directory, 'infra')).out).toContain(
    `next: copy node_modules/${LIBRARY}/ci/github.yml into the root of the repository as .github/workflows/measures.yml, and set its paths\n`
  );
  expect(readdirSync(join(directory, 'infra')).sort()).toEqual(['package.json', 'toms.config.json']);
});

test.each<[string, { readonly [path: string]: string }, string[], string]>([
  ['no project', {}, [], 'package.json: does not exist: run toms init in the directory of the project'],
  [
    'another project',
    { 'package.json': '{"dependencies":{"react":"19"}}' },
    [],
    `package.json: does not name ${ENGINE}: run toms init in a project of ${ENGINE}`,
  ],
  ['a broken project', { 'package.json': '{"dependencies":' }, [], 'package.json: ends early'],
  ['another host', NEW, ['--ci', 'jenkins'], '--ci is github, gitlab or none, got "jenkins"'],
  ['a path', NEW, ['infra'], 'toms init takes no path'],
])('refuses %s, and writes nothing', (_what, files, args, message) => {
  const directory = project(files);
  const { status, err } = init(directory, ...args);
  expect(status).toBe(2);
  expect(err).toContain(`toms: ${message}`);
  expect(existsSync(join(directory, 'toms.config.json'))).toBe(false);
});

test('the workflow of GitHub is the one of the docs, with inputs that the action has', () => {
  const text = readFileSync(join(ROOT, 'ci/github.yml'), 'utf8');
  expect(readFileSync(join(ROOT, 'docs/ci.md'), 'utf8')).toContain(`\`\`\`yaml\n${text}\`\`\``);
  const { jobs } = parse(text) as { jobs: { check: { steps: { uses?: string; with?: object }[] } } };
  const own = jobs.check.steps.find(({ uses }) => uses?.startsWith('cdktf-aws-toms/'));
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as { inputs: object };
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? {})));
});
