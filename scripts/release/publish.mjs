import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { NPM } from '../step.mjs';

/** Goes through all of publishing a packed package but for sending it, and returns the paths of its files. */
export function rehearsed(tarball) {
  // What is published already is nothing to a rehearsal, and only a registry could tell.
  const offline = ['--registry=http://127.0.0.1:9', '--fetch-retries=0'];
  const args = ['publish', tarball, '--dry-run', '--json', '--access=public', '--ignore-scripts', ...offline];
  const said = JSON.parse(
    execFileSync(NPM.command, args, { shell: NPM.shell, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 })
  );
  const { files, size, unpackedSize } = said.files ? said : Object.values(said)[0];
  return { files: files.map(({ path }) => path).sort(), size, unpackedSize };
}

/** The kinds of files in each folder at the root of a package: what a release shows, whatever is added to what is there. */
export function kindsOf(files) {
  const kinds = files.map((file) => {
    const [folder, ...rest] = file.split('/');
    const name = rest.at(-1);
    return name === undefined
      ? folder
      : `${folder}/**/${name.includes('.') ? name.replace(/^.*?(?=\.(?:d\.ts|[^.]*)$)/, '*') : name}`;
  });
  return [...new Set(kinds)].sort();
}

/** What a package holds besides the kinds of files that it should, or lacks of them. */
export function faultsOf(files) {
  const golden = JSON.parse(readFileSync(new URL('files.json', import.meta.url), 'utf8'));
  const kinds = kindsOf(files);
  return [
    ...kinds
      .filter((kind) => !golden.includes(kind))
      .map((kind) => `it holds ${kind}, which scripts/release/files.json does not`),
    ...golden.filter((kind) => !kinds.includes(kind)).map((kind) => `it lacks ${kind}`),
  ];
}
