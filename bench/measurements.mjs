import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { PROGRAMS, ROOT, compare, measured, median, rounds, run } from './harness.mjs';
import { writeRawProgram, writeRawProgramOfStacks } from './raw-program.mjs';
import { requireSameResources, requireSameStacks } from './same-resources.mjs';

const STACK = join('stacks', 'bench', 'cdk.tf.json');
const ms = (value) => (value < 10_000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(0)} s`);
const mb = (value) => `${(value / 1e6).toFixed(1)} MB`;

/** What is measured: by name, each with how it returns its rows. `work` is a directory to write to, `quick` asks for few repeats. */
export const MEASUREMENTS = {
  require: requirePackage,
  types: typeCheck,
  buckets,
  networks,
  saas,
  scale,
  check,
  cold: coldStart,
  diff,
  checkov,
};

function requirePackage({ quick }) {
  const load =
    (...args) =>
    () =>
      measured('require.cjs', args, ['--expose-gc']);
  const used = load('cdktf-aws-toms', 'EncryptedBucket', 'Environment', 'Guardrails', 'Posture');
  const all = rounds(quick ? 5 : 21, { ours: load('cdktf-aws-toms'), used, raw: load('cdktf') });
  const row = (variant, what, valueOf, show) => ({
    what: `\`require('cdktf-aws-toms')\`${variant === 'used' ? ' and what the quickstart uses of it' : ''} against \`require('cdktf')\`: ${what}`,
    atMost: 2,
    ...compare(all, variant, 'raw', valueOf),
    show,
  });
  return ['ours', 'used'].flatMap((variant) => [
    row(variant, 'time', (result) => result.ms, ms),
    row(variant, 'heap', (result) => result.heap, mb),
    row(variant, 'resident memory', (result) => result.rss, mb),
  ]);
}

function typeCheck({ quick, work }) {
  const project = (name, program) => {
    const directory = join(work, name);
    mkdirSync(directory);
    copyFileSync(program, join(directory, 'main.ts'));
    const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'examples', 'tsconfig.json'), 'utf8'));
    // Neither program uses the types of Node, so that neither is to pay for them.
    const tsconfig = { compilerOptions: { ...compilerOptions, types: [] }, files: ['main.ts'] };
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(tsconfig));
    return directory;
  };
  const modules = join(work, 'node_modules');
  mkdirSync(modules);
  for (const name of ['@cdktf', 'cdktf', 'constructs'])
    symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  symlinkSync(ROOT, join(modules, 'cdktf-aws-toms'));
  const ours = project('quickstart', join(ROOT, 'examples', 'quickstart', 'main.ts'));
  const raw = project('raw-quickstart', join(PROGRAMS, 'raw-quickstart', 'main.ts'));

  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const written = [ours, raw].map((directory) => {
    const env = { ...process.env, CDKTF_OUTDIR: join(directory, 'cdktf.out') };
    run(process.execPath, [tsx, join(directory, 'main.ts')], { cwd: work, env });
    return join(directory, 'cdktf.out', 'stacks', 'quickstart', 'cdk.tf.json');
  });
  requireSameResources(...written);

  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const typed = (directory) => () => run(process.execPath, [tsc, '--noEmit', '-p', directory]);
  const all = rounds(quick ? 3 : 11, { ours: typed(ours), raw: typed(raw) });
  return [
    {
      what: '`tsc --noEmit` of the quickstart against the same program on raw deep imports',
      atMost: 1.5,
      ...compare(all, 'ours', 'raw'),
      show: ms,
    },
  ];
}

/** Builds and synthesizes in a fresh process. */
function synthesized(work, variant, count) {
  const outdir = join(work, `${variant}-${count}`);
  const result = measured('buckets.cjs', [variant, count, outdir]);
  if (existsSync(join(outdir, 'evidence.json')) !== (variant === 'guarded')) {
    throw new Error(`the guardrails ran where they should not, or did not where they should: ${variant}`);
  }
  return result;
}

function buckets({ quick, work }) {
  const variant = (name) => () => synthesized(work, name, 1000);
  const pairs = (above, below) => rounds(quick ? 3 : 15, { [below]: variant(below), [above]: variant(above) });
  const built = pairs('ours', 'raw');
  const checked = pairs('guarded', 'ours');
  for (const name of ['ours', 'guarded']) {
    requireSameResources(join(work, `${name}-1000`, STACK), join(work, 'raw-1000', STACK));
  }
  return [
    {
      what: '1,000 EncryptedBuckets built and synthesized, against the same resources by hand',
      atMost: 1.15,
      ...compare(built, 'ours', 'raw'),
      show: ms,
    },
    {
      what: '1,000 EncryptedBuckets with guardrails and evidence, against without',
      atMost: 1.15,
      ...compare(checked, 'guarded', 'ours'),
      show: ms,
    },
  ];
}

