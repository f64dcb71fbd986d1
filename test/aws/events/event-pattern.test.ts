import { ABSENT, EventValue, KnownEvent, Match, matches } from '../../../lib/aws/events/event-pattern';
import { Unknown, Value } from '../../../lib/terraform/value';
import { random } from '../../support/random';

const FAILED = { source: 'aws.backup', 'detail-type': 'Backup Job State Change', detail: { state: 'FAILED' } };

test.each<[string, Value, Match]>([
  ['by exact values', { source: ['aws.backup'], detail: { state: ['FAILED', 'ABORTED'] } }, 'yes'],
  ['where one of several fields is another', { source: ['aws.backup'], detail: { state: ['COMPLETED'] } }, 'no'],
  ['whatever it asks of a field that nobody knows', { detail: { resourceType: ['RDS'] } }, 'perhaps'],
  [
    'where a known field decides, whatever else it asks',
    { source: ['aws.ec2'], detail: { resourceType: ['RDS'] } },
    'no',
  ],
  ['by nothing', {}, 'yes'],
  ['by a beginning', { source: [{ prefix: 'aws.' }] }, 'yes'],
  ['by a beginning of any case', { source: [{ prefix: { 'equals-ignore-case': 'AWS.' } }] }, 'yes'],
  ['by an end', { source: [{ suffix: 'backup' }] }, 'yes'],
  ['by a wildcard', { 'detail-type': [{ wildcard: 'Backup*Change' }] }, 'yes'],
  ['by a star of the text', { 'detail-type': [{ wildcard: 'Backup\\*' }] }, 'perhaps'],
  ['by any case', { source: [{ 'equals-ignore-case': 'AWS.BACKUP' }] }, 'yes'],
  ['by anything but', { detail: { state: [{ 'anything-but': ['COMPLETED', 'RUNNING'] }] } }, 'yes'],
  ['by anything but itself', { detail: { state: [{ 'anything-but': 'FAILED' }] } }, 'no'],
  ['by anything but a beginning', { detail: { state: [{ 'anything-but': { prefix: 'FA' } }] } }, 'no'],
  ['by anything but wildcards', { detail: { state: [{ 'anything-but': { wildcard: ['C*', 'R*'] } }] } }, 'yes'],
  ['by being there', { detail: { state: [{ exists: true }] } }, 'yes'],
  ['by not being there', { detail: { state: [{ exists: false }] } }, 'no'],
  ['by a number', { detail: { state: [{ numeric: ['>', 0] }] } }, 'no'],
  ['by one of two', { $or: [{ source: ['aws.ec2'] }, { detail: { state: ['FAILED'] } }] }, 'yes'],
  ['by neither', { $or: [{ source: ['aws.ec2'] }, { detail: { state: ['RUNNING'] } }] }, 'no'],
  ['by an operator that is not read', { source: [{ cidr: '10.0.0.0/8' }] }, 'perhaps'],
  ['by what only a plan can tell', { source: [new Unknown('${var.source}')] }, 'perhaps'],
  ['by that or a value', { source: [new Unknown('${var.source}'), 'aws.backup'] }, 'yes'],
  ['by what is no pattern', 'aws.backup', 'perhaps'],
])('matches %s', (_, pattern, expected) => {
  expect(matches(pattern, FAILED)).toBe(expected);
});

test('what is absent is matched by its absence, however deep, and by nothing else', () => {
  const event: KnownEvent = { detail: { userIdentity: ABSENT } };
  const asks = (arn: Value): Value => ({ detail: { userIdentity: { sessionIssuer: { arn } } } });
  expect(matches(asks([{ exists: false }]), event)).toBe('yes');
  expect(matches(asks([{ exists: false }, { 'anything-but': ['a'] }]), event)).toBe('yes');
  expect(matches(asks([{ 'anything-but': ['a'] }]), event)).toBe('no');
  expect(matches(asks([{ exists: true }]), event)).toBe('no');
  // Text has no fields.
  expect(matches(asks([{ exists: false }]), { detail: { userIdentity: 'root' } })).toBe('yes');
});

