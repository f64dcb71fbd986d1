/**
 * What only AWS can decide, in an account of your own: makes one EPHEMERAL stack, looks at what AWS does with it, and destroys it, also where something
 * fails or you interrupt it. No part of CI. It costs a few euros at most, and takes up to 100 minutes: log files come when they come.
 *
 *   npm run test:aws -- [--region <region>] [--only <check>,…] [--yes] [--mfa-serial <arn>]
 *   npm run test:aws -- --list
 *   npm run test:aws -- --endpoint <url of an emulator> --minutes 0
 *
 * Exit status: 0 everything that was decided holds, 1 something does not or something was left behind, 2 nothing was begun.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ConfigServiceClient, DescribeConfigurationRecordersCommand } from '@aws-sdk/client-config-service';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { CHECKS, Live, LiveCheck, Seen } from './aws/checks';
import { Deployment, EmulatorGap } from './support/deployment';
import { asObject, asObjects, readObject, writeJson } from './support/json';
import { awsEnvironment, clientConfig } from './support/moto';
import { Provider } from './support/provider';
import { ReviewedList } from './support/reviewed-list';
import { Environment, ROOT, build, mustRun, synthesizeProgram } from './support/run';
import { Stack, stacksOf } from './support/stacks';

const { values: asked } = parseArgs({
  options: {
    region: { type: 'string', default: 'eu-central-1' },
    only: { type: 'string' },
    yes: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    endpoint: { type: 'string' },
    minutes: { type: 'string' },
    'mfa-serial': { type: 'string' },
  },
});

/** Thrown before anything is made. */
class NotBegun extends Error {}

const SECONDS_BETWEEN_LOOKS = 15;
const region = asked.region;
const config = asked.endpoint === undefined ? { region } : { ...clientConfig(asked.endpoint), region };
/** Ends the looks, but not what was made: that is destroyed. */
let isInterrupted = false;

function chosen(): readonly LiveCheck[] {
  const names = asked.only?.split(',');
  const unknown = (names ?? []).filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) throw new NotBegun(`no check is called ${unknown.join(', ')}: --list names them`);
  return CHECKS.filter(({ name }) => names?.includes(name) ?? true);
}

async function callerAccount(): Promise<string> {
  try {
    const { Account, Arn } = await new STSClient(config).send(new GetCallerIdentityCommand({}));
    console.log(`As ${Arn} in ${region}`);
    return Account ?? '';
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NotBegun(
      `no credentials of AWS (${why}).\nSet AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, of an account in which nothing else matters. Nothing was made.`
    );
  }
}

/** An account has one recorder in a region: that of somebody else stays as it is. */
async function hasRecorder(): Promise<boolean> {
  const { ConfigurationRecorders = [] } = await new ConfigServiceClient(config).send(
    new DescribeConfigurationRecordersCommand({})
  );
  return ConfigurationRecorders.length > 0;
}

async function ask(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await reader.question(question);
  reader.close();
  return answer.trim();
}

async function confirm(many: number, types: string, account: string): Promise<void> {
  console.log(`\n${many} resources are made in account ${account}, ${region}, and destroyed afterwards:\n  ${types}`);
  console.log('A load balancer, an instance and private endpoints cost by the hour: about one euro in two hours.');
  if (asked.yes) return;
  if (!process.stdin.isTTY)
    throw new NotBegun('nobody confirms: --yes makes them without a question. Nothing was made.');
  const answer = await ask('Type the number of the account to make them: ');
  if (answer !== account) throw new NotBegun('not confirmed. Nothing was made.');
}

async function makeCertificate(directory: string): Promise<Environment> {
  const [CERTIFICATE_FILE, PRIVATE_KEY_FILE] = [join(directory, 'certificate.pem'), join(directory, 'key.pem')];
  const kind = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=toms-live.example.com'];
  await mustRun('openssl', ['req', ...kind, '-keyout', PRIVATE_KEY_FILE, '-out', CERTIFICATE_FILE], directory);
  return { CERTIFICATE_FILE, PRIVATE_KEY_FILE };
}

async function decide(check: LiveCheck, live: Live): Promise<Seen> {
  const minutes = asked.minutes === undefined ? check.minutes : Number(asked.minutes);
  const end = Date.now() + minutes * 60_000;
  let last = '';
  let isBegun = check.begin === undefined;
  do {
    try {
      if (!isBegun) await check.begin?.(live);
      isBegun = true;
      const seen = await check.look(live);
      if (seen) return seen;
      last = '';
    } catch (error) {
      // What is not there yet may come: a host that nobody can reach, a metric without a value.
      last = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
    }
    if (Date.now() >= end || isInterrupted) break;
    await setTimeout(SECONDS_BETWEEN_LOOKS * 1000);
  } while (!isInterrupted);
  console.log(`  open   ${check.name}: not decided within ${minutes} minutes${last === '' ? '' : ` (${last})`}`);
  return undefined;
}

