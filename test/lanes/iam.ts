/**
 * The policy evaluator against a second one, `@cloud-copilot/iam-simulate`: requests that follow from a seed, over generated policies and over those of the
 * synthesized examples. Both answer alike but for what `iam.json` lists, with the reasons.
 *
 *   npm run test:iam -- [--count <requests>] [--seed <number>]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { JsonObject } from '../../lib/terraform/value';
import { decide } from '../support/access';
import { AccessCase, randomAccess } from '../support/random-access';
import { exampleAccess, examplePolicies } from './support/example-access';
import { runLane } from './support/lane';
import { Random } from './support/random';
import { ROOT } from './support/run';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '5000' }, seed: { type: 'string', default: '13' } },
});
const [count, seed] = [values.count, values.seed].map(Number);

/** What the lane uses of the other evaluator. It is loaded by name, so that nothing needs it to compile. */
interface Simulator {
  readonly anonymousPrincipal: object;
  readonly runSimulation: (simulation: object, options: object) => Promise<Simulated>;
}

interface Simulated {
  readonly resultType: string;
  readonly overallResult: 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';
  readonly result: { readonly ignoredContextKeys?: readonly string[] };
}

const SIMULATOR = '@cloud-copilot/iam-simulate';

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

const EVERYTHING: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

function simulationOf(access: AccessCase, { anonymousPrincipal }: Simulator): object {
  const { caller } = access;
  const named = (policies: readonly JsonObject[]): { name: string; policy: JsonObject }[] =>
    policies.map((policy, index) => ({ name: `p${index}`, policy }));
  const session = caller.id.replace(':iam:', ':sts:').replace(/:role\/(?:.*\/)?/, ':assumed-role/');
  return {
    request: {
      principal:
        caller.kind === 'anonymous'
          ? anonymousPrincipal
          : caller.kind === 'role'
            ? `${session}/${caller.session}`
            : caller.id,
      action: access.action,
      resource: { resource: access.resource, accountId: access.account },
      contextVariables: Object.fromEntries(
        Object.entries(access.context).map(([key, found]) => [
          key,
          found.length === 1 && key !== 'aws:TagKeys' ? found[0] : [...found],
        ])
      ),
    },
    // What the root of an account may do, AWS does not write as a policy.
    identityPolicies: named(caller.kind === 'root' ? [EVERYTHING] : access.identity),
    sessionPolicy: access.session[0],
    permissionBoundaryPolicies: access.boundary.length > 0 ? named(access.boundary) : undefined,
    vpcEndpointPolicies: access.endpoint.length > 0 ? named(access.endpoint) : undefined,
    resourcePolicy: access.resourcePolicy,
    serviceControlPolicies: access.serviceControl.map((level, index) => ({
      orgIdentifier: `level ${index}`,
      policies: named(level),
    })),
    resourceControlPolicies:
      access.resourceControl.length > 0 ? [{ orgIdentifier: 'o-abc', policies: named(access.resourceControl) }] : [],
  };
}

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
  const simulator = (await import(SIMULATOR)) as Simulator;
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
