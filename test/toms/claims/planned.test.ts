import { RULE_SUMMARIES } from '../../../lib/guardrails/rule-text';
import { CLAIMS } from '../../../lib/toms/claims/catalogue';
import { Claim, isConfigured } from '../../../lib/toms/claims/claim';
import { PLANNED } from '../../../lib/toms/claims/planned';

const CONFIGURED = Object.values<readonly Claim[]>(CLAIMS).flat().filter(isConfigured);
const SHOWN = new Set<string>(RULE_SUMMARIES.flatMap(({ claims }) => claims));

test.each(CONFIGURED.map(({ id }) => [id]))('%s has a rule or is planned, and not both', (id) => {
  expect(PLANNED.some((planned) => planned === id)).toBe(!SHOWN.has(id));
});

test('each is planned once', () => {
  expect(PLANNED).toEqual([...new Set(PLANNED)]);
});
