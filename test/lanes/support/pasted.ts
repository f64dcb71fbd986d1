import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE } from '../../../lib/toms/engine';
import { Lane } from './lane';
import { ROOT, Result, mustRun, run } from './run';

const QUICKSTART = readFileSync(join(ROOT, 'examples/quickstart/main.ts'), 'utf8');
const END = '\napp.synth();\n';
const OPENED = `
const block = stack.node.findChild('Invoices').node.findChild('PublicAccessBlock') as TerraformElement;
block.addOverride('block_public_acls', false);
`;

interface Program {
  readonly folder: string;
  readonly outdir: string;
}

/** The code that the refusal of an open bucket shows, pasted into the program: it passes the type checker, and does what it says. */
export async function checkPastedCode(lane: Lane, project: string): Promise<void> {
  let report = '';
  await lane.need('the quickstart with an open bucket is refused, and says where', async () => {
    const refused = program(project, 'refused', '');
    const { status, stderr } = await synth(refused);
    const line = QUICKSTART.split('\n').findIndex((text) => text.includes('new EncryptedBucket')) + 2;
    const isSaid = stderr.includes('violated  high  S3-003') && stderr.includes(`  source     main.ts:${line}\n`);
    if (status !== 1 || !isSaid) throw new Error(`exit status ${status}\n${stderr}`);
    const left = ['stacks/quickstart/cdk.tf.json', 'manifest.json'].filter((file) =>
      existsSync(join(refused.outdir, file))
    );
    if (left.length > 0) throw new Error(`it leaves ${left.join(' and ')}`);
    report = stderr;
  });
  const fix = codeAfter('  fix', report);
  const waive = codeAfter('  waive', report);
  await lane.check('the code that it shows passes the type checker', async () => {
    if (!fix.includes("addOverride('block_public_acls', true);") || !waive.includes('Waivers.of(')) {
      throw new Error(report);
    }
    const { folder } = program(project, 'typed', fix + waive);
    await mustRun(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder);
  });
  for (const [title, code, state] of [
    ['fixes', fix, 'in part'],
    ['waives', waive, 'waived'],
  ]) {
    await lane.check(`pasting the code that ${title} it works`, async () => {
      const pasted = program(project, title, code);
      const { status, stderr } = await synth(pasted);
      if (status !== 0 || stderr.includes('violated  high')) throw new Error(`exit status ${status}\n${stderr}`);
      const evidence = JSON.parse(readFileSync(join(pasted.outdir, 'evidence.json'), 'utf8')) as {
        measures: { id: string; state: string }[];
      };
      const found = evidence.measures.find(({ id }) => id === '3.1.1')?.state;
      if (found !== state) throw new Error(`the state of 3.1.1 is ${found}, not ${state}`);
      if (!existsSync(join(pasted.outdir, 'stacks/quickstart/cdk.tf.json'))) throw new Error('there is no stack');
    });
  }
}

/** The quickstart with an open bucket, in a folder of its own below the project. */
function program(project: string, name: string, pasted: string): Program {
  if (!QUICKSTART.endsWith(END)) throw new Error('the quickstart does not end in app.synth()');
  const folder = join(project, name);
  mkdirSync(folder);
  const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'examples/tsconfig.json'), 'utf8')) as {
    compilerOptions: object;
  };
  // The project has the types of its packages only.
  const tsconfig = { compilerOptions: { ...compilerOptions, types: [] }, include: ['main.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  const source = `import { TerraformElement } from '${ENGINE}';\n${QUICKSTART.slice(0, -END.length)}${OPENED}${pasted}${END}`;
  writeFileSync(join(folder, 'main.ts'), source);
  return { folder, outdir: join(folder, 'cdktf.out') };
}

function synth({ folder, outdir }: Program): Promise<Result> {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  return run(process.execPath, [tsx, 'main.ts'], folder, { CDKTF_OUTDIR: outdir, NODE_OPTIONS: '' });
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
