import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../support/synth';
import { ENGINE } from '../../lib/toms/engine';

const ROOT = join(__dirname, '../..');
const QUICKSTART = readFileSync(join(ROOT, 'examples/quickstart/main.ts'), 'utf8');
const END = '\napp.synth();\n';
const OPENED = `
const block = stack.node.findChild('Invoices').node.findChild('PublicAccessBlock') as TerraformElement;
block.addOverride('block_public_acls', false);
`;

/** The quickstart with an open bucket, in a folder of its own, as a user would have it. */
function program(pasted: string): { folder: string; outdir: string } {
  expect(QUICKSTART.endsWith(END)).toBe(true);
  const folder = temporaryDirectory();
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const tsconfig = JSON.parse(readFileSync(join(ROOT, 'examples/tsconfig.json'), 'utf8')) as {
    compilerOptions: object;
  };
  const paths = { 'cdktf-aws-toms': [join(ROOT, 'lib/index.ts')] };
  const compilerOptions = { ...tsconfig.compilerOptions, paths, types: ['node'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['main.ts'] }));
  const source = `import { TerraformElement } from '${ENGINE}';\n${QUICKSTART.slice(0, -END.length)}${OPENED}${pasted}${END}`;
  writeFileSync(join(folder, 'main.ts'), source);
  const outdir = join(folder, 'cdktf.out');
  mkdirSync(outdir);
  return { folder, outdir };
}

function run({ folder, outdir }: ReturnType<typeof program>): { status: number | null; err: string } {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const env = { ...process.env, CDKTF_OUTDIR: outdir, NODE_OPTIONS: '' };
  const { status, stderr } = spawnSync(process.execPath, [tsx, 'main.ts'], { cwd: folder, env, encoding: 'utf8' });
  return { status, err: stderr };
}

/** The lines of code that the report shows under a heading. */
function codeAfter(heading: string, report: string): string {
  const lines = report.split('\n');
  const start = lines.findIndex((line) => line.startsWith(heading)) + 1;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith('    '));
  return lines
    .slice(start, end)
    .map((line) => `${line.slice(4)}\n`)
    .join('');
}

const REFUSED = program('');
const { status: STATUS, err: REPORT } = run(REFUSED);
const MEND = codeAfter('  fix', REPORT);
const WAIVE = codeAfter('  waive', REPORT);

test('the quickstart with an open bucket is refused, and says where', () => {
  expect(STATUS).toBe(1);
  expect(REPORT).toContain('violated  high  S3-003');
  const line = QUICKSTART.split('\n').findIndex((text) => text.includes('new EncryptedBucket')) + 2;
  expect(REPORT).toContain(`  source     main.ts:${line}\n`);
  expect(existsSync(join(REFUSED.outdir, 'stacks/quickstart/cdk.tf.json'))).toBe(false);
  expect(existsSync(join(REFUSED.outdir, 'manifest.json'))).toBe(false);
});

test('the code that it shows passes the type checker', () => {
  expect(MEND).toContain("addOverride('block_public_acls', true);");
  expect(WAIVE).toContain('Waivers.of(');
  const { folder } = program(MEND + WAIVE);
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  expect(execFileSync(process.execPath, [tsc, '-p', '.'], { cwd: folder, encoding: 'utf8' })).toBe('');
});

test.each([
  ['fixes', MEND, 'in part'],
  ['waives', WAIVE, 'waived'],
])('pasting the code that %s it works', (_title, code, state) => {
  const pasted = program(code);
  const { status, err } = run(pasted);
  expect({ status, violated: err.includes('violated  high') }).toEqual({ status: 0, violated: false });
  const evidence = JSON.parse(readFileSync(join(pasted.outdir, 'evidence.json'), 'utf8')) as {
    measures: { id: string; state: string }[];
  };
  expect(evidence.measures.find(({ id }) => id === '3.1.1')?.state).toBe(state);
  expect(existsSync(join(pasted.outdir, 'stacks/quickstart/cdk.tf.json'))).toBe(true);
});
