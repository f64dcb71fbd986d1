import { RULE_SUMMARIES } from '../../../lib/guardrails/rule-text';
import { CLAIMS } from '../../../lib/toms/claims/catalogue';
import { Claim, isConfigured } from '../../../lib/toms/claims/claim';
import { PLANNED } from '../../../lib/toms/claims/planned';

const CONFIGURED = Object.values<readonly Claim[]>(CLAIMS).flat().filter(isConfigured);
const SHOWN = new Set<string>(RULE_SUMMARIES.flatMap(({ claims }) => claims));

test.each(CONFIGURED.map(({ id, by }) => [id, by]))('%s is shown by rules or by %s, or is planned', (id, by) => {
  expect(PLANNED.some((planned) => planned === id)).toBe(by === undefined && !SHOWN.has(id));
});

test('each is planned once', () => {
  expect(PLANNED).toEqual([...new Set(PLANNED)]);
});
