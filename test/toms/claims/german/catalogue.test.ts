import { CLAIMS, ClaimId } from '../../../../lib/toms/claims/catalogue';
import { Claim } from '../../../../lib/toms/claims/claim';
import { GERMAN_CLAIMS } from '../../../../lib/toms/claims/german/catalogue';
import { German } from '../../../../lib/toms/claims/german/german';
import { NOT_GERMAN } from '../../../support/german';

const ALL = Object.values<readonly Claim[]>(CLAIMS).flat();
const german = (id: string): string => GERMAN_CLAIMS[id as ClaimId];

export const TWO = {
  '1.1': [
    { id: '1.1.a', kind: 'declared', goodFor: 31, says: 'One' },
    { id: '1.1.b', kind: 'declared', goodFor: 31, says: 'Two' },
  ],
} as const;
export const BOTH: German<typeof TWO> = { '1.1.a': 'Eins', '1.1.b': 'Zwei' };
// @ts-expect-error a claim without a German sentence does not compile
export const LACKS: German<typeof TWO> = { '1.1.a': 'Eins' };
// @ts-expect-error nor does a sentence of no claim
export const MORE: German<typeof TWO> = { ...BOTH, '1.1.c': 'Drei' };

test('the German sentences are those of the claims, each its own, one sentence without a full stop', () => {
  expect(Object.keys(GERMAN_CLAIMS).sort()).toEqual(ALL.map(({ id }) => id).sort());
  const sentences = Object.values<string>(GERMAN_CLAIMS);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const says of sentences) {
    expect(says).toMatch(/^[A-ZÄÖÜ].*[^.\s]$/);
    expect(says).not.toMatch(/[.!?] (?!Abs\.)[A-ZÄÖÜ]/);
    expect(says.length).toBeLessThanOrEqual(170);
  }
});

test('no German sentence has other numbers or other technical names than the English one', () => {
  for (const { id, says } of ALL) {
    const numbers = (text: string): string[] => (text.match(/\d+/g) ?? []).sort();
    expect([id, numbers(german(id))]).toEqual([id, numbers(says)]);
    const names = (says.match(/\b[A-Z][A-Z\d]{2,}\b/g) ?? []).filter((name) => name !== 'GDPR');
    expect([id, names.filter((name) => !german(id).includes(name))]).toEqual([id, []]);
    expect([id, german(id).includes('DSGVO')]).toEqual([id, says.includes('GDPR')]);
  }
});

test('a claim of absence denies in German too', () => {
  for (const { id, kind } of ALL) {
    if (kind === 'absence')
      expect([id, german(id)]).toEqual([id, expect.stringMatching(/\b(?:[Kk]ein|niemand|Niemand|Nichts)/)]);
  }
});

test('the German sentences keep to the glossary', () => {
  for (const [id, says] of Object.entries<string>(GERMAN_CLAIMS)) {
    expect([id, NOT_GERMAN.exec(says)?.[0]]).toEqual([id, undefined]);
  }
});
