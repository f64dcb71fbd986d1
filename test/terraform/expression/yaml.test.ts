import { jsonOfYaml } from '../../../lib/terraform/expression/yaml';

test('YAML is read as the JSON that it stands for', () => {
  expect(jsonOfYaml('a: &x [1, "*", true]\nb: *x\nc: |\n  d\n')).toEqual({
    a: [1, '*', true],
    b: [1, '*', true],
    c: 'd\n',
  });
});

test.each([
  'a: yes',
  'on: a',
  'a: 2026-01-01',
  '<<: {a: 1}',
  'a: !!str 1',
  'a: !x 1',
  'a: .inf',
  '[a]: 1',
  '',
  'a: *x',
  '"\\/"',
])('%j is read otherwise by Terraform, or refused', (text) => {
  expect(jsonOfYaml(text)).toBeUndefined();
});

test('words between quotes are text', () => {
  expect(jsonOfYaml('a: "yes"')).toEqual({ a: 'yes' });
});

test('aliases of aliases cost little', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
  const before = performance.now();
  expect(jsonOfYaml(['a0: &a0 x', ...lines].join('\n'))).toBeUndefined();
  expect(performance.now() - before).toBeLessThan(1000);
});
