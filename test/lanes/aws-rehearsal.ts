/** `npm run test:aws` without AWS: what it refuses, and that it makes, looks at and destroys its stack, against moto. */
import { deepStrictEqual, fail, match, strictEqual } from 'node:assert';
import { ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { CHECKS } from './aws/checks';
import { runLane } from './support/lane';
import { awsEnvironment, clientConfig, withMoto } from './support/moto';
import { Environment, ROOT, build } from './support/run';
import { Standing, standing } from './support/standing';

interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/** What moto says to the checks that it can answer. The others stay open: nothing delivers logs there, boots or asks for MFA. */
const VERDICTS: { readonly [check: string]: string } = {
  // moto evaluates no conditions. At least this shows that they can fail.
  'kms-without-key': 'FAILS',
  mfa: 'FAILS',
};

runLane('aws-rehearsal', async (lane) => {
  await lane.need('the library is built', build);
  const nobody = {
    ...awsEnvironment('http://127.0.0.1:9'),
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
  };
  await lane.check('without credentials it says what to set, and makes nothing', async () => {
    const { status, said } = await ended(start(nobody));
    match(said, /^test:aws: no credentials of AWS .*\nSet AWS_PROFILE, .*Nothing was made\.$/m);
    strictEqual(status, 2);
  });
  await lane.check('a check that there is not is refused', async () => {
    const { status, said } = await ended(start(nobody, '--only', 'mfa,nothing'));
    match(said, /^test:aws: no check is called nothing: --list names them$/m);
    strictEqual(status, 2);
  });
  await lane.check('--list names each check, what must come of it, and where AWS says so', async () => {
    const { status, said } = await ended(start(nobody, '--list'));
    for (const { name, expected, source } of CHECKS)
      if (![name, expected, source].every((part) => said.includes(part))) fail(`nothing of ${name} in\n${said}`);
    strictEqual(status, 0);
  });
  await withMoto(async (url) => {
    const env = awsEnvironment(url);
    const ofMoto = (...args: string[]): ChildProcess => start(env, '--endpoint', url, '--minutes', '0', ...args);
    await lane.check('where nobody confirms, nothing is made', async () => {
      const { status, said } = await ended(ofMoto());
      match(said, /^\d+ resources are made in account 123456789012, eu-central-1, and destroyed afterwards:$/m);
      match(said, /^test:aws: nobody confirms: --yes makes them without a question\. Nothing was made\.$/m);
      strictEqual(status, 2);
      await requireNothing(url);
    });
    await lane.check('it is made, looked at and destroyed', async () => {
      const { status, said } = await ended(ofMoto('--yes'));
      const verdicts = [...said.matchAll(/^ {2}(holds|FAILS|open) +([\w-]+):/gm)].map(([, verdict, name]) => [
        name,
        verdict,
      ]);
      const expected = CHECKS.map(({ name }) => [name, VERDICTS[name] ?? 'open']);
      deepStrictEqual(Object.fromEntries(verdicts), Object.fromEntries(expected), said);
      match(said, /^It is destroyed\.\nNothing is left\.$/m);
      strictEqual(status, 1);
      await requireNothing(url);
    });
    await lane.check('interrupted while it is made, it destroys what there is', async () => {
      const running = ofMoto('--yes');
      const end = ended(running);
      // Nobody knows what becomes of a request that is on its way: it is interrupted while it waits.
      for (let before = 0; running.exitCode === null;) {
        await setTimeout(2000);
        const { length } = await left(url);
        if (length > 0 && length === before) break;
        before = length;
      }
      // A terminal tells the whole group.
      process.kill(-(running.pid ?? fail('it does not run')), 'SIGINT');
      const { status, said } = await end;
      match(said, /^Interrupted: what was made is destroyed\. Wait for it\.$/m);
      match(said, /^Nothing that its state knows is left\./m);
      strictEqual(status, 1);
      await requireNothing(url);
    });
  });
});

function start(env: Environment, ...args: string[]): ChildProcess {
  const program = ['--import', 'tsx', join('test', 'lanes', 'aws.ts'), ...args];
  return spawn(process.execPath, program, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
}

function ended(running: ChildProcess): Promise<Ended> {
  let said = '';
  for (const stream of [running.stdout, running.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((done, failed) => {
    running.once('error', failed);
    running.once('close', (status) => done({ status, said }));
  });
}

/** What stands, but for keys and aliases: a key goes when its days are over. */
async function left(url: string): Promise<Standing[]> {
  const config = clientConfig(url);
  const all = await standing(new S3Client({ ...config, forcePathStyle: true }), new KMSClient(config));
  return all.filter(({ type }) => type === 'aws_s3_bucket');
}

async function requireNothing(url: string): Promise<void> {
  deepStrictEqual(await left(url), []);
  const cache = join(ROOT, '.cache', 'aws');
  deepStrictEqual(existsSync(cache) ? readdirSync(cache) : [], []);
}
