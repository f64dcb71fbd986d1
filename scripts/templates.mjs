// Packs each folder of templates into an archive as `cdktf init --template` takes it: <engine>-<language>.zip. `npm run templates` writes them into .cache/templates, or into a directory that it is given.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './step.mjs';

/** Packs the templates of a checkout, or of the copy for the other engine, into a directory. Returns the paths of the archives. */
export function packTemplates(root, to) {
  const [engine] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).name.split('-');
  const scratch = mkdtempSync(join(tmpdir(), 'toms-templates-'));
  // An index of its own: what is staged for a commit stays as it is.
  const git = (...args) =>
    execFileSync('git', args, { cwd: root, env: { ...process.env, GIT_INDEX_FILE: join(scratch, 'index') } });
  mkdirSync(to, { recursive: true });
  try {
    git('add', 'templates');
    const tree = git('write-tree').toString().trim();
    const languages = readdirSync(join(root, 'templates'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory()
    );
    return languages.map(({ name }) => {
      const archive = join(to, `${engine}-${name}.zip`);
      git('archive', '--format=zip', `--output=${archive}`, `${tree}:templates/${name}`);
      return archive;
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [to = join(ROOT, '.cache', 'templates')] = process.argv.slice(2);
  for (const archive of packTemplates(ROOT, to)) process.stdout.write(`${archive}\n`);
}
