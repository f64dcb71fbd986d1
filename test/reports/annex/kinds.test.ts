import { CLAIMS } from '../../../lib/toms/claims/catalogue';
import { Claim } from '../../../lib/toms/claims/claim';
import { ANNEX_KINDS } from '../../../lib/reports/annex/kinds';
import { homeIn, takesClaim } from '../../../lib/reports/paper/section';

const IDS = Object.values<readonly Claim[]>(CLAIMS).flatMap((claims) => claims.map(({ id }) => id));

test('every claim has a kind, and every kind but data quality has claims of its own or of others', () => {
  expect(IDS.filter((id) => !takesClaim(homeIn(ANNEX_KINDS, id), id))).toEqual([]);
  const idle = ANNEX_KINDS.filter((kind) => !IDS.some((id) => takesClaim(kind, id)));
  expect(idle.map(({ title }) => title.en)).toEqual(['Data quality']);
  expect(ANNEX_KINDS).toHaveLength(18);
});

test('what a kind takes is there', () => {
  const starts = ANNEX_KINDS.flatMap(({ takes }) => takes);
  expect(starts.filter((start) => !IDS.some((id) => id === start || id.startsWith(`${start}.`)))).toEqual([]);
});

test.each([
  ['1.1.1.a', 'Pseudonymisation and encryption'],
  ['3.3.4.d', 'Protection of data during storage'],
  ['3.3.4.a', 'Ongoing confidentiality, integrity, availability and resilience'],
  ['3.2.4.a', 'Protection of data during transmission'],
  ['10.1.a', 'Internal IT and IT security governance and management'],
  ['7.1.b', 'Certification and assurance of processes and products'],
])('%s is at home under %s', (id, title) => {
  expect(homeIn(ANNEX_KINDS, id).title.en).toBe(title);
});
