import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, mustRun } from './run';

const QUIET = { PIP_DISABLE_PIP_VERSION_CHECK: '1' };

/** Where the programs of a lane's own Python environment lie. It is kept between runs. */
export function binOf(name: string): string {
  return join(ROOT, '.cache', name, 'venv', 'bin');
}

/** Makes the environment where there is none, and installs what a file of requirements names. */
export async function installed(name: string, requirements: string): Promise<void> {
  const [directory, python] = [join(ROOT, '.cache', name), join(binOf(name), 'python')];
  mkdirSync(directory, { recursive: true });
  if (!existsSync(python)) await mustRun('python3', ['-m', 'venv', join(directory, 'venv')], directory);
  await mustRun(python, ['-m', 'pip', 'install', '--quiet', '-r', requirements], directory, QUIET);
}
