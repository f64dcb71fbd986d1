import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as engine from '../../lib/guardrails/engine';
import { main } from '../../lib/cli/main';
import { RECORD } from '../support/kept';
import { ROTATED, TODAY, UNROTATED, temporary, toms } from './toms';

const { directory, write } = temporary();
const clean = write('clean/cdk.tf.json', ROTATED);
const dirty = write('dirty/cdk.tf.json', UNROTATED);

jest.mock('../../lib/guardrails/engine', () => {
  const real = jest.requireActual<typeof engine>('../../lib/guardrails/engine');
  return { ...real, run: jest.fn(real.run) };
});
const run = jest.mocked(engine.run);

jest.mock('../../lib/guardrails/retired', () => ({ RETIRED: new Map([['OLD-001', ['KMS-001', 'KMS-002']]]) }));

/** The rules of a report in JSON, by outcome. */
function rulesFound(out: string, outcome: string): string[] {
  const { findings } = JSON.parse(out) as { findings: { rule: string; outcome: string }[] };
  return findings.filter((finding) => finding.outcome === outcome).map(({ rule }) => rule);
}

describe('toms check', () => {
  test('returns 0 where nothing is found', () => {
    // Only what KMS-001 says is certain here: other rules may have more to say of a bare key.
    const { out, status } = toms('check', clean, '--format', 'json');
    expect(rulesFound(out, 'violated')).not.toContain('KMS-001');
    expect(status).toBe(rulesFound(out, 'violated').length > 0 ? 1 : 0);
    const unruled = write('unruled.tf.json', { resource: { aws_kms_alias: { a: { name: 'alias/a' } } } });
    const found = toms('check', unruled, '--format', 'json');
    expect(found.status).toBe(rulesFound(found.out, 'violated').length > 0 ? 1 : 0);
  });

  test('returns 1 where something is', () => {
    const { status, out, err } = toms('check', dirty);
    expect(status).toBe(1);
    expect(out).toMatch(/^violated {2}high {2}KMS-001 {2}/m);
    expect(err).toBe('');
  });

  test.each([
    [[], 0],
    [['--undetermined', 'report'], 0],
    [['--undetermined', 'fail'], 1],
  ])('with %j returns %d where a rule cannot tell', (options, expected) => {
    const posture = { path: 'app', environment: 'ephemeral', residency: ['eu-central-1'] };
    const tags = { 'tom:environment': 'ephemeral', 'tom:owner': 'tests', 'tom:data-class': 'internal' };
    const open = {
      '//': { toms: { version: 1, posture } },
      provider: { aws: { region: 'eu-central-1' } },
      variable: { on: {} },
      resource: { aws_kms_key: { main: { enable_key_rotation: '${var.on}', tags } } },
    };
    const file = write('open.tf.json', open);
    const { status, out } = toms('check', file, '--format', 'json', ...options);
    const violated = rulesFound(out, 'violated');
    expect(rulesFound(out, 'undetermined')).toContain('KMS-001');
    expect({ status, violated }).toEqual({ status: expected, violated: [] });
  });

  test.each(['', 'refuse', 'Fail'])('refuses --undetermined %j', (value) => {
    const { status, err } = toms('check', clean, '--undetermined', value);
    expect(status).toBe(2);
    expect(err).toContain(`--undetermined is report or fail, not ${JSON.stringify(value)}`);
  });

  test.each([
    [[], 1],
    [['--fail-on', 'low'], 1],
    [['--fail-on', 'medium'], 1],
    [['--fail-on', 'high'], 0],
  ])('with %j returns %d where what is violated is of medium severity', (options, expected) => {
    const posture = { path: 'app', environment: 'ephemeral', residency: ['eu-central-1'] };
    const medium = {
      '//': { toms: { version: 1, posture } },
      provider: { aws: { region: 'eu-central-1' } },
      resource: { aws_kms_key: { main: { enable_key_rotation: true } } },
    };
    const { status, out } = toms('check', write('medium.tf.json', medium), '--format', 'json', ...options);
    const { findings } = JSON.parse(out) as { findings: { outcome: string; severity: string }[] };
    expect(findings.filter(({ outcome }) => outcome === 'violated').map(({ severity }) => severity)).toContain(
      'medium'
    );
    expect(findings.some(({ outcome, severity }) => outcome === 'violated' && severity === 'high')).toBe(false);
    expect(status).toBe(expected);
  });

  test.each(['', 'High', 'critical'])('refuses --fail-on %j', (value) => {
    const { status, err } = toms('check', clean, '--fail-on', value);
    expect(status).toBe(2);
    expect(err).toContain(`--fail-on is high, medium or low, not ${JSON.stringify(value)}`);
  });

  test('shows many violations in short, unless somebody asks for all at length', () => {
    const keys = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => [`key${at}`, { enable_key_rotation: false }])
    );
    const many = write('many.tf.json', { resource: { aws_kms_key: keys } });
    const lengthOf = (...args: string[]): number => toms('check', many, ...args).out.match(/^ {2}waive/gm)?.length ?? 0;
    expect(toms('check', many).out).toMatch(/^\d+ findings at \d+ places: 12 high, /m);
    expect(lengthOf()).toBe(0);
    expect(lengthOf('--verbose')).toBeGreaterThanOrEqual(11);
    expect(lengthOf('-v')).toBe(lengthOf('--verbose'));
  });

  test('takes a baseline: known findings pass, new ones fail, and so does what is gone', () => {
    const keys = (names: readonly string[]): string =>
      write('keys.tf.json', {
        resource: { aws_kms_key: Object.fromEntries(names.map((name) => [name, { enable_key_rotation: false }])) },
      });
    const file = write('toms.baseline.json', {});
    const two = keys(['a', 'b']);
    expect(toms('check', two, '--baseline', file)).toMatchObject({ status: 2 });
    expect(toms('check', two, '--update-baseline').err).toContain('say which baseline');
    const updated = toms('check', two, '--baseline', file, '--update-baseline');
    expect(updated.err).toMatch(/^toms: wrote .*toms\.baseline\.json\n/);
    expect(updated.out).toMatch(/^known {2}high {2}KMS-001 {2}.*: 2$/m);
    const status = toms('check', two, '--baseline', file).status;
    expect(status).toBe(updated.status);
    const three = toms('check', keys(['a', 'b', 'c']), '--baseline', file);
    expect(three.status).toBe(1);
    expect(three.out).toContain('aws_kms_key.c');
    expect(three.out).not.toContain('keys:aws_kms_key.a ');
    const one = toms('check', keys(['a']), '--baseline', file);
    expect(one.status).toBe(1);
    expect(one.out).toMatch(/ of the baseline .* are gone: take them out with --update-baseline/);
    expect(one.out).toContain('  KMS-001  keys:aws_kms_key.b');
  });

  test('returns 1 for a waiver that is of no use', () => {
    const waivers = [{ path: 'app', rule: 'KMS-001', reason: '', approver: 'a', expires: '2027-01-01' }];
    const file = write('waiver.tf.json', { '//': { toms: { version: 1, waivers } }, ...ROTATED });
    const { status, out } = toms('check', file, '--format', 'json');
    expect(status).toBe(1);
    expect(rulesFound(out, 'violated')).toContain('WAIVER-001');
  });

  test('prints an entry of a waiver file for what no construct stands for, which then waives it', () => {
    const { out } = toms('check', dirty);
    const [, finding] = /^(violated {2}high {2}KMS-001 [^]*?)\n\n/m.exec(out) ?? [];
    const [, entry] = /^ {2}waive {6}an entry of toms\.waivers\.json\n([^]*)$/m.exec(finding) ?? [];
    expect(JSON.parse(entry)).toMatchObject({ rule: 'KMS-001', address: 'aws_kms_key.main', expires: '2026-08-30' });
    const named = write('pasted.json', `[${entry}]`);
    const waived = toms('check', dirty, '--waivers', named, '--format', 'json');
    expect(rulesFound(waived.out, 'waived')).toEqual(['KMS-001']);
    expect(rulesFound(waived.out, 'violated')).not.toContain('WAIVER-001');
  });

  test('takes waivers from the file beside the input, and from a named one instead', () => {
    const waiver = { rule: 'KMS-001', address: 'aws_kms_key.main', reason: 'r', approver: 'a', expires: '2026-12-31' };
    const input = write('beside/cdk.tf.json', UNROTATED);
    write('beside/toms.waivers.json', [waiver]);
    expect(rulesFound(toms('check', input, '--format', 'json').out, 'waived')).toEqual(['KMS-001']);
    const none = write('no-waivers.json', []);
    expect(rulesFound(toms('check', input, '--waivers', none, '--format', 'json').out, 'waived')).toEqual([]);
    expect(toms('check', input, '--waivers', join(directory, 'nowhere.json'))).toMatchObject({ status: 2, out: '' });
    expect(toms('check', input, '--waivers', '').err).toContain('--waivers is empty: name a path');
    write('beside/toms.waivers.json', {});
    expect(toms('check', input)).toMatchObject({ status: 2, out: '' });
  });

  test('takes records from the file beside the input, and from a named one instead', () => {
    const input = write('recorded/cdk.tf.json', ROTATED);
    const broken = { version: 1, records: [{ ...RECORD, owner: '' }], reports: [] };
    write('recorded/toms.records.json', broken);
    expect(rulesFound(toms('check', input, '--format', 'json').out, 'violated')).toContain('RECORD-001');
    expect(toms('check', input).out).toContain("the record's 'owner' must name who answers for it");
    const sound = write('sound.json', { ...broken, records: [RECORD] });
    const named = toms('check', input, '--records', sound, '--format', 'json');
    expect(rulesFound(named.out, 'violated')).not.toContain('RECORD-001');
    expect(toms('check', input, '--records', join(directory, 'nowhere.json'))).toMatchObject({ status: 2, out: '' });
    expect(toms('check', input, '--records', '').err).toContain('--records is empty: name a path');
    write('recorded/toms.records.json', []);
    expect(toms('check', input)).toMatchObject({ status: 2, out: '' });
  });

  test.each([
    ['a missing file', () => join(directory, 'nowhere')],
    ['an empty directory', () => join(write('empty/x/y', ''), '..', '..')],
    ['truncated JSON', () => write('cut.json', '{"resource": {"aws_kms_')],
    ['JSON that is no Terraform', () => write('package.json', { name: 'x' })],
    ['a binary plan', () => write('plan.out', 'PK\u0003\u0004')],
    ['HCL alone', () => join(write('hcl/main.tf', 'x'), '..')],
    ['no resources', () => write('none.tf.json', { terraform: {}, data: { aws_region: { here: {} } } })],
    ['calls of modules only', () => write('modules.tf.json', { module: { logs: { source: './logs' } } })],
    ['nothing but resources that are none', () => write('odd.tf.json', { resource: { aws_kms_key: 'main' } })],
  ])('returns 2 for %s', (_title, path) => {
    const { status, out, err } = toms('check', path());
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^toms: .+\n$/);
    expect(err).not.toContain('    at ');
  });

  test('returns 2 where one of several inputs cannot be read', () => {
    expect(toms('check', clean, join(directory, 'nowhere')).status).toBe(2);
  });

  test('passes an empty stack among others', () => {
    const empty = write('empty-stack/cdk.tf.json', { terraform: {} });
    expect(toms('check', empty, dirty).status).toBe(1);
  });

  test('returns 3 where a rule fails, and writes no evidence', () => {
    const { run: real } = jest.requireActual<typeof engine>('../../lib/guardrails/engine');
    run.mockImplementationOnce((...args) => ({ ...real(...args), crashes: ['rule X failed: \u001b'] }));
    const { status, err } = toms('check', clean, '--evidence', join(directory, 'no-evidence'));
    expect(status).toBe(3);
    expect(err).toContain('toms: rule X failed: \\x1b\n');
    expect(existsSync(join(directory, 'no-evidence'))).toBe(false);
  });

  test('returns 3 for what nobody expected, without a stack trace unless DEBUG is set', () => {
    const surprise = (): never => {
      throw new TypeError('surprise');
    };
    run.mockImplementationOnce(surprise);
    const { status, err } = toms('check', clean);
    expect(status).toBe(3);
    expect(err).toMatch(/^toms: internal error: surprise\n/);
    expect(err).not.toContain('    at ');
    process.env.DEBUG = '1';
    run.mockImplementationOnce(surprise);
    try {
      expect(toms('check', clean).err).toContain('    at ');
    } finally {
      delete process.env.DEBUG;
    }
  });

  test('writes the report to a file whole, and nothing to standard output', () => {
    const file = write('reports/report.json', 'old');
    const { status, out, err } = toms('check', dirty, '--format', 'json', '--output', file);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^toms: wrote .*report\.json\n$/);
    expect(readFileSync(file, 'utf8')).toBe(toms('check', dirty, '--format', 'json').out);
    expect(readdirSync(join(file, '..'))).toEqual(['report.json']);
  });

  test('returns 2 where it cannot write, and leaves nothing behind', () => {
    expect(toms('check', dirty, '--output', join(directory, 'no', 'such', 'report')).status).toBe(2);
    expect(toms('check', dirty, '--output', join(dirty, '..')).err).toContain('cannot be written: EISDIR');
    expect(toms('check', dirty, '--evidence', dirty).err).toContain('cannot be made: EEXIST');
    expect(readdirSync(join(dirty, '..'))).toEqual(['cdk.tf.json']);
  });

  test('writes evidence, the same bytes for the same input', () => {
    const [a, b] = [join(directory, 'evidence/a'), join(directory, 'evidence/b')];
    expect(toms('check', dirty, '--evidence', a).status).toBe(1);
    main(['check', dirty, '--evidence', b], { out: () => {}, err: () => {}, isTty: true, today: new Date() });
    for (const file of ['evidence.json', 'evidence.md']) {
      const bytes = readFileSync(join(a, file));
      expect(bytes.equals(readFileSync(join(b, file)))).toBe(true);
      expect(bytes.toString()).toContain('dirty:aws_kms_key.main');
    }
  });

  test('is coloured on a terminal, unless NO_COLOR is set or the report goes to a file', () => {
    const coloured = (...more: string[]): string => {
      let out = '';
      main(['check', dirty, ...more], { out: (text) => void (out += text), err: () => {}, isTty: true, today: TODAY });
      return out;
    };
    const before = process.env.NO_COLOR;
    try {
      delete process.env.NO_COLOR;
      expect(coloured()).toContain('\u001b[31m');
      process.env.NO_COLOR = '1';
      expect(coloured()).not.toContain('\u001b');
      delete process.env.NO_COLOR;
      const file = join(directory, 'report.txt');
      coloured('--output', file);
      expect(readFileSync(file, 'utf8')).not.toContain('\u001b');
    } finally {
      if (before === undefined) delete process.env.NO_COLOR;
      else process.env.NO_COLOR = before;
    }
  });
});

