import '../built.mjs';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EXAMPLES } from '../examples.mjs';
import { ROOT, step } from '../step.mjs';
import { tsx } from '../tsx.mjs';

const { CHAPTERS } = createRequire(import.meta.url)('../../dist/toms/measures/catalogue.js');

/** What is generated of the page of an example, by the comment that stands around it. All else in the page is written by hand. */
const PARTS = { picture: drawn, evidence: shown };

/** The columns on the claims of a chapter, and the states that each counts. */
const HEADINGS = ['shown', 'declared', 'in part', 'open', 'not shown', 'not applicable'];
const STATES = [
  ['shown'],
  ['declared', 'inherited'],
  ['in part'],
  ['violated', 'waived', 'undetermined'],
  ['not shown'],
  ['not applicable'],
];

/** Writes what is generated below a directory, and returns the paths of it, seen from there. */
export function generate(directory) {
  const program = [...tsx('scripts/docs/write.ts', 'tsconfig.json'), directory];
  const written = step('Writing docs/rules and docs/measures.md', process.execPath, program);
  return [...written.trim().split('\n'), ...EXAMPLES.map((example) => writePage(example, directory))];
}

/** Writes what is generated of an example's output into its page, and returns its path. */
function writePage(example, directory) {
  const outdir = mkdtempSync(join(tmpdir(), 'toms-example-'));
  try {
    const env = { CDKTF_OUTDIR: outdir };
    step(`Synthesizing ${example}`, process.execPath, tsx(`examples/${example}/main.ts`, 'examples/tsconfig.json'), {
      env,
    });
    const page = join('examples', example, 'README.md');
    const text = readFileSync(join(ROOT, page), 'utf8');
    if (!text.includes('<!-- the evidence: npm run docs -->')) throw new Error(`${page} has no place for the evidence`);
    const parts = /(<!-- the (\w+): npm run docs -->\n)[^]*?(<!-- end of the \2 -->)/g;
    const written = text.replace(parts, (_all, begin, part, end) => `${begin}\n${PARTS[part](outdir)}\n${end}`);
    mkdirSync(dirname(join(directory, page)), { recursive: true });
    writeFileSync(join(directory, page), written);
    return page;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** What `toms graph` draws of an output. */
function drawn(outdir) {
  return `\`\`\`mermaid\n${step('Drawing it (toms graph)', process.execPath, ['bin/toms', 'graph', outdir])}\`\`\`\n`;
}

/** What the evidence beside an output shows, chapter by chapter. */
function shown(outdir) {
  const { measures } = JSON.parse(readFileSync(join(outdir, 'evidence.json'), 'utf8'));
  const counts = (claims) => STATES.map((states) => claims.filter(({ state }) => states.includes(state)).length);
  const chapters = [...new Set(measures.map(({ chapter }) => chapter))].map((chapter) => [
    `${chapter} ${CHAPTERS[chapter]}`,
    ...counts(measures.filter((measure) => measure.chapter === chapter).flatMap(({ claims }) => claims)),
  ]);
  const all = ['all', ...counts(measures.flatMap(({ claims }) => claims))];
  const rows = [['Claims of chapter', ...HEADINGS], HEADINGS.map(() => '---').concat('---'), ...chapters, all];
  return `${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}
