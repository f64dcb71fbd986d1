// Writes the tables of docs/engines.md below a directory, and prints its path.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackageJson, packageFor } from './package';
import { WRITTEN } from './written';

const ROOT = join(__dirname, '../..');
const PAGE = 'docs/engines.md';

interface Lock {
  readonly packages: { readonly [path: string]: { readonly engines?: { readonly node?: string } } };
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function code(text = ''): string {
  return `\`${text}\``;
}

/** What each package needs, as its package.json and its lock say. */
function packages(): string {
  const cdktf = json('package.json') as PackageJson;
  const both = [
    { engine: 'cdktf', made: cdktf, lock: json('package-lock.json') as Lock },
    { engine: 'cdktn', made: packageFor(cdktf), lock: json('scripts/cdktn/package-lock.json') as Lock },
  ];
  const range = (of: 'peerDependencies' | 'devDependencies', name: (engine: string) => string): string[] =>
    both.map(({ engine, made }) => code(`${name(engine)} ${made[of][name(engine)]}`));
  const names = [
    ['the engine', (engine: string): string => engine],
    ['the constructs of AWS', (engine: string): string => `@${engine}/provider-aws`],
    ['constructs', (): string => 'constructs'],
  ] as const;
  return [
    row('', 'for cdktf', 'for cdktn'),
    row('---', '---', '---'),
    row('Package', ...both.map(({ made }) => code(made.name))),
    row(
      'Python module, [not published](../ARCHITECTURE.md)',
      ...both.map(({ made }) => code(made.jsii.targets.python.module))
    ),
    ...names.map(([what, name]) => row(`Takes ${what}`, ...range('peerDependencies', name))),
    ...names.map(([what, name]) => row(`Built and tested with ${what}`, ...range('devDependencies', name))),
    row(
      'Node, as the constructs of AWS ask for it',
      ...both.map(({ engine, lock }) => code(lock.packages[`node_modules/@${engine}/provider-aws`].engines?.node))
    ),
  ].join('\n');
}

/** What the engines write differently. */
function written(): string {
  return [
    row('In `cdk.tf.json`', 'cdktf', 'cdktn'),
    row('---', '---', '---'),
    ...WRITTEN.map(({ what, cdktf, cdktn }) => row(what, code(cdktf), code(cdktn))),
  ].join('\n');
}

const TABLES: { readonly [title: string]: () => string } = { packages, written };

const text = readFileSync(join(ROOT, PAGE), 'utf8').replace(
  /(<!-- (\w+): npm run docs -->\n)[^]*?(<!-- end of \2 -->)/g,
  (_all, begin: string, title: string, end: string) => `${begin}\n${TABLES[title]()}\n\n${end}`
);
const to = join(process.argv[2], PAGE);
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, text);
process.stdout.write(PAGE);
