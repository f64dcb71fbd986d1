/**
 * The policy evaluator against a second one, `@cloud-copilot/iam-simulate`: requests that follow from a seed, over generated policies and over those of the
 * synthesized examples. Both answer alike but for what `iam.json` lists, with the reasons.
 *
 *   npm run test:iam -- [--count <requests>] [--seed <number>]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decide } from '../support/access';
import { AccessCase, randomAccess } from '../support/random-access';
import { exampleAccess, examplePolicies } from './support/example-access';
import { runLane } from './support/lane';
import { Random } from './support/random';
import { ROOT } from './support/run';
import { Simulator, loadSimulator, simulationOf } from './support/simulator';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '5000' }, seed: { type: 'string', default: '13' } },
});
const [count, seed] = [values.count, values.seed].map(Number);

/** A difference that was looked at: which requests have it, and who is right. */
interface Reviewed {
  /** A regular expression. */
  readonly difference: string;
  readonly reason: string;
  readonly source: string;
}

const REVIEWED = JSON.parse(readFileSync(join(ROOT, 'test/lanes/iam.json'), 'utf8')) as readonly Reviewed[];

/** How many differences are shown. */
const MOST = 5;

/** What sets a difference apart from others, as the reviewed list names it. `undefined` where there is none. */
function differenceOf(ours: ReturnType<typeof decide>, theirs: string, access: AccessCase): string | undefined {
  const isAlike = theirs === 'Allowed' ? ours.decision === 'allow' : ours.decision === 'deny';
  if (isAlike) return undefined;
  if (ours.decision === 'depends') return `depends on ${ours.on.join(', ')}`;
  const kinds = [...new Set(ours.because.map(({ kind, effect }) => `${kind} ${effect}`))].sort().join(', ');
  const limits = access.session.length > 0 ? ' under a session policy' : '';
  return `${ours.decision} (${kinds})${limits}, ${theirs}`;
}

interface Tally {
  compared: number;
  refused: number;
  readonly allowed: { ours: number; theirs: number };
  readonly reviewed: Map<string, number>;
  readonly others: string[];
}

async function compare(
  simulator: Simulator,
  next: (random: Random) => AccessCase,
  first: number,
  many: number
): Promise<Tally> {
  const tally: Tally = { compared: 0, refused: 0, allowed: { ours: 0, theirs: 0 }, reviewed: new Map(), others: [] };
  for (let index = first; tally.compared < many && index < first + 4 * many; index++) {
    const access = next(new Random(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index, 0x85ebca6b)));
    const result = await simulator.runSimulation(simulationOf(access, simulator), {});
    if (result.resultType !== 'single') {
      tally.refused++;
      continue;
    }
    tally.compared++;
    // Keys that the action does not have are none of its request.
    const ignored = new Set((result.result.ignoredContextKeys ?? []).map((key) => key.toLowerCase()));
    const context = Object.fromEntries(
      Object.entries(access.context).filter(([key]) => !ignored.has(key.toLowerCase()))
    );
    const ours = decide({ ...access, context });
    if (ours.decision === 'allow') tally.allowed.ours++;
    if (result.overallResult === 'Allowed') tally.allowed.theirs++;
    const difference = differenceOf(ours, result.overallResult, access);
    if (difference === undefined) continue;
    const known = REVIEWED.find((one) => new RegExp(`^${one.difference}$`).test(difference));
    if (known) tally.reviewed.set(known.difference, (tally.reviewed.get(known.difference) ?? 0) + 1);
    else tally.others.push(`${difference}\n${JSON.stringify({ index, theirs: result.overallResult, ours, access })}`);
  }
  return tally;
}

runLane('iam', async (lane) => {
  const simulator = await loadSimulator();
  const check = async (
    what: string,
    next: (random: Random) => AccessCase,
    first: number,
    many: number
  ): Promise<void> => {
    const tally = await compare(simulator, next, first, many);
    lane.note(
      `${what}: ${tally.compared} compared, ${tally.refused} refused as no request, allowed ${tally.allowed.ours} and ${tally.allowed.theirs}`
    );
    for (const [difference, times] of tally.reviewed) lane.note(`reviewed, ${times} times: ${difference}`);
    await lane.check(`${many} requests over ${what}`, () => {
      if (tally.compared < many) throw new Error(`only ${tally.compared} of ${many} requests could be compared`);
      if (tally.allowed.ours < many / 25)
        throw new Error(`only ${tally.allowed.ours} requests are allowed: they have nothing to do with the policies`);
      if (tally.others.length > 0)
        throw new Error(`${tally.others.length} differences\n${tally.others.slice(0, MOST).join('\n\n')}`);
    });
  };
  const output = join(ROOT, 'cdktf.out');
  await lane.need('the examples are synthesized: npm run synth', () => {
    if (!existsSync(output)) throw new Error('there is no cdktf.out');
  });
  const policies = examplePolicies(output);
  const half = Math.ceil(count / 2);
  await check('generated policies', randomAccess, 0, half);
  await check('policies of the examples', (random) => exampleAccess(random, policies), 1_000_000, count - half);
});
