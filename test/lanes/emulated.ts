/**
 * The examples are applied to moto, an emulator of AWS: planned and checked, applied, planned again without a change, read back through the AWS SDK,
 * and destroyed where they are ephemeral. In production, destruction must be refused.
 */
import { deepStrictEqual, fail, match, ok, strictEqual } from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { App } from 'cdktf';
import { databases } from '../support/databases';
import { DatabasesReadBack } from './support/databases-readback';
import { Deployment, EmulatorGap, Resources, toms } from './support/deployment';
import {
  DATABASES,
  DATA_ANALYTICS,
  DATA_NETWORK,
  DATA_RECORDS,
  Expectation,
  LOGS,
  PLATFORM_ARCHIVE,
  PLATFORM_NETWORK,
  QUICKSTART,
  SAAS_APPLICATION,
  SAAS_DATA,
  SAAS_EDGE,
  SAAS_NETWORK,
  SERVERLESS,
  SITE,
  STATE,
  orders,
  platformWorkload,
} from './support/expected';
import { asObject, readObject, writeJson } from './support/json';
import { Lane, runLane } from './support/lane';
import { awsEnvironment, withMoto } from './support/moto';
import { NetworkReadBack } from './support/network-readback';
import { PlannedChange, plannedChanges } from './support/plan-changes';
import { Provider } from './support/provider';
import { ReadBack } from './support/readback';
import { SiteReadBack } from './support/site-readback';
import { ReviewedList } from './support/reviewed-list';
import { Environment, build, synthesize } from './support/run';
import { Stack, stacksOf } from './support/stacks';
import { StoresReadBack } from './support/stores-readback';

const gaps = new ReviewedList<EmulatorGap>(join(__dirname, 'emulator-gaps.json'));

