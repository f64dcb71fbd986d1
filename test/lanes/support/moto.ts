import { spawn } from 'node:child_process';
import { Environment } from './run';
import { freePort, untilAnswers, whileRunning } from './servers';

/** What the emulator calls the account that it is. */
export const ACCOUNT_ID = '123456789012';

/** Runs with an AWS emulator of its own on a free loopback port, which ends with it. */
export async function withMoto<T>(work: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // The policies that AWS itself keeps are there, and certificates are valid at once.
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true', MOTO_ACM_VALIDATION_WAIT: '0' },
  });
  const url = `http://127.0.0.1:${port}`;
  return whileRunning(server, async () => {
    await untilAnswers(server, `${url}/moto-api/`, "pip install 'moto[server]'");
    return work(url);
  });
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
    // What crashes an emulator crashes it again: Terraform would ask 25 times, for most of an hour.
    AWS_MAX_ATTEMPTS: '4',
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
