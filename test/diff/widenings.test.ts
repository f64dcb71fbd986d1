import { Checked, check } from '../../lib/guardrails/check';
import { diffOf } from '../../lib/diff/diff';
import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject } from '../../lib/terraform/value';
import { TODAY } from '../cli/toms';
import { random } from '../support/random';
import { examples } from './examples';
import { Widening, wideningsOf } from './widenings';

interface Seeded {
  readonly stack: string;
  readonly json: JsonObject;
  readonly widening: Widening;
}

const ALL: readonly Seeded[] = Object.values(examples()).flatMap((stacks) =>
  Object.entries(stacks).flatMap(([stack, json]) => wideningsOf(json).map((widening) => ({ stack, json, widening })))
);

/** How many of them are tried here. All of them are, by `npm run test:diff`. */
const TRIED = 120;

function checked(stack: string, json: JsonObject): Checked {
  return check([readStack(stack, `${stack}/cdk.tf.json`, json)], TODAY);
}

test('the generator finds every kind of widening in the examples', () => {
  expect(ALL.length).toBeGreaterThan(1000);
  expect(new Set(ALL.map(({ widening }) => widening.kind))).toEqual(
    new Set(['flipped', 'unset', 'dropped', 'loosened', 'opened'])
  );
});

test('what is seeded into the examples is reported as widened', () => {
  const next = random(14);
  const before = new Map<JsonObject, Checked>();
  const missed: string[] = [];
  for (let at = 0; at < TRIED; at++) {
    const { stack, json, widening } = ALL[next(ALL.length)];
    const was = before.get(json) ?? checked(stack, json);
    before.set(json, was);
    const copy = structuredClone(json);
    widening.apply(copy);
    const { changes } = diffOf(was, checked(stack, copy));
    if (!changes.some(({ direction }) => direction === 'widens')) missed.push(`${widening.kind} ${widening.what}`);
  }
  // 99 in 100 is what the lane demands of all of them.
  expect(missed.slice(1)).toEqual([]);
});
