import { Scanner, SyntaxProblem, referencesIn, replaceInterpolations } from '../../../lib/terraform/expression/scanner';

test('finds references without their indices', () => {
  expect(referencesIn('${aws_kms_key.main[0].arn} ${data.aws_x.y[each.key].*.id}${var.a.b}')).toEqual([
    'aws_kms_key.main.arn',
    'data.aws_x.y.id',
    'var.a.b',
  ]);
});

test('interpolations end where their braces do, and not within quotes', () => {
  expect(replaceInterpolations('a ${f("}", {b = 1})} $${c} ${d', (part) => `<${part}>`)).toBe(
    'a <${f("}", {b = 1})}> $${c} <${d>'
  );
});

test('comments are space', () => {
  const scanner = new Scanner(' # one\n // two\n /* three */ x');
  scanner.space();
  expect(scanner.identifier()).toBe('x');
});

test.each([
  ['\\n', '\n'],
  ['\\"', '"'],
  ['\\u0041', 'A'],
  ['\\U0001F600', '😀'],
])('the escape %s', (text, expected) => {
  expect(new Scanner(text).escape()).toBe(expected);
});

test.each(['\\x', '\\u12', '\\U00110000'])('%s is no escape', (text) => {
  expect(() => new Scanner(text).escape()).toThrow(SyntaxProblem);
});

test('`<<-` takes the indent away that all lines share', () => {
  expect(new Scanner('<<-E\n    a\n\n      b\n    E').heredoc()).toBe('a\n\n  b\n');
  expect(new Scanner('<<E\n  a\nE').heredoc()).toBe('  a\n');
});

test('an operation ends where its argument or line does', () => {
  const scanner = new Scanner('+ f(1, ",") , 2');
  scanner.skipOperation();
  expect(scanner.text.slice(scanner.at)).toBe(', 2');
});

test('a heredoc ends on a line of its own, before what closes the template too', () => {
  const scanner = new Scanner('<<E\nEND\n E x\n\tE }');
  expect(scanner.heredoc()).toBe('END\n E x\n');
  expect(scanner.text.slice(scanner.at)).toBe('}');
  expect(() => new Scanner('<<E\na').heredoc()).toThrow(SyntaxProblem);
  expect(new Scanner(`<<-E\n${'\n'.repeat(300_000)} a\nE`).heredoc()).toMatch(/^\n+a\n$/);
});

test.each(['a.b[', 'a.b[0]', '${', '${"', '['])('many %s cost little', (unit) => {
  const text = unit.repeat(50_000);
  const before = performance.now();
  referencesIn(text);
  replaceInterpolations(text, () => '');
  expect(performance.now() - before).toBeLessThan(1000);
});
