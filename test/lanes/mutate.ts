/**
 * Every insecure change that the generator makes to the examples, one by one: does a finding come of it that was not there before? Those that change nothing
 * are in mutate.json, with the reason. Those that nobody notices today are in mutate-open.json, and count as not noticed: any other one fails the lane, in a
 * sample too.
 *
 *   npm run mutate                      # all of them
 *   npm run mutate -- --sample 300      # as many, chosen by a fixed seed
 *   npm run mutate -- static-site       # those of some examples
 */
import { fail } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from '../../lib/guardrails/check';
import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject } from '../../lib/terraform/value';
import { Stacks, examples } from '../diff/examples';
import { Widening, wideningsOf } from '../diff/widenings';
import { random } from '../support/random';
import { runLane } from './support/lane';

/** How many in a hundred are noticed today. */
const AT_LEAST = 99;

const SEED = 15;
const TODAY = new Date('2026-06-01T00:00:00Z');

/** Changes by what they are called: those that make nothing less secure, or that nobody notices. */
interface Known {
  readonly change: string;
  /** What the resource must say, where it depends on that: a class of data, a kind of logs. */
  readonly of?: string;
  readonly because: string;
}

interface Mutant {
  readonly name: string;
  readonly stacks: Stacks;
  readonly stack: string;
  readonly widening: Widening;
}

const EQUAL = knownIn('mutate.json');
const OPEN = knownIn('mutate-open.json');

const { values, positionals } = parseArgs({ options: { sample: { type: 'string' } }, allowPositionals: true });

runLane('mutate', async (lane) => {
  const all = Object.entries(examples())
    .filter(([example]) => positionals.length === 0 || positionals.includes(example))
    .flatMap(([example, stacks]) => mutantsOf(example, stacks));
  const others = all.filter((mutant) => !EQUAL.some((equal) => isMeant(equal, mutant)));
  const tried = values.sample === undefined ? others : sampled(others, Number(values.sample));
  const before = new Map<Stacks, ReadonlySet<string>>();
  const survivors = tried.filter(({ stacks, stack, widening }) => {
    if (!before.has(stacks)) before.set(stacks, new Set(findings(stacks)));
    const copy = structuredClone(stacks[stack]);
    widening.apply(copy);
    return findings({ ...stacks, [stack]: copy }).every((finding) => before.get(stacks)!.has(finding));
  });
  for (const { name } of survivors) lane.note(`not noticed: ${name}`);
  const noticed = tried.length - survivors.length;
  lane.note(`${noticed} of ${tried.length} insecure changes are noticed; ${all.length - others.length} change nothing`);
  await lane.check('what is not noticed is known to be', () => {
    const unknown = survivors.filter((mutant) => !OPEN.some((open) => isMeant(open, mutant)));
    if (tried.length === 0 || unknown.length > 0) fail(unknown.map(({ name }) => name).join('\n'));
  });
  if (positionals.length > 0) return;
  for (const [what, list] of Object.entries({ 'changes nothing': EQUAL, 'is not noticed': OPEN })) {
    await lane.check(`every change that is said to be one that ${what} is one of the generator`, () => {
      const idle = list.filter((known) => !all.some((mutant) => isMeant(known, mutant)));
      if (idle.length > 0) fail(idle.map(({ change }) => change.source).join('\n'));
    });
  }
  if (values.sample !== undefined) return;
  await lane.check(`at least ${AT_LEAST} in 100 insecure changes are noticed`, () => {
    if (noticed * 100 < AT_LEAST * tried.length) fail(`${survivors.length} are not`);
  });
  await lane.check('what is said not to be noticed is not', () => {
    const done = OPEN.filter((open) => !survivors.some((mutant) => isMeant(open, mutant)));
    if (done.length > 0) fail(done.map(({ change }) => change.source).join('\n'));
  });
});

function knownIn(file: string): readonly { readonly change: RegExp; readonly of: RegExp }[] {
  const known = JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as readonly Known[];
  return known.map(({ change, of = '' }) => ({ change: new RegExp(change), of: new RegExp(of) }));
}

function isMeant({ change, of }: (typeof EQUAL)[number], { name, widening }: Mutant): boolean {
  return change.test(name) && of.test(widening.of);
}

function mutantsOf(example: string, stacks: Stacks): Mutant[] {
  return Object.keys(stacks).flatMap((stack) =>
    wideningsOf(stacks[stack]).map((widening) => {
      return { name: `${example}/${stack}: ${widening.kind} ${widening.what}`, stacks, stack, widening };
    })
  );
}

function sampled(mutants: readonly Mutant[], count: number): Mutant[] {
  const below = random(SEED);
  const left = [...mutants];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]);
}

/** What a check finds, so that what it finds of the same thing later can be told from it. */
function findings(stacks: { readonly [name: string]: JsonObject }): string[] {
  const read = Object.entries(stacks).map(([name, json]) => readStack(name, `${name}/cdk.tf.json`, json));
  return check(read, TODAY).report.findings.map(({ rule, stack, address, outcome }) =>
    [rule, stack, address, outcome].join(' ')
  );
}
