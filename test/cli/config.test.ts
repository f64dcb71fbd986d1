import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { findConfig } from '../../lib/guardrails/settings/config-file';
import { companyFile } from '../support/company';
import { elementsOf } from '../support/xml';
import { ROTATED, UNROTATED, temporary, toms } from './toms';
import { LIBRARY } from '../../lib/toms/engine';

const { directory, write } = temporary();
const dirty = write('dirty.tf.json', UNROTATED);
const keys = write('keys.tf.json', ROTATED);
const buckets = write('buckets.tf.json', {
  resource: { aws_s3_bucket: { a: { bucket: 'a' }, b: { bucket: 'acme-b' } } },
});

/** Every test is a project of its own. */
let projects = 0;
function project(files: { readonly [path: string]: unknown }): (path: string) => string {
  const root = join(directory, `project${projects++}`);
  mkdirSync(join(root, '.git'), { recursive: true });
  for (const [path, content] of Object.entries(files)) write(join(root.slice(directory.length + 1), path), content);
  jest.spyOn(process, 'cwd').mockReturnValue(root);
  return (path) => join(root, path);
}

afterEach(() => jest.restoreAllMocks());

interface Json {
  readonly findings: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly measures: readonly string[];
  }[];
  readonly skipped?: readonly { readonly rule: string; readonly by: string }[];
  readonly demands?: object;
  readonly companyRules?: readonly object[];
}

function check(...args: string[]): Json & { readonly status: number } {
  const { out, err, status } = toms('check', ...args, '--format', 'json');
  if (status > 1) throw new Error(err);
  return { ...(JSON.parse(out) as Json), status };
}

const rulesOf = ({ findings }: Json): string[] => findings.map(({ rule }) => rule);

