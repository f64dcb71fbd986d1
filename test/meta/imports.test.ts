import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { FOLDERS } from '../../scripts/docs/folders';

const ROOT = join(__dirname, '../..');

/** The folders that read Terraform JSON alone. */
const ENGINE = [
  'toms',
  'terraform',
  'aws',
  'erasure',
  'graph',
  'guardrails',
  'rules',
  'evidence',
  'diff',
  'reports',
  'cli',
];
const PROVIDER = /^(?:cdktf|constructs|@cdktf|@cdktn|cdktn)(?:\/|$)/;
const PROVIDER_ROOT = /^@cdkt[fn]\/provider-aws(?:\/lib)?(?:\/index)?(?:\.js)?$/;

interface Import {
  readonly file: string;
  readonly from: string;
}

/** What a source text imports: statements, types, `import()` and `require()`. */
function importsOf(source: string): string[] {
  const forms = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;
  return [...source.matchAll(forms)].map((match) => match[2]);
}

function imports(folder: string): Import[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
    .filter((entry) => !/node_modules|cdktf\.out/.test(entry.parentPath))
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return importsOf(readFileSync(path, 'utf8')).map((from) => ({ file: relative(ROOT, path), from }));
    });
}

/** The folder with a place of its own in which a file lies, or `.` for lib itself. */
function folderOf(file: string): string {
  const folder = dirname(relative('lib', file));
  const places = Object.keys(FOLDERS).filter((place) => folder === place || folder.startsWith(`${place}/`));
  return places.sort((one, other) => other.length - one.length)[0] ?? folder;
}

/** The folder of lib that an import within lib names. */
function target({ file, from }: Import): string {
  return folderOf(join(dirname(file), from));
}

const LIB = imports('lib');
const WITHIN = LIB.filter(({ from }) => from.startsWith('.'));

test.each([
  ["import { a } from './a';", ['./a']],
  ["import {\n  a,\n  b,\n} from '../core/b';", ['../core/b']],
  ['import type { A } from \'a\';\nexport * from "b";', ['a', 'b']],
  ["import './effect';", ['./effect']],
  ["const a = require('a'); void import('b');", ['a', 'b']],
  ["const text = 'from here';", []],
])('the scan reads %j', (source, expected) => {
  expect(importsOf(source)).toEqual(expected);
});

test('the order of the folders has no circle', () => {
  const below = new Set<string>();
  for (const [folder, allowed] of Object.entries(FOLDERS)) {
    expect(allowed.filter((other) => !below.has(other))).toEqual([]);
    below.add(folder);
  }
});

test('every folder of lib has its place', () => {
  const files = new Set(LIB.map(({ file }) => file));
  expect([...files].filter((file) => folderOf(file) !== '.' && !(folderOf(file) in FOLDERS))).toEqual([]);
});

test('folders import downwards', () => {
  expect(WITHIN.length).toBeGreaterThan(100);
  const wrong = WITHIN.filter((found) => {
    const folder = folderOf(found.file);
    if (folder === '.') return target(found) === 'cli';
    return target(found) !== folder && !FOLDERS[folder]?.includes(target(found));
  });
  expect(wrong).toEqual([]);
});

test('no file is part of a circle', () => {
  const next = new Map<string, string[]>();
  for (const { file, from } of WITHIN) {
    const to = [`${join(dirname(file), from)}.ts`, join(dirname(file), from, 'index.ts')].find((path) =>
      existsSync(join(ROOT, path))
    );
    if (to !== undefined) next.set(file, [...(next.get(file) ?? []), to]);
  }
  const done = new Set<string>();
  const circle = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next.get(file) ?? []) {
      const found = circle(to, [...path, file]);
      if (found) return found;
    }
    done.add(file);
    return undefined;
  };
  expect([...next.keys()].map((file) => circle(file, [])).find((found) => found !== undefined)).toBeUndefined();
});

test('nothing but the command line imports it', () => {
  const others = WITHIN.filter(({ file }) => folderOf(file) !== 'cli');
  expect(others.filter((found) => target(found) === 'cli')).toEqual([]);
});

test('what reads Terraform JSON needs neither cdktf nor a provider', () => {
  const engine = LIB.filter(({ file }) => ENGINE.includes(folderOf(file)));
  expect(new Set(engine.map(({ file }) => folderOf(file)))).toEqual(new Set(ENGINE));
  expect(engine.filter(({ from }) => PROVIDER.test(from))).toEqual([]);
});

test('nothing imports the root of the provider', () => {
  expect(['@cdktf/provider-aws', '@cdktf/provider-aws/lib'].every((root) => PROVIDER_ROOT.test(root))).toBe(true);
  expect(PROVIDER_ROOT.test('@cdktf/provider-aws/lib/kms-key')).toBe(false);
  const folders = ['lib', 'examples', 'test', 'scripts', 'bench'].filter((folder) => existsSync(join(ROOT, folder)));
  const all = folders.flatMap(imports).filter(({ file }) => file !== relative(ROOT, __filename));
  expect(all.filter(({ from }) => from.startsWith('@cdktf/provider-aws/lib/'))).not.toEqual([]);
  expect(all.filter(({ from }) => PROVIDER_ROOT.test(from))).toEqual([]);
});
