import { main } from '../../lib/cli/main';
import { progressLine } from '../../lib/cli/progress';
import { ROTATED, TODAY, UNROTATED, temporary } from './toms';

const { directory, write } = temporary();
const before = write('before/main.tf.json', ROTATED);
const after = write('after/main.tf.json', UNROTATED);

const ERASE = '\r\u001b[2K';

/** What a command writes, in order, where each look at the clock finds that some milliseconds have passed. */
function written(argv: string[], passed?: number): { text: string; lines: string[]; status: number } {
  let text = '';
  let time = 0;
  const status = main(argv, {
    out: (part) => void (text += part),
    err: (part) => void (text += part),
    isTty: false,
    today: TODAY,
    watchedFor: passed === undefined ? undefined : () => (time += passed),
  });
  const lines = [...text.matchAll(/\r\u001b\[2K(toms: [^\r\n]+ …)/g)].map(([, line]) => line);
  return { text, lines, status };
}

const COMMANDS: [string[], string[]][] = [
  [['check', after], ['toms: checking 1 resources …']],
  [
    ['diff', before, after],
    ['toms: reading what was before …', 'toms: comparing 1 resources with 1 resources …'],
  ],
  [
    ['evidence', after, '--out', `${directory}/evidence`],
    ['toms: checking 1 resources …', 'toms: writing the papers …'],
  ],
];

describe.each(COMMANDS)('toms %j', (argv, lines) => {
  const silent = written(argv);

  test('says what it does where it takes over a second, and leaves no trace of it', () => {
    const watched = written(argv, 1000);
    expect(watched.lines).toEqual(lines);
    expect(watched.status).toBe(silent.status);
    // What is shown at the end: a line that is erased is gone.
    expect(watched.text.replace(/\r\u001b\[2K(?:toms: [^\r\n]+ …\r\u001b\[2K)*/g, '')).toBe(silent.text);
    expect(watched.text).not.toMatch(/…\n/);
  });

  test('says nothing where it is quick, or where nobody watches', () => {
    expect(written(argv, 1).text).toBe(silent.text);
    expect(silent.text).not.toContain('\u001b');
  });
});

test('the line is gone before an error is told', () => {
  const { text, status } = written(['diff', `${directory}/no.tf.json`, after], 1000);
  expect(status).toBe(2);
  expect(text).toMatch(/^\r\u001b\[2Ktoms: reading what was before …\r\u001b\[2Ktoms: .*no\.tf\.json/);
});

test('what was never shown is not erased', () => {
  const parts: string[] = [];
  const line = progressLine(
    (part) => void parts.push(part),
    () => 1000
  );
  line.clear();
  line.show('a');
  line.clear();
  line.clear();
  expect(parts).toEqual([`${ERASE}toms: a …`, ERASE]);
});
