import { TerraformVariable } from 'cdktf';
import { requireWholeNumber } from '../../../lib/constructs/core/whole-number';
import { messageOf, newStack } from '../../support/synth';

const BOUNDS = { least: 1, most: 15, measure: '6.4' };

test.each([1, 15])('takes %d', (value) => {
  expect(() => requireWholeNumber(newStack(), 'minutes', value, BOUNDS)).not.toThrow();
});

test.each([0, 16, 1.5, NaN, Infinity])('refuses %d', (value) => {
  expect(messageOf(() => requireWholeNumber(newStack(), 'minutes', value, BOUNDS))).toBe(
    `[test] 'minutes' must be a whole number from 1 to 15 (TOM 6.4 Privileged access management), got ${value}; write minutes: 15, or leave it out`
  );
});

test('refuses a number that only Terraform knows', () => {
  const stack = newStack();
  const { numberValue } = new TerraformVariable(stack, 'minutes', { type: 'number' });
  expect(messageOf(() => requireWholeNumber(stack, 'minutes', numberValue, BOUNDS))).toBe(
    "[test] 'minutes' must be a plain number, known when the program runs (TOM 6.4 Privileged access management), got a token; write minutes: 15, or leave it out"
  );
});
