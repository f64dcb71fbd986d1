import { characters, lower, substr, title, trimmed, upper } from '../../../lib/terraform/expression/text';

test('characters are what a reader counts', () => {
  expect(characters('abc')).toEqual(['a', 'b', 'c']);
  expect(characters('e\u0301👨‍👩‍👧\r\n')).toEqual(['é', '👨‍👩‍👧', '\r\n']);
});

test('letters that would become several stay', () => {
  expect([upper('straße ﬁ é'), lower('ΑΣ İ')]).toEqual(['STRAßE ﬁ É', 'ας i'.replace('ς', 'σ')]);
});

test.each([
  ["it's o'neil", "It'S O'Neil"],
  ['a_b a-b 1a é.ü', 'A_b A-B 1a É.Ü'],
  ['€a \u00a0b', '€a \u00a0B'],
])('the title of %j', (text, expected) => {
  expect(title(text)).toBe(expected);
});

test('white space is what Terraform takes for it', () => {
  expect(trimmed(' \u0085\u00a0a b\n')).toBe('a b');
  expect(trimmed('\ufeffa')).toBe('\ufeffa');
  expect(trimmed('😀a\ud83d', '😀')).toBe('a\ud83d');
});

test.each<[number, number, string | undefined]>([
  [1, 2, '😀b'],
  [-2, 1, '😀'],
  [0, -1, 'a😀b'],
  [-9, 1, 'a'],
  [9, 1, ''],
  [0.5, 1, undefined],
])('the part from %d, %d long', (offset, length, expected) => {
  expect(substr('a😀b', offset, length)).toBe(expected);
});