function networks({ quick, work }) {
  const count = 20;
  const stack = (outdir) => join(outdir, 'stacks', 'network0', 'cdk.tf.json');
  const outdirs = { ours: join(work, 'networks'), raw: join(work, 'raw-networks') };
  measured('networks.cjs', ['ours', 1, outdirs.ours]);
  // It stands beside the other programs, so that it finds the bindings.
  const program = join(PROGRAMS, `raw-networks.${process.pid}.cjs`);
  try {
    writeRawProgram(stack(outdirs.ours), program);
    const variant = (name) => () => measured('networks.cjs', [name, count, outdirs[name], program]);
    const all = rounds(quick ? 3 : 15, { raw: variant('raw'), ours: variant('ours') });
    requireSameResources(stack(outdirs.ours), stack(outdirs.raw));
    return [
      {
        what: `${count} SegmentedVpcs built and synthesized, a stack each, against the same resources in raw cdktf`,
        atMost: 1.15,
        ...compare(all, 'ours', 'raw'),
        show: ms,
      },
    ];
  } finally {
    rmSync(program, { force: true });
  }
}

/** A whole product, in stacks that refer to each other. */
function saas({ quick, work }) {
  const count = 10;
  const outdirs = { ours: join(work, 'saas'), raw: join(work, 'raw-saas') };
  const stacks = (outdir) =>
    Object.fromEntries(
      ['network', 'data', 'application', 'edge'].map((name) => [name, join(outdir, '0', 'stacks', name, 'cdk.tf.json')])
    );
  const tsx = ['--import', 'tsx'];
  measured('saas.cjs', ['ours', 1, outdirs.ours], tsx);
  const program = join(PROGRAMS, `raw-saas.${process.pid}.cjs`);
  try {
    writeRawProgramOfStacks(stacks(outdirs.ours), program);
    const variant = (name) => () => measured('saas.cjs', [name, count, outdirs[name], program], tsx);
    const all = rounds(quick ? 3 : 15, { raw: variant('raw'), ours: variant('ours') });
    requireSameStacks(stacks(outdirs.ours), stacks(outdirs.raw));
    return [
      {
        what: `the example saas-platform built and synthesized ${count} times, without guardrails, against the same resources in raw cdktf`,
        atMost: 1.15,
        ...compare(all, 'ours', 'raw'),
        show: ms,
      },
    ];
  } finally {
    rmSync(program, { force: true });
  }
}

function scale({ quick, work }) {
  const size = (count) => () => synthesized(work, 'guarded', count);
  const all = rounds(quick ? 2 : 9, { 4000: size(4000), 1000: size(1000) });
  return [
    {
      what: '4,000 EncryptedBuckets with guardrails and evidence, against 1,000',
      atMost: 4.6,
      ...compare(all, '4000', '1000'),
      show: ms,
    },
  ];
}

/** The output that `toms check` reads. */
function output(work, count) {
  const file = join(work, `guarded-${count}`, STACK);
  if (!existsSync(file)) synthesized(work, 'guarded', count);
  return file;
}

function requireClean(report) {
  if (!/^\d{2,} resources in 1 stack: 0 violated, /.test(report)) throw new Error(`not a clean report:\n${report}`);
}

function check({ quick, work }) {
  const file = output(work, 4000);
  const processes = rounds(quick ? 1 : 5, {
    check: () => measured('check.cjs', [join(ROOT, 'dist'), file, 9]),
  }).map((round) => round.check);
  for (const { report } of processes) requireClean(report);
  const pairs = ({ runs }) => runs.check.map((value, at) => ({ check: { ms: value }, parse: { ms: runs.parse[at] } }));
  const cold = processes.map(({ cold: first }) => ({ check: { ms: first.check }, parse: { ms: first.parse } }));
  return [
    {
      what: '`toms check` on 4,000 buckets, against `JSON.parse` of the same file in the same process',
      atMost: 5,
      ...compare(processes.flatMap(pairs), 'check', 'parse'),
      show: ms,
    },
    { what: 'the same, the first time in a process', ...compare(cold, 'check', 'parse'), show: ms },
  ];
}

