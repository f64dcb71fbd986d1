import { run } from '../../lib/guardrails/engine';
import { Model } from '../../lib/terraform/model';
import { Json } from '../../lib/terraform/value';
import { readStack } from '../../lib/terraform/read-stack';
import { NEVER_MET } from '../support/rules';

jest.mock('../../lib/guardrails/retired', () => ({
  RETIRED: new Map<string, string[]>([
    ['TEST-000', ['TEST-001', 'TEST-002']],
    ['TEST-009', []],
  ]),
}));

const TODAY = new Date('2026-06-01T00:00:00Z');

/** The report on a resource, and on a waiver of a rule that was written into its stack by hand. */
function reportOn(rule: string, written: object = {}, posture: object = {}): ReturnType<typeof run> {
  const waivers = [{ path: 'app', rule, reason: 'r', approver: 'a', expires: '2026-12-31', ...written }] as Json;
  const json = {
    '//': { toms: { version: 1, posture: { path: 'app', ...posture }, waivers } },
    resource: { null_resource: { it: { '//': { metadata: { path: 'app/It' } } } } },
  };
  return run(new Model([readStack('app', 'app.tf.json', json)]), [NEVER_MET], TODAY);
}

test.each(['TEST-001', 'never-met'])('a waiver of %s covers the rule, which the report names by its id', (rule) => {
  const { findings, waivers } = reportOn(rule);
  expect(findings.map(({ rule: id, outcome }) => [id, outcome])).toEqual([['TEST-001', 'waived']]);
  expect(findings[0].waiver?.rule).toBe('TEST-001');
  expect(waivers.map(({ rule: id }) => id)).toEqual(['TEST-001']);
});

test.each([
  ['NONE-001', `must be the id or the name of a rule, got "NONE-001"`, "list them with 'npx toms rules'"],
  ['TEST-000', `must not be a retired rule, got "TEST-000"`, 'waive TEST-001 or TEST-002, which replace it'],
  ['TEST-009', `must not be a retired rule, got "TEST-009"`, 'remove the waiver'],
])('a waiver of %s is unusable', (rule, message, fix) => {
  const { findings, waivers } = reportOn(rule);
  const unusable = findings.find(({ rule: id }) => id === 'WAIVER-001');
  expect(unusable).toMatchObject({ message: `the waiver's 'rule' ${message}`, fix, constructPath: 'app' });
  expect(findings.filter(({ outcome }) => outcome === 'waived')).toEqual([]);
  expect(waivers).toEqual([]);
});

describe('a waiver that was written by hand is unusable', () => {
  const INVISIBLE = [
    '',
    ' ',
    '\u200b\u2060',
    '\u00a0\u3000',
    '\u2028\n',
    '\u3164\u115f\u1160',
    '\u2800',
    '\u034f',
    '\uffa0',
  ];

  test.each<[string, object, string]>([
    ['with an empty path', { path: '' }, `the waiver's 'path' must name a construct, got ""`],
    ['without a path', { path: undefined }, `the waiver's 'path' must name a construct, got ""`],
    ['beyond the longest term', { expires: '2027-06-03' }, `'expires' must be at most 366 days from today`],
    ...INVISIBLE.flatMap((text): [string, object, string][] => [
      [`with the reason ${JSON.stringify(text)}`, { reason: text }, `'reason' must say why the risk is acceptable`],
      [`with the approver ${JSON.stringify(text)}`, { approver: text }, `'approver' must name who accepts the risk`],
    ]),
  ])('%s', (_title, written, message) => {
    const { findings, waivers } = reportOn('TEST-001', written);
    expect(findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['TEST-001', 'violated'],
      ['WAIVER-001', 'violated'],
    ]);
    expect(findings[1].message).toContain(message);
    expect(waivers).toEqual([]);
  });

  test('but any script that people read is a reason', () => {
    for (const reason of ['ok', '仕様', 'נדחה', '№1', '👍', 'e\u0301']) {
      expect(reportOn('TEST-001', { reason }).waivers).toHaveLength(1);
    }
  });

  test('and its longest term is that of the posture', () => {
    const posture = { maxWaiverDays: 30 };
    expect(reportOn('TEST-001', { expires: '2026-07-01' }, posture).waivers).toHaveLength(1);
    const [finding, tooLong] = reportOn('TEST-001', { expires: '2026-07-02' }, posture).findings;
    expect(tooLong.message).toContain('must be at most 30 days from today, got "2026-07-02"');
    expect(finding.waive).toContain("expires: '2026-07-01'");
    for (const none of [0, -1, 1.5, '30', null]) {
      expect(reportOn('TEST-001', { expires: '2027-06-02' }, { maxWaiverDays: none }).waivers).toHaveLength(1);
    }
  });

  test('and waivers that are no list are unreadable', () => {
    const json = { '//': { toms: { version: 1, waivers: { path: 'app' } } }, output: {} };
    expect(() => run(new Model([readStack('app', 'app.tf.json', json)]), [NEVER_MET], TODAY)).toThrow(
      'app.tf.json: has "//".toms.waivers that are no array'
    );
  });
});
