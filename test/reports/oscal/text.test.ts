import fc from 'fast-check';
import { link, markup, name, prose, reference, string } from '../../../lib/reports/oscal/text';
import { cpuTime } from '../../support/cpu';
import { FORMATS } from '../../support/oscal';

const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u2028', '\ufeff', '\ud800', 'a', '`', '#', ':', '/') })
);

test.each([
  ['', '(empty)'],
  ['  a b ', '\\x20\\x20a b\\x20'],
  ['   ', '\\x20\\x20\\x20'],
  ['a\nb', 'a\\nb'],
  ['\u00a0a', '\\xa0a'],
])('%j is the string %j', (value, expected) => {
  expect(string(value)).toBe(expected);
});

test('strings, titles and names are what OSCAL allows, whatever they are made from', () => {
  fc.assert(
    fc.property(TEXT, (value) => {
      expect(string(value)).toMatch(/^\S(.*\S)?$/u);
      expect(markup(value)).toMatch(/^[^\n]+$/u);
      expect(name(value)).toMatch(/^[^\n]+$/u);
    })
  );
});

test('Markdown prints text as it is, and a point between digits is not escaped', () => {
  expect(markup('TLS 1.2 *or* <newer>')).toBe('TLS 1.2 \\*or\\* &lt;newer&gt;');
  expect(prose('Set `min_tls` to 1.2_x')).toBe('Set `min_tls` to 1.2\\_x');
  expect(name('app:aws_s3_bucket.Main["a"]')).toBe('`app:aws_s3_bucket.Main["a"]`');
});

test.each([
  'https://intranet.example:8443/policies/backup.pdf?v=2#page=3',
  'policies/backup.pdf',
  'urn:isbn:9780141036144',
  'mailto:dpo@example.com',
])('the link %s is kept', (address) => {
  expect(link(address)).toBe(address);
});

test.each([
  ['policies/back up.pdf', 'policies/back%20up.pdf'],
  ['C:\\policies', 'C%3A%5Cpolicies'],
  ['https://host:port/x', 'https%3A//host%3Aport/x'],
  ['a b:c', 'a%20b%3Ac'],
  ['javascript:alert(1)', 'javascript%3Aalert(1)'],
  ['data:text/html,x', 'data%3Atext/html%2Cx'],
])('the link %j becomes the name of a file', (address, expected) => {
  expect(link(address)).toBe(expected);
});

test('links are references, whatever they are made from', () => {
  fc.assert(
    fc.property(TEXT, (value) => {
      expect(link(value)).toMatch(FORMATS['uri-reference']);
      expect(reference(value)).toMatch(FORMATS['uri-reference']);
    })
  );
});

test('long strings take linear time', () => {
  const long = [' '.repeat(200_000), `a${' '.repeat(200_000)}b`, `${'a:'.repeat(100_000)} `];
  const work = (): void => long.forEach((text) => [string(text), markup(text), link(text)]);
  expect(cpuTime(work)).toBeLessThan(2000);
});
