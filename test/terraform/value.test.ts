import { items } from '../../lib/terraform/value';

test('items are flat, and without what is not set', () => {
  expect(items(undefined)).toEqual([]);
  expect(items('')).toEqual([]);
  expect(items('a')).toEqual(['a']);
  expect(items(['a', '', ['b', undefined]])).toEqual(['a', 'b']);
});
