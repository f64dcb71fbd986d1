import { join } from 'node:path';
import { ROTATED, temporary, toms } from './toms';

const { directory, write } = temporary();

const WAIVER = { rule: 'KMS-001', reason: 'r', approver: 'CISO' };

function inStack(...waivers: object[]): string {
  return write('app/main.tf.json', { '//': { toms: { version: 1, waivers } }, ...ROTATED });
}

test('lists the waivers of stacks and of files by their ends, with the days left', () => {
  const file = inStack(
    { ...WAIVER, path: 'app/B', expires: '2026-12-31', ticket: 'T-1' },
    { ...WAIVER, path: 'app/A', expires: '2026-06-02', rule: 'key-rotates' }
  );
  write('app/toms.waivers.json', [
    { ...WAIVER, rule: 'SQS-002', address: 'module.m', stack: 'main', expires: '2026-06-01' },
  ]);
  expect(toms('waivers', file)).toEqual({
    status: 0,
    out: [
      'expires     left      rule     covers         approver  ticket',
      '2026-06-01  0 days    SQS-002  main:module.m  CISO',
      '2026-06-02  1 day     KMS-001  app/A          CISO',
      '2026-12-31  213 days  KMS-001  app/B          CISO      T-1',
      '',
    ].join('\n'),
    err: '',
  });
});

test('marks what is not in force, and says why', () => {
  const file = inStack(
    { ...WAIVER, path: 'app/Old', expires: '2026-05-31' },
    { ...WAIVER, path: 'app/\u202eA', expires: 'never' },
    { ...WAIVER, path: 'app/B', expires: '2026-12-31', approver: '' }
  );
  const { status, out } = toms('waivers', file, '--waivers', write('none.json', []));
  expect(status).toBe(1);
  expect(out.split('\n').slice(1)).toEqual([
    'never       malformed  KMS-001  app/\\u202eA  CISO',
    `  the waiver's 'expires' must be a date as YYYY-MM-DD, got "never"`,
    '2026-05-31  expired    KMS-001  app/Old      CISO',
    `  the waiver's 'expires' must not be past, got "2026-05-31"`,
    '2026-12-31  malformed  KMS-001  app/B',
    `  the waiver's 'approver' must name who accepts the risk, got ""`,
    '',
  ]);
});

test('lists them for programs', () => {
  const file = inStack({ ...WAIVER, path: 'app', expires: '2026-05-31' });
  const { status, out } = toms('waivers', file, '--format', 'json', '--waivers', write('none.json', []));
  expect(status).toBe(1);
  const expected = {
    ...{ ...WAIVER, path: 'app', stacks: ['main'], file, expires: '2026-05-31', daysLeft: -1, state: 'expired' },
    problem: `the waiver's 'expires' must not be past, got "2026-05-31"`,
  };
  expect(JSON.parse(out)).toEqual({ version: 1, waivers: [expected] });
});

test('says so where there are none', () => {
  expect(toms('waivers', write('bare/main.tf.json', ROTATED))).toEqual({ status: 0, out: 'no waivers\n', err: '' });
});

test.each([
  ['no path', []],
  ['a missing path', [join(directory, 'nowhere')]],
  ['a waiver file that is missing', [directory, '--waivers', join(directory, 'nowhere.json')]],
  ['an empty name of a waiver file', [directory, '--waivers', '']],
  ['an unknown format', [directory, '--format', 'sarif']],
])('returns 2 for %s', (_title, args) => {
  const { status, out, err } = toms('waivers', ...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^toms: .+\n/);
});
