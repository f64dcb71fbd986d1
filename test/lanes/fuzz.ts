/**
 * Inputs that nobody would write: the examples of every rule, as configurations and as plans, and the stacks of the examples where they are synthesized,
 * changed in ways that follow from a seed. Whatever toms is given, it answers in time and with a status, in well-formed output.
 *
 *   npm run fuzz -- [--count <inputs>] [--seed <number>] [--from <index>]
 */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { examplesOf } from '../../lib/cli/examples';
import { main } from '../../lib/cli/main';
import { RULES } from '../../lib/guardrails/rules';
import { EVIDENCE_FILES, REPORT_FORMATS } from '../../lib/reports/formats';
import { JsonObject, isJsonObject } from '../../lib/terraform/value';
import { planOf } from '../../lib/rules/plan';
import { COMMAND, UNSEEN } from '../support/unsafe';
import { elementsOf } from '../support/xml';
import { runLane } from './support/lane';
import { mutated } from './support/mutations';
import { Random } from './support/random';
import { ROOT } from './support/run';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [count, seed, from] = [values.count, values.seed, values.from].map(Number);

/** How many failures are shown before the lane ends. */
const MAX_FAILURES = 10;

/** How often the lane says how far it is, in milliseconds. */
const PROGRESS = 30_000;

/** How long an answer may keep the processor, in milliseconds: five seconds at most, less for little input. */
const budget = (text: string): number => Math.min(5000, 3000 + 20 * (text.length / 1024));

const TODAY = new Date('2026-06-01T00:00:00Z');

function sources(): JsonObject[] {
  const written = RULES.flatMap((rule) => {
    const { pass, fail, undetermined = [] } = examplesOf(rule);
    return [...pass, ...fail, ...undetermined].map(({ terraform }) => terraform);
  });
  const configurations = written.filter((json) => !('format_version' in json));
  return [...written, ...configurations.map(planOf), ...synthesized()];
}

function synthesized(): JsonObject[] {
  const output = join(ROOT, 'cdktf.out');
  if (!existsSync(output)) return [];
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('cdk.tf.json')
  );
  return files.sort().map((file) => JSON.parse(readFileSync(join(output, file), 'utf8')) as JsonObject);
}

/** How many inputs have got which status. */
const statuses = [0, 0, 0, 0];

/** What is wrong with the answers to an input, or `undefined`. */
function fault(text: string, file: string, format: string, evidence: string | undefined): string | undefined {
  const run = (...args: string[]): { status: number; out: string; err: string } => {
    const said = { out: '', err: '' };
    const status = main(args, {
      out: (part) => void (said.out += part),
      err: (part) => void (said.err += part),
      isTty: false,
      today: TODAY,
    });
    return { status, ...said };
  };
  writeFileSync(file, text);
  const start = process.cpuUsage();
  const checked = run('check', file, '--format', format, ...(evidence === undefined ? [] : ['--evidence', evidence]));
  const graph = evidence === undefined ? undefined : run('graph', file);
  const took = msSince(start);
  statuses[checked.status]++;
  if (![0, 1, 2].includes(checked.status)) return `status ${checked.status}: ${checked.err}`;
  if (graph && ![0, 2].includes(graph.status)) return `graph: status ${graph.status}: ${graph.err}`;
  if (took > budget(text)) return `${Math.round(took)} ms for ${text.length} characters`;
  if (checked.status !== 2 && !isTerraform(text)) return `status ${checked.status} for what is no Terraform`;
  if (checked.status !== 2 && checked.out === '') return 'no report';
  const files = evidence === undefined || checked.status === 2 ? [] : Object.keys(EVIDENCE_FILES);
  const written = files.map((name) => readFileSync(join(evidence!, name), 'utf8'));
  for (const output of [checked.out, checked.err, graph?.out ?? '', graph?.err ?? '', ...written]) {
    const unsafe = COMMAND.exec(output) ?? UNSEEN.exec(output);
    if (unsafe) return `unsafe ${JSON.stringify(output.slice(Math.max(0, unsafe.index - 40), unsafe.index + 40))}`;
  }
  if (checked.status === 2) return checked.out === '' ? undefined : 'a report on what is not read';
  if (format === 'json' || format === 'sarif') JSON.parse(checked.out);
  if (format === 'junit') elementsOf(checked.out);
  if (written.length > 0) JSON.parse(written[0]);
  return undefined;
}

/** The time of the processor, which others on the machine do not change. */
function msSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Whether text can be Terraform at all: JSON, with something in it that Terraform reads. */
function isTerraform(text: string): boolean {
  try {
    const json = JSON.parse(text) as unknown;
    return isJsonObject(json) && ['resource', 'data', 'planned_values'].some((key) => key in json);
  } catch {
    return false;
  }
}

runLane('fuzz', async (lane) => {
  const all = sources();
  const directory = mkdtempSync(join(tmpdir(), 'toms-fuzz-'));
  const file = join(directory, 'input.tf.json');
  const formats = Object.keys(REPORT_FORMATS);
  const failures: string[] = [];
  let said = Date.now();
  let slowest = { took: 0, index: from };
  for (let index = from; index < from + count && failures.length < MAX_FAILURES; index++) {
    if (Date.now() - said > PROGRESS) {
      said = Date.now();
      lane.note(`${index - from} of ${count} inputs, ${failures.length} failed`);
    }
    const random = new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index, 0x85ebca6b));
    const { text, how } = mutated(random.one(all), random);
    const start = process.cpuUsage();
    let wrong: string | undefined;
    try {
      wrong = fault(text, file, formats[index % formats.length], index % 4 === 3 ? directory : undefined);
    } catch (error) {
      wrong = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const took = msSince(start);
    if (took > slowest.took) slowest = { took, index };
    if (wrong === undefined) continue;
    const kept = join(tmpdir(), `toms-fuzz-${seed}-${index}.tf.json`);
    writeFileSync(kept, text);
    failures.push(`--seed ${seed} --from ${index} --count 1 (${how.join(', ')}): ${wrong}\nthe input: ${kept}`);
  }
  rmSync(directory, { recursive: true, force: true });
  lane.note(`${all.length} sources, ${statuses.map((times, status) => `status ${status}: ${times}`).join(', ')}`);
  lane.note(`seed ${seed}, slowest ${Math.round(slowest.took)} ms: --from ${slowest.index}`);
  await lane.check(`${count} inputs are answered`, () => {
    if (failures.length > 0) throw new Error(failures.join('\n\n'));
  });
});