test('lists are matched by one of their values, and a list of one object as the object', () => {
  expect(matches({ a: ['x'] }, { a: ['y', 'x'] })).toBe('yes');
  expect(matches({ a: ['z'] }, { a: ['y', 'x'] })).toBe('no');
  expect(matches({ a: [{ 'anything-but': 'x' }] }, { a: ['y', 'x'] })).toBe('perhaps');
  expect(matches({ a: { b: ['x'] } }, { a: [{ b: 'x' }] })).toBe('yes');
  expect(
    matches(
      { a: { b: ['x'], c: ['y'] } },
      {
        a: [
          { b: 'x', c: 'n' },
          { b: 'n', c: 'y' },
        ],
      }
    )
  ).toBe('no');
  expect(matches({ a: { b: ['x'] } }, { a: [{ b: 'x' }, { b: 'n' }] })).toBe('perhaps');
});

// What is generated: events of a few fields, and patterns over the same ones.
const FIELDS = ['a', 'b', 'c'];
const VALUES = ['x', 'xy', 'Y', '', 1, 2, true, null] as const;
type Pick = ReturnType<typeof random>;

function someEvent(pick: Pick, depth = 2): KnownEvent {
  return Object.fromEntries(
    FIELDS.map((field): [string, EventValue] => {
      if (pick(4) === 0) return [field, ABSENT];
      return [field, depth > 0 && pick(3) === 0 ? someEvent(pick, depth - 1) : VALUES[pick(VALUES.length)]];
    })
  );
}

function someMatcher(pick: Pick): Value {
  const value = (VALUES[pick(VALUES.length)] ?? undefined) as Value;
  const text = ['x', 'y', 'XY', ''][pick(4)];
  const text2 = { 'equals-ignore-case': text };
  const all: Value[] = [
    value,
    { exists: pick(2) === 0 },
    { 'anything-but': [value, 'x'] },
    { 'anything-but': { prefix: text } },
    { prefix: text },
    { suffix: pick(2) === 0 ? text : text2 },
    { wildcard: `*${text}*` },
    { 'equals-ignore-case': text },
    { numeric: [['<', '<=', '=', '>', '>='][pick(5)], pick(3)] },
  ];
  return all[pick(all.length)];
}

function somePattern(pick: Pick, depth = 2): { [field: string]: Value } {
  const fields = FIELDS.filter(() => pick(2) === 0).map((field): [string, Value] => {
    if (depth > 0 && pick(3) === 0) return [field, somePattern(pick, depth - 1)];
    return [field, Array.from({ length: 1 + pick(2) }, () => someMatcher(pick))];
  });
  if (depth === 0 || pick(5) > 0) return Object.fromEntries(fields);
  return Object.fromEntries([...fields, ['$or', [somePattern(pick, 0), somePattern(pick, 0)]]]);
}

/** The event with some of its fields forgotten. */
function lessOf(event: KnownEvent, pick: Pick): KnownEvent {
  const kept = Object.entries(event).filter(() => pick(3) > 0);
  return Object.fromEntries(
    kept.map(([field, value]): [string, EventValue] => [
      field,
      typeof value === 'object' && value !== null ? lessOf(value as KnownEvent, pick) : value,
    ])
  );
}

/** The pattern with some matchers that only a plan can tell. */
function lessOfPattern(pattern: Value, pick: Pick): Value {
  if (Array.isArray(pattern)) return pattern.map((part) => (pick(4) === 0 ? new Unknown('${var.x}') : part));
  return Object.fromEntries(
    Object.entries(pattern as { [field: string]: Value }).map(([field, part]) => [
      field,
      field === '$or' ? (part as Value[]).map((one) => lessOfPattern(one, pick)) : lessOfPattern(part, pick),
    ])
  );
}

