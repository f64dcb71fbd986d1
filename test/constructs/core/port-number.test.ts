import { TerraformVariable } from 'cdktf';
import { requirePortNumber } from '../../../lib/constructs/core/port-number';
import { messageOf, newStack } from '../../support/synth';

const TLS = '(TOM 1.1.1 TLS on untrusted networks)';
const MUST = `[test] 'port' must be a whole number from 1 to 65535, known when the program runs ${TLS}`;
const FIX = 'write port: 443, or leave it out';

test.each([1, 443, 65535])('takes %d', (port) => {
  expect(() => requirePortNumber(newStack(), port, '1.1.1')).not.toThrow();
});

test.each([0, -1, 65536, 70000, 443.5, NaN])('refuses %d', (port) => {
  expect(messageOf(() => requirePortNumber(newStack(), port, '1.1.1'))).toBe(`${MUST}, got ${port}; ${FIX}`);
});

test('refuses a port that only Terraform knows', () => {
  const stack = newStack();
  const port = new TerraformVariable(stack, 'port', { type: 'number' }).numberValue;
  expect(messageOf(() => requirePortNumber(stack, port, '1.1.1'))).toBe(`${MUST}, got a token; ${FIX}`);
});
