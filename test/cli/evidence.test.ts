import { readFileSync, readdirSync } from 'node:fs';
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
