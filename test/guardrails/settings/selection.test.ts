import * as fc from 'fast-check';
import { RULES } from '../../../lib/guardrails/rules';
import { skippedBy } from '../../../lib/guardrails/settings/selection';
import { measuresOf } from '../../../lib/toms/claims/catalogue';
import { MEASURES } from '../../../lib/toms/measures/catalogue';

jest.mock('../../../lib/guardrails/retired', () => ({
  RETIRED: new Map([
    ['OLD-001', ['KMS-001', 'KMS-003']],
    ['OLD-002', []],
  ]),
}));

const FROM = 'toms.config.json';
const MAY_BE_SKIPPED = RULES.filter(({ waivable }) => waivable !== false);
/** A measure that only people can show. */
const OF_PEOPLE = MEASURES.find(({ id }) => !RULES.some(({ claims }) => measuresOf(claims).includes(id)))!.id;
const ids = (selection: { only?: readonly string[]; skip?: readonly string[] }): string[] =>
  skippedBy({ ...selection, from: FROM }, RULES).map(({ rule }) => rule);

test('a rule is skipped by its id, by its name, by its measure, and by its severity', () => {
  expect(ids({ skip: ['KMS-001'] })).toEqual(['KMS-001']);
  expect(ids({ skip: ['key-rotates'] })).toEqual(['KMS-001']);
  const ofMeasure = MAY_BE_SKIPPED.filter(({ claims }) => measuresOf(claims).includes('8.4')).map(({ id }) => id);
  expect(ofMeasure).toContain('LOGS-001');
  expect(ids({ skip: ['8.4'] })).toEqual(ofMeasure);
  const low = MAY_BE_SKIPPED.filter(({ severity }) => severity === 'low').map(({ id }) => id);
  expect(low.length).toBeGreaterThan(3);
  expect(ids({ skip: ['low'] })).toEqual(low);
});

test('it says by what, and where that is written: the first word counts', () => {
  expect(skippedBy({ skip: ['8.4', 'LOGS-001'], from: FROM }, RULES)).toContainEqual({
    rule: 'LOGS-001',
    by: 'skip 8.4, toms.config.json',
  });
  expect(skippedBy({ only: ['LOGS-001', 'high'], from: FROM }, RULES)).toContainEqual({
    rule: 'S3-006',
    by: 'only LOGS-001, high, toms.config.json',
  });
});

test('of what is selected, what is skipped as well does not run', () => {
  const left = ids({ only: ['8.4'], skip: ['LOGS-001'] });
  expect(left).toContain('LOGS-001');
  expect(left).not.toContain('LOGS-002');
});

test('what nobody may waive runs, whatever is selected', () => {
  const always = RULES.filter(({ waivable }) => waivable === false).map(({ id }) => id);
  expect(always.length).toBeGreaterThan(0);
  const words = fc.subarray(['high', 'medium', '8.4', '1.3.1', '9.1', 'KMS-001']);
  fc.assert(
    fc.property(words, words, (only, skip) => {
      let left: string[];
      try {
        left = ids({ only: only.length > 0 ? only : undefined, skip });
      } catch {
        return;
      }
      expect(left.filter((id) => always.includes(id))).toEqual([]);
    })
  );
  const [id] = always;
  expect(() => ids({ skip: [id] })).toThrow(`nobody may waive ${id}, so nobody may skip it: leave it out`);
});

test.each([
  [['S3-0003'], '"S3-0003" is no rule, no measure and no severity: is it S3-003?'],
  [['hihg'], '"hihg" is no rule, no measure and no severity: is it high?'],
  [['nothing like it'], '"nothing like it" is no rule, no measure and no severity: list the rules with toms rules'],
  [[''], '"" is no rule'],
  [[OF_PEOPLE], `no rule speaks of measure ${OF_PEOPLE}: leave it out`],
  [['OLD-001'], 'OLD-001 is a retired rule: name KMS-001 and KMS-003 instead'],
  [['OLD-002'], 'OLD-002 is a retired rule: nothing replaces it, so leave it out'],
])('%j means nothing, and the way out is named', (words, message) => {
  expect(() => ids({ skip: words })).toThrow(message);
  expect(() => ids({ only: words })).toThrow(message);
});

test('where nothing would run, it says so', () => {
  expect(() => ids({ only: ['KMS-001'], skip: ['KMS-001'] })).toThrow('nothing is left to check');
  expect(() => ids({ only: [] })).toThrow('nothing is left to check');
});
