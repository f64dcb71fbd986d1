import { compare } from '../../lib/terraform/compare';

test('texts are in the order of their code units, whatever the locale', () => {
  expect(['b', 'ä', 'B', 'a', 'a'].sort(compare)).toEqual(['B', 'a', 'a', 'b', 'ä']);
});
