import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, in which every command runs. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** npm is a shell script on Windows, which takes a shell to run. */
export const NPM = { command: 'npm', shell: process.platform === 'win32' };

/**
 * Runs a command and says how long it took. What it prints is shown where it fails, and this process ends with its
 * status: a step that failed leaves nothing for the next one to work on.
 */
export function step(title, command, args, { env = {}, shell = false } = {}) {
  process.stdout.write(`${title} … `);
  const start = Date.now();
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: ROOT,
    shell,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (status === 0) {
    process.stdout.write(`${seconds} s\n`);
    return stdout;
  }
  process.stdout.write(`failed after ${seconds} s\n`);
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error ? `${command}: ${error.message}\n` : ''}`);
  process.exit(status || 1);
}
