import { isAbsolute, relative, resolve, sep } from 'node:path';
import { repositoryRoot } from '../terraform/repository';
import { shownPath } from '../terraform/shown-path';

/** Paths as code hosts look them up: relative to the root of the repository that the command runs in, and where there is none, as people see them. */
export function repositoryPaths(): (path: string) => string {
  const root = repositoryRoot(process.cwd());
  return (path) => {
    const below = root === undefined ? '..' : relative(root, resolve(path));
    if (below === '' || isAbsolute(below) || below.split(sep)[0] === '..') return shownPath(path);
    return sep === '/' ? below : below.split(sep).join('/');
  };
}
