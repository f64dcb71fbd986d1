import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_SUMMARIES } from '../../../lib/guardrails/rule-text';
import { statementId } from '../../../lib/reports/oscal/parts';
import { MEASURES } from '../../../lib/toms/measures/catalogue';
import { renderPackaged } from '../../../scripts/oscal/packaged';
import { CONSTRUCTS } from '../../support/constructs';
import { modelOf, refused, repeated, valuesOf } from '../../support/oscal';

const ROOT = join(__dirname, '../../..');
const LATER = renderPackaged('2999-01-01');
const FILES = [...LATER.keys()];
const json = (model: string): unknown => JSON.parse(readFileSync(join(ROOT, `oscal/${model}.json`), 'utf8'));

test.each(FILES)('%s is up to date, whatever the day: `npm run generate` writes it', (path) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(LATER.get(path));
});

test.each(FILES)('%s is valid by the schema of NIST, and no uuid is in it twice', (path) => {
  const text = LATER.get(path) ?? '';
  expect(refused(modelOf(path), text)).toEqual([]);
  expect(repeated(valuesOf('uuid', JSON.parse(text)))).toEqual([]);
});

test('the schema refuses what is no OSCAL', () => {
  const text = (LATER.get('oscal/catalog.json') ?? '').replace('"title"', '"titel"');
  expect(refused('catalog', text)).not.toEqual([]);
});

test('the catalog has a control for each measure, and a statement and an objective for each claim', () => {
  const ids = valuesOf('id', json('catalog'));
  const claims = MEASURES.flatMap((measure) => measure.claims.map(({ id }) => id));
  expect(repeated(ids)).toEqual([]);
  expect(ids.filter((id) => /^tom-[\d.]+$/.test(id))).toEqual(MEASURES.map(({ id }) => `tom-${id}`));
  expect(ids.filter((id) => /_smt\./.test(id))).toEqual(claims.map(statementId));
  expect(ids.filter((id) => /_obj\./.test(id))).toHaveLength(claims.length);
  const links = valuesOf('href', json('catalog')).filter((href) => href.startsWith('#'));
  expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
});

test('the component definition has every rule and every construct, and names only what the catalog has', () => {
  const definition = json('component-definition');
  const ids = new Set(valuesOf('id', json('catalog')));
  expect(valuesOf('statement-id', definition).filter((id) => !ids.has(id))).toEqual([]);
  expect(valuesOf('control-id', definition).filter((id) => !ids.has(id))).toEqual([]);
  expect(valuesOf('title', definition)).toEqual(expect.arrayContaining(Object.keys(CONSTRUCTS)));
  const text = JSON.stringify(definition);
  const rules = RULE_SUMMARIES.filter(({ id }) => !text.includes(`"Rule_Id","ns":"https://oscal-compass`) || !text.includes(`"value":"${id}"`));
  expect(rules).toEqual([]);
});
