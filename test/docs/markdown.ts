import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

export const ROOT = join(__dirname, '..', '..');

/** A block of code, and where it begins. */
export interface Sample {
  readonly language: string;
  readonly code: string;
  /** `docs/guide.md:12` */
  readonly at: string;
}

/** The files below a folder, seen from the root, with `/` between names. */
export function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .map((file) => join(folder, file).split('\\').join('/'))
    .sort();
}

/** The Markdown of the repository: what people write, and what is generated beside it. API.md is made when packing. */
export function markdownFiles(): string[] {
  const top = readdirSync(ROOT).filter((file) => file.endsWith('.md') && file !== 'API.md');
  return [...top.sort(), ...filesIn('docs', '.md'), ...filesIn('examples', '.md'), ...filesIn('lib', '.md')];
}

/** Whether a page is written from code, and checked against it elsewhere. */
export function isGenerated(file: string): boolean {
  return /^<!-- (?:generated|written) by /.test(read(file));
}

export function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** The fenced blocks of a Markdown file. */
export function samplesOf(file: string): Sample[] {
  return fenced(read(file).split('\n'), file);
}

/** The fenced blocks in the docstrings of a TypeScript file. */
export function docstringSamplesOf(file: string): Sample[] {
  const lines = read(file).split('\n');
  return fenced(
    lines.map((line) => (/^\s*\*( |$)/.test(line) ? line.replace(/^\s*\* ?/, '') : '')),
    relative(ROOT, join(ROOT, file))
  );
}

function fenced(lines: readonly string[], file: string): Sample[] {
  const samples: Sample[] = [];
  let open: { language: string; from: number } | undefined;
  lines.forEach((line, index) => {
    const fence = /^```(\w*)$/.exec(line.trim());
    if (!fence) return;
    if (!open) {
      open = { language: fence[1], from: index + 1 };
      return;
    }
    const code = lines.slice(open.from, index).join('\n');
    samples.push({ language: open.language, code, at: `${file}:${open.from + 1}` });
    open = undefined;
  });
  if (open) throw new Error(`${file}:${open.from}: a block of code does not end`);
  return samples;
}

/** A Markdown file without its blocks of code. */
export function proseOf(file: string): string {
  return read(file).replace(/^\s*```[^]*?^\s*```$/gm, '');
}

/** What the links of a Markdown file name. */
export function linksOf(file: string): string[] {
  return [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
}

/** The file, seen from the root, to which a link in a file leads. None where it leads out of the repository. */
export function targetOf(file: string, link: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path] = link.split('#');
  return path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path));
}

/** The anchors of a file's headings, as GitHub makes them. */
export function anchorsOf(file: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading] of proseOf(file).matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    let anchor = slug;
    for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
    anchors.add(anchor);
  }
  return anchors;
}
