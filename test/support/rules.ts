import { ResourceRule, violated } from '../../lib/guardrails/rule';

/** A rule about null resources, for tests of what becomes of its verdicts. */
export function testRule(check: ResourceRule['check'], name = 'test-rule'): ResourceRule {
  return {
    id: 'TEST-001',
    name,
    title: 'A rule of a test',
    severity: 'high',
    claims: [],
    rationale: '',
    fix: '',
    sources: [],
    types: ['null_resource'],
    check,
  };
}

export const NEVER_MET = testRule(() => violated('it never is'), 'never-met');
