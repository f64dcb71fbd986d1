import { ageOf } from '../../lib/guardrails/dated-list';
import { run } from '../../lib/guardrails/engine';
import { RULES } from '../../lib/guardrails/rules';
import { managedPoliciesAsOf } from '../../lib/aws/iam/managed-policies';
import { daysAfter } from '../../lib/guardrails/days';
import { resources } from '../support/models';
import { LIBRARY } from '../../lib/toms/engine';

test('a list counts for current for 180 days', () => {
  const list = { of: 'engines', asOf: '2026-01-01' };
  expect(ageOf(list, new Date('2026-06-30T23:00:00Z'))).toBeUndefined();
  expect(ageOf(list, new Date('2026-07-01T00:00:00Z'))).toBe(
    'the list of engines is of 2026-01-01, more than 180 days ago: what AWS changed since is not in it'
  );
});

test('findings and reports say that a list is old, once', () => {
  const model = resources({
    aws_iam_role_policy_attachment: {
      audit: { role: 'audit', policy_arn: 'arn:aws:iam::aws:policy/SecurityAudit' },
      power: { role: 'audit', policy_arn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
    },
  });
  const rules = RULES.filter(({ id }) => id === 'IAM-002');
  const age = `the list of AWS managed policies is of ${managedPoliciesAsOf()}, more than 180 days ago: what AWS changed since is not in it`;
  const at = (days: number) => run(model, rules, new Date(`${daysAfter(managedPoliciesAsOf(), days)}T12:00:00Z`));
  expect(at(180).warnings).toEqual([]);
  expect(at(181).warnings).toEqual([`${age}. Update ${LIBRARY}`]);
  expect(at(181).findings.map(({ message }) => message)).toEqual([expect.stringContaining(age)]);
});
