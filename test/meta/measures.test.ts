import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { RULES } from '../../lib/guardrails/rules';
import { MEASURES, measure } from '../../lib/toms/measures/catalogue';

const LIB = join(__dirname, '../../lib');

/** The ids of all claims, in the order of the catalogue. */
const ORDER = MEASURES.flatMap(({ claims }) => claims.map(({ id }) => id));

/** One value: `measure: '8.4'`, `measure = '2.2'`, `measure: security ? '8.4' : '2.2'`, `const MEASURE = '1.3.1'`. */
const ONE = /\bmeasure\s*[:=]\s*([^,;{}\n]+)/gi;
/** A list: `measures: ['1.1.1']`, `const MEASURES = ['1.1.1', '2.2']`, with a type or without. */
const LIST = /\bmeasures(?:\s*:\s*(?:readonly\s+)?string\[\])?\s*[:=]\s*\[([^\]]*)\]/gi;

/** The ids of measures that a source text names. */
function idsIn(source: string): string[] {
  const values = [ONE, LIST].flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1]));
  return values.flatMap((value) => [...value.matchAll(/'([^']*)'/g)].map((match) => match[1]));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function unknown(ids: readonly string[]): string[] {
  return ids.filter((id) => measure(id) === undefined);
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the rule %s', (_id, { claims }) => {
  test('names claims, each once and in their order', () => {
    expect(claims).not.toHaveLength(0);
    expect(claims).toEqual(ORDER.filter((id) => claims.some((named) => named === id)));
  });
});

test.each([
  ["refuse(this, { prop: 'days', measure: '8.4', fix: 'write 365' });", ['8.4']],
  ["{ measure: security ? '8.4' : '2.2' }", ['8.4', '2.2']],
  ["function require(days: number, measure = '2.2'): void {", ['2.2']],
  ["const MEASURE = '1.3.1';\nconst MEASURES = [MEASURE];", ['1.3.1']],
  ["const MEASURES = [\n  '1.1.1',\n  '1.2.1',\n];", ['1.1.1', '1.2.1']],
  ["const MEASURES: readonly string[] = ['3.1.2'];", ['3.1.2']],
  ["measures: ['10.3'],", ['10.3']],
])('the scan reads %j', (source, ids) => {
  expect(idsIn(source)).toEqual(ids);
});

test('the library names measures that exist', () => {
  const found = sources(LIB).map((path) => ({ file: relative(LIB, path), ids: idsIn(readFileSync(path, 'utf8')) }));
  expect(found.flatMap(({ ids }) => ids)).not.toHaveLength(0);
  const wrong = found.map(({ file, ids }) => ({ file, ids: unknown(ids) })).filter(({ ids }) => ids.length > 0);
  expect(wrong).toEqual([]);
});
