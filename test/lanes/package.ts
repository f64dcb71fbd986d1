/** The package as `npm pack` makes it, in a project that has nothing else: the command runs, and with its peers an app is held to its measures. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RULE_SUMMARIES } from '../../lib/guardrails/rule-text';
import { ENGINE, LIBRARY, OTHER_ENGINE, OTHER_LIBRARY } from '../../lib/toms/engine';
import { Assembly, clashesOf } from '../support/jsii-names';
import { runLane } from './support/lane';
import { checkPastedCode } from './support/pasted';
import { ROOT, Result, build, mustRun, run } from './support/run';
import { projectOf } from './support/template';

const PEERS = ['cdktf', 'constructs', '@cdktf/provider-aws'];

const UNROTATED = { resource: { aws_kms_key: { main: {} } } };

/** An app of one bucket. With OPEN in its environment the bucket can be made public. */
const APP = `
const { AwsProvider } = require('@${ENGINE}/provider-aws/lib/provider');
const { App, TerraformStack } = require('${ENGINE}');
const { EncryptedBucket, Environment, Guardrails, Posture } = require('${LIBRARY}');
const app = new App();
Guardrails.enforce(app);
Posture.set(app, { environment: Environment.EPHEMERAL, owner: 'billing', retentionDays: 3650 });
const stack = new TerraformStack(app, 'app');
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
const bucket = new EncryptedBucket(stack, 'Invoices');
if (process.env.OPEN) bucket.node.findChild('PublicAccessBlock').addOverride('block_public_acls', false);
app.synth();
`;

/** What a test of an app of one open bucket sees. */
const TESTS = `
const { AwsProvider } = require('@${ENGINE}/provider-aws/lib/provider');
const { App, TerraformStack } = require('${ENGINE}');
const { EncryptedBucket, Environment, Posture } = require('${LIBRARY}');
const { checkApp, matchers } = require('${LIBRARY}/testing');
globalThis.expect = { extend: (added) => (globalThis.added = added) };
require('${LIBRARY}/jest');
const [{ rules }] = require('${LIBRARY}/eslint');
const app = new App({ outdir: 'tested' });
Posture.set(app, { environment: Environment.EPHEMERAL, owner: 'billing', retentionDays: 3650 });
const stack = new TerraformStack(app, 'app');
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
const bucket = new EncryptedBucket(stack, 'Invoices');
bucket.node.findChild('PublicAccessBlock').addOverride('block_public_acls', false);
const [{ rule }] = checkApp(app).findings;
const seen = [rule, matchers.toHaveFinding(stack, rule).pass, added.toMeetMeasures(app).pass, rules['no-restricted-imports'][0]];
process.stdout.write(seen.join(' ') + '\\n');
`;

/** Loads what needs an engine, in each way in which a program may, and prints what it says. */
const LOAD_ALL = `
const said = [];
const load = async (way) => { try { await way(); said.push('loaded'); } catch ({ name, message }) { said.push(name + ': ' + message); } };
(async () => {
  await load(() => require('${LIBRARY}'));
  await load(() => import('${LIBRARY}'));
  await load(() => require('${LIBRARY}/testing'));
  process.stdout.write([...new Set(said)].join('\\n'));
})();
`;