async function look(checks: readonly LiveCheck[], live: Live): Promise<boolean> {
  const results = await Promise.all(
    checks.map(async (check) => {
      const seen = await decide(check, live);
      if (seen) console.log(`  ${seen.holds ? 'holds' : 'FAILS'}  ${check.name}: ${seen.seen}`);
      if (seen?.holds === false)
        console.log(`         ${check.what}\n         expected: ${check.expected}\n         ${check.source}`);
      return seen;
    })
  );
  const of = (holds: boolean): number => results.filter((seen) => seen?.holds === holds).length;
  console.log(`\n${of(true)} hold, ${of(false)} fail, ${results.filter((seen) => !seen).length} are open`);
  return of(false) === 0;
}

/** cdktf writes a path of a state into the stack. This one belongs to this run, and lies where Terraform works. */
function keepStateWithIt({ file }: Stack): void {
  const written = readObject(file);
  asObject(written.terraform).backend = { local: {} };
  writeJson(file, written);
}

interface Prepared {
  readonly deployment: Deployment;
  /** Whether AWS Config is left as it is. */
  readonly isOthers: boolean;
}

/** Plans, and asks. What is thrown here was thrown before anything was made. */
async function prepare(directory: string, accountId: string): Promise<Prepared> {
  const isOthers = await hasRecorder();
  if (isOthers) console.log('config is left out: the account has a recorder of its own');
  const outdir = join(directory, 'out');
  await synthesizeProgram(join('test', 'lanes', 'aws', 'main.ts'), outdir, {
    ...(await makeCertificate(directory)),
    REGION: region,
    ACCOUNT_ID: accountId,
    CONFIG: String(!isOthers),
    OPERATOR: `toms-live-operator-${directory.slice(-6).toLowerCase()}`,
  });
  const provider = await Provider.load(join(directory, 'provider'));
  const [stack] = stacksOf('live', outdir);
  keepStateWithIt(stack);
  const isAws = asked.endpoint === undefined;
  const gaps = isAws ? undefined : new ReviewedList<EmulatorGap>(join(__dirname, 'emulator-gaps.json'));
  const env = asked.endpoint === undefined ? {} : awsEnvironment(asked.endpoint);
  const deployment = new Deployment(stack, join(directory, 'stack'), provider, gaps, env);
  await deployment.init();
  const planned = asObjects((await deployment.planServed()).resource_changes ?? []);
  const types = planned.filter(({ mode }) => mode === 'managed').map(({ type }) => String(type).replace('aws_', ''));
  await confirm(types.length, [...new Set(types)].sort().join(', '), accountId);
  return { deployment, isOthers };
}

async function main(): Promise<number> {
  if (asked.list) {
    for (const { name, what, expected, source, minutes } of CHECKS)
      console.log(`${name}, within ${minutes} minutes\n  ${what}\n  expected: ${expected}\n  ${source}`);
    return 0;
  }
  const checks = chosen();
  const accountId = await callerAccount();
  await build();
  const cache = join(ROOT, '.cache', 'aws');
  mkdirSync(cache, { recursive: true });
  // The state stays until everything is destroyed: without it nobody would know what to destroy.
  const directory = mkdtempSync(join(cache, 'run-'));
  const { deployment, isOthers } = await prepare(directory, accountId).catch((error: unknown) => {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  });
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  let holds = false;
  try {
    await deployment.applyPlan();
    console.log('It is made.\n');
    const resources = await deployment.resources();
    const get: Live['get'] = (type, path, attribute, id) => resources.get(type, `live/${path}`, attribute, id);
    const { 'mfa-serial': serial } = asked;
    const mfa = serial === undefined ? undefined : { serial, askCode: () => ask('Code of the MFA device: ') };
    const live = { get, config, accountId, mfa, forcePathStyle: asked.endpoint !== undefined };
    if (!isInterrupted)
      holds = await look(
        checks.filter(({ name }) => !isOthers || name !== 'config'),
        live
      );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  return (await destroyed(deployment, directory)) && holds && !isInterrupted ? 0 : 1;
}

function interrupted(): void {
  if (!isInterrupted) console.log('\nInterrupted: what was made is destroyed. Wait for it.');
  isInterrupted = true;
}

async function destroyed(deployment: Deployment, directory: string): Promise<boolean> {
  console.log('It is destroyed.');
  for (let tries = 0; tries < 3; tries++) {
    const { status, stderr } = await deployment.attempt('destroy', '-auto-approve', '-no-color');
    if (status === 0) {
      rmSync(directory, { recursive: true, force: true });
      console.log(
        isInterrupted
          ? 'Nothing that its state knows is left. A request that was on its way may have made something: look for what is tagged with the environment ephemeral.'
          : 'Nothing is left.'
      );
      return true;
    }
    console.error(stderr);
    await setTimeout(SECONDS_BETWEEN_LOOKS * 1000);
  }
  console.error(`Something is left. Its state is in ${join(directory, 'stack')}: terraform destroy there.`);
  return false;
}

main().then(
  (status) => void (process.exitCode = status),
  (error: unknown) => {
    console.error(`test:aws: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = error instanceof NotBegun ? 2 : 1;
  }
);
