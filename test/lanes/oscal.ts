/** compliance-trestle, which knows OSCAL apart from its schemas, takes what `toms evidence` writes: of every example, and of a stack that breaks rules. */
import fc from 'fast-check';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FILES, OscalModel, PACKAGED } from '../../lib/reports/oscal/document';
import { oscalFiles } from '../../lib/reports/oscal/files';
import { Model } from '../../lib/terraform/model';
import { anyEvidence } from '../support/any-evidence';
import { runLane } from './support/lane';
import { ROOT, Result, build, mustRun, run } from './support/run';
import { examples } from './support/stacks';

/** The folders in which a workspace of trestle keeps documents. */
const FOLDERS: { readonly [M in OscalModel]: string } = {
  catalog: 'catalogs',
  'component-definition': 'component-definitions',
  'assessment-plan': 'assessment-plans',
  'assessment-results': 'assessment-results',
  'plan-of-action-and-milestones': 'plan-of-action-and-milestones',
};
const OF_RUNS = (Object.keys(FILES) as OscalModel[]).filter((model) => !PACKAGED.some((other) => other === model));

/** How many evidences of arbitrary text are tried. */
const SAMPLES = 20;

const BROKEN = { resource: { aws_kms_key: { broken: {}, old: {} }, aws_s3_bucket: { open: {} } } };
const DAY = '2026-06-01';
const WAIVER = {
  rule: 'KMS-001',
  address: 'aws_kms_key.old',
  reason: 'an old key',
  approver: 'CISO',
  expires: '2026-12-31',
};
const RECORDS = {
  version: 1,
  organization: { name: 'ACME GmbH', role: 'processor', dataProtectionOfficer: 'Kim Example' },
  records: [
    {
      claims: ['10.1.a'],
      says: 'Twelve policies.',
      document: { title: 'ISMS manual', link: 'https://dms.acme.example/isms', date: '2026-03-02' },
      owner: 'Jo Example, CISO',
      reviewBy: '2027-03-01',
    },
  ],
  reports: [
    {
      kind: 'c5-type2',
      title: 'AWS C5 type 2',
      from: '2025-04-01',
      to: '2026-03-31',
      regions: ['eu-central-1'],
      services: ['kms', 's3'],
      exceptionsRead: { by: 'Jo Example, CISO', date: '2026-05-10' },
    },
  ],
};

runLane('oscal', async (lane) => {
  const temporary = mkdtempSync(join(tmpdir(), 'toms-oscal-'));
  const workspace = join(temporary, 'workspace');
  const written = (name: string, model: OscalModel): string => join(temporary, name, 'oscal', FILES[model]);
  const placed = (name: string, model: OscalModel): string => join(workspace, FOLDERS[model], name, FILES[model]);
  const place = (name: string, model: OscalModel): void => {
    mkdirSync(dirname(placed(name, model)), { recursive: true });
    copyFileSync(written(name, model), placed(name, model));
  };
  try {
    await lane.need('the library is built', build);
    await lane.need('trestle makes a workspace', async () => {
      mkdirSync(workspace);
      await mustRun(command(), ['init', '--local'], workspace);
    });
    for (const example of examples()) {
      const golden = join(ROOT, 'test/examples/golden', example);
      const stacks = readdirSync(golden).filter((file) => file.endsWith('.tf.json'));
      await lane.need(`${example}: toms evidence`, () =>
        evidence(
          stacks.map((file) => join(golden, file)),
          join(temporary, example)
        )
      );
      OF_RUNS.forEach((model) => place(example, model));
    }
    await lane.need('a stack with violations, a waiver and records: toms evidence', async () => {
      const stack = write(join(temporary, 'app/main.tf.json'), BROKEN);
      const waivers = write(join(temporary, 'waivers.json'), [WAIVER]);
      const records = write(join(temporary, 'records.json'), RECORDS);
      const args = [stack, '--waivers', waivers, '--records', records, '--at', DAY];
      await evidence(args, join(temporary, 'broken'));
    });
    for (const model of Object.keys(FILES) as OscalModel[]) {
      await lane.check(`trestle imports ${FILES[model]}`, async () => {
        await mustRun(command(), ['import', '-f', written('broken', model), '-o', 'broken'], workspace);
      });
    }
    const samples = fc.sample(anyEvidence, { numRuns: SAMPLES, seed: 11 });
    samples.forEach((sample, at) => {
      for (const { name, text } of oscalFiles(sample, new Model([]), DAY)) {
        mkdirSync(dirname(join(temporary, `sample-${at}`, name)), { recursive: true });
        writeFileSync(join(temporary, `sample-${at}`, name), text);
      }
      OF_RUNS.forEach((model) => place(`sample-${at}`, model));
    });
    await lane.check(
      `trestle finds every document valid, and those of ${SAMPLES} evidences nobody would make`,
      async () => {
        const { status, stdout, stderr } = await validate(workspace);
        const valid = stdout.split('VALID: ').length - 1;
        const documents = Object.keys(FILES).length + OF_RUNS.length * (examples().length + SAMPLES);
        if (status !== 0 || valid !== documents) throw new Error(`${valid} of ${documents} are\n${stdout}${stderr}`);
      }
    );
    await lane.check('trestle refuses a uuid that is there twice', async () => {
      const file = placed('broken', 'assessment-results');
      const text = readFileSync(file, 'utf8');
      const uuids = [...text.matchAll(/"uuid": "([^"]+)"/g)].map(([, uuid]) => uuid);
      writeFileSync(file, text.replace(`"uuid": "${uuids[1]}"`, `"uuid": "${uuids[2]}"`));
      const { status } = await validate(workspace);
      if (status === 0) throw new Error('it does not');
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

async function evidence(args: readonly string[], out: string): Promise<void> {
  await mustRun(process.execPath, [join('bin', 'toms'), 'evidence', ...args, '--out', out], ROOT);
}

function validate(workspace: string): Promise<Result> {
  return run(command(), ['validate', '-a'], workspace);
}

function write(file: string, json: unknown): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(json));
  return file;
}

function command(): string {
  const local = join(ROOT, '.venv', 'bin', 'trestle');
  return process.env.TRESTLE ?? (existsSync(local) ? local : 'trestle');
}
