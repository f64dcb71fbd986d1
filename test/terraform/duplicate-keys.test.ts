import { requireUniqueKeys } from '../../lib/terraform/duplicate-keys';
import { random } from '../support/random';

function problemOf(text: string): string | undefined {
  try {
    requireUniqueKeys('a.tf.json', text, Buffer.from(text), JSON.parse(text));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  ['a section', '{"resource": {"a": 1}, "resource": {"b": 2}}', '"resource" twice in one object, again in line 1'],
  ['a key below a list', '{"a":[{"b":1},{"c":1,\n"c":2}]}', '"c" twice in one object, again in line 2'],
  ['one written with an escape', '{"a":1,"\\u0061":2}', '"a" twice'],
  ['one with quotes and backslashes', '{"a\\\\\\"":1,"a\\\\\\"" :2}', 'twice'],
  ['one before a colon far away', '{"a" \n\r\t :1,"a"\n:2}', '"a" twice'],
  ['__proto__', '{"__proto__":1,"__proto__":2}', '"__proto__" twice'],
  ['an empty one', '{"":1,"":2}', '"" twice'],
  ['one beside text of several bytes', '{"ü":"“\\"","x":{"ü":1,"ü":[]}}', '"ü" twice'],
])('%s is found', (_what, text, problem) => {
  expect(problemOf(text)).toContain(problem);
});

test.each([
  '{"a":{"a":{"a":[{"a":1},{"a":1}]}}}',
  '{"a":":","b":"\\":","c":"\\\\","d":"{\\"a\\":1,\\"a\\":2}"}',
  '{"a":"a","b":["a","a:","a"]}',
  '{"constructor":1,"toString":2,"__proto__":{"__proto__":1}}',
  '{}',
  '[]',
  '"a"',
  'null',
])('%s has none', (text) => {
  expect(problemOf(text)).toBeUndefined();
});

test('JSON of any shape has none, and one where a key is written twice', () => {
  const next = random(11);
  const names = ['a', 'b"', 'c\\', 'd:', '', 'ü', '{', '}', '":', 'long name of a resource'];
  const pick = (): string => names[next(names.length)];
  const json = (depth: number): string => {
    const kind = depth > 4 ? 0 : next(4);
    if (kind === 0) return JSON.stringify([pick(), next(100), null, true][next(4)]);
    if (kind === 1) return `[${Array.from({ length: next(4) }, () => json(depth + 1)).join(' ,')}]`;
    const keys = [...new Set(Array.from({ length: next(5) }, pick))];
    return `{${keys.map((key) => `${JSON.stringify(key)}${' '.repeat(next(4))}:\n${json(depth + 1)}`).join(',')}}`;
  };
  for (let count = 0; count < 500; count++) {
    const text = json(0);
    expect(problemOf(text)).toBeUndefined();
    const key = pick();
    const twice = `${JSON.stringify(key)}:${text}`;
    expect(problemOf(`{${twice},"x":{},${twice}}`)).toContain('twice in one object');
  }
});

test('JSON nested as deeply as it can be read is looked at', () => {
  expect(problemOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBeUndefined();
});
