import { asSet } from '../../../lib/terraform/expression/convert';
import { END, EVERY, Key, NULL, SOME, Step, within } from '../../../lib/terraform/expression/steps';
import { EncodedJson, Unknown, Value } from '../../../lib/terraform/value';

const LIST: Value = [{ a: [1, 2] }, { a: [3] }];

test.each<[Value, Step[], unknown]>([
  [{ a: { b: 1 } }, ['a', 'b'], 1],
  [{ 'a.b': 1 }, [new Key('a.b')], 1],
  [['x', 'y'], [1], 'y'],
  [['x', 'y'], [new Key('1')], 'y'],
  [{ a: undefined }, ['a'], NULL],
  [undefined, [], NULL],
  [LIST, [EVERY, 'a'], [[1, 2], [3]]],
  [LIST, [EVERY, 'a', 0], [1, 3]],
  [LIST, [EVERY, 'a', END, 0], [1, 2]],
  [undefined, [EVERY, 'a'], []],
  ['x', [EVERY], ['x']],
  [[undefined], [EVERY], [undefined]],
])('%j has something within', (value, steps, expected) => {
  expect(within(value, steps)).toEqual(expected);
});

test.each<[Value, Step[]]>([
  [{ a: 1 }, ['b']],
  [{ a: 1 }, ['toString']],
  [['x'], [1]],
  [['x'], [-1]],
  [['x'], [0.5]],
  [['x'], [SOME]],
  [asSet(['x']), [0]],
  ['text', [0]],
  [['x'], [END, 0]],
  [LIST, [EVERY, 'b']],
  [new EncodedJson({ a: 1 }), ['a']],
  [undefined, ['a']],
])('%j has nothing that is known within', (value, steps) => {
  expect(within(value, steps)).toBeUndefined();
});

test('an attribute of one reference is a reference, and of anything else unknown', () => {
  const instance = new Unknown('${aws_a.b[0]}', ['aws_a.b'], '0');
  expect(within(instance, ['c', 'd'])).toEqual(new Unknown('${aws_a.b[0].c.d}', ['aws_a.b.c.d'], '0'));
  expect(within(instance, ['c', 0])).toBeUndefined();
  expect(within(new Unknown('${f(aws_a.b)}', ['aws_a.b']), ['c'])).toBeUndefined();
});
