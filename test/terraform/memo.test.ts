import { Memo, MemoHolder } from '../../lib/terraform/memo';
import { Unknown, Value } from '../../lib/terraform/value';
import { World, choose, inWorld, noting } from '../../lib/terraform/worlds';

test('is computed once for each holder, also where there is nothing', () => {
  const memo = new Memo<string | undefined>();
  const [one, other]: MemoHolder[] = [{}, {}];
  const read = jest.fn((value: string | undefined) => value);
  const of = (holder: MemoHolder, value: string | undefined) => memo.of(holder, () => read(value));
  expect([of(one, 'a'), of(one, 'b'), of(other, undefined), of(other, 'c')]).toEqual(['a', 'a', undefined, undefined]);
  expect(read).toHaveBeenCalledTimes(2);
});

test('memos of one holder do not meet', () => {
  const holder: MemoHolder = {};
  const [names, counts] = [new Memo<string>(), new Memo<number>()];
  expect([names.of(holder, () => 'a'), counts.of(holder, () => 1)]).toEqual(['a', 1]);
  expect([names.of(holder, () => 'b'), counts.of(holder, () => 2)]).toEqual(['a', 1]);
});

describe('what hangs on something that only a plan can tell', () => {
  const UNKNOWN = new Unknown('${var.a}');
  const choice = (id: string) => choose('branch', id, UNKNOWN, [true, false]);

  test('is computed once for each assumption about that, and for no other', () => {
    const [memo, holder] = [new Memo<Value>(), {}];
    const read = jest.fn(() => choice('a'));
    const assuming = (world: World) => inWorld(world, () => memo.of(holder, read));
    const all = [
      [],
      [['a', true]],
      [
        ['a', true],
        ['b', 1],
      ],
      [['a', false]],
      [],
      [['b', 1]],
    ] as [string, Value][][];
    expect(all.map((world) => assuming(new Map(world)))).toEqual([UNKNOWN, true, true, false, UNKNOWN, UNKNOWN]);
    expect(read).toHaveBeenCalledTimes(3);
  });

  test('tells what it hangs on, whether it was computed before or not', () => {
    const [memo, holder] = [new Memo<Value>(), {}];
    const idsOf = () => [...(noting(() => memo.of(holder, () => choice('a'))).choices?.keys() ?? [])];
    expect([idsOf(), idsOf()]).toEqual([['a'], ['a']]);
  });

  test('may hang on more under some assumptions than under others', () => {
    const [memo, holder] = [new Memo<Value>(), {}];
    const read = () => (choice('a') === true ? choice('b') : 'neither');
    const assuming = (...world: [string, Value][]) => inWorld(new Map(world), () => memo.of(holder, read));
    expect(assuming(['b', 2])).toBe('neither');
    expect(assuming(['a', true], ['b', 2])).toBe(2);
    expect(assuming(['a', true], ['b', 3])).toBe(3);
    expect(assuming(['a', true])).toBe(UNKNOWN);
    expect(assuming(['a', false], ['b', 3])).toBe('neither');
  });

  test('is forgotten where there are many assumptions, but for that of none', () => {
    const [memo, holder] = [new Memo<Value>(), {}];
    const read = jest.fn(() => choice('a'));
    memo.of(holder, read);
    for (let index = 0; index < 100; index++) inWorld(new Map([['a', index]]), () => memo.of(holder, read));
    expect(read).toHaveBeenCalledTimes(101);
    expect([memo.of(holder, read), inWorld(new Map([['a', 99]]), () => memo.of(holder, read))]).toEqual([UNKNOWN, 99]);
    expect(read).toHaveBeenCalledTimes(101);
  });

  test('what is assumed is compared by what it holds', () => {
    const [memo, holder] = [new Memo<Value>(), {}];
    const read = jest.fn(() => choice('a'));
    for (let index = 0; index < 3; index++) inWorld(new Map([['a', [1, 'x']]]), () => memo.of(holder, read));
    expect(read).toHaveBeenCalledTimes(1);
  });
});