/** Makes Node say that it is another version than it is. */
const OLD_NODE = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });`;

/** Explains every rule in one process, and prints how many of them show an example. */
const EXPLAIN_ALL = `
const { main } = require(process.argv[2]);
let shown = 0;
for (const id of process.argv.slice(3)) {
  let text = '';
  const status = main(['explain', id], { out: (part) => (text += part), err: (part) => process.stderr.write(part), isTty: false });
  if (status !== 0) throw new Error(id);
  if (/^Passes: /m.test(text)) shown++;
}
process.stdout.write(String(shown));
`;

/** A software bill of materials, as CycloneDX. */
interface Bill {
  readonly metadata: { readonly component: { readonly purl: string } };
  readonly components: readonly {
    readonly purl: string;
    readonly hashes: readonly object[];
    readonly licenses: readonly object[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Versions {
  readonly [name: string]: string;
}

/** The first version of each range. */
function oldest(ranges: Versions): Versions {
  return Object.fromEntries(Object.entries(ranges).map(([name, range]) => [name, /\d[\d.]*/.exec(range)![0]]));
}

runLane('package', async (lane) => {
  const project = mkdtempSync(join(tmpdir(), 'toms-package-'));
  const installed = join(project, 'node_modules', 'cdktf-aws-toms');
  let tarball = '';
  const toms = (...args: string[]): Promise<Result> =>
    run(process.execPath, [join(installed, 'bin', 'toms'), ...args], project);
  const file = (path: string, content: string): string => {
    writeFileSync(join(project, path), content);
    return path;
  };
  try {
    await lane.need('the library is built', build);
    await lane.need('is packed and unpacked', async () => {
      tarball = join(project, (await mustRun('npm', ['pack', '--silent', '--pack-destination', project], ROOT)).trim());
      mkdirSync(installed, { recursive: true });
      await mustRun('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed], project);
    });
    await lane.check('goes through publishing, and its bill of materials names what is bundled', async () => {
      // A release writes API.md before.
      const args = [join('scripts', 'release', 'packed.mjs'), tarball, 'API.md'];
      const { metadata, components, dependencies } = JSON.parse(await mustRun(process.execPath, args, ROOT)) as Bill;
      const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
      const found = [metadata.component.purl, ...components.map(({ purl }) => purl)];
      const yaml = JSON.parse(readFileSync(join(ROOT, 'node_modules/yaml/package.json'), 'utf8')) as {
        version: string;
      };
      if (found.join() !== `pkg:npm/${LIBRARY}@${version},pkg:npm/yaml@${yaml.version}`) throw new Error(found.join());
      if (dependencies.some(({ dependsOn }) => dependsOn.some((ref) => !dependencies.some((one) => one.ref === ref)))) {
        throw new Error(JSON.stringify(dependencies));
      }
      if (components.some(({ hashes, licenses }) => hashes.length === 0 || licenses.length === 0))
        throw new Error(JSON.stringify(components));
    });
    await lane.check('no names of the public API become one in a language of jsii', () => {
      const clashes = clashesOf(JSON.parse(readFileSync(join(installed, '.jsii'), 'utf8')) as Assembly);
      if (clashes.length > 0) throw new Error(clashes.join('\n'));
    });
    await lane.check('toms --version', async () => {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
      expect(await toms('--version'), 0, `${version}\n`);
    });
    await lane.check('toms check', async () => {
      expect(await toms('check', file('unrotated.tf.json', JSON.stringify(UNROTATED))), 1, 'KMS-001');
    });
    await lane.check('toms evidence, with the OSCAL files of the package', async () => {
      expect(await toms('evidence', 'unrotated.tf.json', '--out', 'evidence'), 0, '');
      const shipped = readFileSync(join(installed, 'oscal/catalog.json'), 'utf8');
      if (readFileSync(join(project, 'evidence/oscal/catalog.json'), 'utf8') !== shipped)
        throw new Error('they differ');
    });
    await lane.check('toms graph', async () => {
      expect(await toms('graph', 'unrotated.tf.json'), 0, 'flowchart');
    });
    await lane.check('toms rules lists every rule', async () => {
      const { stdout } = await toms('rules', '--format', 'json');
      const { rules } = JSON.parse(stdout) as { rules: { id: string }[] };
      const ids = RULE_SUMMARIES.map(({ id }) => id);
      if (rules.map(({ id }) => id).join() !== ids.join()) throw new Error(`it lists ${rules.length} of ${ids.length}`);
    });
    await lane.check('toms explain shows the examples of every rule', async () => {
      expect(await toms('explain', 'KMS-001'), 0, '"enable_key_rotation": true');
      const ids = RULE_SUMMARIES.map(({ id }) => id);
      const args = [file('explain.cjs', EXPLAIN_ALL), join(installed, 'dist', 'cli', 'toms.js'), ...ids];
      const shown = await mustRun(process.execPath, args, project);
      // RECORD-001 and WAIVER-001 belong to the engine and have none.
      if (Number(shown) !== ids.length - 2) throw new Error(`${shown} of ${ids.length} rules show an example`);
    });
    await lane.check(
      'rules of a company in CommonJS and as an ES module, which find what they import in the package',
      async () => {
        const rule = (id: string, name: string): string =>
          `defineRule({ id: '${id}', name: '${name}', title: 'Never', severity: 'low', rationale: 'r', fix: 'f', types: ['aws_kms_key'],` +
          " examples: { pass: [{ title: 'a', terraform: { resource: { aws_kms_alias: { a: {} } } } }]," +
          " fail: [{ title: 'b', terraform: { resource: { aws_kms_key: { a: {} } } }, addresses: ['aws_kms_key.a'] }] }, check: (key) => violated(`it is ${key.address}`) })";
        const common = `const { defineRule, violated } = require('${LIBRARY}/rules');\nexports.rules = `;
        const module = `import { defineRule, violated } from '${LIBRARY}/rules';\nexport const rules = `;
        file('common.cjs', `${common}[${rule('ACME-KMS-001', 'acme-common')}];`);
        file('module.mjs', `${module}[${rule('ACME-KMS-002', 'acme-module')}];`);
        const config = file(
          'rules.config.json',
          JSON.stringify({ version: 1, rules: ['./common.cjs', './module.mjs'] })
        );
        const args = ['--config', config, '--only', 'ACME-KMS-001,ACME-KMS-002', '--format', 'json'];
        const { stdout, stderr } = await toms('check', 'unrotated.tf.json', ...args);
        if (stdout === '') throw new Error(stderr);
        const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
        const found = findings.map(({ rule: id, message }) => `${id} ${message}`).sort();
        const expected = ['ACME-KMS-001 it is aws_kms_key.main', 'ACME-KMS-002 it is aws_kms_key.main'];
        if (found.filter((one) => one.startsWith('ACME')).join() !== expected.join()) throw new Error(found.join('\n'));
      }
    );
    await lane.check('the tests of such rules run without cdktf, and fail where an example does', async () => {
      const tests = `const { ruleTests } = require('${LIBRARY}/rules/jest');\nconst { rules } = require('./common.cjs');\n`;
      const print =
        'process.stdout.write(rules.flatMap((rule) => ruleTests(rule)).map((test) => test.problems().length).join());';
      const { stdout, stderr } = await run(process.execPath, [file('tests.cjs', tests + print)], project);
      if (stdout !== '0,0,1') throw new Error(`${stdout}\n${stderr}`);
    });
    await lane.check('a program whose packages do not fit is told so when it loads the library', async () => {
      const needs = (
        JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { peerDependencies: Versions }
      ).peerDependencies;
      const there = (versions: Versions): void => {
        for (const name of [...PEERS, OTHER_ENGINE]) {
          const folder = join(project, 'node_modules', name);
          rmSync(folder, { recursive: true, force: true });
          if (!(name in versions)) continue;
          mkdirSync(folder, { recursive: true });
          writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: versions[name] }));
        }
      };
      const said = (versions: Versions, ...args: string[]): Promise<string> => {
        there(versions);
        return mustRun(process.execPath, [...args, file('load.cjs', LOAD_ALL)], project);
      };
      const unfit = (versions: Versions, end = ''): string => {
        const wrong = Object.entries(needs).filter(([name]) => versions[name] !== oldest(needs)[name]);
        const found = wrong.map(([name, range]) => `${name} ${range}, and ${versions[name] ?? 'none'} is installed`);
        const wanted = wrong.map(([name, range]) => `"${name}@${range}"`);
        return `InstallationError: ${LIBRARY} needs ${found.join('; ')}: npm install ${wanted.join(' ')}${end}`;
      };
      const first = oldest(needs);
      const old = { ...first, [`@${ENGINE}/provider-aws`]: '20.1.0', [ENGINE]: '0.20.12', constructs: '3.4.344' };
      const unprovided = { [ENGINE]: first[ENGINE], constructs: first.constructs };
      const other = `; or, since ${OTHER_ENGINE} is installed, take ${OTHER_LIBRARY}: npm install ${OTHER_LIBRARY}`;
      const node = `${LIBRARY} needs Node >=20.9.0, and this is Node 18.20.8: install a newer one, as by nvm install --lts`;
      try {
        for (const [found, wanted] of [
          [await said({}), unfit({})],
          [await said(old), unfit(old)],
          [await said(unprovided), unfit(unprovided)],
          [await said({ [OTHER_ENGINE]: '1.0.0' }), unfit({}, other)],
          [await said(first, '--require', `./${file('old.cjs', OLD_NODE)}`), `InstallationError: ${node}`],
        ]) {
          if (found !== wanted) throw new Error(`${found}\nis not\n${wanted}`);
        }
      } finally {
        there({});
      }
    });
    await lane.check('so is the command on a Node that is too old', async () => {
      const args = ['--require', `./${file('old.cjs', OLD_NODE)}`, join(installed, 'bin', 'toms'), 'rules'];
      const { status, stdout, stderr } = await run(process.execPath, args, project);
      const wanted =
        'toms: this needs Node >=20.9.0, and is run by Node 18.20.8: install a newer one, as by nvm install --lts\n';
      if (status !== 2 || stdout !== '' || stderr !== wanted)
        throw new Error(`exit status ${status}\n${stderr}${stdout}`);
    });
    await lane.need('its peers are installed', () => {
      for (const peer of PEERS) {
        const place = join(project, 'node_modules', peer);
        mkdirSync(dirname(place), { recursive: true });
        symlinkSync(join(ROOT, 'node_modules', peer), place);
      }
    });
    const synth = (env = {}): Promise<Result> => run(process.execPath, [file('main.cjs', APP)], project, env);
    await lane.check('an app whose measures hold is synthesized, with evidence', async () => {
      expect(await synth(), 0, '');
      if (!existsSync(join(project, 'cdktf.out', 'evidence.json'))) throw new Error('there is no evidence');
      expect(await toms('check', 'cdktf.out'), 0, ' 0 violated, ');
    });
    await lane.check('tests get the report of an app as data, and matchers', async () => {
      const { stdout } = await run(process.execPath, [file('test.cjs', TESTS)], project);
      if (stdout !== 'S3-003 true false error\n') throw new Error(stdout);
    });
    await lane.check(
      'TypeScript finds the types of both, resolved as cdktf init sets it and as Node does',
      async () => {
        const typed = `import { checkApp } from '${LIBRARY}/testing';\nimport '${LIBRARY}/jest';\nimport { met } from '${LIBRARY}/rules';\nimport { testRules } from '${LIBRARY}/rules/jest';\nvoid [checkApp, met, testRules];\n`;
        const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
        for (const module of ['commonjs', 'nodenext']) {
          await mustRun(
            process.execPath,
            [tsc, '--noEmit', '--strict', '--target', 'es2018', '--module', module, file('typed.ts', typed)],
            project
          );
        }
      }
    );
    await lane.check('a project of the template is made, synthesized and checked', async () => {
      const made = join(project, 'documents');
      const app = await projectOf('typescript', made);
      // What npm would install.
      symlinkSync(join(project, 'node_modules'), join(made, 'node_modules'));
      const command = `${ENGINE}-cli`;
      const isThere = existsSync(join(ROOT, 'node_modules', command));
      const programs = { tsx: 'tsx/dist/cli.mjs', ...(isThere && { [ENGINE]: `${command}/bundle/bin/${ENGINE}` }) };
      mkdirSync(join(project, 'node_modules', '.bin'));
      for (const [name, program] of Object.entries(programs)) {
        symlinkSync(join(ROOT, 'node_modules', program), join(project, 'node_modules', '.bin', name));
      }
      symlinkSync(join(installed, 'bin', 'toms'), join(project, 'node_modules', '.bin', 'toms'));
      // The copy for the other engine has no command of it, which would run the program.
      await mustRun('sh', ['-c', isThere ? 'npm run synth' : app], made, { CHECKPOINT_DISABLE: '1' });
      if (!existsSync(join(made, 'cdktf.out', 'stacks', 'documents', 'cdk.tf.json'))) throw new Error('no stack');
      if (!existsSync(join(made, '.gitignore'))) throw new Error('no .gitignore');
      const checked = await mustRun('npm', ['run', 'check'], made);
      if (!checked.includes(' 0 violated, ')) throw new Error(checked);
    });
    await lane.check('an app that breaks one is refused, and the error names its line', async () => {
      const { status, stderr } = await synth({ OPEN: '1' });
      if (status === 0 || !/S3-003/.test(stderr) || !/^ {4}at .*main\.cjs:/m.test(stderr)) {
        throw new Error(`exit status ${status}\n${stderr}`);
      }
    });
    await checkPastedCode(lane, project);
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});

function expect({ status, stdout, stderr }: Result, expected: number, part: string): void {
  if (status !== expected || !stdout.includes(part)) {
    throw new Error(`exit status ${status}, and no ${JSON.stringify(part)} in\n${stderr}${stdout}`);
  }
}
