import fc from 'fast-check';
import { matchesWildcards } from '../../lib/aws/wildcards';

test.each([
  ['s3:Get*', 's3:GetObject', true],
  ['s3:Get*', 's3:PutObject', false],
  ['*', '', true],
  ['**', 'anything', true],
  ['', '', true],
  ['', 'a', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['*Object', 's3:GetObjectVersion', false],
  ['*Object*', 's3:GetObjectVersion', true],
  ['*ab', 'aab', true],
])('%s and %s: %s', (pattern, text, expected) => {
  expect(matchesWildcards(pattern, text)).toBe(expected);
});

test('a question mark is one where the pattern knows the star only', () => {
  expect(matchesWildcards('a?c', 'abc', '')).toBe(false);
  expect(matchesWildcards('a?*', 'a?c', '')).toBe(true);
});

test('it answers as the definition does', () => {
  const defined = (pattern: string, text: string): boolean => {
    if (pattern === '') return text === '';
    if (pattern[0] === '*') {
      return Array.from({ length: text.length + 1 }, (_, at) => text.slice(at)).some((rest) =>
        defined(pattern.slice(1), rest)
      );
    }
    return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && defined(pattern.slice(1), text.slice(1));
  };
  const short = (alphabet: string): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...alphabet), { maxLength: 7 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(short('ab*?'), short('ab'), (pattern, text) => {
      expect(matchesWildcards(pattern, text)).toBe(defined(pattern, text));
    }),
    { seed: 11, numRuns: 2000 }
  );
});

test.each([
  ['stars', '*'.repeat(100_000) + '!', 'a'.repeat(2000)],
  ['stars and letters', '*a'.repeat(1000) + 'b', 'a'.repeat(2000)],
  ['a long end', `*${'a'.repeat(1000)}b`, 'a'.repeat(2000)],
  ['a name longer than any', `*${'a'.repeat(100_000)}b`, 'a'.repeat(200_000)],
])('%s cost little', (_what, pattern, text) => {
  const before = performance.now();
  expect(matchesWildcards(pattern, text)).toBe(false);
  expect(performance.now() - before).toBeLessThan(500);
});