describe('the configuration', () => {
  test('is the nearest at or above the working directory, and none beyond the repository', () => {
    const inProject = project({
      'toms.config.json': { version: 1 },
      'a/b/c/x': '',
      'a/toms.config.json': { version: 1 },
    });
    expect(findConfig(inProject('a/b/c'))).toBe(inProject('a/toms.config.json'));
    expect(findConfig(inProject('.'))).toBe(inProject('toms.config.json'));
    project({ 'deep/x': '' });
    write('toms.config.json', { version: 1 });
    expect(findConfig(join(process.cwd(), 'deep'))).toBeUndefined();
    expect(findConfig(directory)).toBe(join(directory, 'toms.config.json'));
  });

  test('decides what is checked, what fails, and which files are read, from where it lies', () => {
    const entry = {
      rule: 'KMS-001',
      address: 'aws_kms_key.main',
      reason: 'why',
      approver: 'who',
      expires: '2026-07-01',
    };
    project({
      'toms.config.json': { version: 1, skip: ['KMS-005'], failOn: 'high', waivers: 'accepted/waivers.json' },
      'accepted/waivers.json': [entry],
      'deep/x': '',
    });
    jest.spyOn(process, 'cwd').mockReturnValue(join(process.cwd(), 'deep'));
    const found = check(dirty);
    expect(rulesOf(found)).not.toContain('KMS-005');
    expect(found.findings).toContainEqual(expect.objectContaining({ rule: 'KMS-001', outcome: 'waived' }));
    expect(found.skipped).toEqual([
      { rule: 'KMS-005', by: expect.stringMatching(/^skip KMS-005, .*toms\.config\.json$/) },
    ]);
  });

  test('is another one where that is named, and the command line wins', () => {
    const inProject = project({
      'toms.config.json': { version: 1, skip: ['KMS-001'] },
      'other.json': { version: 1, skip: ['KMS-005', 'KMS-003'], failOn: 'high', undetermined: 'fail' },
    });
    expect(rulesOf(check(dirty))).toContain('KMS-005');
    expect(rulesOf(check(dirty))).not.toContain('KMS-001');
    const other = inProject('other.json');
    expect(rulesOf(check(dirty, '--config', other))).toContain('KMS-001');
    expect(rulesOf(check(dirty, '--config', other))).not.toContain('KMS-005');
    expect(check(dirty, '--config', other, '--skip', 'KMS-001').skipped).toEqual([
      { rule: 'KMS-001', by: 'skip KMS-001, command line' },
    ]);
    const only = ['--only', 'KMS-005', '--undetermined', 'report'];
    expect(check(keys, '--config', other, ...only).status).toBe(0);
    expect(check(keys, '--config', other, ...only, '--fail-on', 'low').status).toBe(1);
  });

  test.each<[unknown, string]>([
    [{ version: 1, skp: [] }, 'has the key "skp", which means nothing: is it skip?'],
    [
      { version: 1, entirely: 1 },
      'has the key "entirely", which means nothing: there are $schema, version, only, skip',
    ],
    [{ version: 2 }, 'is a configuration of version 2, and this version of toms reads version 1: install the version'],
    [{ skip: [] }, 'has no version: write "version": 1'],
    [[], 'is no configuration: write an object, { "version": 1 }'],
    ['{ "version": 1', 'ends early, after 14 characters: it is truncated, write it again'],
    ['{ "version": 1, "skip": [], "skip": [] }', 'skip'],
    ['', 'is empty'],
    [{ version: 1, skip: 'low' }, `has 'skip' "low": write a list of texts`],
    [{ version: 1, only: [''] }, `has 'only' [""]: write a list of texts`],
    [{ version: 1, failOn: 'High' }, `has 'failOn' "High": write high, medium or low`],
    [{ version: 1, undetermined: true }, `has 'undetermined' true: write report or fail`],
    [{ version: 1, baseline: '' }, `has 'baseline' "": write a path`],
    [{ version: 1, demands: [] }, `has 'demands' []: write an object of numbers`],
    [{ version: 1, skip: ['S3-0003'] }, '"S3-0003" is no rule, no measure and no severity: is it S3-003?'],
    [
      { version: 1, demands: { securityLogDays: 90 } },
      "the demand 'securityLogDays' must be at least 365 days (TOM 8.4",
    ],
    [{ version: 1, rules: ['./none.js'] }, `the rules of "./none.js" cannot be loaded: Cannot find module './none.js'`],
  ])('refuses %j, and nothing is checked or written', (content, message) => {
    const inProject = project({ 'toms.config.json': content });
    for (const command of [['check'], ['evidence', '--out', inProject('papers')], ['waivers'], ['diff', dirty]]) {
      const [name, ...options] = command;
      const { status, out, err } = toms(name, dirty, ...options);
      expect([name, status, out]).toEqual([name, 2, '']);
      expect(err).toMatch(/^toms: .*toms\.config\.json: /);
      expect(err).toContain(message);
    }
    const evidence = toms('check', dirty, '--evidence', inProject('evidence'), '--output', inProject('report'));
    expect(evidence.status).toBe(2);
    expect(['papers', 'evidence', 'report'].map(inProject).filter(existsSync)).toEqual([]);
  });

  test('names the approvals and the waivers of toms diff, and the records of toms evidence', () => {
    const inProject = project({ 'toms.config.json': { version: 1, approve: 'approvals.json' } });
    expect(toms('diff', dirty, keys).err).toContain('approvals.json: cannot be read: ENOENT');
    project({ 'toms.config.json': { version: 1, waivers: 'none.json' } });
    expect(toms('diff', dirty, keys).err).toContain('none.json: cannot be read: ENOENT');
    project({ 'toms.config.json': { version: 1, records: 'none.json' } });
    expect(toms('evidence', dirty, '--out', inProject('papers')).err).toContain('none.json: cannot be read: ENOENT');
    expect(existsSync(inProject('papers'))).toBe(false);
  });

  test('that is named and not there is said', () => {
    project({});
    expect(toms('check', dirty, '--config', 'none.json')).toMatchObject({ status: 2, out: '' });
    expect(toms('check', dirty, '--config', 'none.json').err).toContain('none.json: cannot be read: ENOENT');
    expect(toms('check', dirty, '--config', '').err).toContain('--config is empty: name a path');
  });

  test('follows its schema where it is read, and its schema refuses what is refused', () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../schema/toms-config.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strictRequired: false }).compile(schema);
    const whole = {
      $schema: `./node_modules/${LIBRARY}/schema/toms-config.schema.json`,
      version: 1,
      only: ['high', '8.4'],
      skip: ['S3-003'],
      failOn: 'medium',
      undetermined: 'fail',
      baseline: 'toms.baseline.json',
      waivers: 'toms.waivers.json',
      records: 'toms.records.json',
      approve: 'toms.approvals.json',
      rules: ['./rules.js'],
      demands: { securityLogDays: 400 },
    };
    expect([validate(whole), validate.errors]).toEqual([true, null]);
    for (const bad of [{}, { version: 2 }, { version: 1, skp: [] }, { version: 1, demands: { securityLogDays: 364 } }])
      expect([bad, validate(bad)]).toEqual([bad, false]);
  });
});

