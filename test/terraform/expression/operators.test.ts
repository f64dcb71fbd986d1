import { isEqual, operate, rounded } from '../../../lib/terraform/expression/operators';
import { EncodedJson, Unknown, Value } from '../../../lib/terraform/value';

const UNKNOWN = new Unknown('${var.a}');

test.each<[Value, string, Value, Value]>([
  [true, '||', UNKNOWN, true],
  [UNKNOWN, '||', 'true', true],
  [false, '||', UNKNOWN, undefined],
  [UNKNOWN, '&&', false, false],
  [true, '&&', UNKNOWN, undefined],
  [false, '||', false, false],
  ['2', '+', 1, 3],
  [0.1, '+', 0.2, 0.3],
  [1, '/', 0, undefined],
  [2 ** 53, '+', 1, undefined],
  ['a', '<', 1, undefined],
  [UNKNOWN, '==', 'a', undefined],
  ['1', '==', 1, false],
  ['1', '!=', 1, true],
])('%j %s %j', (left, operator, right, expected) => {
  expect(operate(operator, left, right)).toBe(expected);
});

test('encoded JSON is text', () => {
  expect(isEqual(new EncodedJson({ b: 1, a: '<' }), '{"a":"\\u003c","b":1}')).toBe(true);
});

test('lists and objects that hold the same may differ in their type, others differ', () => {
  expect(isEqual(['a'], ['a'])).toBeUndefined();
  expect(isEqual(['a'], ['b'])).toBe(false);
  expect(isEqual([], undefined)).toBe(false);
});

test('digits that are lost are not known', () => {
  expect([rounded(1 / 3), rounded(0.1 + 0.2), rounded(2 ** 53), rounded(7)]).toEqual([1 / 3, 0.3, undefined, 7]);
});
