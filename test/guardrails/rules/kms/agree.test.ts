import { examplesOf } from '../../../../lib/cli/examples';
import { RULES } from '../../../../lib/guardrails/rules';
import { addressesOf, written } from '../../../../lib/rules/try-rule';

/** The rules that read policies of keys. */
const READERS = RULES.filter((rule) => 'types' in rule && rule.types.includes('aws_kms_key_policy'));

test('several rules read policies of keys', () => {
  expect(READERS.map(({ id }) => id)).toEqual(expect.arrayContaining(['KMS-002', 'KMS-008', 'KMS-009']));
});

test.each(READERS.map((rule) => [rule.id, rule] as const))('what %s has as passing, no other refuses', (_id, rule) => {
  const refused = examplesOf(rule).pass.flatMap((example) =>
    READERS.filter((other) => addressesOf(written(other, example), 'violated').length > 0).map(
      (other) => `${other.id}: ${example.title}`
    )
  );
  expect(refused).toEqual([]);
});
