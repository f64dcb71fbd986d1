import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The folders of lib from the bottom up, and what each may import besides itself. A test holds the imports to it. */
export const FOLDERS: { readonly [folder: string]: readonly string[] } = {
  toms: [],
  terraform: [],
  aws: ['terraform', 'toms'],
  erasure: ['aws', 'terraform', 'toms'],
  graph: ['aws', 'terraform', 'toms'],
  guardrails: ['erasure', 'aws', 'terraform', 'toms'],
  rules: ['guardrails', 'terraform'],
  evidence: ['guardrails', 'erasure', 'aws', 'terraform', 'toms'],
  diff: ['evidence', 'guardrails', 'graph', 'erasure', 'aws', 'terraform', 'toms'],
  reports: ['diff', 'evidence', 'guardrails', 'graph', 'erasure', 'terraform', 'toms'],
  'constructs/core': ['aws', 'toms'],
  'constructs/encryption': ['constructs/core', 'aws', 'toms'],
  'constructs/stores/buckets': ['constructs/encryption', 'constructs/core', 'aws', 'toms'],
  'constructs/logging': ['constructs/stores/buckets', 'constructs/encryption', 'constructs/core', 'aws', 'toms'],
  'constructs/network': [
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/identity': [
    'constructs/network',
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/stores': [
    'constructs/network',
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/compute': [
    'constructs/stores',
    'constructs/network',
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/integration': [
    'constructs/compute',
    'constructs/stores',
    'constructs/network',
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/edge': [
    'constructs/compute',
    'constructs/stores',
    'constructs/identity',
    'constructs/network',
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/monitoring': [
    'constructs/edge',
    'constructs/integration',
    'constructs/compute',
    'constructs/stores',
    'constructs/network',
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/recovery': [
    'constructs/monitoring',
    'constructs/compute',
    'constructs/stores',
    'constructs/network',
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/assurance': [
    'constructs/monitoring',
    'constructs/compute',
    'constructs/stores',
    'constructs/logging',
    'constructs/stores/buckets',
    'constructs/encryption',
    'constructs/core',
    'aws',
    'toms',
  ],
  'constructs/account': ['constructs/encryption', 'constructs/core', 'aws', 'toms'],
  enforcement: ['constructs/core', 'reports', 'evidence', 'guardrails', 'terraform', 'toms'],
  testing: ['enforcement', 'constructs/core', 'toms'],
  cli: ['reports', 'diff', 'evidence', 'graph', 'guardrails', 'erasure', 'terraform', 'toms'],
};

/** What stands around the table in ARCHITECTURE.md. All else in it is written by hand. */
const TABLE = /(<!-- the folders: npm run docs -->\n)[^]*?(<!-- end of the folders -->)/;
/** The line of a README that says what the folder imports. */
const IMPORTS = /^May import: .*$/m;

/** ARCHITECTURE.md with its table of folders, and the README of each folder with its line of imports. */
export function renderFolders(): ReadonlyMap<string, string> {
  const readmes = Object.entries(FOLDERS).map(([folder, allowed]) => {
    const path = `lib/${folder}/README.md`;
    return [path, replaced(path, IMPORTS, `May import: ${paths(allowed)}.`)] as const;
  });
  const rows = Object.entries(FOLDERS).map(
    ([folder, allowed]) => `| [\`lib/${folder}\`](lib/${folder}/README.md) | ${summaryOf(folder)} | ${paths(allowed)} |`
  );
  const table = ['| Folder | Holds | May import |', '| --- | --- | --- |', ...rows].join('\n');
  const architecture = replaced('ARCHITECTURE.md', TABLE, `$1\n${table}\n\n$2`);
  return new Map([['ARCHITECTURE.md', architecture], ...readmes]);
}

function replaced(path: string, pattern: RegExp, by: string): string {
  const text = readFileSync(join(ROOT, path), 'utf8');
  if (!pattern.test(text)) throw new Error(`${path} has no place for what \`npm run docs\` writes into it`);
  return text.replace(pattern, by);
}

function paths(folders: readonly string[]): string {
  return folders.length > 0 ? folders.map((folder) => `\`${folder}\``).join(', ') : 'nothing else in `lib`';
}

/** The first paragraph of its README, without the full stop. */
function summaryOf(folder: string): string {
  const [, , paragraph] = readFileSync(join(ROOT, `lib/${folder}/README.md`), 'utf8').split('\n');
  return paragraph.replace(/\.$/, '');
}
