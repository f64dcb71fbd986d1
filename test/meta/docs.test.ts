import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesOf } from '../../lib/cli/examples';
import { RULES } from '../../lib/guardrails/rules';
import { RULE_SUMMARIES } from '../../lib/reports/rule-text';
import { renderMeasures } from '../../scripts/docs/measures';
import { renderRules } from '../../scripts/docs/rules';

const ROOT = join(__dirname, '../..');

/** Rules without a configuration that they refuse: one sees the construct tree alone, the other only leaves open. */
const REFUSE_NO_CONFIGURATION = ['TF-003', 'TF-004'];

test.each([
  ['docs/rules.md', renderRules],
  ['docs/measures.md', renderMeasures],
])('%s is what `npm run docs` writes', (file, render) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(render());
});

test('docs/rules.md has a section on every rule that a report may name', () => {
  const headings = renderRules()
    .split('\n')
    .filter((line) => line.startsWith('### '));
  expect(headings).toEqual(RULE_SUMMARIES.map(({ id }) => `### ${id}`));
});

test('the titles of rules are unique', () => {
  const titles = RULE_SUMMARIES.map(({ title }) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test('the rules that refuse no configuration are those that cannot', () => {
  expect(RULES.filter((rule) => examplesOf(rule).fail.length === 0).map(({ id }) => id)).toEqual(
    REFUSE_NO_CONFIGURATION
  );
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  test('says why it is there, how to mend what it finds, and on whose word', () => {
    for (const text of [rule.title, rule.rationale, rule.fix, ...rule.sources]) {
      expect(text).not.toBe('');
      expect(text).toBe(text.trim());
      expect(text.split('`').length % 2).toBe(1);
    }
    expect(rule.sources).not.toHaveLength(0);
  });

  test('shows what passes and what it refuses', () => {
    const examples = examplesOf(rule);
    expect(examples.pass.length).toBeGreaterThanOrEqual(2);
    if (!REFUSE_NO_CONFIGURATION.includes(id)) expect(examples.fail.length).toBeGreaterThanOrEqual(2);
  });
});
