import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { examplesOf } from '../../lib/cli/examples';
import { RULES } from '../../lib/guardrails/rules';
import { RULE_SUMMARIES } from '../../lib/guardrails/rule-text';
import { renderPages } from '../../scripts/docs/pages';
import { renderRules } from '../../scripts/docs/rules';

const ROOT = join(__dirname, '../..');

/** Rules without a configuration that they refuse: one sees the construct tree alone, the other only leaves open. */
const REFUSE_NO_CONFIGURATION = ['AWS-014', 'AWS-025', 'TF-003', 'TF-004'];

const PAGES = renderPages();

test.each([...PAGES])('%s is what `npm run docs` writes', (file, text) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(text);
});

test('docs/rules holds these pages and no other', () => {
  const pages = [...PAGES.keys()].filter((page) => page.startsWith('docs/rules/'));
  expect(readdirSync(join(ROOT, 'docs/rules')).map((file) => `docs/rules/${file}`)).toEqual(pages.sort());
});

test('docs/rules has a section on every rule that a report may name', () => {
  const headings = [...renderRules().values()].flatMap((text) => text.split('\n').filter((line) => /^## /.test(line)));
  expect(headings.sort()).toEqual(RULE_SUMMARIES.map(({ id, name }) => `## ${id} ${name}`).sort());
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
  test('says why it is there, how to fix what it finds, and on whose word', () => {
    for (const text of [rule.title, rule.rationale, rule.fix, ...rule.sources]) {
      expect(text).not.toBe('');
      expect(text).toBe(text.trim());
      expect(text.split('`').length % 2).toBe(1);
    }
    expect(rule.sources).not.toHaveLength(0);
  });

  test('shows what passes and what it refuses', () => {
    const examples = examplesOf(rule);
    // A family generates the examples of its rules, and a row may leave one thing to get right.
    const min = rule.family === undefined ? 2 : 1;
    expect(examples.pass.length).toBeGreaterThanOrEqual(min);
    if (!REFUSE_NO_CONFIGURATION.includes(id)) expect(examples.fail.length).toBeGreaterThanOrEqual(min);
  });
});
