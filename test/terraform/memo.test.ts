import { Memo, MemoHolder } from '../../lib/terraform/memo';

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
