import { examplesOf } from '../../../lib/cli/examples';
import { run } from '../../../lib/guardrails/engine';
import { Example, Examples, Rule, Shape } from '../../../lib/guardrails/rule';
import { RULES } from '../../../lib/guardrails/rules';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { jsonText } from '../../../lib/reports/escape';
import { SHAPES, Shaped, hasExpressions, writtenAddress } from '../../support/shapes';
import { KNOWN_SHAPES } from './known-shapes';

const OTHER_SHAPES = ['lists', 'count', 'plan'] as const;
const OUTCOMES = ['met', 'undetermined', 'violated'] as const;

type Outcome = (typeof OUTCOMES)[number];

/** What a rule says of Terraform, in the form in which it is read from disk: of instances of one resource, the worst. */
function outcomesOf(rule: Rule, { terraform, configuration }: Shaped, addressOf: (address: string) => string) {
  const beside = configuration && readStack('example', 'cdk.tf.json', configuration);
  const stack = readStack('example', 'example.tf.json', JSON.parse(JSON.stringify(terraform)), beside);
  const { crashes, outcomes } = run(new Model([stack]), [rule]);
  expect(crashes).toEqual([]);
  const found = new Map<string, Outcome>();
  for (const outcome of OUTCOMES) {
    for (const address of outcomes.flatMap((of) => of[outcome])) {
      found.set(addressOf(address.replace('example:', '')), outcome);
    }
  }
  return found;
}

function addresses(outcomes: ReadonlyMap<string, Outcome>, wanted: Outcome): string[] {
  return [...outcomes].filter(([, outcome]) => outcome === wanted).map(([address]) => address);
}

/** What a rule says of an example as it is written. */
function written(rule: Rule, { terraform }: Example): ReadonlyMap<string, Outcome> {
  return outcomesOf(rule, { terraform }, (address) => address);
}

/** Where a rule says something else of a shape of an example than of the example as it is written. */
function differences(rule: Rule, { terraform }: Example, shape: Shape): string[] {
  const was = outcomesOf(rule, { terraform }, writtenAddress);
  const is = outcomesOf(rule, SHAPES[shape](terraform), writtenAddress);
  // What only the configuration can evaluate is open in a plan, which never makes it right or wrong.
  const mayBeOpen = shape === 'plan' && hasExpressions(terraform);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((address) => {
    const [one, other] = [was.get(address), is.get(address)];
    if (one === other || (mayBeOpen && other === 'undetermined')) return [];
    return [`${shape}: ${address} is ${other ?? 'not judged'}, and ${one ?? 'not judged'} as it is written`];
  });
}

/** The shapes in which an example must say the same. A plan has no other. */
function shapesOf(rule: Rule, examples: Examples, example: Example): Shape[] {
  if ('format_version' in example.terraform) return [];
  return OTHER_SHAPES.filter((shape) => {
    const isKnown = KNOWN_SHAPES.some(
      (known) => known.rule === rule.id && known.example === example.title && known.shape === shape
    );
    return !isKnown && examples.except?.[shape] === undefined && example.except?.[shape] === undefined;
  });
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const examples = examplesOf(rule);

  /** A test for each example: of what the rule says of it as written, and that it says the same of its other shapes. */
  const tryEach = (
    title: string,
    some: readonly Example[] | undefined,
    judge: (outcomes: ReadonlyMap<string, Outcome>, example: Example) => void
  ): void => {
    for (const example of some ?? []) {
      test(`${title}: ${example.title}`, () => {
        judge(written(rule, example), example);
        const found = shapesOf(rule, examples, example).flatMap((shape) => differences(rule, example, shape));
        expect(found).toEqual([]);
      });
    }
  };

  tryEach('passes', examples.pass, (outcomes) => {
    expect(addresses(outcomes, 'violated')).toEqual([]);
    expect(addresses(outcomes, 'undetermined')).toEqual([]);
  });

  tryEach('refuses', examples.fail, (outcomes, example) => {
    expect(example.addresses).not.toHaveLength(0);
    expect(addresses(outcomes, 'violated').sort()).toEqual(example.addresses);
  });

  tryEach('leaves open', examples.undetermined, (outcomes, example) => {
    expect(example.addresses).not.toHaveLength(0);
    expect(addresses(outcomes, 'violated')).toEqual([]);
    expect(addresses(outcomes, 'undetermined').sort()).toEqual(example.addresses);
  });
});

const ALL = RULES.flatMap((rule) => {
  const examples = examplesOf(rule);
  const all = [...examples.pass, ...examples.fail, ...(examples.undetermined ?? [])];
  return all.map((example) => ({ rule, example, except: examples.except }));
});

test.each(KNOWN_SHAPES)('$rule still answers wrongly, as a $shape: $example', ({ rule, example, shape }) => {
  const found = ALL.find((it) => it.rule.id === rule && it.example.title === example);
  expect(found && differences(found.rule, found.example, shape)).not.toEqual([]);
});

test('an exception is one: the shape says something else there', () => {
  const differs = (example: (typeof ALL)[number], shape: string): boolean =>
    differences(example.rule, example.example, shape as Shape).length > 0;
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
/** A VPN connection repeats its settings for each of two tunnels; Airflow has five logs, each with a switch; pseudonyms are kept apart by a key, a store, and the policies of two roles. */
const LONGER = ['EC2-014', 'KMS-004', 'MWAA-002'];

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