function coldStart({ quick, work }) {
  const file = output(work, 1);
  const toms = (launcher) => () => {
    const { ms: took, stdout } = run(process.execPath, [launcher, 'check', file]);
    requireClean(stdout);
    return { ms: took };
  };
  const launchers = { bundle: toms(join(ROOT, 'bin', 'toms')), modules: toms(join(PROGRAMS, 'unbundled.cjs')) };
  const all = rounds(quick ? 5 : 21, launchers);
  return [
    {
      what: '`toms check` on one bucket, whole processes: the bundle against the modules that it is made from',
      atMost: 0.75,
      ...compare(all, 'bundle', 'modules'),
      show: ms,
    },
  ];
}

/** A copy of an output in which every hundredth bucket is changed, and everything is in another order. */
function changedOutput(work, count) {
  const file = join(work, `changed-${count}`, STACK);
  if (existsSync(file)) return file;
  const json = JSON.parse(readFileSync(output(work, count), 'utf8'));
  const { resource } = json;
  Object.values(resource.aws_s3_bucket_versioning).forEach((body, at) => {
    if (at % 100 === 0) body.versioning_configuration.status = 'Suspended';
  });
  json.resource = Object.fromEntries(
    Object.entries(resource)
      .reverse()
      .map(([type, named]) => [type, Object.fromEntries(Object.entries(named).reverse())])
  );
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(json, undefined, 2));
  return file;
}

function diff({ quick, work }) {
  const count = 4000;
  const [before, after] = [output(work, count), changedOutput(work, count)];
  const toms = (...args) => run(process.execPath, [join(ROOT, 'bin', 'toms'), ...args], { statuses: [0, 1] });
  const all = rounds(quick ? 3 : 11, { diff: () => toms('diff', before, after), check: () => toms('check', before) });
  for (const round of all) {
    requireClean(round.check.stdout);
    // The setting and the finding, of the buckets and the one of their access logs.
    if (!round.diff.stdout.includes(`${2 * Math.ceil((count + 1) / 100)} widened`))
      throw new Error(`another diff:\n${round.diff.stdout}`);
  }
  return [
    {
      what: '`toms diff` of 4,000 buckets and 4,000, of which one in a hundred is changed, against `toms check` of one of them, whole processes',
      atMost: 2,
      ...compare(all, 'diff', 'check'),
      show: ms,
    },
  ];
}

function checkov({ quick, work, withoutCheckov }) {
  const count = quick ? 100 : 4000;
  const what = `checkov on ${count.toLocaleString('en')} buckets, against \`toms check\` on the same file, whole processes`;
  const command = withoutCheckov ? undefined : findCheckov();
  if (command === undefined) {
    const why = withoutCheckov ? 'left out by --without-checkov' : 'checkov is not installed';
    return [{ what, atLeast: 100, notMeasured: why, excused: withoutCheckov }];
  }
  const file = output(work, count);
  const toms = rounds(quick ? 3 : 11, {
    toms: () => run(process.execPath, [join(ROOT, 'bin', 'toms'), 'check', file]),
  }).map((round) => round.toms);
  for (const { stdout } of toms) requireClean(stdout);

  // `terraform_json` alone, and nothing from the network: what checkov needs least time for.
  const framework = ['--framework', 'terraform_json', '--skip-download', '--compact', '--quiet', '-o', 'json'];
  const report = join(work, 'checkov.json');
  const other = run(command, ['-f', file, ...framework], {
    statuses: [0, 1],
    stdio: ['ignore', openSync(report, 'w'), 'ignore'],
  });
  const { check_type: type, summary } = JSON.parse(readFileSync(report, 'utf8'));
  if (type !== 'terraform_json' || summary.parsing_errors > 0 || summary.passed + summary.failed < count) {
    throw new Error(`checkov did not scan ${file}: ${type} ${JSON.stringify(summary)}`);
  }
  const ratios = toms.map((one) => other.ms / one.ms);
  return [
    {
      what: `${what} (checkov ${summary.checkov_version}, framework terraform_json)`,
      atLeast: 100,
      ratio: median(ratios),
      least: Math.min(...ratios),
      most: Math.max(...ratios),
      fastest: Math.max(...ratios),
      runs: `1 : ${toms.length}`,
      above: other.ms,
      below: median(toms.map((one) => one.ms)),
      show: ms,
    },
  ];
}

function findCheckov() {
  const directories = [...(process.env.PATH ?? '').split(delimiter), join(ROOT, '.venv', 'bin')];
  const candidates = [process.env.CHECKOV, ...directories.map((directory) => join(directory, 'checkov'))];
  return candidates.find((candidate) => candidate && existsSync(candidate));
}
