import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of a checkout, and each place in which it says another one. */
export function versionOf(root) {
  const text = (file) => readFileSync(join(root, file), 'utf8');
  const { name, version } = JSON.parse(text('package.json'));
  const lock = JSON.parse(text('package-lock.json'));
  const template = JSON.parse(text('templates/typescript/package.json'));
  const said = [
    ['package-lock.json', lock.version, version],
    ['package-lock.json, the package', lock.packages[''].version, version],
    ['templates/typescript/package.json', template.dependencies[name], `^${version}`],
    ['templates/python/requirements.txt', text('templates/python/requirements.txt').trim(), `${name}~=${version}`],
    ...['README.md', 'docs/engines.md', 'templates/README.md'].flatMap((file) =>
      [...text(file).matchAll(/-aws-toms-(\d[\w.-]*)\.tgz/g)].map(([, packed]) => [file, packed, version])
    ),
    ...[...text('templates/README.md').matchAll(/download\/([^/]+)/g)].map(([, tag]) => [
      'templates/README.md',
      tag,
      `v${version}`,
    ]),
  ];
  return { version, wrong: said.filter(([, is, wanted]) => is !== wanted) };
}

/** What the changelog says of a version, or of what is unreleased. */
export function changesOf(root, version) {
  const parts = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m);
  return parts
    .find((part) => part.startsWith(`[${version}]`))
    ?.replace(/^.*\n+/, '')
    .trim();
}
