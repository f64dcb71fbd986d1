import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isResourceRule } from '../../../lib/guardrails/engine';
import { RETIRED } from '../../../lib/guardrails/retired';
import { RULES, RULES_BY_ID } from '../../../lib/guardrails/rules';
import { RULE_FILES } from '../../../lib/guardrails/rules/registry.generated';
import ids from './ids.json';

const FOLDER = join(__dirname, '../../../lib/guardrails/rules');

/** The rules that a waiver or a report somewhere may name already. Each release adds its own; nothing is ever taken out. */
const IDS: { readonly [id: string]: { readonly name: string; readonly types?: readonly string[] } } = ids;

/** The files of rules, as `s3/all-public-access-blocks.ts`. */
const FILES = readdirSync(FOLDER, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)))
  .filter((file) => file.includes('/'));

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

test('every file of a rule is registered: `npm run generate` does it', () => {
  const rules = FILES.filter((file) => !file.endsWith('.examples.ts')).map((file) => file.replace(/\.ts$/, ''));
  expect(Object.keys(RULE_FILES)).toEqual([...rules].sort());
});

test('every rule has its examples beside it, and no examples are orphaned', () => {
  const examples = FILES.filter((file) => file.endsWith('.examples.ts'));
  expect(examples.sort()).toEqual(
    Object.keys(RULE_FILES)
      .map((file) => `${file}.examples.ts`)
      .sort()
  );
});

test('ids and names are unique', () => {
  expect(repeated(RULES.map(({ id }) => id))).toEqual([]);
  expect(repeated(RULES.map(({ name }) => name))).toEqual([]);
});

test('a retired id is never used again, and what replaces it is there', () => {
  expect(RULES.filter(({ id }) => RETIRED.has(id))).toEqual([]);
  expect([...RETIRED.values()].flat().filter((id) => !RULES_BY_ID.has(id))).toEqual([]);
});

test.each(Object.entries(IDS))('%s stays what it is, or is retired', (id, { name, types = [] }) => {
  if (RETIRED.has(id)) return;
  const rule = RULES_BY_ID.get(id);
  expect(rule?.name).toBe(name);
  const judged = rule !== undefined && isResourceRule(rule) ? rule.types : [];
  expect(types.filter((type) => !judged.includes(type))).toEqual([]);
});

test.each(Object.entries(RULE_FILES))(
  '%s holds the rule of its name, in the folder of its id',
  (file, { id, name }) => {
    expect(id).toMatch(/^[A-Z0-9]+-\d{3}$/);
    expect(file).toBe(`${id.split('-')[0].toLowerCase()}/${name}`);
    expect(existsSync(join(FOLDER, `${file}.ts`)) && readFileSync(join(FOLDER, `${file}.ts`), 'utf8')).toContain(
      `id: '${id}'`
    );
  }
);
