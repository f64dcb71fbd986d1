import { RuleDefinition } from '../../lib/guardrails/company/definition';
import { met, violated } from '../../lib/rules';
import { ruleTests, testRules } from '../../lib/rules/jest';
import { companyDefinition } from '../support/company';

function problemsOf(changed: Partial<RuleDefinition> = {}): string[] {
  return ruleTests(companyDefinition(changed)).flatMap(({ title, problems }) =>
    problems().map((problem) => `${title}: ${problem}`)
  );
}

testRules([companyDefinition()]);

test('a rule whose examples hold in every shape has no problems', () => {
  expect(ruleTests(companyDefinition()).map(({ title }) => title)).toEqual([
    'passes: named',
    'refuses: named otherwise',
    'says of something that it is met',
  ]);
  expect(problemsOf()).toEqual([]);
});

test('a rule that never refuses, never passes or never judges fails its tests', () => {
  expect(problemsOf({ check: () => met() })).toEqual([
    'refuses: named otherwise: violated is nothing, and should be aws_s3_bucket.a',
  ]);
  expect(problemsOf({ check: () => violated('x') })).toContain('passes: named: aws_s3_bucket.a is violated');
  expect(problemsOf({ check: () => undefined })).toContain(
    'says of something that it is met: it judges nothing in any example that passes'
  );
});

test('an example that refuses names what', () => {
  const { examples } = companyDefinition();
  const [{ title, terraform }] = examples.fail;
  expect(problemsOf({ examples: { ...examples, fail: [{ title, terraform }] } })).toEqual([
    "refuses: named otherwise: the example has no 'addresses': name what must be violated",
  ]);
});

test('a rule that only sees one way to write it fails in the others', () => {
  const byAddress: RuleDefinition['check'] = (bucket) =>
    bucket.address === 'aws_s3_bucket.a' && bucket.get('bucket') === 'a' ? violated('it is a') : met();
  const found = problemsOf({ check: byAddress });
  expect(found).toContain('refuses: named otherwise: plan: aws_s3_bucket.a is met, and violated as it is written');
});

test('what throws fails by its message', () => {
  const [first] = ruleTests(
    companyDefinition({
      check: () => {
        throw new Error('boom');
      },
    })
  );
  expect(() => first.problems()).toThrow('failed: boom');
});

test('without a runner it says what to do', () => {
  const { describe: kept } = globalThis;
  try {
    Object.assign(globalThis, { describe: undefined });
    expect(() => testRules([companyDefinition()])).toThrow('needs the global describe and test of Jest');
  } finally {
    Object.assign(globalThis, { describe: kept });
  }
});
