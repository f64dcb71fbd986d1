import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ROOT, mustRun } from './run';

/** The command of cdktf. That of cdktn is no tool of the checkout, and makes projects in the same way. */
const CLI = join(dirname(require.resolve('cdktf-cli/package.json')), 'bundle', 'bin', 'cdktf');

/**
 * Makes a project of a template as `cdktf init` does, which takes an archive over HTTP. Returns the command of its program. `root` is that of the checkout, or of
 * the copy for the other engine.
 */
export async function projectOf(language: string, directory: string, root = ROOT): Promise<string> {
  const archives = mkdtempSync(join(tmpdir(), 'toms-archives-'));
  const server = createServer(({ url = '' }, response) => response.end(readFileSync(join(archives, basename(url)))));
  try {
    await mustRun(process.execPath, [join('scripts', 'templates.mjs'), archives], root);
    const archive = readdirSync(archives).find((file) => file.endsWith(`-${language}.zip`))!;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${archive}`;
    mkdirSync(directory);
    const args = ['init', '--local', '--template', address, '--project-name', 'a', '--project-description', 'a'];
    await mustRun(process.execPath, [CLI, ...args, '--enable-crash-reporting=false'], directory, {
      CI: '1',
      CHECKPOINT_DISABLE: '1',
    });
  } finally {
    server.close();
    rmSync(archives, { recursive: true, force: true });
  }
  return (JSON.parse(readFileSync(join(directory, 'cdktf.json'), 'utf8')) as { app: string }).app;
}
