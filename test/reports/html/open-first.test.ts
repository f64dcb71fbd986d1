import { Evidence } from '../../../lib/evidence/evidence';
import { openClaims, openFirst } from '../../../lib/reports/html/open-first';
import { everyState } from '../../support/evidence';

const { evidence } = everyState('canary');

/** The cells of the rows of a table. */
function rows(shown: Evidence, at: string, caption: string): string[][] {
  const [, table] = openFirst(shown, at)
    .toString()
    .split(new RegExp(`<caption>\\s*${caption}\\s*</caption>`));
  const body = /<tbody>([^]*?)<\/tbody>/.exec(table ?? '')?.[1] ?? '';
  return [...body.matchAll(/<tr>([^]*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<t[hd][^>]*>([^]*?)<\/t[hd]>/g)].map(([, cell]) => cell.replace(/<[^>]*>/g, '').trim())
  );
}

test('lists what is violated, waived or undetermined, in this order', () => {
  const claims = openClaims(evidence);
  const states = claims.map(({ state }) => state);
  expect(states).toEqual(
    [...states]
      .sort()
      .reverse()
      .sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other))
  );
  expect(new Set(states)).toEqual(new Set(ORDER));
  const shown = rows(evidence, '2026-06-01', 'Claims that are violated, waived or undetermined');
  expect(shown.map(([id, state]) => [id, state])).toEqual(claims.map(({ id, state }) => [id, state]));
  expect(shown[0][2]).toBe('2 of 9, 1 violated');
});

const ORDER = ['violated', 'waived', 'undetermined'];

const ENDS = 'What runs out within 90 days';

test.each([
  ['2026-04-01', [], []],
  ['2026-04-02', ['2026-07-01'], ['90 days']],
  ['2026-07-01', ['2026-07-01', '2026-07-02', '2026-07-03'], ['0 days', '1 day', '2 days']],
])('as of %s the ends within 90 days are %j', (at, days, left) => {
  const shown = rows(evidence, at, ENDS);
  expect(shown.map((row) => row[2])).toEqual(days);
  expect(shown.map((row) => row[3])).toEqual(left);
});

test('waivers, records and reports run out', () => {
  expect(rows(evidence, '2026-07-01', ENDS).map((row) => row[1])).toEqual([
    'waiver',
    'record',
    'report of the provider',
  ]);
});

test('says that nothing is open where nothing is', () => {
  const closed = { ...evidence, measures: [], waivers: [], records: [], reports: [] };
  const text = openFirst(closed, '2026-07-01').toString();
  expect(text).toContain('No claim is violated, waived or undetermined.');
  expect(text).toContain('Nothing runs out within 90 days.');
});
