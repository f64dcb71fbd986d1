import { withoutMarkers } from '../../../lib/terraform/expression/trim-markers';

test.each([
  ['a ${b} c', 'a ${b} c'],
  ['a \n ${~ b ~} \n c', 'a \n${ b } c'],
  ['a $${~ b ~} c', 'a $${~ b ~} c'],
  ['${~ f("}~}") } c', '${ f("}~}") } c'],
  ['%{~ if a ~}\n\n b', '%{ if a }\n b'],
])('%j', (template, expected) => {
  expect(withoutMarkers(template)).toBe(expected);
});

test('the indent that all lines share is taken away, after what markers trim', () => {
  expect(withoutMarkers('  a\n\n    b\n', true)).toBe('a\n\n  b\n');
  expect(withoutMarkers('  a\n${b}\n', true)).toBe('  a\n${b}\n');
  expect(withoutMarkers('    a\n    ${~ b}\n', true)).toBe('    a\n${ b}\n');
  expect(withoutMarkers('  ${b\n}\n  a', true)).toBe('${b\n}\na');
});

test.each(['${~', '${~ a ~}', '~}\n', '\n ', '%{'])('many %j cost little', (unit) => {
  const before = performance.now();
  withoutMarkers(unit.repeat(30_000), true);
  expect(performance.now() - before).toBeLessThan(1000);
});