describe('usage', () => {
  test.each([
    [[], 'say what to do'],
    [['chek'], 'no command is called "chek": is it check?'],
    [['\u001b[2J'], 'no command is called "\\u001b[2J"'],
    [['check'], 'say what to check'],
    [['check', clean, '--formt', 'json'], "Unknown option '--formt'"],
    [['check', clean, '--format'], "Option '--format <value>' argument missing"],
    [['check', clean, '--format', 'jsn'], 'no format is called "jsn": is it json?'],
    [
      ['check', clean, '--format', 'toString'],
      'no format is called "toString": there is text, json, sarif, junit or codequality',
    ],
    [['check', clean, '--output='], '--output is empty'],
    [['rules', 'S3-001'], 'takes no arguments'],
    [['rules', '--format', 'sarif'], 'no format is called "sarif": there is text or json'],
    [['explain'], 'name one rule'],
    [['explain', 'S3-01'], 'no rule is called "S3-01": is it S3-001?'],
    [
      ['explain', 'all-public-acces-block'],
      'no rule is called "all-public-acces-block": is it all-public-access-blocks?',
    ],
    [['explain', 'nothing-like-it'], 'toms rules lists them'],
  ])('%j returns 2 and says the way out', (argv, problem) => {
    const { status, out, err } = toms(...argv);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(`toms: ${problem}`.slice(0, 6));
    expect(err).toContain(problem);
    expect(err).toMatch(/\ntoms: see toms (?:\w+ )?--help\n$/);
    expect(err).not.toContain('\u001b');
  });

  test.each([
    [['--help'], 'Usage: toms <command>'],
    [['-h'], 'Usage: toms <command>'],
    [['check', '--help'], 'Usage: toms check'],
    [['rules', '--help'], 'Usage: toms rules'],
    [['explain', '-h'], 'Usage: toms explain'],
    [
      ['--version'],
      (JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string }).version,
    ],
  ])('%j returns 0', (argv, shown) => {
    const { status, out, err } = toms(...argv);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out.startsWith(shown)).toBe(true);
  });
});

