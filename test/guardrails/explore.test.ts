import { ABSENT, explore } from '../../lib/guardrails/explore';
import { MET, Verdict, certainlyViolated, ofStatements, undetermined, violated } from '../../lib/guardrails/rule';
import { Unknown, Value, describe, isUnknown } from '../../lib/terraform/value';
import { ChoiceKind, at, choose } from '../../lib/terraform/worlds';

const NOTHING_TRIED: (place: string) => readonly Value[] = () => [];

/** What only a plan can tell: `var.<name>`, at `aws_x.y`. */
function open(kind: ChoiceKind, name: string, options: readonly Value[] = []): Value {
  const unknown = new Unknown(`\${var.${name}}`, [`var.${name}`]);
  return at(
    () => 'aws_x.y',
    () => choose(kind, `${kind} ${name}`, unknown, options)
  );
}

/** A rule for which only what is encrypted is met. */
function judge(value: Value): Verdict {
  if (isUnknown(value)) return undetermined(`${value.text} decides`);
  return value === true ? MET : violated(`is ${describe(value)}`);
}

const verdictOf = (read: () => Verdict | undefined | typeof ABSENT, tried = NOTHING_TRIED) => explore(read, tried);

test('what is known is asked once', () => {
  const check = jest.fn(() => MET);
  expect(verdictOf(check)).toBe(MET);
  expect(check).toHaveBeenCalledTimes(1);
});

test.each<[Value[], string]>([
  [[true, true], 'met'],
  [[false, 'x'], 'violated'],
  [[true, false], 'undetermined'],
])('branches that are %j are %s', (options, outcome) => {
  expect(verdictOf(() => judge(open('branch', 'a', options)))?.outcome).toBe(outcome);
});

test('one bad branch is named, by what decides', () => {
  expect(verdictOf(() => judge(open('branch', 'a', [true, false])))).toEqual(
    undetermined('is false, or not: only a plan can tell what var.a is')
  );
});

test('the same choice turns out alike wherever it is read', () => {
  const check = (): Verdict => {
    const [one, other] = [open('branch', 'a', [true, false]), open('branch', 'a', [true, false])];
    return one === other ? MET : violated('contradicts itself');
  };
  expect(verdictOf(check)).toBe(MET);
});

test('of instances each stands for itself', () => {
  expect(verdictOf(() => judge(open('each', 'a', [true, false])))).toEqual(violated('is false'));
  expect(verdictOf(() => judge(open('each', 'a', [true, true])))).toEqual(MET);
});

test('a default that breaks a rule is undetermined, unless every other value does too', () => {
  expect(verdictOf(() => judge(open('default', 'a', [false])))).toEqual(
    undetermined('is false, by the default of var.a')
  );
  expect(verdictOf(() => violated(`is ${describe(open('default', 'a', [false]))}`))?.outcome).toBe('violated');
});

test('a default that meets a rule is undetermined where another value would break it', () => {
  const check = (): Verdict => {
    const value = open('default', 'a', [true]);
    return judge(isUnknown(value) ? open('value', 'a') : value);
  };
  expect(verdictOf(check)?.outcome).toBe('undetermined');
  expect(verdictOf(() => (open('default', 'a', [true]), MET))).toBe(MET);
});

test('an open value is tried with what the examples of rules have in its place', () => {
  const check = (): Verdict => (open('value', 'a') === 'cleartext' ? violated('is cleartext') : MET);
  expect(verdictOf(check)).toBe(MET);
  const places: string[] = [];
  const tried = (place: string): readonly Value[] => (places.push(place), ['cleartext']);
  expect(verdictOf(check, tried)).toEqual(undetermined('only a plan can tell what var.a is, and that decides'));
  expect(new Set(places)).toEqual(new Set(['aws_x.y']));
});

test('an open value that would keep a rule leaves a violation open, unless that is certain', () => {
  const check = (verdict: Verdict) => (): Verdict => (open('value', 'a') === '*' ? MET : verdict);
  expect(verdictOf(check(violated('v')))?.outcome).toBe('undetermined');
  expect(verdictOf(check(certainlyViolated('v')))?.outcome).toBe('violated');
});

test('two open values are tried together', () => {
  const check = (): Verdict => {
    const [one, other] = [open('value', 'a'), open('value', 'b')];
    return one === '*' && other === '*' ? violated('both') : MET;
  };
  expect(verdictOf(check)?.outcome).toBe('undetermined');
});

