import { requireDays } from '../../../lib/constructs/core/days';
import { messageOf, newStack } from '../../support/synth';

const stack = newStack();
const refused = (days: number, bounds: { least: number; most?: number }): string =>
  messageOf(() => requireDays(stack, 'days', days, { ...bounds, measure: '8.4', example: 365 }));

test.each([
  [1, { least: 1 }],
  [400, { least: 365 }],
  [90, { least: 90, most: 365 }],
  [365, { least: 90, most: 365 }],
])('takes %d days within %j', (days, bounds) => {
  expect(() => requireDays(stack, 'days', days, { ...bounds, measure: '8.4', example: 365 })).not.toThrow();
});

test.each([
  [0, { least: 1 }, 'must be a whole number of days, at least 1'],
  [364, { least: 365 }, 'must be at least 365'],
  [366, { least: 90, most: 365 }, 'must be a whole number from 90 to 365'],
  [1.5, { least: 1 }, 'must be a whole number of days, at least 1'],
  [Infinity, { least: 1 }, 'must be a whole number of days, at least 1'],
])('refuses %d days within %j', (days, bounds, message) => {
  expect(refused(days, bounds)).toMatch(
    new RegExp(`^\\[test\\] 'days' ${message} \\(TOM 8\\.4 .+\\), got ${days}; write days: 365$`)
  );
});

test('refuses what is no number at all', () => {
  expect(refused('400' as unknown as number, { least: 365 })).toContain(', got "400"; ');
});