test('toms rules lists every rule, as text and as JSON', () => {
  expect(toms('rules').out).toMatch(/^KMS-001 +key-rotates +high +1\.3\.1\.a +A symmetric encryption key/m);
  const { rules } = JSON.parse(toms('rules', '--format', 'json').out) as {
    rules: { id: string; name: string; claims: string[]; measures: string[]; waivable: boolean }[];
  };
  expect(rules.find(({ id }) => id === 'ELB-002')).toMatchObject({
    claims: ['1.1.1.b', '1.1.2.a'],
    measures: ['1.1.1', '1.1.2'],
  });
  expect(rules.find(({ id }) => id === 'S3-003')?.name).toBe('all-public-access-blocks');
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['KMS-001', 'S3-001', 'WAIVER-001']));
  expect(rules.find(({ id }) => id === 'WAIVER-001')?.waivable).toBe(false);
});

test('toms explain shows what a rule demands and why, with examples', () => {
  const { out } = toms('explain', 'kms-001');
  expect(out).toMatch(/^KMS-001 {2}key-rotates {2}high {2}/);
  for (const part of [
    'Claims',
    '  1.3.1.a Every symmetric key rotates',
    'Measures',
    'Fix',
    'Sources',
    'Passes: ',
    'Is refused: ',
    '"enable_key_rotation": true',
  ]) {
    expect(out).toContain(part);
  }
  expect(toms('explain', 'WAIVER-001').out).toContain('Nobody may waive it.');
});

test('toms explain takes the name of a rule in place of its id', () => {
  const byId = toms('explain', 'S3-003');
  expect(byId.out).toMatch(/^S3-003 {2}all-public-access-blocks {2}high {2}/);
  expect(toms('explain', 'all-public-access-blocks')).toEqual(byId);
  expect(toms('explain', 'All-Public-Access-Blocks')).toEqual(byId);
});

test('toms explain says what replaces a retired rule', () => {
  expect(toms('explain', 'old-001')).toMatchObject({ status: 2, out: '' });
  expect(toms('explain', 'old-001').err).toContain('OLD-001 is retired: replaced by KMS-001 and KMS-002');
});
