import { examplesOf } from '../../../lib/cli/examples';
import { Example, Rule, Shape } from '../../../lib/guardrails/rule';
import { RULES } from '../../../lib/guardrails/rules';
import { jsonText } from '../../../lib/reports/escape';
import { addressesOf, differences, shapesOf, written } from '../../../lib/rules/try-rule';
import { KNOWN_SHAPES } from './known-shapes';

/** Whether a rule is known to answer wrongly on a shape of an example. */
function isKnown(rule: Rule, example: Example, shape: Shape): boolean {
  return KNOWN_SHAPES.some(
    (known) => known.rule === rule.id && known.example === example.title && known.shape === shape
  );
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const examples = examplesOf(rule);

  /** A test for each example: of what the rule says of it as written, and that it says the same of its other shapes. */
  const tryEach = (
    title: string,
    some: readonly Example[] | undefined,
    judge: (outcomes: ReturnType<typeof written>, example: Example) => void
  ): void => {
    for (const example of some ?? []) {
      test(`${title}: ${example.title}`, () => {
        judge(written(rule, example), example);
        const shapes = shapesOf(examples, example).filter((shape) => !isKnown(rule, example, shape));
        expect(differences(rule, example, shapes)).toEqual([]);
      });
    }
  };

  tryEach('passes', examples.pass, (outcomes) => {
    expect(addressesOf(outcomes, 'violated')).toEqual([]);
    expect(addressesOf(outcomes, 'undetermined')).toEqual([]);
  });

  tryEach('refuses', examples.fail, (outcomes, example) => {
    expect(example.addresses).not.toHaveLength(0);
    expect(addressesOf(outcomes, 'violated').sort()).toEqual(example.addresses);
  });

  tryEach('leaves open', examples.undetermined, (outcomes, example) => {
    expect(example.addresses).not.toHaveLength(0);
    expect(addressesOf(outcomes, 'violated')).toEqual([]);
    expect(addressesOf(outcomes, 'undetermined').sort()).toEqual(example.addresses);
  });
});

const ALL = RULES.flatMap((rule) => {
  const examples = examplesOf(rule);
  const all = [...examples.pass, ...examples.fail, ...(examples.undetermined ?? [])];
  return all.map((example) => ({ rule, example, except: examples.except }));
});

test.each(KNOWN_SHAPES)('$rule still answers wrongly, as a $shape: $example', ({ rule, example, shape }) => {
  const found = ALL.find((it) => it.rule.id === rule && it.example.title === example);
  expect(found && differences(found.rule, found.example, [shape])).not.toEqual([]);
});

test('an exception is one: the shape says something else there', () => {
  const differs = (example: (typeof ALL)[number], shape: string): boolean =>
    differences(example.rule, example.example, [shape as Shape]).length > 0;
  const ofRules = ALL.flatMap(({ rule, except = {} }) => Object.keys(except).map((shape) => ({ rule, shape })));
  const needless = [
    ...ofRules
      .filter(({ rule, shape }) => !ALL.some((it) => it.rule === rule && differs(it, shape)))
      .map(({ rule, shape }) => `${rule.id} ${shape}`),
    ...ALL.flatMap((it) =>
      Object.keys(it.example.except ?? {})
        .filter((shape) => !differs(it, shape))
        .map((shape) => `${it.rule.id} ${shape}: ${it.example.title}`)
    ),
  ];
  expect(needless).toEqual([]);
});

/** The first pass and the first fail are printed in the docs. */
const MOST_LINES = 25;
/** Two environments take two providers; a copy of a backup takes two vaults, a plan and what it selects; a VPN connection repeats its settings for each of two tunnels; Airflow has five logs, each with a switch; pseudonyms are kept apart by a key, a store, and the policies of two roles. */
const LONGER = ['AWS-032', 'BACKUP-007', 'EC2-014', 'KMS-004', 'MWAA-002'];

test('the first example each way is short', () => {
  const long = RULES.filter((rule) => {
    const { pass, fail } = examplesOf(rule);
    const firsts = [pass[0], fail[0]].filter((example): example is Example => example !== undefined);
    return firsts.some(({ terraform }) => jsonText(terraform).trimEnd().split('\n').length > MOST_LINES);
  });
  expect(long.map(({ id }) => id)).toEqual(LONGER);
});

test('each example of a rule has a title of its own', () => {
  const titles = ALL.map(({ rule, example }) => `${rule.id} ${example.title}`);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});
