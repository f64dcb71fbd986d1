import { format, formatlist } from '../../../lib/terraform/expression/format';
import { Value } from '../../../lib/terraform/value';

test.each<[Value[], string]>([
  [['%05d|%-5d|%+d', -3, 42, 3], '-0003|42   |+3'],
  [['%5s|%.1s', 'é', 'éa'], '    é|é'],
  [['%[2]s %[1]s', 'a', 'b'], 'b a'],
  [['%q %#v %v', '<a>', 'b', ['c', 1]], '"\\u003ca\\u003e" "b" ["c",1]'],
  [['%08.3f', 3.14159], '0003.142'],
  [['100%%'], '100%'],
])('%j', (args, expected) => {
  expect(format(...(args as [Value]))).toBe(expected);
});

test.each<[Value[]]>([
  [['%s', 'a', 'b']],
  [['%s']],
  [['%d', 3.7]],
  [['%d', 1e21]],
  [['%.0f', 2.5]],
  [['%t', 1]],
  [['%s', ['a']]],
  [['%e', 1]],
  [['%999999999s', 'a']],
  [[1]],
])('%j is left to the plan', (args) => {
  expect(format(...(args as [Value]))).toBeUndefined();
});

test('lists give a text for each of their items', () => {
  expect(formatlist('%s-%s', ['a', 'b'], 'x')).toEqual(['a-x', 'b-x']);
  expect(formatlist('%s', 'x')).toEqual(['x']);
  expect(formatlist('%s-%s', ['a', 'b'], ['x'])).toBeUndefined();
  expect(formatlist('%d', ['a'])).toBeUndefined();
});
