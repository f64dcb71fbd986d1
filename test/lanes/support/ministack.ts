import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { mustRun } from './run';
import { freePort, listening, untilAnswers, whileRunning } from './servers';
import { binOf, installed } from './venv';

/** The account that the stacks are applied to, and another one. A key of twelve digits is the root of the account that it names. */
export const OWN = '111122223333';
export const OTHER = '444455556666';

const REQUIREMENTS = join(__dirname, '..', 'enforced', 'requirements.txt');

export interface MiniStack {
  /** Over TLS, as AWS is reached. */
  readonly url: string;
  /** Without. */
  readonly plainUrl: string;
  /** The certificate that the first is trusted by. */
  readonly certificate: string;
}

/** What pip installs: an environment of its own, since checkov and MiniStack need versions of botocore that exclude each other. */
export async function installMiniStack(): Promise<void> {
  await installed('ministack', REQUIREMENTS);
}

/** Runs with an emulator that enforces policies, on free loopback ports, which ends with it. */
export async function withMiniStack(directory: string, work: (stack: MiniStack) => Promise<void>): Promise<void> {
  const port = await freePort();
  const server = spawn(join(binOf('ministack'), 'ministack'), [], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      AUTH: 'true',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_ACCOUNT_ID: OWN,
      MINISTACK_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_SESSION_TOKEN: '',
      // It would listen on every interface.
      IOT_MTLS_ENABLED: '0',
      LOG_LEVEL: 'WARNING',
      TMPDIR: directory,
    },
  });
  const plainUrl = `http://127.0.0.1:${port}`;
  await whileRunning(server, async () => {
    await untilAnswers(server, `${plainUrl}/_ministack/health`, 'it is installed into .cache/ministack');
    await withTls(directory, port, (url, certificate) => work({ url, plainUrl, certificate }));
  });
}

/** Ends TLS before a server that is told of it by a header, as a load balancer would. */
async function withTls(
  directory: string,
  port: number,
  work: (url: string, certificate: string) => Promise<void>
): Promise<void> {
  const [certificate, key] = [join(directory, 'certificate.pem'), join(directory, 'key.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  await mustRun('openssl', ['req', ...kind, ...subject, '-keyout', key, '-out', certificate], directory);
  const front = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (incoming, outgoing) => {
    const { method, url: path } = incoming;
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' };
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.once('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  const frontPort = await listening(front);
  try {
    await work(`https://127.0.0.1:${frontPort}`, certificate);
  } finally {
    front.closeAllConnections();
    front.close();
  }
}