describe('--only and --skip', () => {
  test('take words with commas, several times', () => {
    project({});
    const { skipped = [] } = check(dirty, '--skip', 'KMS-001, 8.4', '--skip', 'KMS-003');
    expect(skipped.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['KMS-001', 'KMS-003', 'LOGS-001']));
  });

  test('that mean nothing are refused with the help of the command', () => {
    project({});
    const { status, err } = toms('check', dirty, '--only', 'KMS-0001');
    expect([status, err]).toEqual([
      2,
      'toms: "KMS-0001" is no rule, no measure and no severity: is it KMS-001?\ntoms: see toms check --help\n',
    ]);
  });

  test('write no baseline, and what they leave out is not gone from one', () => {
    const inProject = project({});
    const baseline = inProject('toms.baseline.json');
    toms('check', dirty, '--baseline', baseline, '--update-baseline');
    const before = readFileSync(baseline, 'utf8');
    expect(check(dirty, '--baseline', baseline, '--skip', 'KMS-001').status).toBe(
      check(dirty, '--baseline', baseline).status
    );
    const refused = toms('check', dirty, '--baseline', baseline, '--update-baseline', '--skip', 'KMS-001');
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('--update-baseline writes what all rules find: leave out --only and --skip');
    expect(readFileSync(baseline, 'utf8')).toBe(before);
  });
});

describe('what is skipped', () => {
  test('stands in every report', () => {
    project({ 'toms.config.json': { version: 1, skip: ['8.4'] } });
    const text = toms('check', dirty).out;
    expect(text).toMatch(
      /^3 rules skipped, and not checked \(skip 8\.4, toms\.config\.json\): LOGS-001, LOGS-002, S3-010\.$/m
    );
    const { runs } = JSON.parse(toms('check', dirty, '--format', 'sarif').out) as {
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        invocations: { ruleConfigurationOverrides: { descriptor: { id: string; index: number } }[] }[];
      }[];
    };
    const [{ tool, invocations }] = runs;
    const overrides = invocations[0].ruleConfigurationOverrides;
    expect(overrides).toContainEqual({
      descriptor: { id: 'LOGS-001', index: tool.driver.rules.findIndex(({ id }) => id === 'LOGS-001') },
      configuration: { enabled: false },
      properties: { skippedBy: 'skip 8.4, toms.config.json' },
    });
    expect(overrides).toHaveLength(3);
    const cases = elementsOf(toms('check', dirty, '--format', 'junit').out);
    expect(cases).toContainEqual(
      expect.objectContaining({
        name: 'skipped',
        attributes: expect.objectContaining({ message: 'skip 8.4, toms.config.json' }) as unknown,
      })
    );
  });

  test('stands in the evidence, and follows its schema', () => {
    const inProject = project({
      'toms.config.json': { version: 1, skip: ['KMS-001'], demands: { keyDeletionDays: 20 }, rules: ['./rules.js'] },
      'rules.js': companyFile(),
    });
    toms('check', buckets, '--evidence', inProject('evidence'));
    const evidence = JSON.parse(readFileSync(inProject('evidence/evidence.json'), 'utf8')) as object;
    const schema = JSON.parse(
      readFileSync(join(__dirname, '../../schema/toms-evidence.schema.json'), 'utf8')
    ) as object;
    const validate = new Ajv({ allowUnionTypes: true, formats: { date: true } }).compile(schema);
    validate(evidence);
    expect(validate.errors).toBeNull();
    expect(evidence).toMatchObject({
      skipped: [{ rule: 'KMS-001', by: 'skip KMS-001, toms.config.json' }],
      companyRules: [{ id: 'ACME-S3-001', package: './rules.js' }],
      demands: { keyDeletionDays: 20 },
      scope: { inputs: [{ kind: 'configuration', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown }] },
    });
    const markdown = readFileSync(inProject('evidence/evidence.md'), 'utf8');
    expect(markdown).toMatch(/## Skipped\n[^]*\| `KMS-001` \|/);
    expect(markdown).toContain('## Rules of the project');
    expect(markdown).toContain('Stricter than the measures demand: keyDeletionDays 20.');
    toms('evidence', buckets, '--out', inProject('papers'));
    expect(readFileSync(inProject('papers/evidence.html'), 'utf8')).toContain('Settings of the project');
  });
});

