import '../built.mjs';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, step } from '../step.mjs';
import { tsx } from '../tsx.mjs';

/** What stands around the picture in the page of an example. All else in it is written by hand. */
const PICTURE = /(<!-- the picture: npm run docs -->\n)[^]*?(<!-- end of the picture -->)/;

/** Writes what is generated below a directory, and returns the paths of it, seen from there. */
export function generate(directory) {
  const program = [...tsx('scripts/docs/write.ts', 'tsconfig.json'), directory];
  const written = step('Writing docs/rules and docs/measures.md', process.execPath, program);
  return [...written.trim().split('\n'), writePicture('web-platform', directory)];
}

/** Writes what `toms graph` draws of an example's output into its page, and returns its path. */
function writePicture(example, directory) {
  const outdir = mkdtempSync(join(tmpdir(), 'toms-picture-'));
  try {
    const env = { CDKTF_OUTDIR: outdir };
    const program = tsx(`examples/${example}/main.ts`, 'examples/tsconfig.json');
    step(`Synthesizing ${example}`, process.execPath, program, { env });
    const graph = step(`Drawing ${example} (toms graph)`, process.execPath, ['bin/toms', 'graph', outdir]);
    const page = join('examples', example, 'README.md');
    const text = readFileSync(join(ROOT, page), 'utf8');
    if (!PICTURE.test(text)) throw new Error(`${page} has no place for the picture`);
    mkdirSync(dirname(join(directory, page)), { recursive: true });
    const drawn = text.replace(PICTURE, (_all, begin, end) => `${begin}\n\`\`\`mermaid\n${graph}\`\`\`\n\n${end}`);
    writeFileSync(join(directory, page), drawn);
    return page;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
