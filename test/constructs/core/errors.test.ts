import { Token } from 'cdktf';
import { ValidationError, refuse, refuseProps } from '../../../lib/constructs/core/errors';
import { messageOf, newStack } from '../../support/synth';

const stack = newStack();
const MUST = { prop: 'kind', must: 'must be good', fix: 'write kind: 1' };

test('names the construct, the prop, the rule, the measure, the value and the way out', () => {
  expect(messageOf(() => refuse(stack, { ...MUST, value: 'bad', measure: '2.2' }))).toBe(
    `[test] 'kind' must be good (TOM 2.2 Retention schedule), got "bad"; write kind: 1`
  );
  expect(messageOf(() => refuse(stack.node.root, MUST))).toBe(`[App] 'kind' must be good; write kind: 1`);
});

test('is a ValidationError, with or without a construct', () => {
  const error = new ValidationError('no');
  expect([error.name, error.message]).toEqual(['ValidationError', 'no']);
  expect(() => refuse(stack, MUST)).toThrow(ValidationError);
});

test.each([
  ['a text, with its quotes', 'a"b', '"a\\"b"'],
  ['a list', ['a', 1, [true]], '["a", 1, [true]]'],
  ['an object, whose content may be a secret', { password: 'x' }, 'an object'],
  ['nothing', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a token', Token.asString({ a: 1 }), 'a token'],
])('shows %s', (_title, value, shown) => {
  expect(messageOf(() => refuse(stack, { ...MUST, value }))).toBe(
    `[test] 'kind' must be good, got ${shown}; write kind: 1`
  );
});

test('refuses props that would be ignored, and takes them where they are undefined', () => {
  const refused = { kind: { must: 'must not be set', fix: 'leave it out' } };
  expect(() => refuseProps(stack, { kind: undefined, other: 1 }, refused)).not.toThrow();
  expect(messageOf(() => refuseProps(stack, { kind: false }, refused))).toBe(
    `[test] 'kind' must not be set, got false; leave it out`
  );
});

test('refuses a secret without repeating it', () => {
  const refused = { password: { must: 'must not be set', fix: 'leave it out', isSecret: true } };
  expect(messageOf(() => refuseProps(newStack(), { password: 'hunter2' }, refused))).toBe(
    "[test] 'password' must not be set; leave it out"
  );
  expect(() => refuseProps(newStack(), { password: undefined }, refused)).not.toThrow();
});
