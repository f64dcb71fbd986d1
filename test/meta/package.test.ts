import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linksOf, markdownFiles, targetOf } from '../docs/markdown';
import { temporaryDirectory } from '../support/synth';

const ROOT = join(__dirname, '../..');

interface Versions {
  readonly [name: string]: string;
}

interface LockEntry {
  readonly version?: string;
  readonly optional?: boolean;
  readonly devDependencies?: Versions;
  readonly peerDependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const PACKAGE = read('package.json') as { name: string; version: string; scripts: Versions } & {
  [field in 'dependencies' | 'devDependencies' | 'peerDependencies' | 'optionalDependencies']?: Versions;
};
const LOCK = read('package-lock.json') as { name: string; version: string; packages: { [path: string]: LockEntry } };

/** The files that `npm pack` puts into the package. */
function packed(root: string): string[] {
  const { stdout, stderr, status } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(stderr);
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return files.map(({ path }) => path).sort();
}

/** The checkout as it is when it is packed: what decides, and a file of each kind that there is. */
function checkout(): string {
  const root = temporaryDirectory();
  const built = ['dist/index.js', 'dist/index.d.ts', 'dist/cli/toms.js', 'dist/tsconfig.tsbuildinfo', '.jsii'];
  const sources = ['lib/index.ts', 'test/a.test.ts', 'examples/a/main.ts', 'scripts/start.mjs', 'bench/a.mjs'];
  const others = [
    'schema/a.schema.json',
    'oscal/catalog.json',
    'docs/guide.md',
    'cdktf.out/a/manifest.json',
    '.ci/run',
    'README.md',
    'API.md',
  ];
  for (const file of [...built, ...sources, ...others]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '{}');
  }
  mkdirSync(join(root, 'bin'));
  for (const file of ['package.json', '.gitignore', '.npmrc', 'LICENSE', 'bin/toms']) {
    copyFileSync(join(ROOT, file), join(root, file));
  }
  return root;
}

test('the package holds what runs, its types, schemas, docs and examples, and nothing that it is made from', () => {
  expect(packed(checkout())).toEqual([
    '.jsii',
    'API.md',
    'LICENSE',
    'README.md',
    'bin/toms',
    'dist/cli/toms.js',
    'dist/index.d.ts',
    'dist/index.js',
    'docs/guide.md',
    'examples/a/main.ts',
    'oscal/catalog.json',
    'package.json',
    'schema/a.schema.json',
  ]);
});

test('what the README and the docs link to is in the package', () => {
  const files = new Set(packed(ROOT));
  const pages = markdownFiles().filter((file) => file === 'README.md' || file.startsWith('docs/'));
  const links = pages.flatMap((file) => linksOf(file).map((link) => ({ file, link, target: targetOf(file, link) })));
  expect(links.length).toBeGreaterThan(100);
  expect(links.filter(({ target }) => target !== undefined && !files.has(target))).toEqual([]);
});

test('cdktf, constructs and the provider are the app’s own: there is one copy of each', () => {
  expect(Object.keys(PACKAGE.peerDependencies ?? {}).sort()).toEqual(['@cdktf/provider-aws', 'cdktf', 'constructs']);
  expect(PACKAGE.dependencies).toBeUndefined();
  expect(PACKAGE.optionalDependencies).toBeUndefined();
});

test('what it is developed with has exact versions', () => {
  const versions = Object.entries(PACKAGE.devDependencies ?? {});
  expect(versions).not.toHaveLength(0);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('installing it runs nothing', () => {
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'preprepare', 'postprepare'];
  expect(Object.keys(PACKAGE.scripts).filter((name) => hooks.includes(name))).toEqual([]);
});

test('no script counts on a hook before or after it: .npmrc turns them off', () => {
  expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  const names = Object.keys(PACKAGE.scripts);
  expect(
    names.filter((name) => names.includes(name.replace(/^(?:pre|post)/, '')) && /^(?:pre|post)/.test(name))
  ).toEqual([]);
});

describe('package-lock.json', () => {
  test('is that of package.json', () => {
    expect([LOCK.name, LOCK.version]).toEqual([PACKAGE.name, PACKAGE.version]);
    expect(LOCK.packages[''].devDependencies).toEqual(PACKAGE.devDependencies);
    expect(LOCK.packages[''].peerDependencies).toEqual(PACKAGE.peerDependencies);
    const pinned = Object.keys(PACKAGE.devDependencies ?? {}).map((name) => [
      name,
      LOCK.packages[`node_modules/${name}`]?.version,
    ]);
    expect(Object.fromEntries(pinned)).toEqual(PACKAGE.devDependencies);
  });

  test('holds the packages of every platform: npm ci refuses a lock that does not', () => {
    const missing = Object.entries(LOCK.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isThere(name, path))
        .map((name) => `${path}: ${name}`)
    );
    expect(missing).toEqual([]);
  });
});

/** Whether a package is found from another, in its own node_modules or in one above it. */
function isThere(name: string, from: string): boolean {
  if (`${from}/node_modules/${name}` in LOCK.packages || `node_modules/${name}` in LOCK.packages) return true;
  const above = from.lastIndexOf('/node_modules/');
  return above > 0 && isThere(name, from.slice(0, above));
}
