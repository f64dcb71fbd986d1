import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPaths } from '../../lib/reports/repository-path';
import { temporaryDirectory } from '../support/synth';

/** What a function gives where the command runs in some directory. */
function within<T>(directory: string, act: () => T): T {
  const cwd = jest.spyOn(process, 'cwd').mockReturnValue(directory);
  try {
    return act();
  } finally {
    cwd.mockRestore();
  }
}

const root = temporaryDirectory();
const project = join(root, 'packages', 'infra');
mkdirSync(project, { recursive: true });

test('is as people see it where there is no repository', () => {
  expect(within(project, () => repositoryPaths()(join(project, 'main.ts')))).toBe('main.ts');
  expect(within(project, () => repositoryPaths()('/elsewhere/main.ts'))).toBe('/elsewhere/main.ts');
});

describe.each<[string, (git: string) => void]>([
  ['a repository', (git) => mkdirSync(git, { recursive: true })],
  ['a worktree', (git) => writeFileSync(git, 'gitdir: /elsewhere\n')],
])('in a directory of %s', (name, make) => {
  const top = join(root, name);
  const below = join(top, 'packages', 'infra');
  mkdirSync(below, { recursive: true });
  make(join(top, '.git'));

  test.each([
    [join(below, 'main.ts'), 'packages/infra/main.ts'],
    [join(top, 'shared', 'stack.ts'), 'shared/stack.ts'],
    [join(root, 'outside.ts'), join(root, 'outside.ts')],
  ])('%s', (path, expected) => {
    expect(within(below, () => repositoryPaths()(path))).toBe(expected);
  });
});
