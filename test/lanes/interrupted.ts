/**
 * An apply that is killed and run again: Terraform and its provider end by SIGKILL at twenty requests that follow from a seed, before the request
 * arrives or after it was carried out. The second apply must end in a plan without a change, and lose nothing of what the state held.
 *
 *   npm run test:interrupted -- [--points <number>] [--seed <number>]
 */
import { deepStrictEqual, fail } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { KMSClient } from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { Deployment, EmulatorGap } from './support/deployment';
import { Interceptor, Point } from './support/interceptor';
import { asObject, readObject, writeJson } from './support/json';
import { Lane, inParallel, runLane } from './support/lane';
import { awsEnvironment, clientConfig, withMoto } from './support/moto';
import { Provider } from './support/provider';
import { Random } from './support/random';
import { ReviewedList } from './support/reviewed-list';
import { build, synthesize } from './support/run';
import { Stack, stacksOf } from './support/stacks';
import { Standing, standing } from './support/standing';

const { values } = parseArgs({
  options: { points: { type: 'string', default: '20' }, seed: { type: 'string', default: '13' } },
});
const [count, seed] = [values.points, values.seed].map(Number);

/** How many applies run at a time: most of the time they wait. An emulator and a Terraform of each end with this process. */
const AT_A_TIME = 10;
process.setMaxListeners(3 * AT_A_TIME);

/** Where the state lies: in a file, which Terraform writes with each resource, or in S3, which it writes every 20 seconds. */
type Backend = 'local' | 's3';

interface Trial extends Point {
  readonly backend: Backend;
}

interface Outcome {
  readonly trial: Trial;
  /** Resources that the state held after the kill. */
  readonly kept: number;
  /** How often the lock of the dead had to be opened. */
  readonly unlocks: number;
  /** What was there already under the name that the stack gives it, and had to be imported. */
  readonly imported: readonly string[];
  /** What was made, and is in no state. */
  readonly orphans: readonly Standing[];
}

const NAMES: { readonly [backend in Backend]: string } = { local: 'a file', s3: 'S3' };

const gaps = new ReviewedList<EmulatorGap>(join(__dirname, 'emulator-gaps.json'));
const STATES = 'acme-terraform-state';

