import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MEASURES } from '../../lib/toms/measures/catalogue';
import { CONSTRUCTS, pageOf } from '../../test/support/constructs';
import { GENERATED_NOTE } from './rules';

const ROOT = join(__dirname, '../..');

/** The folders of lib/constructs, and what a reader calls them. */
const GROUPS: { readonly [folder: string]: string } = {
  edge: 'What faces the internet',
  compute: 'Programs',
  integration: 'Between programs',
  stores: 'Stores of data',
  encryption: 'Keys, certificates and TLS',
  network: 'Networks',
  identity: 'Access for people and pipelines',
  logging: 'Logs',
  monitoring: 'Monitoring',
  recovery: 'Backups and recovery',
  assurance: 'Vulnerabilities and changes',
  account: 'Accounts',
};

/** The measures that each construct serves, in the order of the catalogue. */
export const MEASURES_OF: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(CONSTRUCTS).map(([name, entry]) => [
    name,
    MEASURES.map(({ id }) => id).filter((id) => entry.measures.includes(id)),
  ])
);

/** The text of docs/constructs/README.md: a table of constructs for each folder of them. */
export function renderConstructs(): string {
  const lines = [
    GENERATED_NOTE,
    '',
    '# Constructs',
    '',
    'One page per construct: what it makes, what it ensures, what it refuses, and where it ends. All props are in `API.md`, which is part of the package. Which constructs and rules serve a measure is in [measures](../measures.md).',
    '',
    'Every construct refuses an unknown region, and for personal data a region outside the residency: by default the AWS regions within the European Union. A refusal is an error with the construct path, the measure, the value and what to write instead.',
  ];
  for (const [folder, title] of Object.entries(GROUPS)) {
    lines.push('', `## ${title}`, '', '| Construct | What it is | Measures |', '| --- | --- | --- |');
    for (const name of [...MEASURES_OF.keys()].sort().filter((construct) => folderOf(construct) === folder)) {
      lines.push(`| [\`${name}\`](${pageOf(name)}) | ${summaryOf(name)} | ${MEASURES_OF.get(name)?.join(', ')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The constructs that serve a measure, as links from a page in docs. */
export function constructsOf(measure: string): string[] {
  const names = [...MEASURES_OF].filter(([, measures]) => measures.includes(measure)).map(([name]) => name);
  return names.sort().map((name) => `[\`${name}\`](constructs/${pageOf(name)})`);
}

/** The first sentence of its page. */
export function summaryOf(name: string): string {
  const [, , paragraph] = readFileSync(join(ROOT, 'docs/constructs', pageOf(name)), 'utf8').split('\n');
  return paragraph.split('. ')[0].replace(/\.$/, '');
}

function folderOf(name: string): string {
  const files = readdirSync(join(ROOT, 'lib/constructs'), { recursive: true, encoding: 'utf8' });
  const file = files
    .map((path) => path.split('\\').join('/'))
    .find((path) => path.endsWith(`/${pageOf(name).replace(/md$/, 'ts')}`));
  return file?.split('/')[0] ?? '';
}
