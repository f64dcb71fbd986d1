import { CLAIMS } from '../../../../lib/toms/claims/catalogue';
import { Claim, isConfigured } from '../../../../lib/toms/claims/claim';
import { GERMAN_POPULATIONS } from '../../../../lib/toms/claims/german/populations';
import { NOT_GERMAN } from '../../../support/german';

test('every population of a claim has German words of its own, which follow "von 8"', () => {
  const claims = Object.values<readonly Claim[]>(CLAIMS).flat();
  const over = new Set(claims.filter(isConfigured).map((each) => each.over));
  expect(Object.keys(GERMAN_POPULATIONS).sort()).toEqual([...over].sort());
  const words = Object.values(GERMAN_POPULATIONS);
  expect(new Set(words).size).toBe(words.length);
  // The dative plural ends so; words from English keep their s.
  for (const text of words)
    expect(text.split(/,| mit | für | in | von | der | nach | zwischen | außerhalb /)[0]).toMatch(/[ns]$/);
  expect(words.filter((text) => NOT_GERMAN.test(text))).toEqual([]);
});