runLane('interrupted', async (lane) => {
  const temporary = mkdtempSync(join(tmpdir(), 'toms-interrupted-'));
  try {
    await lane.need('the library is built', build);
    const provider = await Provider.load(join(temporary, 'provider'));
    const outdir = join(temporary, 'out');
    await lane.need('quickstart synthesizes', () => synthesize('quickstart', outdir));
    const [stack] = stacksOf('quickstart', outdir);
    const apply = new InterruptedApply(stack, provider, temporary);
    const changes = { local: 0, s3: 0 };
    await inParallel(['local', 's3'] as const, 2, (backend) =>
      lane.need(`an apply that nobody interrupts, its state in ${NAMES[backend]}`, async () => {
        changes[backend] = await apply.uninterrupted(backend);
      })
    );
    lane.note(`they change something ${changes.local} and ${changes.s3} times`);
    const half = Math.ceil(count / 2);
    const trials = [...points('local', changes.local, half), ...points('s3', changes.s3, count - half)];
    const outcomes: Outcome[] = [];
    await inParallel(trials, AT_A_TIME, async (trial) => {
      const { change, moment, backend } = trial;
      const what = `killed ${moment} change ${change} of ${changes[backend]}, its state in ${NAMES[backend]}`;
      await lane.check(`${what}: run again, nothing is lost, and a plan has no change`, async () => {
        outcomes.push(await apply.interrupted(trial));
      });
    });
    await lane.check(`${count} applies were killed and run again`, () => deepStrictEqual(outcomes.length, count));
    await lane.check('what no state knows holds nothing but access logs, and says where it is from', () => {
      const left = outcomes.flatMap(({ orphans }) => orphans);
      deepStrictEqual(
        left.filter(({ holdsData, sign }) => holdsData || !sign.includes('quickstart')),
        []
      );
    });
    report(lane, outcomes);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

function report(lane: Lane, outcomes: readonly Outcome[]): void {
  console.table(
    outcomes.map(({ trial, kept, unlocks, imported, orphans }) => ({
      'state in': NAMES[trial.backend],
      killed: `${trial.moment} change ${trial.change}`,
      'resources in the state': kept,
      unlocked: unlocks,
      imported: imported.join(', ') || '-',
      orphans: orphans.map(({ type }) => type).join(', ') || '-',
    }))
  );
  for (const backend of ['local', 's3'] as const) {
    const own = outcomes.filter(({ trial }) => trial.backend === backend);
    const [orphans, imported] = [own.flatMap((one) => one.orphans), own.flatMap((one) => one.imported)];
    lane.note(
      `state in ${NAMES[backend]}: ${orphans.length} orphans, ${imported.length} imports in ${own.length} applies`
    );
  }
}

/** Requests at which applies end: different ones, the same for the same seed. */
function points(backend: Backend, changes: number, many: number): Trial[] {
  const random = new Random(seed);
  const all = Array.from({ length: changes }, (_, index) => index + 1).flatMap((change) =>
    (['before', 'after'] as const).map((moment): Trial => ({ change, moment, backend }))
  );
  return Array.from({ length: Math.min(many, all.length) }, () => all.splice(random.below(all.length), 1)[0]);
}

/** A stack that is applied to an emulator of its own, once or twice. */
class InterruptedApply {
  private next = 0;

  constructor(
    private readonly stack: Stack,
    private readonly provider: Provider,
    private readonly directory: string
  ) {}

  /** Applies to the end, and returns how many requests changed something. */
  public uninterrupted(backend: Backend): Promise<number> {
    return this.with(backend, async (deployment, interceptor) => {
      interceptor.arm();
      await deployment.need('apply', '-auto-approve');
      return interceptor.changes;
    });
  }

  public interrupted(trial: Trial): Promise<Outcome> {
    return this.with(trial.backend, async (deployment, interceptor, url) => {
      const running = deployment.start('apply', '-auto-approve');
      let isKilled = false;
      interceptor.arm(trial, () => {
        isKilled = true;
        running.kill();
      });
      await running.ended;
      if (!isKilled) fail('it ended by itself before that change');
      interceptor.arm();
      // What was on its way when the sender died is carried out all the same.
      do await setTimeout(200);
      while (!interceptor.isQuiet);
      const before = await deployment.ids();
      const { unlocks, imported } = await applyAgain(deployment);
      await deployment.requireNoChange();
      const after = await deployment.ids();
      const lost = [...before].filter(([address, id]) => after.get(address) !== id);
      if (lost.length > 0) fail(`lost from the state: ${lost.map(([address, id]) => `${address} ${id}`).join(', ')}`);
      return { trial, kept: before.size, unlocks, imported, orphans: await orphansOf(url, after) };
    });
  }

  private async with<T>(
    backend: Backend,
    work: (deployment: Deployment, interceptor: Interceptor, url: string) => Promise<T>
  ): Promise<T> {
    const directory = join(this.directory, String(this.next++));
    const stack = this.withState(backend, directory);
    return withMoto((url) =>
      Interceptor.with(url, async (interceptor) => {
        if (backend === 's3') await makeStates(url);
        const env = awsEnvironment(interceptor.url);
        const deployment = new Deployment(stack, join(directory, 'stack'), this.provider, gaps, env);
        await deployment.init();
        return work(deployment, interceptor, url);
      })
    );
  }

  private withState(backend: Backend, directory: string): Stack {
    const config = readObject(this.stack.file);
    const s3 = { bucket: STATES, key: 'quickstart/terraform.tfstate', region: 'eu-central-1', use_lockfile: true };
    asObject(config.terraform).backend = backend === 's3' ? { s3 } : { local: {} };
    mkdirSync(directory, { recursive: true });
    const file = join(directory, 'cdk.tf.json');
    writeJson(file, config);
    return { ...this.stack, file };
  }
}

/** Applies until it is done, as somebody would who reads what Terraform says: opens the lock that the dead left, and imports what exists. */
async function applyAgain(deployment: Deployment): Promise<{ unlocks: number; imported: string[] }> {
  const imported: string[] = [];
  let unlocks = 0;
  for (let tries = 0; tries < 6; tries++) {
    const { status, stderr } = await deployment.attempt('apply', '-auto-approve', '-no-color');
    if (status === 0) return { unlocks, imported };
    const [, lock] = /Lock Info:[\s\S]*?\bID:\s+(\S+)/.exec(stderr) ?? [];
    const existing = alreadyThere(stderr);
    if (lock !== undefined) {
      await deployment.need('force-unlock', '-force', lock);
      unlocks++;
    } else if (existing.length > 0) {
      for (const address of existing) {
        await deployment.need('import', address, nameOf(deployment, address));
        imported.push(address);
      }
    } else fail(stderr);
  }
  return fail('six applies were not enough');
}

/** The addresses of which Terraform says that what they would make is there already. */
function alreadyThere(stderr: string): string[] {
  return stderr
    .split(/^.*Error: /m)
    .filter((error) => /already\s*exist|AlreadyOwnedByYou/i.test(error))
    .map((error) => /with ([\w.-]+),/.exec(error)?.[1])
    .filter((address) => address !== undefined);
}

/** By what Terraform imports it: the name that the stack gives it. */
function nameOf(deployment: Deployment, address: string): string {
  const [type, name] = address.split('.');
  const body = asObject(asObject(asObject(deployment.copy.config.resource)[type])[name]);
  return typeof body.name === 'string' ? body.name : fail(`${address} has no name in the stack`);
}

async function orphansOf(url: string, known: ReadonlyMap<string, string>): Promise<Standing[]> {
  const config = clientConfig(url);
  const all = await standing(new S3Client({ ...config, forcePathStyle: true }), new KMSClient(config));
  const ids = new Set([...known.values(), STATES]);
  return all.filter(({ id }) => !ids.has(id));
}

async function makeStates(url: string): Promise<void> {
  const s3 = new S3Client({ ...clientConfig(url), forcePathStyle: true });
  const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' } as const;
  await s3.send(new CreateBucketCommand({ Bucket: STATES, CreateBucketConfiguration }));
}
