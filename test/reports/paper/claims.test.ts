import { PaperClaim, isPromised, promiseOf, shownBy, shownFor } from '../../../lib/reports/paper/claims';

const claim = (parts: Partial<PaperClaim>): PaperClaim => ({
  id: '8.1.d',
  says: 'Every store of personal data logs who reads and changes it',
  state: 'shown',
  over: 'stores of personal data',
  ...parts,
});
const count = (met: number, of: number): PaperClaim['count'] => ({
  met,
  of,
  violated: 0,
  waived: 0,
  undetermined: 0,
  unjudged: [],
});
const record: NonNullable<PaperClaim['record']> = {
  claims: ['8.1.h'],
  says: 'x',
  document: { title: 'Rota, version 2', link: 'https://a.example', date: '2026-03-02' },
  owner: 'Jo',
  reviewBy: '2027-01-01',
};
const report: NonNullable<PaperClaim['report']> = {
  kind: 'c5-type2',
  title: 'AWS C5 type 2',
  from: '2025-10-01',
  to: '2026-09-30',
  regions: [],
  services: [],
  exceptionsRead: { by: 'Jo', date: '2026-10-10' },
  covers: { met: 1, of: 2, missing: ['rds'] },
  until: '2027-10-01',
};

test('what holds for some is not said of all', () => {
  const part = claim({ state: 'in part', count: count(3, 8) });
  expect(promiseOf('en', part)).toBe(
    'Only for 3 of 8 stores of personal data: Every store of personal data logs who reads and changes it'
  );
  expect(promiseOf('de', part)).toBe(
    'Nur für 3 von 8 Speichern mit personenbezogenen Daten: Jeder Speicher mit personenbezogenen Daten protokolliert, wer ihn liest und ändert, S3-Zugriffsprotokolle ohne Gewähr der Vollständigkeit'
  );
  expect(promiseOf('en', claim({ count: count(8, 8) }))).toMatch(/^Every store/);
  expect(promiseOf('en', claim({ state: 'in part', report }))).toMatch(
    /^Only for 1 of 2 Regions and services in use: /
  );
  const laptops = claim({ state: 'in part', over: undefined, record: { ...record, count: { met: 110, of: 118 } } });
  expect(promiseOf('de', laptops)).toMatch(/^Nur für 110 von 118: /);
});

test('nothing is promised that is not shown, nor in part where nobody says for how many', () => {
  for (const state of ['violated', 'waived', 'undetermined', 'not shown', 'not applicable'] as const) {
    expect(isPromised(claim({ state, count: count(3, 8) }))).toBe(false);
  }
  expect(isPromised(claim({ state: 'in part' }))).toBe(false);
  expect(isPromised(claim({ state: 'in part', count: count(3, 8) }))).toBe(true);
  expect(isPromised(claim({ state: 'in part', record: { ...record, count: { met: 8, of: 8 } } }))).toBe(false);
  expect(isPromised(claim({ state: 'in part', count: count(0, 8) }))).toBe(false);
  expect(isPromised(claim({ state: 'declared', record }))).toBe(true);
  const counted = { ...record, count: { met: 110, of: 118 } };
  expect(isPromised(claim({ state: 'in part', record: counted }))).toBe(true);
  expect(isPromised(claim({ state: 'in part', record: counted, why: 'for 1 of 3 stacks' }))).toBe(false);
  expect(isPromised(claim({ state: 'in part', count: count(3, 8), why: 'the erasure horizon' }))).toBe(true);
});

test('what shows it is named with its day or period', () => {
  expect(shownBy('en', claim({ count: count(8, 8) }))).toBe('configuration');
  expect(shownBy('en', claim({ state: 'declared', record }))).toBe('record: Rota, version 2 (2 March 2026)');
  expect(shownBy('de', claim({ state: 'inherited', report: { ...report, bridgedTo: '2026-12-31' } }))).toBe(
    'Bericht von AWS: AWS C5 type 2 (01.10.2025 – 30.09.2026, Überbrückungsschreiben bis 31.12.2026)'
  );
  expect(shownFor('en', claim({ state: 'declared', record }))).toBe('');
});
