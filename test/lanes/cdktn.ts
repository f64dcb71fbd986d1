/**
 * The package for cdktn, made of the same source: what it was built from, the tests that touch an engine, an app held to its measures, and programs that mix
 * the engines, in which objects of the real packages meet. `--all` runs every test and the lane of the package besides.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runLane } from './support/lane';
import { ROOT, Result, build, mustRun, run } from './support/run';
import { projectOf } from './support/template';

const CDKTN = join(ROOT, '.cdktn');
const QUIET = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' };

/** The tests that touch an engine: what synth writes, its order, its hook, the messages, the lines of a program. */
const TOUCH_AN_ENGINE = [
  'test/examples/golden',
  'test/enforcement/(?:gate|guardrails|output|waivers)',
  'test/testing/check',
  'test/constructs/core/(?:errors|open|other-engine|source|stack-circles|stack-order)',
  'test/constructs/stores/database-replica',
];

/** What a test of all leaves out: both read the source of the constructs of AWS that the checkout pins. */
const NOT_OF_THE_COPY = ['test/scripts/provider-schema', 'test/meta/provider-gaps'];

interface Engine {
  readonly name: string;
  readonly root: string;
}

const ENGINES: readonly Engine[] = [
  { name: 'cdktf', root: ROOT },
  { name: 'cdktn', root: CDKTN },
];

/** Prints what is said of parts of `other` where a program of `own` holds them. */
const MIXED = `
const [own, other] = process.argv.slice(2);
const of = (engine) => ({
  ...require(engine),
  ...require(engine + '-aws-toms'),
  ...require('@' + engine + '/provider-aws/lib/provider'),
  ...require('@' + engine + '/provider-aws/lib/iam-role'),
  ...require('@' + engine + '/provider-aws/lib/sqs-queue'),
  checkApp: require(engine + '-aws-toms/testing').checkApp,
});
const [Own, Other] = [of(own), of(other)];
const posture = { environment: 'ephemeral', owner: 'billing', retentionDays: 3650 };
const app = (E, outdir) => new E.App({ outdir });
const stack = (E, outdir, of = app(E, outdir)) => {
  E.Posture.set(of, posture);
  const made = new E.TerraformStack(of, 'app');
  new E.AwsProvider(made, 'aws', { region: 'eu-central-1' });
  return made;
};
const role = { assumeRolePolicy: '{}' };
const tries = {
  plain: () => {
    const mine = app(Own, 'plain');
    Own.Guardrails.enforce(mine);
    new Own.EncryptedBucket(stack(Own, '', mine), 'Invoices');
    mine.synth();
    return 'synthesized';
  },
  enforce: () => Own.Guardrails.enforce(app(Other, 'enforce')),
  test: () => Own.checkApp(app(Other, 'test')),
  posture: () => Own.Posture.set(app(Other, 'posture'), posture),
  construct: () => new Own.EncryptedBucket(stack(Other, 'construct'), 'Invoices'),
  stack: () => new Own.EncryptedBucket(new Own.TerraformStack(app(Other, 'stack'), 'mine'), 'Invoices'),
  waiver: () => Own.Waivers.of(stack(Other, 'waiver')),
  prop: () => new Own.EncryptedBucket(stack(Own, 'prop'), 'Invoices', { encryptionKey: new Other.RotatedKey(stack(Other, 'key'), 'Key') }),
  grant: () => new Own.EncryptedBucket(stack(Own, 'grant'), 'Invoices').grantRead(new Other.IamRole(stack(Other, 'role'), 'Role', role)),
  resource: () => {
    const mine = app(Own, 'resource');
    Own.Guardrails.enforce(mine);
    new Other.SqsQueue(stack(Own, '', mine), 'Queue');
    mine.synth();
  },
};
const said = {};
for (const [name, attempt] of Object.entries(tries)) {
  try {
    said[name] = attempt();
  } catch (error) {
    said[name] = error.name + ': ' + error.message;
  }
}
process.stdout.write(JSON.stringify(said));
`;

function expectedOf(own: string, other: string): { readonly [attempt: string]: string } {
  const said = (what: string): string =>
    `${what} is of ${other}, and ${own}-aws-toms is for ${own}: take ${other}-aws-toms instead (npm install ${other}-aws-toms), or make it with ${own}`;
  return {
    plain: 'synthesized',
    enforce: `GuardrailsError: ${said('the app')}`,
    test: `GuardrailsError: ${said('the app')}`,
    posture: `ValidationError: [App] ${said('the app')}`,
    construct: `ValidationError: [app/Invoices] ${said('the app')}`,
    stack: `ValidationError: [mine/Invoices] ${said('the app')}`,
    waiver: `ValidationError: [app] ${said('the app')}`,
    prop: `ValidationError: [app/Invoices] ${said("'encryptionKey'")}`,
    grant: `ValidationError: [app/Invoices] ${said("'grantee'")}`,
    resource: `GuardrailsError: ${said("'app/Queue'")}`,
  };
}

