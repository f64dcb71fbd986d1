import { ChildProcess } from 'node:child_process';
import { AddressInfo, Server, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** Works while a server runs, and ends it. A process that is interrupted does not leave it behind. */
export async function whileRunning<T>(server: ChildProcess, work: () => Promise<T>): Promise<T> {
  const end = (): void => void server.kill();
  const interrupted = (): never => process.exit(130);
  process.once('exit', end);
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await work();
  } finally {
    end();
    process.off('exit', end).off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((done) => server.close(done));
  return port;
}

/** Lets a server listen on a free port of the loopback interface, which it returns. */
export function listening(server: Server): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}

/** Waits a minute at most until a server answers. `install` is what a machine lacks that cannot start it. */
export async function untilAnswers(server: ChildProcess, url: string, install: string): Promise<void> {
  let said = '';
  let failed: Error | undefined;
  server.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  server.once('error', (error) => (failed = error));
  for (let tries = 0; tries < 300; tries++) {
    if (failed) throw new Error(`${server.spawnfile} does not start: ${install} (${failed.message})`);
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended with status ${server.exitCode}\n${said}`);
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false
    );
    if (answered) return;
    await setTimeout(200);
  }
  throw new Error(`${server.spawnfile} did not answer within a minute\n${said}`);
}
