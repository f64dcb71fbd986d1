import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');

/** What the glossary in CONTRIBUTING.md replaces in messages, docstrings and names of the library. `test/docs` looks at the pages. */
const NOT =
  /\b(?:alone|anew|deaf to|for ever|in the clear|mend(?:s|ed|ing)?|must be said|sees? to it|wear(?:s|ing|ers?)?|worn|whoever)\b|\b(?:least|most)\??: (?:number|string|\d)/i;

/** Text that is written into Terraform: other words would change what is applied. */
const AS_APPLIED = ['For authorized people alone. Connections are logged.'];

function linesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap(({ parentPath, name }) => {
      const file = join(parentPath, name);
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.map((line, at) => `${relative(ROOT, file)}:${at + 1}: ${line.trim()}`);
    });
}

test('the library keeps to the glossary', () => {
  const lines = linesOf('lib').filter((line) => !AS_APPLIED.some((text) => line.includes(text)));
  expect(lines.length).toBeGreaterThan(20_000);
  expect(lines.filter((line) => NOT.test(line))).toEqual([]);
});

test.each(['anyone who may, and whoever else', 'what mends it', 'readonly least: number', 'seen by roles alone'])(
  'the scan finds a word in %j',
  (text) => {
    expect(text).toMatch(NOT);
  }
);
