import { Unknown } from '../../lib/terraform/value';
import {
  ChoiceKind,
  alsoAssuming,
  assumptionsOf,
  at,
  choose,
  inPart,
  inWorld,
  noteAgain,
  noteParts,
  noting,
  strictly,
} from '../../lib/terraform/worlds';

const UNKNOWN = new Unknown('${var.a}', ['var.a']);
const choice = (id: string, kind: ChoiceKind = 'branch') => choose(kind, id, UNKNOWN, [true, false]);
const idsOf = (read: () => unknown): string[] => [...(noting(read).choices?.keys() ?? [])];

test('a choice is unknown until something is assumed of it', () => {
  expect(choice('a')).toBe(UNKNOWN);
  const assumed = inWorld(new Map([['a', true]]), () => [choice('a'), choice('b')]);
  expect(assumed).toEqual([true, UNKNOWN]);
  expect(choice('a')).toBe(UNKNOWN);
});

test('an assumption may be that something is not set', () => {
  expect(inWorld(new Map([['a', undefined]]), () => choice('a'))).toBeUndefined();
});

test('one assumption more keeps those that were made', () => {
  const both = inWorld(new Map([['a', 1]]), () => alsoAssuming('b', 2, () => [choice('a'), choice('b')]));
  expect(both).toEqual([1, 2]);
});

test('the choices that a reading hangs on are noted, each once, with where they stand', () => {
  const { value, choices } = noting(() =>
    at(
      () => 'aws_x.list',
      () => (inPart('[]', () => choice('a')), choice('b'), choice('a'), 'read')
    )
  );
  expect(value).toBe('read');
  expect([...choices!].map(([id, { place }]) => [id, place])).toEqual([
    ['a', 'aws_x.list[]'],
    ['b', 'aws_x.list'],
  ]);
  expect(noting(() => 1).choices).toBeUndefined();
});

test('what was met within counts outside only once it is noted again', () => {
  expect(idsOf(() => noting(() => choice('a')))).toEqual([]);
  expect(idsOf(() => noteAgain(noting(() => choice('a')).choices))).toEqual(['a']);
});

test('the parts of what may be anything are noted, but for those that may be anything too', () => {
  const { choices } = noting(() => [choice('a'), choice('b', 'value')]);
  expect(idsOf(() => noteParts(choices))).toEqual(['a']);
  expect(idsOf(() => noteParts(undefined))).toEqual([]);
});

test('what is taken at its word is not asked what else it may be', () => {
  const read = () => [choice('a'), choice('b', 'value'), choice('c', 'ignored')];
  expect(idsOf(() => strictly(read))).toEqual(['a']);
  expect(idsOf(() => (strictly(() => 1), read()))).toEqual(['a', 'b', 'c']);
});

test('of what is assumed, that counts on which something hangs', () => {
  const { choices } = noting(() => choice('a'));
  const world = new Map([
    ['a', true],
    ['b', false],
  ]);
  expect([...inWorld(world, () => assumptionsOf(choices!))]).toEqual([['a', true]]);
  expect(assumptionsOf(choices!).size).toBe(0);
});

test('an error leaves nothing behind', () => {
  const fail = (): never => {
    throw new Error('read');
  };
  expect(() => inWorld(new Map([['a', true]]), () => noting(() => strictly(() => at(() => 'p', fail))))).toThrow(
    'read'
  );
  expect(choice('a')).toBe(UNKNOWN);
  const { choices } = noting(() => choice('b', 'value'));
  expect(choices?.get('b')?.place).toBe('');
});