describe('rules of a company', () => {
  test('are judged, listed, explained, waived and named in SARIF', () => {
    const inProject = project({
      'toms.config.json': { version: 1, rules: ['./rules.js'], only: ['ACME-S3-001'], waivers: 'waivers.json' },
      'rules.js': companyFile(),
      'waivers.json': [],
    });
    const found = check(buckets);
    expect(found.findings).toEqual([
      expect.objectContaining({
        rule: 'ACME-S3-001',
        outcome: 'violated',
        address: 'aws_s3_bucket.a',
        measures: ['1.3.1'],
      }),
    ]);
    expect(toms('check', buckets).out).toContain('ACME-S3-001  The name of a bucket begins with acme');
    expect(toms('check', buckets).out).toContain('1 rule of the project: ./rules.js.');
    expect(toms('rules').out).toMatch(/\nACME-S3-001 +acme-buckets-named +medium +1\.3\.1\.b +The name of a bucket/);
    const explained = toms('explain', 'acme-buckets-named').out;
    expect(explained).toContain('It comes from ./rules.js.');
    expect(explained).toMatch(/Passes: named\n[^]*Is refused: named otherwise\n/);
    const sarif = toms('check', buckets, '--format', 'sarif').out;
    expect(sarif).toContain('"id": "ACME-S3-001"');
    expect(toms('check', buckets, '--format', 'junit').out).toContain(
      'ACME-S3-001 The name of a bucket begins with acme'
    );
    const entry = { address: 'aws_s3_bucket.a', reason: 'old', approver: 'who', expires: '2026-07-01' };
    for (const rule of ['ACME-S3-001', 'acme-buckets-named']) {
      write(inProject('waivers.json').slice(directory.length + 1), [{ rule, ...entry }]);
      expect(check(buckets).findings).toEqual([expect.objectContaining({ rule: 'ACME-S3-001', outcome: 'waived' })]);
      expect(toms('waivers', buckets)).toMatchObject({ status: 0 });
    }
    project({});
    const unknown = toms('check', buckets, '--waivers', inProject('waivers.json'));
    expect(unknown.out).toContain("the waiver's 'rule' must be the id or the name of a rule");
  });

  test('that throw where they judge are named with their package: the check is not complete, and there is no evidence', () => {
    const inProject = project({
      'toms.config.json': { version: 1, rules: ['./rules.js'] },
      'rules.js': companyFile("throw new Error('boom');"),
    });
    const { status, err } = toms('check', buckets, '--evidence', inProject('evidence'));
    expect(status).toBe(3);
    expect(err).toBe(
      'toms: rule ACME-S3-001 of ./rules.js failed: boom\ntoms: the check is not complete, which is a defect of the rules that your configuration names: fix them, or skip them\n'
    );
    expect(existsSync(inProject('evidence'))).toBe(false);
    expect(toms('evidence', buckets, '--out', inProject('papers')).status).toBe(3);
    expect(existsSync(inProject('papers'))).toBe(false);
    const diff = toms('diff', buckets, buckets);
    expect([diff.status, diff.out]).toEqual([3, '']);
    expect(diff.err).toContain('rule ACME-S3-001 of ./rules.js failed: boom');
    expect(toms('check', buckets, '--skip', 'ACME-S3-001').status).toBe(1);
  });
});
