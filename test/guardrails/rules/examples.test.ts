import { examplesOf } from '../../../lib/cli/examples';
import { run } from '../../../lib/guardrails/engine';
import { Example, Rule } from '../../../lib/guardrails/rule';
import { RULES } from '../../../lib/guardrails/rules';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';

/** What a rule says of an example, in the form in which it would be read from disk. */
function outcomes(rule: Rule, example: Example): { violated: string[]; undetermined: string[] } {
  const json: unknown = JSON.parse(JSON.stringify(example.terraform));
  const report = run(new Model([readStack('example', 'example.tf.json', json)]), [rule]);
  expect(report.crashes).toEqual([]);
  const of = (outcome: string): string[] =>
    report.findings.filter((finding) => finding.outcome === outcome).map((finding) => finding.address);
  return { violated: of('violated'), undetermined: of('undetermined') };
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const examples = examplesOf(rule);
  test.each(examples.pass.map((example) => [example.title, example] as const))('passes: %s', (_title, example) => {
    expect(outcomes(rule, example)).toEqual({ violated: [], undetermined: [] });
  });

  // An orphan is in no output, and an unread module is only open: their tests make the tree, or leave it open.
  const { fail } = examples;
  if (fail.length > 0) {
    test.each(fail.map((example) => [example.title, example] as const))('refuses: %s', (_title, example) => {
      expect(example.addresses).not.toHaveLength(0);
      expect(outcomes(rule, example).violated).toEqual(example.addresses);
    });
  }

  const open = examples.undetermined ?? [];
  if (open.length > 0) {
    test.each(open.map((example) => [example.title, example] as const))('leaves open: %s', (_title, example) => {
      expect(outcomes(rule, example)).toEqual({ violated: [], undetermined: example.addresses });
    });
  }
});
