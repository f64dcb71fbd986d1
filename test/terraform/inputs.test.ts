import { cpuTime } from '../support/cpu';
import { evaluateTemplate } from '../../lib/terraform/expression/parser';
import { JsonObject, Unknown, Value, isUnknown } from '../../lib/terraform/value';
import { inWorld, noting } from '../../lib/terraform/worlds';
import { at, modelOf } from '../support/models';

/** What an expression is in a stack, as the attribute of a resource. */
function read(expression: string, stack: JsonObject = {}): Value {
  const resource = { ...(stack.resource as JsonObject), aws_probe: { it: { value: expression } } };
  return at(modelOf({ stack: { ...stack, resource } }), 'aws_probe.it').get('value');
}

test('locals are computed, through one another', () => {
  const locals = { a: '${local.b}-x', b: '${upper("b")}', map: { key: ['one', 'two'] } };
  expect(read('${local.a}', { locals })).toBe('B-x');
  expect(read('${local.map.key[1]}', { locals })).toBe('two');
  expect(read('${local.missing}', { locals })).toEqual(new Unknown('${local.missing}', ['local.missing'], undefined));
});

test('locals that need each other are not known', () => {
  const locals = { a: '${local.b}', b: '${local.a}', c: '${local.c}' };
  expect(['a', 'b', 'c'].map((name) => isUnknown(read(`\${local.${name}}`, { locals })))).toEqual([true, true, true]);
});

test('locals that need each other many times cost little', () => {
  const locals = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`a${index}`, `\${concat(local.a${index + 1}, local.a${index + 1})}`])
  );
  const time = cpuTime(() => {
    expect(isUnknown(read('${local.a0}', { locals: { ...locals, a40: ['x'] } }))).toBe(true);
  });
  expect(time).toBeLessThan(1000);
});

describe('variables', () => {
  const variable = {
    preset: { default: 'x' },
    open: {},
    flag: { type: 'bool' },
    wrapped: { type: '${bool}', default: true },
  };
  const choicesOf = (expression: string) => [...(noting(() => read(expression, { variable })).choices?.values() ?? [])];

  test('are not known, and may be their default', () => {
    expect(isUnknown(read('${var.preset}', { variable }))).toBe(true);
    expect(choicesOf('${var.preset}')).toMatchObject([{ kind: 'default', options: ['x'] }, { kind: 'value' }]);
    expect(choicesOf('${var.open}')).toMatchObject([{ kind: 'value' }]);
  });

  test('are one of two where they are of type bool', () => {
    expect(choicesOf('${var.flag}')).toMatchObject([{ kind: 'branch', options: [true, false] }, { kind: 'value' }]);
    expect(choicesOf('${var.wrapped}').map(({ kind }) => kind)).toEqual(['default', 'branch', 'value']);
  });

  test('are sets where they are of such a type, and not known where the type adds to their default', () => {
    const typed = {
      names: { type: 'set(string)', default: ['b', 'a', 'b'] },
      more: { type: '${object({ a = optional(bool, true) })}', default: {} },
    };
    const optionsOf = (expression: string) =>
      [...(noting(() => read(expression, { variable: typed })).choices?.values() ?? [])].map(({ options }) => options);
    expect(optionsOf('${var.names}')).toEqual([[['a', 'b']], []]);
    expect(optionsOf('${var.more}')).toEqual([[]]);
  });

  test('are alike wherever they are read, with what stands behind them', () => {
    const stack = { variable: { v: { default: { a: 'x' } } } };
    const model = modelOf({
      stack: { ...stack, resource: { aws_probe: { it: { one: '${var.v.a}', two: '${var.v}' } } } },
    });
    const probe = at(model, 'aws_probe.it');
    const { choices } = noting(() => probe.get('one'));
    const [id] = [...choices!.values()].filter(({ kind }) => kind === 'default').map((choice) => choice.id);
    expect(inWorld(new Map([[id, { a: 'y' }]]), () => [probe.get('one'), probe.get('two')])).toEqual(['y', { a: 'y' }]);
  });
});

describe('what a resource sets', () => {
  const resource = {
    aws_vpc: { main: { cidr_block: '10.0.0.0/16', tags: { Name: 'main' }, enable: '${local.on}' } },
    aws_a: { one: { note: '${aws_a.other.note}' }, other: { note: '${aws_a.one.note}' } },
    terraform_data: { it: { input: ['x'] } },
  };
  const stack = { resource, locals: { on: true } };

  test.each<[string, Value]>([
    ['${aws_vpc.main.cidr_block}', '10.0.0.0/16'],
    ['${aws_vpc.main.tags.Name}', 'main'],
    ['${aws_vpc.main.enable}', true],
    ['${aws_vpc.main[0].cidr_block}', '10.0.0.0/16'],
    ['${terraform_data.it.output[0]}', 'x'],
  ])('%s is known', (expression, expected) => {
    expect(read(expression, stack)).toEqual(expected);
  });

  test.each([
    '${aws_vpc.main.id}',
    '${aws_vpc.main.tags.id}',
    '${aws_vpc.main.owner_id}',
    '${aws_vpc.other.cidr_block}',
  ])('%s is not', (expression) => {
    expect(isUnknown(read(expression, stack))).toBe(true);
  });

  test('is not known where it sets itself', () => {
    expect(isUnknown(read('${aws_a.one.note}', stack))).toBe(true);
  });
});

test('a template alone knows no names', () => {
  expect(isUnknown(evaluateTemplate('${local.a}', () => undefined))).toBe(true);
});
