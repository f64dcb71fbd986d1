import { isSchedule, longestGap } from '../../lib/aws/schedules';

const HOUR = 60;
const DAY = 24 * HOUR;

test.each<[number, string[]]>([
  [HOUR, ['cron(0 * * * ? *)']],
  [4 * HOUR, ['cron(0 0/4 * * ? *)']],
  [5 * HOUR, ['cron(0 */5 * * ? *)']],
  [DAY, ['cron(0 2 * * ? *)']],
  [DAY, ['cron(0 2 ? * SUN-SAT *)']],
  [3 * DAY, ['cron(0 2 ? * MON-FRI *)']],
  [3 * DAY, ['cron(0 2 ? * 2-6 *)']],
  [7 * DAY, ['cron(0 2 ? * SUN *)']],
  [31 * DAY, ['cron(0 2 1 * ? *)']],
  [17 * DAY, ['cron(0 2 1,15 * ? *)']],
  // February has no 31st, and in a leap year one day more.
  [60 * DAY, ['cron(0 2 31 JAN,MAR * *)', 'cron(0 2 1/5 4-12 ? *)', 'cron(0 2 30 1 ? *)']],
  [12 * HOUR, ['cron(0 2 * * ? *)', 'cron(0 14 * * ? *)']],
  [20 * HOUR, ['cron(0 2,6 * * ? *)']],
  [90, ['rate(90 minutes)']],
  [HOUR, ['rate(1 hour)', 'cron(0 2 * * ? *)']],
  [2 * DAY, ['rate(2 days)']],
  [1461 * DAY, ['cron(0 2 29 2 ? *)']],
  [Infinity, ['cron(0 2 30 2 ? *)']],
  [Infinity, []],
])('the longest gap is %i minutes with %j', (minutes, expressions) => {
  expect(longestGap(expressions)).toBe(minutes);
  expect(expressions.every(isSchedule)).toBe(true);
});

test.each([
  'cron(0 2 L * ? *)',
  'cron(0 2 15W * ? *)',
  'cron(0 2 ? * MON#1 *)',
  'cron(0 2 * * ? 2027)',
  'cron(0 2 * * ?)',
  'cron(0 24 * * ? *)',
  'cron(0 8-6 * * ? *)',
  'cron(0 1-2-3 * * ? *)',
  'cron(0/0 * * * ? *)',
  'rate(0 hours)',
  'at(2027-01-01T00:00:00)',
  'daily',
  '',
])('nobody can tell from %j', (expression) => {
  expect(isSchedule(expression)).toBe(false);
  expect(longestGap([expression])).toBeUndefined();
  expect(longestGap(['cron(0 2 * * ? *)', expression])).toBeUndefined();
});
