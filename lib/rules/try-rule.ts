import { companyRule } from '../guardrails/company/company-rule';
import { RuleDefinition } from '../guardrails/company/definition';
import { run } from '../guardrails/engine';
import { Example, Examples, Rule, Shape } from '../guardrails/rule';
import { Model } from '../terraform/model';
import { readStack } from '../terraform/read-stack';
import { SHAPES, Shaped, hasExpressions, writtenAddress } from './shapes';

const OUTCOMES = ['met', 'undetermined', 'violated'] as const;
const OTHER_SHAPES = ['lists', 'count', 'plan'] as const;

type Outcome = (typeof OUTCOMES)[number];

/** What a rule says of each address. */
type Outcomes = ReadonlyMap<string, Outcome>;

/** What a rule says of Terraform, in the form in which it is read from disk: of instances of one resource, the worst. */
function outcomesOf(
  rule: Rule,
  { terraform, configuration }: Shaped,
  addressOf: (address: string) => string
): Outcomes {
  const beside = configuration && readStack('example', 'cdk.tf.json', configuration);
  const stack = readStack('example', 'example.tf.json', JSON.parse(JSON.stringify(terraform)), beside);
  const { crashes, outcomes } = run(new Model([stack]), [rule]);
  if (crashes.length > 0) throw new Error(crashes.join('\n'));
  const found = new Map<string, Outcome>();
  for (const outcome of OUTCOMES) {
    for (const address of outcomes.flatMap((of) => of[outcome])) {
      found.set(addressOf(address.replace('example:', '')), outcome);
    }
  }
  return found;
}

/** What a rule says of an example as it is written. */
export function written(rule: Rule, { terraform }: Example): Outcomes {
  return outcomesOf(rule, { terraform }, (address) => address);
}

/** The addresses of which a rule says something. */
export function addressesOf(outcomes: Outcomes, wanted: Outcome): string[] {
  return [...outcomes].filter(([, outcome]) => outcome === wanted).map(([address]) => address);
}

/** Where a rule says something else of shapes of an example than of the example as it is written. */
export function differences(rule: Rule, example: Example, shapes: readonly Shape[]): string[] {
  if (shapes.length === 0) return [];
  const was = outcomesOf(rule, example, writtenAddress);
  return shapes.flatMap((shape) => differencesFrom(was, rule, example, shape));
}

function differencesFrom(was: Outcomes, rule: Rule, { terraform }: Example, shape: Shape): string[] {
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
export function shapesOf(examples: Examples, example: Example): readonly Exclude<Shape, 'written'>[] {
  if ('format_version' in example.terraform) return [];
  return OTHER_SHAPES.filter(
    (shape) => examples.except?.[shape] === undefined && example.except?.[shape] === undefined
  );
}

/** One test of a rule: what it is called, and what is wrong where it fails. */
export interface RuleTest {
  readonly title: string;
  readonly problems: () => readonly string[];
}

/**
 * The tests of a company's rule, as its examples are: each is tried as it is written, with every block as a list, with `count` on every resource, and in a
 * plan of a module. Any test runner can run them: a test without problems passes.
 */
export function ruleTests(definition: RuleDefinition): readonly RuleTest[] {
  const { examples } = definition;
  const rule = companyRule(definition, 'its own tests');
  const test = (title: string, example: Example, judge: (outcomes: Outcomes) => string[]): RuleTest => ({
    title: `${title}: ${example.title}`,
    problems: () => [...judge(written(rule, example)), ...differences(rule, example, shapesOf(examples, example))],
  });
  return [
    ...examples.pass.map((example) => test('passes', example, passed)),
    ...examples.fail.map((example) => test('refuses', example, (all) => refused(all, example, 'violated'))),
    ...(examples.undetermined ?? []).map((example) =>
      test('leaves open', example, (all) => refused(all, example, 'undetermined'))
    ),
    { title: 'says of something that it is met', problems: () => neverMet(rule, examples) },
  ];
}

function passed(outcomes: Outcomes): string[] {
  return [...outcomes]
    .filter(([, outcome]) => outcome !== 'met')
    .map(([address, outcome]) => `${address} is ${outcome}`);
}

function refused(outcomes: Outcomes, { addresses = [] }: Example, wanted: 'violated' | 'undetermined'): string[] {
  if (addresses.length === 0) return [`the example has no 'addresses': name what must be ${wanted}`];
  const found = addressesOf(outcomes, wanted).sort();
  const problems = found.join() === [...addresses].sort().join() ? [] : [wrongly(found, addresses, wanted)];
  const violated = wanted === 'violated' ? [] : addressesOf(outcomes, 'violated');
  return [...problems, ...violated.map((address) => `${address} is violated, and may only be undetermined`)];
}

function wrongly(found: readonly string[], expected: readonly string[], wanted: string): string {
  return `${wanted} is ${found.join(', ') || 'nothing'}, and should be ${expected.join(', ')}`;
}

/** A rule that judges nothing passes every example. */
function neverMet(rule: Rule, { pass }: Examples): string[] {
  const isMet = pass.some((example) => addressesOf(written(rule, example), 'met').length > 0);
  return isMet ? [] : ['it judges nothing in any example that passes'];
}
