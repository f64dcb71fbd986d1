import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { swapCode } from './code';
import { PackageJson, packageFor, projectFor } from './package';
import { renameProse } from './prose';
import { renamePython } from './python';
import { writtenByCdktn } from './written';

/** What makes the copy, and tries how that is done, is no part of it. */
const LEFT_OUT = /^(?:scripts\/cdktn|test\/scripts\/cdktn|test\/lanes\/cdktn|package-lock\.json$)/;
/** Pages about both engines, and what records the past. */
const OF_BOTH = /^(?:CHANGELOG\.md$|docs\/(?:engines|compatibility|performance)\.md$|docs\/decisions\/)/;
/** What the engine wrote for the examples. */
const GOLDEN = /^test\/examples\/golden\/.*\.tf\.json$/;
/** What people and their CI read. */
const PROSE = /\.md$|^ci\/|^action\.yml$/;
const PYTHON = /\.py$|^(?:templates|test\/lanes\/python)\/.*requirements\.txt$/;
const CODE = /\.[cm]?[jt]s$|(?:^|\/)tsconfig[^/]*\.json$/;

/** What stands at the root of the copy and comes from no file of the checkout. */
const MADE = /^(?:\.git|node_modules|dist|\.jsii|tsconfig\.jsii\.json|\.cache|cdktf\.out|API\.md|package-lock\.json)$/;

/** A file as the copy has it, or nothing where it is the same. */
export function copied(file: string, text: string): string | undefined {
  if (OF_BOTH.test(file)) return undefined;
  if (file === 'package.json') return `${JSON.stringify(packageFor(JSON.parse(text) as PackageJson), undefined, 2)}\n`;
  if (/^templates\/\w+\/package\.json$/.test(file)) return projectFor(text);
  if (PYTHON.test(file)) return renamePython(text);
  if (GOLDEN.test(file)) return writtenByCdktn(text);
  if (PROSE.test(file)) return renameProse(text);
  return CODE.test(file) ? swapCode(file, text) : undefined;
}

/** Makes a copy of what git tracks in a checkout, in the names of cdktn. What is there already and right keeps its time, by which the build goes. */
export function copy(root: string, to: string): void {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const files = listed
    .split('\0')
    .filter((file) => file !== '' && !LEFT_OUT.test(file) && existsSync(join(root, file)));
  for (const file of files) {
    const bytes = readFileSync(join(root, file));
    const text = copied(file, bytes.toString('utf8'));
    put(join(to, file), text === undefined ? bytes : Buffer.from(text), statSync(join(root, file)).mode);
  }
  put(join(to, 'package-lock.json'), readFileSync(join(__dirname, 'package-lock.json')), 0o644);
  removeAllBut(new Set(files), to, '');
}

function put(file: string, bytes: Buffer, mode: number): void {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes, { mode });
}

/** What the checkout no longer has must be neither built nor packed. */
function removeAllBut(files: ReadonlySet<string>, root: string, folder: string): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (MADE.test(path)) continue;
    if (entry.isDirectory()) removeAllBut(files, root, path);
    else if (!files.has(path)) rmSync(join(root, path));
  }
}
