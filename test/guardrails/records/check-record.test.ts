import { checkRecord } from '../../../lib/guardrails/records/check-record';
import { JsonObject } from '../../../lib/terraform/value';
import { TODAY } from '../../cli/toms';
import { RECORD } from '../../support/kept';

/** A record with other fields, as JSON holds it: what is undefined is not there. */
function written(changed: object): JsonObject {
  return JSON.parse(JSON.stringify({ ...RECORD, ...changed })) as JsonObject;
}

/** What is wrong with a record: field, rule, value and the way out. */
function problems(changed: object): string[] {
  const checked = checkRecord(written(changed), TODAY);
  if ('kept' in checked) return [];
  return checked.problems.map(
    ({ prop, must, value, fix }) =>
      `${prop} ${must}${value === undefined ? '' : `, got ${JSON.stringify(value)}`}; ${fix}`
  );
}

const document = (changed: object): object => ({ document: { ...RECORD.document, ...changed } });

test('a record in force is kept as it is', () => {
  const sha256 = 'a'.repeat(64);
  const whole = { ...RECORD, document: { ...RECORD.document, sha256 }, count: { met: 118, of: 118 } };
  expect(checkRecord(written(whole), TODAY)).toEqual({ kept: whole });
  expect(checkRecord(written(RECORD), TODAY)).toEqual({ kept: RECORD });
});

test.each([['8.1.a'], ['10.1.a'], ['11.4.b']])('%s is a claim that a record may show', (id) => {
  expect(problems({ claims: [id] })).toEqual([]);
});

test.each<[string, object, string]>([
  ['no claims', { claims: undefined }, "claims must be the ids of claims, each once; write claims: ['10.1.a']"],
  ['an empty list', { claims: [] }, 'claims must be the ids of claims, each once, got []'],
  ['a claim twice', { claims: ['10.1.a', '10.1.a'] }, 'claims must be the ids of claims, each once'],
  [
    'an unknown claim',
    { claims: ['10.1.z'] },
    'claims must hold ids of claims, got "10.1.z"; write 10.1.a, or another id of docs/measures.md',
  ],
  [
    'no id at all',
    { claims: ['everything is fine'] },
    'claims must hold ids of claims, got "everything is fine"; write another',
  ],
  [
    'a claim that rules decide',
    { claims: ['1.2.1.b'] },
    'claims must not hold a claim that rules decide, got "1.2.1.b"; remove it: configure what the rules ask for',
  ],
  [
    'a claim of reports',
    { claims: ['7.1.b'] },
    'claims must not hold a claim that audit reports of AWS show, got "7.1.b"; remove it, and cite a report of kind c5-type2',
  ],
  ['no sentence', { says: ' ' }, 'says must say in one sentence'],
  ['no document', { document: undefined }, 'document must be the document that shows it'],
  ['no title', document({ title: undefined }), 'document.title must name the document'],
  ['no link', document({ link: '' }), 'document.link must say where the document lies, got ""'],
  [
    'no date',
    document({ date: undefined }),
    'document.date must be a date as YYYY-MM-DD; write the day of the document',
  ],
  [
    'a date that is none',
    document({ date: '2026-02-30' }),
    'document.date must be a date as YYYY-MM-DD, got "2026-02-30"',
  ],
  [
    'a date in the future',
    { ...document({ date: '2026-06-02' }) },
    'document.date must not be in the future, got "2026-06-02"; write the day of the document, 2026-06-01 at the latest',
  ],
  ['a hash that is none', document({ sha256: 'abc' }), 'document.sha256 must be a SHA-256'],
  [
    'an unknown field',
    { expires: 'x' },
    'expires must not be there, only claims, says, document, owner, reviewBy, count',
  ],
  ['an unknown field of the document', document({ url: 'x' }), 'document.url must not be there'],
  ['no owner', { owner: undefined }, "owner must name who answers for it; write owner: 'Jo Example, CISO'"],
  ['an owner that nobody sees', { owner: '\u200b' }, 'owner must name who answers for it'],
  [
    'no end',
    { reviewBy: undefined },
    "reviewBy must be a date as YYYY-MM-DD; write the last day on which it counts, such as '2027-06-01'",
  ],
  [
    'an end that is too far',
    { reviewBy: '2027-03-03' },
    `reviewBy must be at most 365 days after 'document.date', which is what 10.1.a allows, got "2027-03-03"; write reviewBy: '2027-03-02'`,
  ],
  [
    'an end that is too far for one of its claims',
    { claims: ['10.1.a', '6.4.g'] },
    "reviewBy must be at most 92 days after 'document.date', which is what 6.4.g allows",
  ],
  [
    'an end that is past',
    { reviewBy: '2026-05-31' },
    'reviewBy must not be past, got "2026-05-31"; have Jo Example, CISO review it',
  ],
  ['a count that is none', { count: 'all' }, 'count must say of how many of how many it holds, got "all"'],
  ['a count of parts', { count: { met: 1.5, of: 2 } }, 'count.met must be a whole number, 0 or more, got 1.5'],
  ['a count below 0', { count: { met: -1, of: 2 } }, 'count.met must be a whole number, 0 or more, got -1'],
  ['a count of nothing', { count: { met: 0, of: 0 } }, 'count.of must be 1 or more, got 0'],
  ['a count of more than all', { count: { met: 3, of: 2 } }, "count.met must be at most 'of', which is 2, got 3"],
])('%s is refused, with the way out', (_title, changed, message) => {
  expect(problems(changed)).toEqual([expect.stringContaining(message)]);
});

test('all that is wrong is said', () => {
  const found = problems({ claims: ['10.1.z', '1.2.1.b'], owner: '', reviewBy: '2026-01-01', count: {} });
  expect(found.map((text) => text.split(' ')[0])).toEqual([
    'claims',
    'claims',
    'owner',
    'count.met',
    'count.of',
    'reviewBy',
  ]);
});

test('a record counts on its last day, and not on the day after', () => {
  const on = (day: string): object => checkRecord(written({}), new Date(`${day}T23:59:59Z`));
  expect(on('2027-03-01')).toEqual({ kept: RECORD });
  expect(on('2027-03-02')).toMatchObject({ lapsed: RECORD, problems: [{ prop: 'reviewBy' }] });
});

test('what is past and wrong otherwise has not lapsed: it never counted', () => {
  expect(checkRecord(written({ owner: '', reviewBy: '2026-05-31' }), TODAY)).toMatchObject({ lapsed: undefined });
});
