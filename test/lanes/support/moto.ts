import { ChildProcess, spawn } from 'node:child_process';
import { AddressInfo, createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Environment } from './run';

/** What the emulator calls the account that it is. */
export const ACCOUNT_ID = '123456789012';

/** Runs with an AWS emulator of its own on a free loopback port, which ends with it. */
export async function withMoto(work: (url: string) => Promise<void>): Promise<void> {
  const port = await freePort();
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // The policies that AWS itself keeps are there.
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
  });
  const end = (): void => void server.kill();
  // A process that is interrupted must not leave the server behind.
  const interrupted = (): never => process.exit(130);
  process.once('exit', end);
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilAnswers(server, `${url}/moto-api/`);
    await work(url);
  } finally {
    end();
    process.off('exit', end).off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/** Makes Terraform and the SDK talk to the emulator and to nothing else, whatever this machine is configured for. */
export function awsEnvironment(url: string): Environment {
  const inherited = Object.keys(process.env).filter((name) => name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(inherited.map((name) => [name, undefined])),
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_S3: url,
    AWS_ENDPOINT_URL_STS: url,
  };
}

/** What the clients of the AWS SDK take to talk to the emulator. */
export function clientConfig(endpoint: string): {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
} {
  return { endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}

async function untilAnswers(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  let failed: Error | undefined;
  server.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  server.once('error', (error) => (failed = error));
  for (let tries = 0; tries < 300; tries++) {
    if (failed) throw new Error(`moto_server does not start: pip install 'moto[server]' (${failed.message})`);
    if (server.exitCode !== null) throw new Error(`moto_server ended with status ${server.exitCode}\n${said}`);
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false
    );
    if (answered) return;
    await setTimeout(200);
  }
  throw new Error(`moto_server did not answer within a minute\n${said}`);
}
