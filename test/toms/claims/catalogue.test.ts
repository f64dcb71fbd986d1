import { RuleText } from '../../../lib/guardrails/rule';
import { CLAIMS, RecordClaimId, RuleClaimId, claim, measuresOf } from '../../../lib/toms/claims/catalogue';
import { Claim, isConfigured } from '../../../lib/toms/claims/claim';
import { MEASURES } from '../../../lib/toms/measures/catalogue';
import { QUERIES } from '../../../lib/toms/queries';

const ALL = Object.values<readonly Claim[]>(CLAIMS).flat();

// The compiler holds rules and records to their claims: each of these is an error where it does not.
export const RULE: Pick<RuleText, 'claims'> = { claims: ['1.1.1.a', '8.1.c', '8.1.g', '11.2.d'] };
// @ts-expect-error a rule cannot name what people declare
export const OF_PEOPLE: Pick<RuleText, 'claims'> = { claims: ['8.1.h'] };
export const RECORD: readonly RecordClaimId[] = ['4.3.d', '8.1.g'];
// @ts-expect-error a rule cannot show what people declare
export const DECLARED: RuleClaimId = '4.3.d';
// @ts-expect-error a rule cannot show what AWS reports
export const INHERITED: RuleClaimId = '7.2.a';
// @ts-expect-error no claim has this id
export const UNKNOWN: RuleClaimId = '8.1.z';
// @ts-expect-error a record cannot show what rules decide
export const DECIDED: RecordClaimId = '1.2.1.a';
// @ts-expect-error a record cannot show what AWS reports
export const REPORTED: RecordClaimId = '1.1.1.f';

describe('the claims', () => {
  test('are of every measure, in the order of the catalogue', () => {
    expect(Object.keys(CLAIMS).sort()).toEqual(MEASURES.map(({ id }) => id).sort());
    for (const { id, claims } of MEASURES) {
      expect(claims).not.toHaveLength(0);
      expect(claims).toBe((CLAIMS as { readonly [measure: string]: readonly Claim[] })[id]);
    }
  });

  test('are lettered without a gap below the id of their measure', () => {
    for (const [measure, claims] of Object.entries<readonly Claim[]>(CLAIMS)) {
      expect(claims.map(({ id }) => id)).toEqual(
        claims.map((_, at) => `${measure}.${String.fromCharCode('a'.charCodeAt(0) + at)}`)
      );
    }
  });

  test('have sentences that are unique, short and without a full stop', () => {
    expect(new Set(ALL.map(({ says }) => says.toLowerCase())).size).toBe(ALL.length);
    for (const { says } of ALL) {
      expect(says).toMatch(/^[A-Z].*[^.]$/);
      expect(says).not.toMatch(/[.!?] [A-Z]/);
      expect(says.length).toBeLessThanOrEqual(140);
    }
  });

  test('leave every measure a claim that counts', () => {
    for (const { claims } of MEASURES) expect(claims.some(({ supports }) => supports === undefined)).toBe(true);
  });

  test('rest on a record only where it can be elsewhere, and on records and reports that end', () => {
    for (const each of ALL) {
      if (isConfigured(each)) expect(each.orRecord === undefined || each.kind === 'existence').toBe(true);
      if (each.kind === 'declared') expect([31, 92, 365]).toContain(each.goodFor);
      if (each.kind === 'inherited') expect(each.reports).not.toHaveLength(0);
    }
  });

  test('use every query', () => {
    expect(new Set(ALL.flatMap(({ sample }) => sample ?? []))).toEqual(new Set(Object.keys(QUERIES)));
  });
});

describe('a claim by its id', () => {
  test('is found', () => {
    expect(ALL.map(({ id }) => claim(id))).toEqual(ALL);
  });

  test.each(['', '8.1', '8.1.z', '8.1.a ', '__proto__'])('is no claim: %j', (id) => {
    expect(claim(id)).toBeUndefined();
  });
});

test('claims lead to their measures, each once', () => {
  expect(measuresOf(['1.1.1.a', '1.1.1.b', '8.1.c', '1.1.1.c', '11.2.d'])).toEqual(['1.1.1', '8.1', '11.2']);
  expect(measuresOf([])).toEqual([]);
});
