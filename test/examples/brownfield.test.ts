import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { App } from 'cdktf';
import { ShopStack } from '../../examples/brownfield/old/shop-stack';
import { Progress, program } from '../../examples/brownfield/program';
import { STEPS } from '../../examples/brownfield/steps';
import { Guardrails } from '../../lib';
import { BaselineEntry, Finding } from '../../lib/guardrails/finding';
import { SEVERITIES } from '../../lib/guardrails/rule';
import { toms } from '../cli/toms';
import { messageOf, temporaryDirectory } from '../support/synth';
import { expectTextSnapshot } from '../support/text-snapshot';

const EXAMPLE = join(__dirname, '../../examples/brownfield');
const PAGE = join(EXAMPLE, 'README.md');
const DIRECTORY = temporaryDirectory();
const BASELINE = join(DIRECTORY, 'toms.baseline.json');

/** What may not be destroyed, or made again under another address. */
const STORES =
  /^aws_(?:s3_bucket|db_instance|dynamodb_table|sqs_queue|sns_topic|kms_key|cloudwatch_log_group|cloudtrail)\./;

/** Synthesizes the example, and returns where it wrote. */
function synthesize(steps: number, more: Omit<Progress, 'steps'> = {}): string {
  const outdir = join(DIRECTORY, `step-${steps}`, 'cdktf.out');
  mkdirSync(outdir, { recursive: true });
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    program({ steps, ...more }, { outdir }).synth();
  } finally {
    stderr.mockRestore();
  }
  return outdir;
}

/** The addresses that an output declares. */
function addressesOf(outdir: string): string[] {
  const { resource } = JSON.parse(readFileSync(join(outdir, 'stacks/shop/cdk.tf.json'), 'utf8')) as {
    resource: { [type: string]: { [name: string]: object } };
  };
  return Object.entries(resource).flatMap(([type, bodies]) => Object.keys(bodies).map((name) => `${type}.${name}`));
}

/**
 * What makes the provider destroy a database and make another.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
 */
const FORCING = ['availability_zone', 'character_set_name', 'db_name', 'kms_key_id', 'storage_encrypted', 'username'];

/** The settings of the database that only a new one could change, and by which AWS knows it. */
function identityOf(outdir: string): object {
  const { resource } = JSON.parse(readFileSync(join(outdir, 'stacks/shop/cdk.tf.json'), 'utf8')) as {
    resource: { aws_db_instance: { database: { [name: string]: unknown } } };
  };
  const { database } = resource.aws_db_instance;
  return Object.fromEntries(
    ['identifier', 'engine', 'engine_version', 'db_subnet_group_name', ...FORCING].map((name) => [name, database[name]])
  );
}