/** The same by another way: every path of the pattern is looked up in the event, and its matchers are read as AWS's page of operators says. */
function asDocumented(pattern: { [field: string]: Value }, event: unknown): boolean {
  const look = (from: unknown, field: string): unknown =>
    typeof from === 'object' && from !== null ? (from as { [field: string]: unknown })[field] : undefined;
  return Object.entries(pattern).every(([field, part]) => {
    if (field === '$or') return (part as { [field: string]: Value }[]).some((one) => asDocumented(one, event));
    const value = look(event, field);
    if (!Array.isArray(part)) return asDocumented(part as { [field: string]: Value }, value);
    return part.some((matcher) => {
      if (typeof matcher !== 'object') return value === (matcher ?? null);
      const [operator, operand] = Object.entries(matcher)[0] as [string, Value];
      if (operator === 'exists') return (value !== undefined) === operand;
      if (value === undefined) return false;
      if (operator === 'numeric') {
        const [sign, bound] = operand as [string, number];
        const order = typeof value === 'number' ? Math.sign(value - bound) : NaN;
        return { '<': [-1], '<=': [-1, 0], '=': [0], '>': [1], '>=': [0, 1] }[sign]!.includes(order);
      }
      if (operator === 'anything-but') {
        if (Array.isArray(operand)) return !operand.some((one) => (one ?? null) === value);
        return !(typeof value === 'string' && value.startsWith((operand as { prefix: string }).prefix));
      }
      if (typeof value !== 'string') return false;
      const isCaseless = typeof operand === 'object' || operator === 'equals-ignore-case';
      const text =
        typeof operand === 'object' ? (operand as { [operator: string]: string })['equals-ignore-case'] : operand;
      const [its, mine] = isCaseless ? [value.toLowerCase(), String(text).toLowerCase()] : [value, String(text)];
      if (operator === 'prefix') return its.startsWith(mine);
      if (operator === 'suffix') return its.endsWith(mine);
      return operator === 'wildcard' ? its.includes(mine.slice(1, -1)) : its === mine;
    });
  });
}

/** The event as JSON: a field that is absent is not there. */
function written(event: KnownEvent): unknown {
  return Object.fromEntries(
    Object.entries(event)
      .filter(([, value]) => value !== ABSENT)
      .map(([field, value]) => [
        field,
        typeof value === 'object' && value !== null ? written(value as KnownEvent) : value,
      ])
  );
}

function hasObjectAtLeaf(pattern: Value, event: EventValue | undefined): boolean {
  if (Array.isArray(pattern)) return typeof event === 'object' && event !== null;
  return Object.entries(pattern as { [field: string]: Value }).some(([field, part]) =>
    field === '$or'
      ? (part as Value[]).some((one) => hasObjectAtLeaf(one, event))
      : hasObjectAtLeaf(part, typeof event === 'object' && event !== null ? (event as KnownEvent)[field] : undefined)
  );
}

test('of an event that is known as a whole, the answer is the documented one', () => {
  const pick = random(7);
  const wrong: object[] = [];
  const seen = { yes: 0, no: 0, perhaps: 0 };
  for (let at = 0; at < 5000; at++) {
    const [pattern, event] = [somePattern(pick), someEvent(pick)];
    // Operators are documented for leaf nodes only.
    if (hasObjectAtLeaf(pattern, event)) continue;
    const answer = matches(pattern, event);
    const documented = asDocumented(pattern, written(event)) ? 'yes' : 'no';
    if (answer !== documented) wrong.push({ pattern, event, answer });
    seen[answer]++;
  }
  expect(wrong).toEqual([]);
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(300);
});

test('what is certain of a part of an event or of a pattern holds for the whole', () => {
  const pick = random(11);
  const wrong: object[] = [];
  const certain = { yes: 0, no: 0 };
  for (let at = 0; at < 5000; at++) {
    const [pattern, event] = [somePattern(pick), someEvent(pick)];
    const part = matches(pick(2) === 0 ? lessOfPattern(pattern, pick) : pattern, lessOf(event, pick));
    if (part === 'perhaps') continue;
    if (matches(pattern, event) !== part) wrong.push({ pattern, event, part });
    certain[part]++;
  }
  expect(wrong).toEqual([]);
  expect(Math.min(certain.yes, certain.no)).toBeGreaterThan(100);
});
