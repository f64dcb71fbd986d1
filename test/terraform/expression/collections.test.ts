import { evaluate } from '../../../lib/terraform/expression/parser';
import { Lookup, within } from '../../../lib/terraform/expression/steps';
import { Value, isUnknown } from '../../../lib/terraform/value';
import { inWorld, noting } from '../../../lib/terraform/worlds';

const lookup: Lookup = ([root, ...steps]) => (root === 'local' ? within({ list: ['a', 'b'] }, steps) : undefined);
const read = (expression: string): Value => evaluate(`\${${expression}}`, lookup);

test('a list may hold what is not known beside what is', () => {
  const list = read('["a", aws_x.y.arn]') as Value[];
  expect([list[0], isUnknown(list[1])]).toEqual(['a', true]);
});

test('each item that a `for` makes is known or not by itself', () => {
  const list = read('[for x in [local.list[0], aws_x.y.arn] : "${x}!"]') as Value[];
  expect([list[0], isUnknown(list[1])]).toEqual(['a!', true]);
});

test.each([
  '[for x in aws_x.y : x]',
  '[for x in local.list : x if aws_x.y.enabled]',
  '{ for x in local.list : aws_x.y.arn => x }',
  '{ for x in ["a", "a"] : x => x }',
  '[for x in range(1001) : x]',
])('%s is left to the plan', (expression) => {
  expect(isUnknown(read(expression))).toBe(true);
});

test('what one `for` leaves open does not open the next one', () => {
  expect(read('[[for x in aws_x.y : x], [for x in local.list : x]]')).toEqual([expect.anything(), ['a', 'b']]);
});

test('names within hide names outside, and end with their `for`', () => {
  expect(read('[for local in [{ list = "x" }] : local.list]')).toEqual(['x']);
  expect(read('[[for x in ["a"] : [for x in ["b"] : x]], local.list]')).toEqual([[['b']], ['a', 'b']]);
});

test('a branch within is a choice', () => {
  const expression = '[for x in local.list : var.a ? x : "c"]';
  const { choices } = noting(() => read(expression));
  const { id } = [...choices!.values()].find(({ kind }) => kind === 'branch')!;
  expect(inWorld(new Map([[id, false]]), () => read(expression))).toEqual(['c', 'c']);
});

test.each(['[1', '{ a = 1', '[for x in]', '{ for x in [1] : x }', '{ a }', '{ [1] = 2 }'])(
  '%j is no collection',
  (expression) => {
    expect(isUnknown(read(expression))).toBe(true);
  }
);
