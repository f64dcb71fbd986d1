import {
  asSet,
  compareText,
  decodedText,
  isSame,
  isSet,
  jsonText,
  setOf,
  textOf,
  unified,
} from '../../../lib/terraform/expression/convert';
import { EncodedJson, Unknown, Value } from '../../../lib/terraform/value';

const UNKNOWN = new Unknown('${var.a}', ['var.a']);

test.each<[Value, string | undefined]>([
  ['a', 'a'],
  [1.5, '1.5'],
  [true, 'true'],
  [undefined, undefined],
  [['a'], undefined],
  [UNKNOWN, undefined],
])('the text of %j', (value, expected) => {
  expect(textOf(value)).toBe(expected);
});

test.each([2 ** 53, 1e21, 1e-7, 1 / 3, -0])('digits that Terraform has and %d has not are not known', (number) => {
  expect(textOf(number)).toBeUndefined();
});

test('JSON is written as Terraform writes it', () => {
  expect(jsonText({ b: [1, undefined], a: '<&>\u2028' })).toBe('{"a":"\\u003c\\u0026\\u003e\\u2028","b":[1,null]}');
  expect(jsonText(new EncodedJson({ b: 1, a: 2 }))).toBe('"{\\"a\\":2,\\"b\\":1}"');
  expect(jsonText({ a: [UNKNOWN] })).toBeUndefined();
});

test('encoded JSON is text where all of it is known', () => {
  expect(decodedText(new EncodedJson({ b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
  const open = new EncodedJson([UNKNOWN]);
  expect(decodedText(open)).toBe(open);
});

test.each<[Value[], Value[] | undefined]>([
  [
    [1, 'a', true],
    ['1', 'a', 'true'],
  ],
  [
    [1, UNKNOWN],
    [1, UNKNOWN],
  ],
  [
    ['a', UNKNOWN, undefined, 1],
    ['a', UNKNOWN, undefined, '1'],
  ],
  [[1, true], undefined],
  [[['a'], [1]], undefined],
  [['a', ['b']], undefined],
  [[1e21, 'a'], undefined],
])('%j has a type in common, or none', (list, expected) => {
  expect(unified(list)).toEqual(expected);
});

test('sets are sorted, and say that they are sets', () => {
  const set = setOf(['b', 'a', 'b']);
  expect([set, isSet(set), isSet(['a', 'b'])]).toEqual([['a', 'b'], true, false]);
  expect(setOf([10, 2, 2])).toEqual([2, 10]);
  expect(setOf(['b', UNKNOWN, 'a'])).toEqual(['b', UNKNOWN, 'a']);
  expect(isSet(asSet([]))).toBe(true);
});

test('the order of texts is that of their bytes', () => {
  expect(['😀', '\uffee', 'b', 'B'].sort(compareText)).toEqual(['B', 'b', '\uffee', '😀']);
});

test.each<[Value, Value, boolean]>([
  [1, '1', false],
  ['é', 'e\u0301', true],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [[1], ['1'], false],
  [undefined, '', false],
])('%j and %j', (one, other, expected) => {
  expect(isSame(one, other)).toBe(expected);
});
