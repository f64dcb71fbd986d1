/** checkov looks at what every example writes: no failed check, but for a reviewed list. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asObject, asObjects, readObject, writeJson } from './support/json';
import { runLane } from './support/lane';
import { ReviewedList } from './support/reviewed-list';
import { ROOT, mustRun, run, synthesize } from './support/run';
import { examples } from './support/stacks';

interface Accepted {
  readonly checks: readonly string[];
  /** What the addresses match. */
  readonly resource: string;
  readonly reason: string;
}

const MOST = 10;

/** checkov sends nothing anywhere, and colours nothing. */
const ENV = { BC_SKIP_MAPPING: 'TRUE', CKV_IGNORE_HIDDEN_DIRECTORIES: 'true', ANSI_COLORS_DISABLED: 'true' };

runLane('second-opinion', async (lane) => {
  const temporary = mkdtempSync(join(tmpdir(), 'toms-second-opinion-'));
  const failing = new Set<string>();
  const accepted = new ReviewedList<Accepted>(join(__dirname, 'second-opinion.json'));
  try {
    await lane.need('checkov runs', async () => {
      console.log(`  checkov ${(await checkov(['--version'])).trim()}`);
    });
    for (const example of examples()) {
      const outdir = join(temporary, example);
      await lane.need(`${example}: synthesizes`, () => synthesize(example, outdir));
      await lane.check(`${example}: no failed check`, () => judge(outdir, accepted, failing));
    }
    await lane.check(`second-opinion.json has at most ${MOST} entries, each needed`, () => {
      if (accepted.entries.length > MOST) throw new Error(`it has ${accepted.entries.length}`);
      accepted.requireAllUsed();
      const unneeded = accepted.entries.flatMap(({ checks }) => checks).filter((check) => !failing.has(check));
      if (unneeded.length > 0) throw new Error(`no example fails ${unneeded.join(', ')} any more: remove it`);
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

/** checkov gives up on a file with several `moved` blocks, which say nothing of what a resource is. */
function withoutMoves(outdir: string): void {
  const stacks = join(outdir, 'stacks');
  for (const name of readdirSync(stacks)) {
    const file = join(stacks, name, 'cdk.tf.json');
    const { moved, ...rest } = readObject(file);
    if (moved !== undefined) writeJson(file, rest);
  }
}

async function judge(outdir: string, accepted: ReviewedList<Accepted>, failing: Set<string>): Promise<void> {
  withoutMoves(outdir);
  const { stdout, stderr } = await run(
    command(),
    ['-d', outdir, '--skip-download', '--quiet', '-o', 'json'],
    ROOT,
    ENV
  );
  const reports = asObjects(JSON.parse(stdout === '' ? 'null' : stdout));
  const passed = reports.reduce((sum, report) => sum + Number(asObject(report.summary).passed ?? 0), 0);
  if (passed === 0) throw new Error(`checkov passed no check: it did not read the stacks\n${stderr}`);
  const unread = reports.reduce((sum, report) => sum + Number(asObject(report.summary).parsing_errors ?? 0), 0);
  if (unread > 0) throw new Error(`checkov could not read ${unread} files\n${stderr}`);
  const failed = reports.flatMap((report) => asObjects(asObject(report.results).failed_checks));
  for (const { check_id: check } of failed) failing.add(String(check));
  const unexpected = failed
    .map((found) => ({
      check: String(found.check_id),
      resource: String(found.resource),
      name: String(found.check_name),
    }))
    .filter(({ check, resource }) => !accepted.find((entry) => covers(entry, check, resource)))
    .map(({ check, resource, name }) => `${check} ${resource}: ${name}`);
  if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
  console.log(`        ${passed} checks passed, ${failed.length} failed as reviewed`);
}

function covers(entry: Accepted, check: string, resource: string): boolean {
  return entry.checks.includes(check) && new RegExp(entry.resource).test(resource);
}

function checkov(args: readonly string[]): Promise<string> {
  return mustRun(command(), args, ROOT, ENV);
}

function command(): string {
  const local = join(ROOT, '.venv', 'bin', 'checkov');
  return process.env.CHECKOV ?? (existsSync(local) ? local : 'checkov');
}