runLane('emulated', async (lane) => {
  const temporary = mkdtempSync(join(tmpdir(), 'toms-emulated-'));
  try {
    await lane.need('the library is built', build);
    const provider = await Provider.load(join(temporary, 'provider'));
    lane.note(`AWS provider ${provider.version ?? 'as pinned'}`);
    for (const gap of gaps.entries)
      lane.note(`moto: ${gap.attribute ?? gap.adaptation ?? gap.resource}: ${gap.reason}`);
    const asked = process.argv.slice(2);
    const emulator = async (name: string, work: (run: Run) => Promise<void>): Promise<void> => {
      if (asked.length > 0 && !asked.includes(name)) return;
      const at = join(temporary, name.replace(/\W+/g, '-'));
      await lane.sequence(name, (own) => withMoto((url) => work(new Run(own, provider, url, at))));
    };
    // Most of the time the provider waits: half a minute and more until a lifecycle has settled.
    await Promise.all([
      emulator('quickstart', quickstart).then(() => emulator('insecure', insecure)),
      emulator('log-archive', logArchive),
      emulator('web-platform', webPlatform),
      emulator('data-platform', dataPlatform),
      emulator('static-site', staticSite),
      emulator('serverless', serverless),
      emulator('saas-platform', saasPlatform),
      emulator('brownfield', brownfield),
      emulator('databases', copiesAndProxies),
    ]);
    // A part of the lane does not need all of the lists.
    if (asked.length > 0) return lane.note(`only ${asked.join(', ')}: the reviewed lists were not looked at`);
    await lane.check('emulator-gaps.json lists nothing that the emulator keeps', () => gaps.requireAllUsed());
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
});

/** One emulator, and what is applied to it. */
class Run {
  public readonly readBack: ReadBack;
  private readonly env: Environment;

  constructor(
    public readonly lane: Lane,
    private readonly provider: Provider,
    public readonly url: string,
    private readonly directory: string
  ) {
    this.readBack = new ReadBack(url);
    this.env = awsEnvironment(url);
  }

  /** Synthesizes an example and returns its stacks by name. */
  public async synthesize(example: string, env: Environment = {}): Promise<(name: string) => Stack> {
    const outdir = join(this.directory, 'out');
    await this.lane.need(`${example}: synthesizes`, () => synthesize(example, outdir, env));
    const stacks = stacksOf(example, outdir);
    return (name) => stacks.find((stack) => stack.name === name) ?? fail(`${example} has no stack ${name}`);
  }

  /** The same of a program of this process, and of its one stack. */
  public synthesizeApp(make: (outdir: string) => App, name: string): Stack {
    const outdir = join(this.directory, 'out');
    mkdirSync(this.directory, { recursive: true });
    make(outdir).synth();
    return stacksOf(name, outdir).find((stack) => stack.name === name) ?? fail(`${name} has no stack of its name`);
  }

  public deployment(stack: Stack): Deployment {
    return new Deployment(stack, join(this.directory, stack.name), this.provider, gaps, this.env);
  }

  /** Applies a stack of production, and reads it back. */
  public async applyInProduction(
    stack: Stack,
    expected: Expectation
  ): Promise<{ deployment: Deployment; made: Resources }> {
    const deployment = this.deployment(stack);
    await this.lane.need(`${stack.name}: init`, () => deployment.init());
    return { deployment, made: await this.apply(stack.name, deployment, expected, false) };
  }

  /** Plans, checks the plan, applies, plans again, and reads back. */
  public async apply(
    name: string,
    deployment: Deployment,
    expected: Expectation,
    ephemeral: boolean
  ): Promise<Resources> {
    const { lane } = this;
    let planned = '';
    await lane.need(`${name}: plan`, async () => void (planned = await deployment.plan()));
    await lane.check(
      `${name}: toms check plan.json finds nothing that was not meant, and nothing is undetermined`,
      async () => {
        const { status, found: all } = await checkPlan(planned);
        const found = all.filter(({ rule, address }) => LEFT_TO_PEOPLE[rule]?.includes(address) !== true);
        const unexplained = found.filter(({ rule, address }) => {
          const lacking = this.provider.reasonFor(rule, address, deployment.copy);
          if (lacking !== undefined) lane.note(`${rule} ${address}: the provider lacks ${lacking}`);
          return lacking === undefined;
        });
        deepStrictEqual(unexplained, []);
        strictEqual(status, found.length === 0 ? 0 : 1);
      }
    );
    await lane.need(`${name}: apply`, async () => {
      for (const address of await deployment.apply()) lane.note(`${name}: not applied, only planned: ${address}`);
    });
    await lane.check(`${name}: a second plan has no change`, () => deployment.requireNoChange());
    const resources = await deployment.resources();
    await this.readBack.check(lane, resources, expected, ephemeral);
    return resources;
  }

  public async destroy(name: string, deployment: Deployment, resources: Resources): Promise<void> {
    await this.lane.need(`${name}: destroy`, () => deployment.destroy());
    await this.lane.check(`${name}: its buckets are gone`, async () => {
      for (const bucket of resources.bucketNames())
        strictEqual(await this.readBack.bucketExists(bucket), false, bucket);
    });
  }

  public async refuseDestroy(name: string, deployment: Deployment, resources: Resources): Promise<void> {
    await this.lane.check(`${name}: destroy is refused, its data stores by name`, async () => {
      const { status, stderr } = await deployment.tryDestroy();
      strictEqual(status, 1);
      const said = stripVTControlCharacters(stderr).replace(/[\s│]+/g, ' ');
      match(said, /Instance cannot be destroyed/);
      match(said, /Resource aws_(s3_bucket|kms_key|cloudwatch_log_group)\.\w+ has lifecycle\.prevent_destroy set/);
    });
    await this.lane.check(`${name}: its buckets are still there`, async () => {
      for (const bucket of resources.bucketNames()) strictEqual(await this.readBack.bucketExists(bucket), true, bucket);
    });
  }
}

async function quickstart(run: Run): Promise<void> {
  const stack = await run.synthesize('quickstart');
  const deployment = run.deployment(stack('quickstart'));
  await run.lane.need('quickstart: init', () => deployment.init());
  const resources = await run.apply('quickstart', deployment, QUICKSTART, true);
  await run.destroy('quickstart', deployment, resources);
}

/** As an override would do it that no guardrail stopped: the plan still shows it. */
async function insecure(run: Run): Promise<void> {
  const stack = (await run.synthesize('quickstart'))('quickstart');
  const config = readObject(stack.file);
  for (const key of Object.values(asObject(asObject(config.resource).aws_kms_key))) {
    asObject(key).enable_key_rotation = false;
    delete asObject(key).rotation_period_in_days;
  }
  writeJson(stack.file, config);
  const deployment = run.deployment(stack);
  await run.lane.need('quickstart: init', () => deployment.init());
  await run.lane.check('quickstart: toms check plan.json finds KMS-001', async () => {
    const { status, found } = await checkPlan(await deployment.plan());
    strictEqual(status, 1);
    deepStrictEqual(
      found.filter(({ rule }) => rule.startsWith('KMS-')).map(({ rule, outcome }) => `${rule} ${outcome}`),
      ['KMS-001 violated']
    );
  });
}

/** What the example calls the bucket of the states. */
const BUCKET = 'acme-terraform-state';

/** What may not be destroyed or made again on the way from the old stack to the clean one. */
const OLD_STORES =
  /^aws_(?:s3_bucket|db_instance|dynamodb_table|sqs_queue|sns_topic|kms_key|cloudwatch_log_group|cloudtrail|lb)\./;

/** The old stack is applied, but for its database and what names it, and the clean one is planned over its state: what holds data stays. */
async function brownfield(run: Run): Promise<void> {
  const { lane } = run;
  const old = await run.synthesize('brownfield', { STEP: '0' });
  const deployment = run.deployment(old('shop'));
  await lane.need('shop as it was: init', () => deployment.useLocalState());
  await lane.need('shop as it was: apply', async () => {
    await deployment.planServed();
    await deployment.applyPlan();
  });
  const stores = (await deployment.addresses()).filter((address) => OLD_STORES.test(address));
  await lane.check('the old stack holds what must stay', () => strictEqual(stores.length, 12));

  const clean = await run.synthesize('brownfield');
  deployment.rewrite(clean('shop'));
  await lane.need('shop as it is: init', () => deployment.useLocalState());
  let changes: PlannedChange[] = [];
  await lane.need('shop as it is: plan', async () => void (changes = plannedChanges(await deployment.planServed())));
  await lane.check('no store is destroyed, replaced or moved, and each is changed in place', () => {
    const ofStores = changes.filter(({ address }) => stores.includes(address));
    deepStrictEqual(
      ofStores.filter(({ kind }) => kind !== 'updated'),
      []
    );
    strictEqual(ofStores.length, stores.length);
  });
  await lane.check('what has no place any more goes: the plan is no empty one', () => {
    const destroyed = changes.filter(({ kind }) => kind === 'destroyed').map(({ address }) => address);
    for (const address of ['aws_iam_access_key.ci_key', 'aws_key_pair.ssh', 'aws_security_group.database_group'])
      ok(destroyed.includes(address), address);
  });
}

/** The order that the example documents: the state's own bucket first, with a local state that then moves into it. */
async function logArchive(run: Run): Promise<void> {
  const { lane } = run;
  const env = { EPHEMERAL: 'true' };
  const before = await run.synthesize('log-archive', env);
  const state = run.deployment(before('state'));
  await lane.need('state: init with a local state', () => state.useLocalState());
  const stateResources = await run.apply('state', state, STATE, true);

  const STATE_KEY_ARN = await state.output('state_key_arn');
  const stack = await run.synthesize('log-archive', { ...env, STATE_KEY_ARN });
  const requireState = (name: string): Promise<void> => run.readBack.requireState(BUCKET, name, STATE_KEY_ARN);
  if (gaps.find((gap) => gap.adaptation === 'the policy of the state bucket is removed once it was read back')) {
    await run.readBack.deletePolicy(BUCKET);
  }
  state.rewrite(stack('state'));
  const addresses = await state.addresses();
  await lane.need('state: init moves the state into its bucket', () => state.useOwnBackend());
  await lane.check('state: its state lies there, under its key', () => requireState('state'));
  await lane.check('state: nothing was lost on the way', async () =>
    deepStrictEqual(await state.addresses(), addresses)
  );

  const logs = run.deployment(stack('logs'));
  await lane.need('logs: init', () => logs.init());
  const logsResources = await run.apply('logs', logs, LOGS, true);
  await lane.check('logs: its state lies in S3, under its key', () => requireState('logs'));

  const order = run.deployment(stack('orders'));
  await lane.need('orders: init', () => order.init());
  const ordersResources = await run.apply('orders', order, orders(logsResources), true);
  await lane.check('orders: its state lies in S3, under its key', () => requireState('orders'));

  await run.destroy('orders', order, ordersResources);
  await run.destroy('logs', logs, logsResources);
  await lane.need('state: init moves the state back into a file', () => state.useLocalState());
  if (
    gaps.find((gap) => gap.adaptation === 'the delete markers in the state bucket are removed before it is destroyed')
  ) {
    await run.readBack.deleteMarkers(BUCKET);
  }
  await run.destroy('state', state, stateResources);
}

/** In production: what its data stores and logs are, nobody destroys. */
async function webPlatform(run: Run): Promise<void> {
  const { lane } = run;
  const readBack = new NetworkReadBack(run.url);
  const env = await readBack.prepare(BUCKET);
  const stack = await run.synthesize('web-platform', env);
  const archive = await run.applyInProduction(stack('archive'), PLATFORM_ARCHIVE);
  const network = await run.applyInProduction(stack('network'), PLATFORM_NETWORK);
  await readBack.check(lane, network.made);
  const workload = await run.applyInProduction(stack('workload'), platformWorkload(archive.made));
  await run.refuseDestroy('workload', workload.deployment, workload.made);
}

/** In production too: categories of data, each kept as the schedule says. */
async function dataPlatform(run: Run): Promise<void> {
  const { lane } = run;
  const env = await new NetworkReadBack(run.url).prepare(BUCKET);
  const stores = new StoresReadBack(run.url);
  const stack = await run.synthesize('data-platform', env);
  await run.applyInProduction(stack('network'), DATA_NETWORK);
  const records = await run.applyInProduction(stack('records'), DATA_RECORDS);
  await stores.checkRecords(lane, records.made);
  const analytics = await run.applyInProduction(stack('analytics'), DATA_ANALYTICS);
  await stores.checkAnalytics(lane, analytics.made);
  await run.refuseDestroy('records', records.deployment, records.made);
}

/** In production: only its distribution reads what the site shows. */
async function staticSite(run: Run): Promise<void> {
  const env = await new NetworkReadBack(run.url).prepare(BUCKET);
  const stack = await run.synthesize('static-site', env);
  const site = await run.applyInProduction(stack('site'), SITE);
  await new SiteReadBack(run.url).check(run.lane, site.made);
  await run.refuseDestroy('site', site.deployment, site.made);
}

/** In production: functions, and what they work on. */
async function serverless(run: Run): Promise<void> {
  const env = await new NetworkReadBack(run.url).prepare(BUCKET);
  const stack = await run.synthesize('serverless', env);
  const applied = await run.applyInProduction(stack('orders'), SERVERLESS);
  await run.refuseDestroy('orders', applied.deployment, applied.made);
}

/** A copy of staging: four stacks, applied in their order. */
async function saasPlatform(run: Run): Promise<void> {
  const env = await new NetworkReadBack(run.url).prepare('acme-staging-terraform-state');
  const stack = await run.synthesize('saas-platform', { ...env, ENVIRONMENT: 'staging', EPHEMERAL: 'true' });
  for (const [name, expected] of [
    ['network', SAAS_NETWORK],
    ['data', SAAS_DATA],
    ['application', SAAS_APPLICATION],
    ['edge', SAAS_EDGE],
  ] as const) {
    const deployment = run.deployment(stack(name));
    await run.lane.need(`${name}: init`, () => deployment.init());
    await run.apply(name, deployment, expected, true);
  }
}

/** No example, but everything that can be added to a database, where it may be destroyed. */
async function copiesAndProxies(run: Run): Promise<void> {
  const { lane } = run;
  const readBack = new DatabasesReadBack(run.url);
  const secretArn = await readBack.prepare();
  const deployment = run.deployment(run.synthesizeApp((outdir) => databases(outdir, secretArn), 'databases'));
  await lane.need('databases: init', () => deployment.init());
  const made = await run.apply('databases', deployment, DATABASES, true);
  await readBack.check(lane, made, secretArn);
  await lane.check('databases: the password of the master user is in no plan and no state', async () => {
    const texts = [
      readFileSync(join(await deployment.plan(), 'plan.json'), 'utf8'),
      JSON.stringify(await deployment.state()),
    ];
    for (const text of texts) strictEqual(text.includes(readBack.password), false);
  });
  await run.destroy('databases', deployment, made);
}

interface Finding {
  readonly rule: string;
  readonly outcome: string;
  readonly address: string;
  readonly message: string;
}

const BACKUP_RIGHTS = 'aws_iam_role_policy_attachment.BackupRights';

/** What rules leave to people in the examples: whether less than personal data is right, and the policies that AWS writes. */
const LEFT_TO_PEOPLE: { readonly [rule: string]: readonly string[] | undefined } = {
  'AWS-014': [
    'analytics/Reports',
    'aws_s3_bucket.Catalogue_6D2BB205',
    'aws_s3_bucket.Content_88381566',
    'aws_s3_bucket.Site_E53D7754',
    'aws_s3_bucket.Standby_41B8B7BF',
  ],
  'IAM-001': [BACKUP_RIGHTS],
  'IAM-002': [BACKUP_RIGHTS],
  // A plan writes the id of the account where the configuration refers to it, and does not say whose account it makes the role in.
  'IAM-004': ['aws_iam_role.Operator'],
};

/** Checks plan.json. What it finds is violated, waived or undetermined; a report that checked nothing is none. */
async function checkPlan(directory: string): Promise<{ status: number; found: Finding[] }> {
  const { status, stdout, stderr } = await toms('check', '--format', 'json', join(directory, 'plan.json'));
  if (status > 1) fail(`exit status ${status}\n${stderr}`);
  const report = JSON.parse(stdout) as { summary: { met: number }; findings: Finding[] };
  if (report.summary.met === 0) fail('no rule was met');
  return {
    status,
    found: report.findings.map(({ rule, outcome, address, message }) => ({ rule, outcome, address, message })),
  };
}
