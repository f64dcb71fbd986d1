import { problemOf } from '../../../lib/guardrails/company/definition';
import { RULE_SUMMARIES } from '../../../lib/guardrails/rule-text';
import { companyOf } from '../../../lib/guardrails/company/company-id';
import { defineRule } from '../../../lib/rules';
import { companyDefinition } from '../../support/company';

test('a rule that has all its parts is one, and nobody changes it afterwards', () => {
  const rule = defineRule(companyDefinition());
  expect(rule).toEqual({ ...companyDefinition(), check: rule.check });
  expect(Object.isFrozen(rule)).toBe(true);
});

test('no id of this package has a company, so that none of theirs is ever taken', () => {
  expect(RULE_SUMMARIES.filter(({ id }) => companyOf(id) !== undefined)).toEqual([]);
  expect(companyOf('ACME2-ROUTE53-001')).toBe('ACME2');
});

test.each<[string, object, string]>([
  ['no company', { id: 'S3-001' }, 'has an id without a company: write company, topic and number'],
  ['a long number', { id: 'ACME-S3-0001' }, 'has an id without a company'],
  ['lower case', { id: 'acme-s3-001' }, 'has an id without a company'],
  ['a name without the company', { name: 'buckets-named' }, 'has the name "buckets-named": write words with hyphens'],
  ['a name of another company', { name: 'other-buckets-named' }, "such as 'acme-buckets-named'"],
  ['a name with blanks', { name: 'acme-buckets named' }, 'has the name "acme-buckets named"'],
  ['no title', { title: ' ' }, "has no 'title': write it as text"],
  ['no fix', { fix: undefined }, "has no 'fix': write it as text"],
  ['a severity of its own', { severity: 'critical' }, "has no 'severity': write high, medium or low"],
  ['no types', { types: [] }, "has no 'types': write the resource types, or ['*']"],
  ['claims that are no list', { claims: '1.3.1.b' }, "has 'claims' or 'sources' that are no list of texts"],
  ['waivable', { waivable: true }, "has a 'waivable' that is not false: leave it out"],
  ['no check', { check: undefined }, "has no 'check': write a function of a resource"],
  ['no examples', { examples: undefined }, "has no 'examples.pass': write at least one { title, terraform }"],
  ['no failing example', { examples: { pass: [{ title: 'a', terraform: {} }], fail: [] } }, "has no 'examples.fail'"],
  ['an example without Terraform', { examples: { pass: [{ title: 'a' }], fail: [] } }, "has no 'examples.pass'"],
  ['what no rule has', { measure: '8.4' }, "has 'measure', which no rule has: it has id, name, title"],
])('a rule with %s is refused', (_what, changed, message) => {
  const definition = { ...companyDefinition(), ...changed };
  expect(problemOf(definition)).toContain(message);
  expect(() => defineRule(definition)).toThrow(`the rule ${JSON.stringify(definition.id)} has `);
});

test.each([undefined, null, 'a rule', 1])('%j is no rule', (value) => {
  expect(problemOf(value)).toBe('is no object: write defineRule({ … })');
  expect(() => defineRule(value as never)).toThrow(TypeError);
});
