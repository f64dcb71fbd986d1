import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Evidence } from '../../lib/evidence/evidence';
import { RECORD, REPORT } from '../support/kept';
import { UNROTATED, temporary, toms } from './toms';

const { directory, write } = temporary();
const stack = write('app/main.tf.json', UNROTATED);
let runs = 0;

/** A directory that no run has written to. */
const fresh = (): string => join(directory, `out-${runs++}`, 'evidence');

test('writes the papers, whatever is open, and says so', () => {
  const out = fresh();
  const { status, err } = toms('evidence', stack, '--out', out);
  expect(status).toBe(0);
  const files = readdirSync(out);
  expect(files).toEqual(expect.arrayContaining(['evidence.html', 'evidence.json', 'evidence.md']));
  for (const file of files) expect(err).toMatch(new RegExp(`^toms: wrote .*${file}`, 'm'));
  const shown = JSON.parse(readFileSync(join(out, 'evidence.json'), 'utf8')) as { version: number };
  expect(shown.version).toBe(2);
});

test('the same input gives the same bytes', () => {
  const [one, other] = [fresh(), fresh()];
  for (const out of [one, other]) toms('evidence', stack, '--out', out, '--at', '2026-06-30');
  const files = readdirSync(one, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((it) =>
    it.isFile()
  );
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(file.replace(one, other), 'utf8'));
  }
});

test('--at reads waivers as of that day', () => {
  const waiver = { rule: 'KMS-001', address: 'aws_kms_key.main', reason: 'r', approver: 'a', expires: '2026-06-30' };
  const waivers = write('waivers.json', [waiver]);
  const waivedAt = (at: string): string[] => {
    const out = fresh();
    toms('evidence', stack, '--out', out, '--at', at, '--waivers', waivers);
    const { rules } = JSON.parse(readFileSync(join(out, 'evidence.json'), 'utf8')) as {
      rules: { rule: string; waived: string[] }[];
    };
    return rules.find(({ rule }) => rule === 'KMS-001')?.waived ?? [];
  };
  expect(waivedAt('2026-06-30')).toEqual(['main:aws_kms_key.main']);
  expect(waivedAt('2026-07-01')).toEqual([]);
});

test('--records shows what people keep, as of the day', () => {
  const records = write('kept/records.json', { version: 1, records: [RECORD], reports: [REPORT] });
  const shownAt = (at: string): [string, string] => {
    const out = fresh();
    toms('evidence', stack, '--out', out, '--at', at, '--records', records);
    const shown = JSON.parse(readFileSync(join(out, 'evidence.json'), 'utf8')) as Evidence;
    const claims = new Map(shown.measures.flatMap((measure) => measure.claims).map(({ id, state }) => [id, state]));
    return [claims.get('10.1.a')!, readFileSync(join(out, 'evidence.md'), 'utf8')];
  };
  const [state, text] = shownAt('2027-03-01');
  expect(state).toBe('declared');
  expect(text).toContain('[ISMS manual, version 7](https://dms.acme.example/isms/7), 2026-03-02');
  const [late, without] = shownAt('2027-03-02');
  expect(late).toBe('not shown');
  expect(without).toContain('"ISMS manual, version 7" ended on 2027-03-01');
  expect(without).toContain('RECORD-001');
});

test('a record or waiver that is refused is named with the way out, and the papers are written without it', () => {
  const waivers = write('expired.json', [
    { rule: 'KMS-001', address: 'aws_kms_key.main', reason: 'r', approver: 'a', expires: '2026-05-31' },
  ]);
  const document = { title: 'ISMS manual', link: 'https://dms.example/isms', date: '2026-03-02' };
  const record = { claims: ['1.2.1.a'], says: 'Encrypted.', document, owner: 'Jo', reviewBy: '2026-12-31' };
  const records = write('records.json', { version: 1, records: [record], reports: [] });
  const out = fresh();
  const { status, err } = toms('evidence', stack, '--out', out, '--waivers', waivers, '--records', records);
  expect(status).toBe(1);
  expect(err).toMatch(/^toms: main: .*'expires' must not be past, got "2026-05-31": /m);
  expect(err).toMatch(/^toms: main: record of 1\.2\.1\.a: .*must not hold a claim that rules decide.*: remove it/m);
  const shown = JSON.parse(readFileSync(join(out, 'evidence.json'), 'utf8')) as { records: unknown[] };
  expect(shown.records).toEqual([]);
});

test.each([
  [['evidence'], 'toms: say what to make evidence of: toms evidence cdktf.out --out evidence\n'],
  [['evidence', stack], 'toms: say where to write: --out <directory>\n'],
  [['evidence', stack, '--out', ''], 'toms: --out is empty: name a path\n'],
  [
    ['evidence', stack, '--out', 'x', '--at', '2026-02-30'],
    'toms: --at is a day such as 2026-06-30, not "2026-02-30"\n',
  ],
  [
    ['evidence', stack, '--out', 'x', '--at', '0999-01-01'],
    'toms: --at is a day such as 2026-06-30, not "0999-01-01"\n',
  ],
  [['evidence', stack, '--out', 'x', '--lang', 'fr'], 'toms: --lang is a list of en and de, not "fr"\n'],
])('refuses %j before it reads anything', (args, message) => {
  expect(toms(...args)).toEqual({ status: 2, out: '', err: `${message}toms: see toms evidence --help\n` });
});