/** What an output refers to and does not declare: a raw resource was taken out, and something still names it. */
function danglingIn(outdir: string): string[] {
  const text = readFileSync(join(outdir, 'stacks/shop/cdk.tf.json'), 'utf8');
  const declared = new Set(addressesOf(outdir));
  const named = [...text.matchAll(/\$\{(?:\w+\()*(aws_\w+\.[\w-]+)/g)].map(([, address]) => address);
  expect(named.length).toBeGreaterThan(20);
  return named.filter((address) => !declared.has(address));
}

function findingsOf(outdir: string, ...options: string[]): Finding[] {
  const { out } = toms('check', outdir, '--format', 'json', ...options);
  return (JSON.parse(out) as { findings: Finding[] }).findings;
}

function entries(): BaselineEntry[] {
  return (JSON.parse(readFileSync(BASELINE, 'utf8')) as { findings: BaselineEntry[] }).findings;
}

const known = (finding: BaselineEntry): string => JSON.stringify([finding.rule, finding.address, finding.message]);

/** What the page says of each step. */
const rows: string[] = [];

function count(step: number, outdir: string): void {
  const findings = findingsOf(outdir);
  const graded = SEVERITIES.map((severity) => findings.filter((finding) => finding.severity === severity).length);
  rows.push(`| ${[step, addressesOf(outdir).length, ...graded, findings.length].join(' | ')} |`);
}

describe('an old stack', () => {
  test('is 65 raw resources, and breaks rules in many ways', () => {
    const outdir = synthesize(0);
    expect(addressesOf(outdir)).toHaveLength(65);
    expect(readFileSync(join(outdir, 'stacks/shop/cdk.tf.json'), 'utf8')).not.toContain('tom:');
    const findings = findingsOf(outdir);
    expect(findings.length).toBeGreaterThan(100);
    expect(new Set(findings.map(({ outcome }) => outcome))).toEqual(new Set(['violated']));
    expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThan(50);
    expect(toms('check', outdir).status).toBe(1);
    count(0, outdir);
  });

  test('step 1: the baseline takes what there is, and refuses what is new', () => {
    const old = join(DIRECTORY, 'step-0/cdktf.out');
    expect(toms('check', old, '--baseline', BASELINE, '--update-baseline').status).toBe(0);
    expect(entries()).toHaveLength(findingsOf(old).length);
    const outdir = synthesize(1, { baseline: BASELINE });
    expect(addressesOf(outdir)).toEqual(addressesOf(old));
    count(1, outdir);

    const app = new App({ outdir: join(DIRECTORY, 'new') });
    Guardrails.enforce(app, { baseline: BASELINE });
    new SqsQueue(new ShopStack(app, 'shop'), 'refunds', { name: 'shop-refunds' });
    const refused = messageOf(() => app.synth());
    expect(refused).toMatch(/SQS-002.*\n.*aws_sqs_queue\.refunds/);
    expect(refused).not.toMatch(/aws_sqs_queue\.orders/);
  });

  test.each(Array.from({ length: STEPS - 1 }, (_, at) => at + 2))(
    'step %i: less is found and nothing new, what went must be taken out, and no store moves',
    (step) => {
      const before = entries();
      expect(messageOf(() => synthesize(step, { baseline: BASELINE }))).toMatch('findings of the baseline are gone');
      expect(existsSync(join(DIRECTORY, `step-${step}/cdktf.out/stacks/shop/cdk.tf.json`))).toBe(false);

      const outdir = synthesize(step, { baseline: BASELINE, warn: true });
      const found = findingsOf(outdir);
      const names = new Set(before.map(known));
      expect(found.filter((finding) => !names.has(known(finding)))).toEqual([]);
      expect(found.length).toBeLessThan(before.length);

      expect(toms('check', outdir, '--baseline', BASELINE).status).toBe(1);
      expect(toms('check', outdir, '--baseline', BASELINE, '--update-baseline').status).toBe(0);
      expect(entries()).toHaveLength(found.length);
      expect(() => synthesize(step, { baseline: BASELINE })).not.toThrow();

      expect(danglingIn(outdir)).toEqual([]);
      expect(identityOf(outdir)).toEqual(identityOf(join(DIRECTORY, 'step-0/cdktf.out')));
      const now = addressesOf(outdir);
      const stores = addressesOf(join(DIRECTORY, 'step-0/cdktf.out')).filter((address) => STORES.test(address));
      expect(stores.filter((address) => !now.includes(address))).toEqual([]);
      count(step, outdir);
    }
  );

  test('is clean after the last step, without a baseline, and nothing is waived or undetermined', () => {
    expect(entries()).toEqual([]);
    const outdir = synthesize(STEPS);
    expect(findingsOf(outdir)).toEqual([]);
    expect(toms('check', outdir, '--undetermined', 'fail').status).toBe(0);
  });

  test('has a page with these figures: jest test/examples -u writes them', () => {
    expect(rows).toHaveLength(STEPS + 1);
    const [begin, end] = ['<!-- the figures: jest test/examples -u -->\n', '\n<!-- end of the figures -->'];
    const table = [
      '| Step | Resources | high | medium | low | Findings |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ];
    const text = readFileSync(PAGE, 'utf8');
    const [head, rest] = text.split(begin);
    expectTextSnapshot(PAGE, [head, begin, '\n', table.join('\n'), '\n', end, rest.split(end)[1]].join(''));
  });
});
