import { isByHorizon, outcomeByHorizon, whyByHorizon } from '../../lib/evidence/by-horizon';
import { Horizon } from '../../lib/erasure/horizon';
import { claim } from '../../lib/toms/claims/catalogue';
import { isConfigured } from '../../lib/toms/claims/claim';
import { DEMANDS } from '../../lib/toms/demands';
import { at, resources } from '../support/models';

const STORE = at(resources({ aws_s3_bucket: { letters: {} } }), 'aws_s3_bucket.letters');

function horizon(days: Horizon['days'], retention: Horizon['retention']): Horizon {
  return { store: STORE, days, retention, isLogs: false, parts: [], conflicts: [] };
}

test.each([
  [30, 30, 'met', 'met'],
  [30 + DEMANDS.deletionDelayDays, 30, 'met', 'met'],
  [31 + DEMANDS.deletionDelayDays, 30, undefined, 'met'],
  [30, undefined, undefined, 'met'],
  ['never', 30, undefined, undefined],
  ['undetermined', 30, 'undetermined', 'undetermined'],
  [30, 'undetermined', 'undetermined', 'met'],
] as const)('%s days of %s declared', (days, retention, within, ends) => {
  expect(outcomeByHorizon('2.3.a', horizon(days, retention))).toBe(within);
  expect(outcomeByHorizon('2.3.b', horizon(days, retention))).toBe(within);
  expect(outcomeByHorizon('11.2.c', horizon(days, retention))).toBe(ends);
});

test('the claims name the delay', () => {
  for (const id of ['2.3.a', '2.3.b']) expect(claim(id)?.says).toContain(`plus ${DEMANDS.deletionDelayDays} days`);
});

test('the claims say that the horizon shows them, and why it does not show all', () => {
  const ids = ['2.3.a', '2.3.b', '11.2.c', '1.1.1.a'].filter((id) => {
    const of = claim(id)!;
    return isConfigured(of) && isByHorizon(of);
  });
  expect(ids).toEqual(['2.3.a', '2.3.b', '11.2.c']);
  expect(whyByHorizon('2.3.b', false)).toBe('the erasure horizon');
  expect(whyByHorizon('2.3.b', true)).toMatch(/longer than the declared retention/);
});