describe('--approvals', () => {
  const APPROVAL = {
    change: '0123456789abcdef',
    approver: 'Jo Example, CISO',
    reason: 'the partner connects from here <b>',
    date: '2026-05-20',
    expires: '2026-12-31',
    ticket: 'RISK-17',
  };
  const fileOf = (...approvals: object[]): string => write('kept/approvals.json', { version: 1, approvals });

  interface Shown {
    readonly status: number;
    readonly err: string;
    readonly evidence: Evidence;
    readonly texts: readonly string[];
  }

  function shownWith(...approvals: object[]): Shown {
    const out = fresh();
    const { status, err } = toms('evidence', stack, '--out', out, '--approvals', fileOf(...approvals));
    const text = (file: string): string => readFileSync(join(out, file), 'utf8');
    return {
      status,
      err,
      evidence: JSON.parse(text('evidence.json')) as Evidence,
      texts: [text('evidence.md'), text('evidence.html')],
    };
  }

  const claimOf = ({ evidence }: Shown, id: string) =>
    evidence.measures.flatMap(({ claims }) => claims).find((claim) => claim.id === id);

  test('are records of reviewed changes, in all papers, and of nothing else', () => {
    const shown = shownWith(APPROVAL);
    expect(shown.status).toBe(0);
    expect(shown.evidence.records).toEqual([
      {
        claims: ['3.2.1.c'],
        says: 'The widening 0123456789abcdef was reviewed and approved until 2026-12-31: the partner connects from here <b>',
        document: {
          title: 'RISK-17',
          link: expect.stringMatching(/kept\/approvals\.json$/) as string,
          date: '2026-05-20',
        },
        owner: 'Jo Example, CISO',
        // 92 days later: the approval holds longer than it shows anything.
        reviewBy: '2026-08-20',
      },
    ]);
    expect(claimOf(shown, '3.2.1.c')).toMatchObject({ state: 'declared', record: { owner: 'Jo Example, CISO' } });
    for (const id of ['3.2.1.a', '3.2.1.b', '3.2.1.d']) expect(claimOf(shown, id)).toEqual(claimOf(shownWith(), id));
    for (const text of shown.texts) {
      for (const part of ['0123456789abcdef', 'Jo Example, CISO', '2026-08-20', '2026-12-31', 'RISK-17'])
        expect(text).toContain(part);
      expect(text).not.toContain('from here <b>');
    }
  });

  test('overrule no rule: what is violated stays so', () => {
    const rules = ({ evidence }: Shown) => evidence.rules;
    expect(rules(shownWith(APPROVAL))).toEqual(rules(shownWith()));
    expect(claimOf(shownWith(APPROVAL), '1.3.1.a')?.state).toBe('violated');
  });

  test.each([
    ['ended', { expires: '2026-05-31' }, /record of 3\.2\.1\.c: .*reviewBy.*must not be past/],
    ['was given long ago', { date: '2026-01-01' }, /record of 3\.2\.1\.c: .*reviewBy.*must not be past/],
    ['is of a day to come', { date: '2026-06-02' }, /record of 3\.2\.1\.c: .*date.*must not be in the future/],
  ])('one that %s shows nothing, and is refused as a record is', (_title, part, problem) => {
    const shown = shownWith({ ...APPROVAL, ...part });
    expect(shown.status).toBe(1);
    expect(shown.err).toMatch(problem);
    expect(shown.evidence.records).toEqual([]);
    expect(claimOf(shown, '3.2.1.c')?.state).toBe('not shown');
  });

  test.each([
    [
      'without a date',
      { version: 1, approvals: [{ ...APPROVAL, date: undefined }] },
      /without a date, which evidence needs/,
    ],
    ['of a later version', { version: 2, approvals: [] }, /has approvals of version 2/],
    ['without an approver', { version: 1, approvals: [{ ...APPROVAL, approver: '' }] }, /without approver/],
  ])('a file %s writes nothing', (_title, content, problem) => {
    const out = fresh();
    const { status, err } = toms('evidence', stack, '--out', out, '--approvals', write('kept/bad.json', content));
    expect(status).toBe(2);
    expect(err).toMatch(problem);
    expect(existsSync(out)).toBe(false);
  });

  test('may be several files, and an empty name is refused', () => {
    const out = fresh();
    const [one, other] = ['RISK-17', 'RISK-18'].map((ticket) =>
      write(`kept/${ticket}.json`, { version: 1, approvals: [{ ...APPROVAL, ticket }] })
    );
    expect(toms('evidence', stack, '--out', out, '--approvals', one, '--approvals', other).status).toBe(0);
    const { records } = JSON.parse(readFileSync(join(out, 'evidence.json'), 'utf8')) as Evidence;
    expect(records.map(({ document }) => document.title)).toEqual(['RISK-17', 'RISK-18']);
    expect(toms('evidence', stack, '--out', fresh(), '--approvals', one, '--approvals', '')).toMatchObject({
      status: 2,
      err: expect.stringContaining('--approvals is empty: name a path') as string,
    });
  });
});
