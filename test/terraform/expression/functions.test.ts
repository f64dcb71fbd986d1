import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FUNCTIONS } from '../../../lib/terraform/expression/functions';
import { evaluateTemplate } from '../../../lib/terraform/expression/parser';
import { EncodedJson, Unknown } from '../../../lib/terraform/value';
import { TerraformTable, testTable } from '../../support/terraform-table';

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

const TABLE = JSON.parse(readFileSync(join(__dirname, 'functions.json'), 'utf8')) as TerraformTable;

testTable(TABLE);

test('every function that is read stands in the table, but for those about what is sensitive', () => {
  const tried = new Set(
    TABLE.read.flatMap(([expression]) => [...expression.matchAll(/(\w+)\(/g)].map(([, name]) => name))
  );
  expect(FUNCTIONS.filter((name) => !tried.has(name))).toEqual(['nonsensitive', 'sensitive']);
});

test('what is not known in a set may be the same as something else', () => {
  expect(read('length(toset([aws_x.y.z, "a"]))')).toBeInstanceOf(Unknown);
  expect(read('length(toset([aws_x.y.z]))')).toBe(1);
  expect(read('length(distinct([aws_x.y.z, "a"]))')).toBeInstanceOf(Unknown);
});
