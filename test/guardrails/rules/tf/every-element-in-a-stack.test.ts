import { run } from '../../../../lib/guardrails/engine';
import { RULE as TF_003 } from '../../../../lib/guardrails/rules/tf/every-element-in-a-stack';
import { RULE as TF_001 } from '../../../../lib/guardrails/rules/tf/no-shared-address';
import { Model, TreeFacts } from '../../../../lib/terraform/model';
import { readStack } from '../../../../lib/terraform/read-stack';

const TREE: TreeFacts = {
  orphans: [{ constructPath: 'lost', type: 'aws_kms_key' }],
  overrides: [],
  merged: [{ stack: 'orders', address: 'aws_kms_key.main', constructPaths: ['orders/A', 'orders/B'] }],
  sourceOf: () => undefined,
};

function violated(rule: typeof TF_001, tree: TreeFacts): string[] {
  const stack = readStack('orders', 'cdk.tf.json', { resource: { aws_kms_key: { main: {} } } });
  const report = run(new Model([stack, readStack('other', 'other.tf.json', { resource: {} })], tree), [rule]);
  return report.findings.filter(({ outcome }) => outcome === 'violated').map(({ address }) => address);
}

test('an element outside every stack is reported once', () => {
  expect(violated(TF_003, TREE)).toEqual(['lost']);
  expect(violated(TF_003, { ...TREE, orphans: [] })).toEqual([]);
});

test('elements that cdktf merges are reported under their address', () => {
  expect(violated(TF_001, TREE)).toEqual(['aws_kms_key.main']);
});
