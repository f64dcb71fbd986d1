import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { shownPath } from '../terraform/shown-path';

/** A path as code hosts look it up: relative to the root of the repository that the command runs in, and where there is none, as people see it. */
export function repositoryPath(path: string): string {
  const root = rootAbove(process.cwd());
  const below = root === undefined ? '..' : relative(root, resolve(path));
  if (below === '' || isAbsolute(below) || below.split(sep)[0] === '..') return shownPath(path);
  return sep === '/' ? below : below.split(sep).join('/');
}

/** The nearest directory that holds `.git`, which is a file in worktrees and submodules. */
function rootAbove(directory: string): string | undefined {
  if (existsSync(join(directory, '.git'))) return directory;
  const above = dirname(directory);
  return above === directory ? undefined : rootAbove(above);
}
