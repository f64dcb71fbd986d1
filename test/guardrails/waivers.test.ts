import { ResourceRule, violated } from '../../lib/guardrails/rule';
import { run } from '../../lib/guardrails/engine';
import { Model } from '../../lib/terraform/model';
import { readStack } from '../../lib/terraform/read-stack';

jest.mock('../../lib/guardrails/retired', () => ({
  RETIRED: new Map<string, string[]>([
    ['TEST-000', ['TEST-001', 'TEST-002']],
    ['TEST-009', []],
  ]),
}));

const TODAY = new Date('2026-06-01T00:00:00Z');

const RULE: ResourceRule = {
  id: 'TEST-001',
  name: 'never-met',
  title: 'Never met',
  severity: 'high',
  measures: [],
  rationale: '',
  fix: '',
  sources: [],
  types: ['null_resource'],
  check: () => violated('it never is'),
};

/** The report on a resource, and on a waiver of a rule that was written into its stack by hand. */
function reportOn(rule: string): ReturnType<typeof run> {
  const waivers = [{ path: 'app', rule, reason: 'r', approver: 'a', expires: '2026-12-31' }];
  const json = {
    '//': { toms: { version: 1, waivers } },
    resource: { null_resource: { it: { '//': { metadata: { path: 'app/It' } } } } },
  };
  return run(new Model([readStack('app', 'app.tf.json', json)]), [RULE], TODAY);
}

test.each(['TEST-001', 'never-met'])('a waiver of %s covers the rule, which the report names by its id', (rule) => {
  const { findings, waivers } = reportOn(rule);
  expect(findings.map(({ rule: id, outcome }) => [id, outcome])).toEqual([['TEST-001', 'waived']]);
  expect(findings[0].waiver?.rule).toBe('TEST-001');
  expect(waivers.map(({ rule: id }) => id)).toEqual(['TEST-001']);
});

test.each([
  ['NONE-001', `must be the id or the name of a rule, got "NONE-001"`, "list them with 'npx toms rules'"],
  ['TEST-000', `must not be a retired rule, got "TEST-000"`, 'waive TEST-001 or TEST-002, which replace it'],
  ['TEST-009', `must not be a retired rule, got "TEST-009"`, 'remove the waiver'],
])('a waiver of %s is unusable', (rule, message, fix) => {
  const { findings, waivers } = reportOn(rule);
  const unusable = findings.find(({ rule: id }) => id === 'WAIVER-001');
  expect(unusable).toMatchObject({ message: `the waiver's 'rule' ${message}`, fix, constructPath: 'app' });
  expect(findings.filter(({ outcome }) => outcome === 'waived')).toEqual([]);
  expect(waivers).toEqual([]);
});
