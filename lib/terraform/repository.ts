import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the repository that a directory lies in: the nearest that holds `.git`, which is a file in worktrees and submodules. */
export function repositoryRoot(directory: string): string | undefined {
  if (existsSync(join(directory, '.git'))) return directory;
  const above = dirname(directory);
  return above === directory ? undefined : repositoryRoot(above);
}