test('what is read only where an open value has some value is open as well', () => {
  const check = (read: () => Value) => (): Verdict =>
    open('value', 'a') === '*' && read() === 'x' ? violated('both') : MET;
  expect(verdictOf(check(() => open('value', 'b')))?.outcome).toBe('undetermined');
  expect(verdictOf(check(() => open('branch', 'b', ['y', 'x'])))?.outcome).toBe('undetermined');
  expect(verdictOf(check(() => open('branch', 'b', ['y', 'z'])))?.outcome).toBe('met');
});

test('a type that no attribute takes tells nothing', () => {
  const check = (): Verdict => {
    const value = open('value', 'a');
    if (!isUnknown(value)) throw new TypeError('no text');
    return MET;
  };
  expect(verdictOf(check)).toBe(MET);
});

test('what is ignored leaves open what somebody changed, but not what is written and breaks the rule', () => {
  const check = (written: boolean) => (): Verdict => {
    const value = open('ignored', 'a');
    return judge(isUnknown(value) ? written : value);
  };
  const verdict = verdictOf(check(true));
  expect(verdict).toEqual(undetermined('lifecycle.ignore_changes leaves y as somebody changed it, and that decides'));
  expect(verdictOf(check(false))?.outcome).toBe('violated');
});

test('what nobody makes has no verdict, and what is perhaps made has that of what it would be', () => {
  const check = (verdict: Verdict) => () => (open('branch', 'a', [true, false]) === false ? ABSENT : verdict);
  expect(verdictOf(() => ABSENT)).toBeUndefined();
  expect(verdictOf(check(violated('v')))).toEqual(violated('v'));
  expect(verdictOf(check(MET))).toBe(MET);
  expect(verdictOf(() => (open('branch', 'a', [true, false]), ABSENT))).toBeUndefined();
});

test('statements that break a rule in any case are all named', () => {
  const check = (): Verdict =>
    open('branch', 'a', [true, false]) === true
      ? ofStatements(violated('one'), ['One'])
      : ofStatements(violated('other'), ['Other', 'One']);
  expect(verdictOf(check)).toMatchObject({ outcome: 'violated', statements: ['One', 'Other'] });
  const partly = (): Verdict =>
    open('branch', 'a', [true, false]) === true ? ofStatements(violated('one'), ['One']) : violated('all of it');
  expect(verdictOf(partly)).not.toHaveProperty('statements', expect.anything());
});

test('too many choices are too much to tell, and cost little', () => {
  const check = jest.fn((): Verdict => {
    const all = Array.from({ length: 20 }, (_, index) => open('branch', `a${index}`, [true, false]));
    return all.every((one) => one === false) ? violated('all') : MET;
  });
  expect(verdictOf(check)?.outcome).toBe('undetermined');
  expect(check.mock.calls.length).toBeLessThan(1000);
});

test('undetermined stays, and no text of an expression is shown', () => {
  const check = (): Verdict => {
    const secret = new Unknown('${f("secret")}');
    return choose('branch', 'b', secret, [true, false]) === true ? MET : violated('v');
  };
  expect(verdictOf(check)).toMatchObject({ outcome: 'undetermined', message: expect.not.stringContaining('secret') });
  expect(verdictOf(() => judge(open('value', 'a')))).toEqual(undetermined('${var.a} decides'));
});

test.each(['met', 'violated'])('what names more than can be tried is not: a verdict that is %s', (outcome) => {
  const references = Array.from({ length: 1000 }, (_, index) => `var.a${index}`);
  const check = jest.fn(() => {
    choose('value', 'value all', new Unknown('${all}', references));
    return outcome === 'met' ? MET : violated('is open');
  });
  expect(verdictOf(check)?.outcome).toBe(outcome === 'met' ? 'undetermined' : 'violated');
  expect(check).toHaveBeenCalledTimes(2);
});

test('what is named again and again is tried once', () => {
  const references = Array<string>(1000).fill('var.a');
  const check = jest.fn(() => (choose('value', 'value all', new Unknown('${all}', references)), MET));
  expect(verdictOf(check)).toBe(MET);
  expect(check.mock.calls.length).toBeLessThan(20);
});

test('every reading counts, of one choice too', () => {
  const check = jest.fn(() => {
    for (let times = 0; times < 10_000; times++) open('value', 'a');
    return MET;
  });
  expect(verdictOf(check)?.outcome).toBe('undetermined');
  expect(check.mock.calls.length).toBeLessThan(10);
});
