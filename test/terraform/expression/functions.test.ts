import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTIONS } from '../../../lib/terraform/expression/functions';
import { evaluateTemplate } from '../../../lib/terraform/expression/parser';
import { EncodedJson, Unknown } from '../../../lib/terraform/value';

const read = (expression: string) => evaluateTemplate(`\${${expression}}`, () => undefined);

test.each([
  ['concat([1], [2, 3])', [1, 2, 3]],
  ['merge({ a = 1 }, { a = 2, b = 3 })', { a: 2, b: 3 }],
  ['toset(["a"])', ['a']],
  ['toset(["b", "a", "b"])', ['a', 'b']],
  ['range(3, 1)', [3, 2]],
  ['tostring("a")', 'a'],
  ['jsonencode({ a = 1 })', new EncodedJson({ a: 1 })],
  ['yamldecode("a: [1, x]")', { a: [1, 'x'] }],
  ['yamldecode("a: &x [*x]")', expect.any(Unknown)],
  ['concat([1], aws_x.y.z)', new Unknown('${concat([1], aws_x.y.z)}', ['aws_x.y.z'])],
  ['upper("a")', 'A'],
  ['md5("a")', new Unknown('${md5("a")}', [])],
  ['toString("a")', new Unknown('${toString("a")}', [])],
])('%s', (expression, expected) => {
  expect(read(expression)).toEqual(expected);
});

test('docs/guardrails.md lists the functions that are read', () => {
  const guide = readFileSync(join(__dirname, '../../../docs/guardrails.md'), 'utf8');
  const sentence = /Of functions, (.*?) are read;/.exec(guide)?.[1] ?? '';
  expect([...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(FUNCTIONS);
});
