import { TerraformVariable } from 'cdktf';
import { NumberBounds, requireDays, requirePort, requireWholeNumber } from '../../../lib/constructs/core/require';
import { messageOf, newStack } from '../../support/synth';

const stack = newStack();
const token = new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;

describe('a whole number', () => {
  const PAM = '(TOM 6.4 Privileged access management)';
  const BOUNDS = { min: 1, max: 15, measure: '6.4', example: 10 };
  const refused = (value: number, bounds: Partial<NumberBounds> = {}): string =>
    messageOf(() => requireWholeNumber(stack, 'minutes', value, { ...BOUNDS, ...bounds }));

  test.each([1, 15])('may be %d', (value) => {
    expect(() => requireWholeNumber(stack, 'minutes', value, BOUNDS)).not.toThrow();
  });

  test.each([0, 16, 1.5, NaN, Infinity])('may not be %d', (value) => {
    expect(refused(value)).toBe(
      `[test] 'minutes' must be a whole number from 1 to 15 ${PAM}, got ${value}; write minutes: 10`
    );
  });

  test('may not be known to Terraform only', () => {
    expect(refused(token)).toBe(
      `[test] 'minutes' must be a plain number, known when the program runs ${PAM}, got a token; write minutes: 10`
    );
  });

  test('may not be text', () => {
    expect(refused('10' as unknown as number)).toContain(', got "10"; ');
  });

  test('has a unit, a reason, a fix and no end where those are given', () => {
    expect(refused(0, { of: 'GiB', because: ': the snapshot is as large', fix: 'write more', max: undefined })).toBe(
      `[test] 'minutes' must be a whole number of GiB, at least 1: the snapshot is as large ${PAM}, got 0; write more`
    );
  });

  test('needs neither measure nor construct', () => {
    const bounds = { ...BOUNDS, measure: undefined };
    expect(messageOf(() => requireWholeNumber(undefined, 'minutes', 0, bounds))).toBe(
      "'minutes' must be a whole number from 1 to 15, got 0; write minutes: 10"
    );
  });
});

describe('a number of days', () => {
  const BOUNDS = { measure: '8.4', example: 365 };

  test.each([
    [1, { min: 1 }],
    [400, { min: 365 }],
    [90, { min: 90, max: 365 }],
    [365, { min: 90, max: 365 }],
  ])('may be %d within %j', (days, bounds) => {
    expect(() => requireDays(stack, 'days', days, { ...BOUNDS, ...bounds })).not.toThrow();
  });

  test.each([
    [0, { min: 1 }, 'must be a whole number of days, at least 1'],
    [364, { min: 365 }, 'must be a whole number of days, at least 365'],
    [366, { min: 90, max: 365 }, 'must be a whole number from 90 to 365'],
    [1.5, { min: 1 }, 'must be a whole number of days, at least 1'],
  ])('may not be %d within %j', (days, bounds, message) => {
    expect(messageOf(() => requireDays(stack, 'days', days, { ...BOUNDS, ...bounds }))).toMatch(
      new RegExp(`^\\[test\\] 'days' ${message} \\(TOM 8\\.4 .+\\), got ${days}; write days: 365$`)
    );
  });
});

describe('a port', () => {
  const TLS = '(TOM 1.1.1 TLS on untrusted networks)';

  test.each([1, 443, 65535])('may be %d', (port) => {
    expect(() => requirePort(stack, port, '1.1.1')).not.toThrow();
  });

  test.each([0, -1, 65536, 443.5, NaN])('may not be %d', (port) => {
    expect(messageOf(() => requirePort(stack, port, '1.1.1'))).toBe(
      `[test] 'port' must be a whole number from 1 to 65535 ${TLS}, got ${port}; write port: 443`
    );
  });
});
