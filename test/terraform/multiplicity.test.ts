import { evaluate } from '../../lib/terraform/expression/parser';
import { Multiplicity, instanceLookup, multiplicityOf } from '../../lib/terraform/multiplicity';
import { Json, JsonObject, Unknown } from '../../lib/terraform/value';
import { noting } from '../../lib/terraform/worlds';

const kindOf = (count: Json): string => multiplicityOf({ count }, () => undefined).kind;

test('a count is a number, or text that is one', () => {
  expect(multiplicityOf({ count: '2' }, () => undefined)).toMatchObject({
    entries: [
      [0, 0],
      [1, 1],
    ],
  });
  expect([0, '0', 1].map(kindOf)).toEqual(['entries', 'entries', 'entries']);
});

test.each<Json>([{}, { a: 1 }, [1], 'x', true])('what is no number, %j, leaves nothing out', (count) => {
  expect(kindOf(count)).toBe('unknown');
});

const each = (forEach: Json, more: JsonObject = {}): Multiplicity =>
  multiplicityOf({ for_each: forEach, ...more }, () => undefined);

test.each<[Json, unknown]>([
  [[], []],
  [{}, []],
  [null, []],
  ['${toset([])}', []],
  [
    { b: 1, a: '${2}' },
    [
      ['b', 1],
      ['a', 2],
    ],
  ],
  [
    '${toset(["b", "a"])}',
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  ],
])('for each of %j there is %j', (forEach, entries) => {
  expect(each(forEach)).toEqual({ kind: 'entries', entries });
});

test('in a dynamic block the items of a list are called by their place, those of a set by what they are', () => {
  expect(each(['b', 'a'], { content: {} })).toMatchObject({
    entries: [
      [0, 'b'],
      [1, 'a'],
    ],
  });
  expect(each('${toset(["b", "a"])}', { content: {} })).toMatchObject({
    entries: [
      ['a', 'a'],
      ['b', 'b'],
    ],
  });
});

test('for each of a resource as a whole there is one, for each of what else is not known perhaps none', () => {
  expect(each('${aws_s3_bucket.this}')).toMatchObject({ kind: 'chained', to: { references: ['aws_s3_bucket.this'] } });
  expect(each('${data.aws_vpcs.all}').kind).toBe('chained');
  expect(each('${aws_s3_bucket.this.tags}').kind).toBe('unknown');
  expect(each('${var.names}').kind).toBe('unknown');
});

test('a count of none, or of less, is none', () => {
  expect([0, -1, '0', '${0}', '${false ? 1 : 0}'].map((count) => multiplicityOf({ count }, () => undefined))).toEqual(
    Array.from({ length: 5 }, () => ({ kind: 'entries', entries: [] }))
  );
  expect(multiplicityOf({}, () => undefined)).toEqual({ kind: 'single' });
  expect(kindOf('${var.count}')).toBe('unknown');
});

test('a large count costs no more than one that is looked at one by one', () => {
  expect(multiplicityOf({ count: 1e9 }, () => undefined)).toMatchObject({ entries: { length: 51 } });
});

describe('what an instance is', () => {
  const read = (expression: string, multiplicity: Multiplicity) =>
    noting(() =>
      evaluate(
        expression,
        instanceLookup(() => undefined, 'aws_a.b', multiplicity)
      )
    );

  test('is known where there is one', () => {
    expect(read('${each.key}-${each.value.x}', each({ a: { x: 1 } }))).toEqual({ value: 'a-1', choices: undefined });
    expect(
      read(
        '${count.index}',
        multiplicityOf({ count: 1 }, () => undefined)
      ).value
    ).toBe(0);
  });

  test('is one choice where there are several, each of them', () => {
    const { value, choices } = read('${each.key}-${each.value}', each({ a: 1, b: 2 }));
    expect(value).toBeInstanceOf(Unknown);
    expect([...choices!.values()].filter(({ kind }) => kind !== 'part')).toMatchObject([
      {
        kind: 'each',
        options: [
          ['a', 1],
          ['b', 2],
        ],
      },
    ]);
  });

  test('is a choice like any where nobody knows how many there are', () => {
    const kinds = (made: Multiplicity) =>
      [...(read('${each.value}', made).choices?.values() ?? [])].map(({ kind }) => kind);
    expect(kinds(each('${var.names}'))).toEqual(['value']);
    expect(kinds(multiplicityOf({ count: 1e9 }, () => undefined))).toEqual(['value']);
  });

  test('is one of another resource where it is made for each of its instances', () => {
    const value = read('${each.value.id}', each('${aws_s3_bucket.this}')).value as Unknown;
    expect([value.reference, value.index]).toEqual(['aws_s3_bucket.this.id', 'each.key']);
  });
});
