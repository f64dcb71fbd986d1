/**
 * Every widening that the generator seeds into the examples, one by one: at least 99 in 100 must be reported as widened. What is not is named.
 *
 *   npm run test:diff -- [example…]
 */
import { fail } from 'node:assert';
import { diffOf } from '../../lib/diff/diff';
import { Checked, check } from '../../lib/guardrails/check';
import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject } from '../../lib/terraform/value';
import { examples } from '../diff/examples';
import { wideningsOf } from '../diff/widenings';
import { runLane } from './support/lane';

/** How many in a hundred must be found. */
const AT_LEAST = 99;

const TODAY = new Date('2026-06-01T00:00:00Z');

runLane('diff', async (lane) => {
  const asked = process.argv.slice(2);
  let all = 0;
  const missed: string[] = [];
  for (const [example, stacks] of Object.entries(examples())) {
    if (asked.length > 0 && !asked.includes(example)) continue;
    for (const [stack, json] of Object.entries(stacks)) {
      await lane.check(`${example}: ${stack}: compared with itself it is no change`, () => {
        const { changes } = diffOf(checked(stack, json), checked(stack, structuredClone(json)));
        if (changes.length > 0) fail(changes.map(({ message }) => message).join('\n'));
      });
      const before = checked(stack, json);
      for (const widening of wideningsOf(json)) {
        all++;
        const copy = structuredClone(json);
        widening.apply(copy);
        const { changes } = diffOf(before, checked(stack, copy));
        if (!changes.some(({ direction }) => direction === 'widens'))
          missed.push(`${example}: ${widening.kind} ${widening.what}`);
      }
    }
  }
  for (const one of missed) lane.note(`not reported as widened: ${one}`);
  lane.note(`${all - missed.length} of ${all} seeded widenings are reported as widened`);
  await lane.check(`at least ${AT_LEAST} in 100 seeded widenings are reported`, () => {
    if (all === 0 || (all - missed.length) * 100 < AT_LEAST * all) fail(`${missed.length} of ${all} are not`);
  });
});

function checked(stack: string, json: JsonObject): Checked {
  return check([readStack(stack, `${stack}/cdk.tf.json`, json)], TODAY);
}
