import { bounded, isKnown } from '../../../lib/terraform/expression/extent';
import { EncodedJson, Unknown, Value } from '../../../lib/terraform/value';

const UNKNOWN = new Unknown('${var.a}');

test.each<[Value, boolean]>([
  [undefined, true],
  [{ a: ['x', 1] }, true],
  [new EncodedJson({ a: 1 }), true],
  [UNKNOWN, false],
  [{ a: ['x', { b: UNKNOWN }] }, false],
  [new EncodedJson([UNKNOWN]), false],
])('whether all of %j is known: %j', (value, expected) => {
  expect(isKnown(value)).toBe(expected);
});

test('what is small in memory and large in writing is left to the plan, at once', () => {
  let value: Value = ['x'];
  const before = performance.now();
  for (let index = 0; index < 60; index++) value = [value, value];
  expect(bounded(value, () => UNKNOWN)).toBe(UNKNOWN);
  expect(performance.now() - before).toBeLessThan(1000);
});

test('length counts, of lists and of texts', () => {
  expect(bounded('x'.repeat(1000), () => UNKNOWN)).toHaveLength(1000);
  expect(bounded('x'.repeat(20_000_000), () => UNKNOWN)).toBe(UNKNOWN);
  expect(bounded(Array<Value>(200_000).fill(1), () => UNKNOWN)).toBe(UNKNOWN);
});
