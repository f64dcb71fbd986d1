import { cpuTime } from '../support/cpu';
import fc from 'fast-check';
import { Redaction } from '../../lib/terraform/redaction';
import { Stack } from '../../lib/terraform/stack';

function redaction(...secrets: string[]): Redaction {
  const stack = new Stack('stack', 'stack.json', 'plan', () => undefined);
  for (const secret of secrets) stack.sensitive.add(secret);
  return new Redaction([stack]);
}

test('a secret is hidden wherever it stands, with whatever it is part of left as it is', () => {
  expect(redaction('hunter2').of('password is "xhunter2y", hunter2')).toBe('password is "x(sensitive)y", (sensitive)');
  expect(redaction().of('nothing is')).toBe('nothing is');
});

test('the longest secret counts, and what overlaps is hidden as one', () => {
  const hidden = redaction('abcd', 'abcdef', 'efgh', 'abcdexyz');
  expect(hidden.of('abcdef abcdex abcd')).toBe('(sensitive) (sensitive)ex (sensitive)');
  expect(hidden.of('abcdefgh')).toBe('(sensitive)');
});

test('where a long secret begins, the rest is hidden', () => {
  const secret = 'a'.repeat(255) + 'b'.repeat(1000);
  expect(redaction(secret).of(`it is ${secret}, and more`)).toBe('it is (sensitive)');
});

test('a secret is found as JSON writes it too', () => {
  expect(redaction('a"b\nc').of('value is ["a\\"b\\nc"]')).toBe('value is ["(sensitive)"]');
});

test('no secret is left, whatever they have in common', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 4, maxLength: 9 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), text, (secrets, message) => {
      const shown = redaction(...secrets).of(message);
      for (const secret of secrets) expect(shown.replaceAll('(sensitive)', ' ')).not.toContain(secret);
      if (!secrets.some((secret) => message.includes(secret))) expect(shown).toBe(message);
    }),
    { seed: 11, numRuns: 2000 }
  );
});

test('literals and credentials go too', () => {
  expect(redaction().of('uri is ${format("S3CRET", var.a)} at https://u:p@h?q')).toBe(
    'uri is ${format("…", var.a)} at https://h'
  );
});

test('many secrets and long messages cost little', () => {
  const hidden = redaction(
    ...Array.from({ length: 5000 }, (_, at) => `${'a'.repeat(at % 500)}b${at}`),
    'a'.repeat(20_000)
  );
  expect(cpuTime(() => hidden.of('a'.repeat(19_999).repeat(2)))).toBeLessThan(2000);
});
