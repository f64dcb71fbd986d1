import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';
import { cpuTime } from '../support/cpu';

const CASES = join(__dirname, '../cases');

/** An input, and what a rule must say of it. */
interface Case {
  readonly file: string;
  readonly rule: string;
  readonly address: string;
  /** Outcomes that are right, or `loud`: some finding, or refused; or `quick`: an answer within five seconds. */
  readonly expected: readonly string[];
  readonly what: string;
}

const ROWS: readonly Case[] = readFileSync(join(CASES, 'expected.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => {
    const [file, rule, address, expected, what] = row.split('\t');
    return { file, rule, address, expected: expected.split('|'), what };
  });

interface Found {
  readonly rule: string;
  readonly address: string;
  readonly outcome: string;
}

function check(file: string): { readonly status: number; readonly findings: readonly Found[] } {
  let out = '';
  const status = main(['check', join(CASES, file), '--format', 'json'], {
    out: (text) => (out += text),
    err: () => undefined,
    isTty: false,
    today: new Date('2026-01-01'),
  });
  return { status, findings: status < 2 ? (JSON.parse(out) as { findings: Found[] }).findings : [] };
}

/** What a rule says of an address: the worst where it speaks of several. */
function outcomes(findings: readonly Found[], rule: string, address: string): string {
  const about = findings.filter((it) => it.rule === rule && (address === '*' || it.address === address));
  return ['violated', 'undetermined'].find((outcome) => about.some((it) => it.outcome === outcome)) ?? 'none';
}

test.each(ROWS.filter(({ rule }) => rule !== '*').map((row) => [`${row.file}: ${row.what}`, row] as const))(
  '%s',
  (_title, { file, rule, address, expected }) => {
    const { status, findings } = check(file);
    expect(status).toBeLessThan(2);
    expect(expected).toContain(outcomes(findings, rule, address));
  }
);

test.each(ROWS.filter(({ expected }) => expected.includes('loud')))('$file is not passed in silence', ({ file }) => {
  const { status, findings } = check(file);
  // State that is not encrypted is no weakness of what is tried here.
  const weaknesses = findings.filter(({ rule }) => rule !== 'TF-002');
  expect(status === 2 || weaknesses.length > 0).toBe(true);
});

test.each(ROWS.filter(({ expected }) => expected.includes('quick')))('$file has an answer within 5 s', ({ file }) => {
  const time = cpuTime(() => expect(check(file).status).toBeLessThan(3));
  expect(time).toBeLessThan(5000);
});