runLane('cdktn', async (lane) => {
  const isWhole = process.argv.includes('--all');
  const project = mkdtempSync(join(tmpdir(), 'toms-cdktn-'));
  const jest = (...args: string[]): Promise<Result> =>
    run(process.execPath, [join(ROOT, 'node_modules/jest/bin/jest.js'), '--ci', '--silent', ...args], CDKTN, QUIET);
  try {
    await lane.need('the library is built', build);
    await lane.need('the package for cdktn is built and packed', async () => {
      lane.note(await mustRun(process.execPath, [join('scripts', 'cdktn.mjs')], ROOT, QUIET));
    });
    await lane.check('nothing that it runs, or says of its types, is of cdktf', () => {
      const files = readdirSync(join(CDKTN, 'dist'), { recursive: true, encoding: 'utf8' });
      const foreign = files.filter((file) => /\.(?:js|d\.ts)$/.test(file) && holdsCdktf(join(CDKTN, 'dist', file)));
      if (foreign.length > 0) throw new Error(foreign.join('\n'));
      const { dependencies } = JSON.parse(readFileSync(join(CDKTN, '.jsii'), 'utf8')) as { dependencies: object };
      const names = Object.keys(dependencies).sort().join();
      if (names !== '@cdktn/provider-aws,cdktn,constructs') throw new Error(`it depends on ${names}`);
    });
    for (const { name, root } of ENGINES) {
      for (const module of [name, `@${name}`]) link(join(root, 'node_modules', module), project, module);
      link(root, project, `${name}-aws-toms`);
    }
    for (const [own, other] of [ENGINES, [...ENGINES].reverse()].map((both) => both.map(({ name }) => name))) {
      await lane.check(`${own}-aws-toms refuses what ${other} made, and crashes nowhere`, async () => {
        writeFileSync(join(project, 'mixed.cjs'), MIXED);
        const args = [join(project, 'mixed.cjs'), own, other];
        const said = JSON.parse(await mustRun(process.execPath, args, project)) as object;
        const expected = expectedOf(own, other);
        const wrong = Object.entries(expected).filter(([attempt, text]) => said[attempt as keyof typeof said] !== text);
        if (wrong.length > 0) throw new Error(JSON.stringify(said, undefined, 2));
      });
    }
    await lane.check('a project of the template is made, and synthesized with the packed package', async () => {
      const made = join(project, 'documents');
      const app = await projectOf('typescript', made, CDKTN);
      for (const module of ['cdktn', '@cdktn', 'constructs', 'tsx']) {
        link(join(CDKTN, 'node_modules', module), made, module);
      }
      link(join(CDKTN, 'node_modules', 'tsx', 'dist', 'cli.mjs'), made, '.bin/tsx');
      const unpacked = join(made, 'node_modules', 'cdktn-aws-toms');
      mkdirSync(unpacked);
      const { version } = JSON.parse(readFileSync(join(CDKTN, 'package.json'), 'utf8')) as { version: string };
      const tarball = join(ROOT, `cdktn-aws-toms-${version}.tgz`);
      await mustRun('tar', ['-xzf', tarball, '--strip-components=1', '-C', unpacked], made);
      // The command of cdktn runs the same.
      await mustRun('sh', ['-c', app], made);
      const stack = readFileSync(join(made, 'cdktf.out', 'stacks', 'documents', 'cdk.tf.json'), 'utf8');
      if (!stack.includes('hashicorp/aws') || !stack.includes('aws_s3_bucket')) throw new Error(stack);
    });
    await lane.check(isWhole ? 'every test passes' : 'the tests that touch an engine pass', async () => {
      const left = NOT_OF_THE_COPY.flatMap((path) => ['--testPathIgnorePatterns', path]);
      const { status, stderr } = await jest(...(isWhole ? left : TOUCH_AN_ENGINE));
      const [summary = 'no test ran'] = /^Tests: .*$/m.exec(stderr) ?? [];
      lane.note(summary);
      if (status !== 0 || !/\d+ passed/.test(summary)) throw new Error(stderr);
    });
    if (isWhole) {
      await lane.check('the package works as npm installs it', async () => {
        const args = [join('node_modules', 'tsx', 'dist', 'cli.mjs'), join('test', 'lanes', 'package.ts')];
        lane.note(await mustRun(process.execPath, args, CDKTN, QUIET));
      });
    }
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

function holdsCdktf(file: string): boolean {
  return /(?:from |require\(|import\()["'](?:@?cdktf)["'/]/.test(readFileSync(file, 'utf8'));
}

/** Puts a package where the programs of a project find it. */
function link(from: string, project: string, name: string): void {
  const to = join(project, 'node_modules', name);
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to);
}
