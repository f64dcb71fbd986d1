import { evaluateTemplate, withoutDirectives } from '../../../lib/terraform/expression/parser';
import { Lookup } from '../../../lib/terraform/expression/steps';
import { withText } from '../../../lib/terraform/expression/templates';
import { isUnknown } from '../../../lib/terraform/value';
import { inWorld, noting } from '../../../lib/terraform/worlds';

const lookup: Lookup = ([root, name]) => (root === 'local' && name === 'name' ? 'orders' : undefined);
const read = (text: string) => evaluateTemplate(text, lookup);

test.each([
  ['arn:aws:s3:::', '', true],
  ['', '/*', true],
  ['', ':log-stream:x', true],
  ['', '-logs', false],
  ['prefix-', '', false],
])('text %j before and %j behind a reference: still that reference %j', (before, after, expected) => {
  const { reference } = withText('…', ['aws_a.b.id'], before, after, '');
  expect(reference !== undefined).toBe(expected);
});

test('two references in one text are none', () => {
  expect(withText('…', ['aws_a.b.id', 'aws_a.c.id'], '', '', '').reference).toBeUndefined();
});

test('each branch of a directive is a choice', () => {
  const { value, choices } = noting(() => read('a%{ if var.x }b%{ else }c%{ endif }'));
  expect(isUnknown(value)).toBe(true);
  const id = [...choices!.values()].find(({ kind }) => kind === 'branch')!.id;
  const texts = [true, false].map((it) =>
    inWorld(new Map([[id, it]]), () => read('a%{ if var.x }b%{ else }c%{ endif }'))
  );
  expect(texts).toEqual(['ab', 'ac']);
});

test('directives are taken out, and interpolations left', () => {
  expect(withoutDirectives('a ${var.x}%{ if true } b%{ endif }', lookup)).toBe('a ${var.x} b');
  expect(withoutDirectives('$${a} %%{b}%{ if false ~} b%{ endif }', lookup)).toBe('$${a} %%{b}');
  expect(isUnknown(withoutDirectives('%{ for x in [1] }${x}%{ endfor }', lookup))).toBe(true);
});

test.each(['${', '%{ if true }', '%{ if true }a', '${local.name', '%{ endif }', '%{ for x in [1] }'])(
  '%j, which does not end, is left to the plan',
  (text) => {
    expect(isUnknown(read(text))).toBe(true);
  }
);
