import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, evaluateTemplate } from '../../../lib/terraform/expression/parser';
import { Lookup } from '../../../lib/terraform/expression/steps';
import { Unknown } from '../../../lib/terraform/value';
import { TerraformTable, testTable } from '../../support/terraform-table';

const LOCALS: { readonly [name: string]: string } = { name: 'orders' };
const lookup: Lookup = ([root, name]) => (root === 'local' ? LOCALS[name as string] : undefined);
const read = (text: string) => evaluateTemplate(text, lookup);

test.each([
  ['plain', 'plain'],
  ['$${escaped} %%{too}', '${escaped} %{too}'],
  ['${"quoted"}', 'quoted'],
  ['a-${local.name}-${1}-${true}', 'a-orders-1-true'],
  ['${~ "trimmed" ~}', 'trimmed'],
  ['${[1, "a", [true]]}', [1, 'a', [true]]],
  ['${{ a = 1, "b" : "c" }}', { a: 1, b: 'c' }],
  ['${-1.5}', -1.5],
  ['${!true}', false],
  ['${(2)}', 2],
  ['${null}', undefined],
  ['${<<E\nhello ${local.name}\nE\n}', 'hello orders\n'],
])('%s is read', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ['${aws_kms_key.main.arn}', ['aws_kms_key.main.arn']],
  ['a ${aws_a.b.c} ${aws_d.e[0].f}', ['aws_a.b.c', 'aws_d.e.f']],
  ['${var.key}', ['var.key']],
  ['${aws_a.b.c == "x"}', ['aws_a.b.c']],
  ['%{ if true }${aws_a.b.c}%{ endif }', ['aws_a.b.c']],
  ['${[for key in aws_a.b : key.arn]}', ['aws_a.b', 'key.arn']],
  ['${local.missing}', ['local.missing']],
])('%s is left to the plan, with what it names', (text, references) => {
  const value = read(text);
  expect(value).toBeInstanceOf(Unknown);
  expect((value as Unknown).references).toEqual(references);
});

test('every string of JSON is a template', () => {
  expect(evaluate({ a: ['${local.name}', null, 1] }, lookup)).toEqual({ a: ['orders', undefined, 1] });
});

test('what is nested without end is left to the plan', () => {
  expect(read(`\${${'('.repeat(5000)}1${')'.repeat(5000)}}`)).toBeInstanceOf(Unknown);
});

testTable(JSON.parse(readFileSync(join(__dirname, 'parser.json'), 'utf8')) as TerraformTable);

// As Terraform reads templates that stand in JSON, where the text between markers goes line by line.
test.each([
  ['a\n  ${~ local.name ~}  \n  b', 'a\norders  b'],
  ['  %{ if true ~}\n    a\n  %{ endif ~}\n  b', '      a\n    b'],
  ['%{ for x in ["a","b"] ~}\n  ${x}\n%{ endfor ~}\nz', '  a\n  b\nz'],
  ['${"a \\n\\n ${~ local.name ~} \\n\\n b"}', 'aordersb'],
  ['\\n${local.name}\\n', '\\norders\\n'],
])('%j is trimmed', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('a list that is made of nothing is empty, whatever would stand in it', () => {
  expect(read('${[for x in [] : local.name]}')).toEqual([]);
  expect(read('${{for x in [] : "a" => local.name}}')).toEqual({});
});

test('an index behind `.*` is that of an instance, and one behind `[*]` that of an item', () => {
  expect(read('${aws_a.b.*.id[0]}')).toEqual(new Unknown('${aws_a.b.*.id[0]}', ['aws_a.b.id'], '0'));
  expect(read('${aws_a.b[*].id}')).toEqual(new Unknown('${aws_a.b[*].id}', ['aws_a.b.id'], '*'));
});
