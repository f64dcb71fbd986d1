import Ajv, { ValidateFunction } from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIFF_FORMATS, GRAPH_FORMATS, REPORT_FORMATS, RULE_LIST_FORMATS } from '../../lib/reports/formats';
import { temporary, toms } from '../cli/toms';
import { elementsOf } from '../support/xml';

const { directory, write } = temporary();
const FORMATS = Object.keys(REPORT_FORMATS);

/** A stack with a finding of each outcome, and an unusable waiver. */
const waiver = { rule: 'KMS-001', reason: 'an old key', approver: 'CISO', expires: '2027-01-01' };
const mixed = write('mixed/cdk.tf.json', {
  '//': {
    toms: {
      version: 1,
      waivers: [
        { path: 'app/Old', ...waiver },
        { path: 'app/None', ...waiver },
      ],
    },
  },
  resource: {
    aws_kms_key: {
      broken: { '//': { metadata: { path: 'app/Broken' } } },
      old: { '//': { metadata: { path: 'app/Old' } } },
      open: { enable_key_rotation: '${var.rotate}' },
      good: { enable_key_rotation: true },
    },
  },
});

interface Sarif {
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string; name: string }[] } };
    invocations: { executionSuccessful: boolean }[];
    results: {
      ruleId: string;
      ruleIndex: number;
      kind: string;
      level: string;
      message: { text: string };
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
        logicalLocations: { fullyQualifiedName: string }[];
      }[];
      partialFingerprints: { [key: string]: string };
      suppressions?: { kind: string; status: string; justification: string }[];
    }[];
  }[];
}

function sarif(...paths: string[]): Sarif {
  return JSON.parse(toms('check', ...paths, '--format', 'sarif').out) as Sarif;
}

function validator(schema: string): ValidateFunction {
  const json = JSON.parse(readFileSync(join(__dirname, '../../schema', schema), 'utf8')) as object;
  const formats = { date: /^\d{4}-\d{2}-\d{2}$/ };
  return new Ajv({ allErrors: true, allowUnionTypes: true, formats }).compile(json);
}

test('JSON follows the schema of the package', () => {
  const validate = validator('toms-check.schema.json');
  const report = JSON.parse(toms('check', mixed, '--format', 'json').out) as {
    findings: { rule: string; outcome: string; address: string; constructPath: string | null }[];
  };
  validate(report);
  expect(validate.errors).toBeNull();
  const kms = report.findings.filter(({ rule }) => rule === 'KMS-001');
  expect(kms.map(({ outcome, address, constructPath }) => [outcome, address, constructPath])).toEqual([
    ['violated', 'aws_kms_key.broken', 'app/Broken'],
    ['undetermined', 'aws_kms_key.open', null],
    ['waived', 'aws_kms_key.old', 'app/Old'],
  ]);
  expect(kms[0]).toMatchObject({
    source: null,
    fix: expect.stringContaining('addOverride') as unknown,
    waive: expect.any(String) as unknown,
  });
  expect(kms[2]).toMatchObject({ waiver: { path: 'app/Old', ...waiver } });
  expect(validate({ ...report, more: 1 })).toBe(false);
});

test('evidence follows the schema of the package', () => {
  const validate = validator('toms-evidence.schema.json');
  toms('check', mixed, '--evidence', join(directory, 'evidence'));
  const evidence = JSON.parse(readFileSync(join(directory, 'evidence', 'evidence.json'), 'utf8')) as object;
  validate(evidence);
  expect(validate.errors).toBeNull();
  expect(evidence).toMatchObject({ enforced: true });
  expect(validate({ ...evidence, enforced: 'no' })).toBe(false);
});

describe('where what is undetermined fails the check', () => {
  const fail = (format: string): string =>
    toms('check', mixed, '--undetermined', 'fail', '--verbose', '--format', format).out;

  test('text shows it at length, and says so', () => {
    const text = fail('text');
    expect(text).toMatch(
      /^undetermined {2}high {2}KMS-001 {2}.*\n {2}address {4}mixed:aws_kms_key\.open\n[^]*? {2}fix {2}/m
    );
    expect(text).toContain('\nUndetermined findings fail this run.\n');
    expect(toms('check', mixed).out).not.toContain('fails this run');
  });

  test('JUnit counts it as a failure', () => {
    const elements = elementsOf(fail('junit'));
    const kms = elements.find(({ name, attributes }) => name === 'testsuite' && attributes.name.startsWith('KMS-001 '));
    expect(kms?.attributes).toMatchObject({ tests: '3', failures: '2', skipped: '1', errors: '0' });
    expect(
      elements.filter(({ attributes }) => attributes.message?.startsWith('undetermined: ')).map(({ name }) => name)
    ).toContain('failure');
  });

  test('SARIF gives it its level', () => {
    const levels = (log: Sarif): unknown[] =>
      log.runs[0].results.filter(({ ruleId }) => ruleId === 'KMS-001').map(({ kind, level }) => [kind, level]);
    expect(levels(JSON.parse(fail('sarif')) as Sarif)).toEqual(Array(3).fill(['fail', 'error']));
    expect(levels(sarif(mixed))).toContainEqual(['open', 'none']);
  });
});

test('SARIF holds what code scanning asks for', () => {
  const log = sarif(mixed);
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  const [{ tool, results, invocations }] = log.runs;
  expect(tool.driver.name).toBe('toms');
  expect(tool.driver.rules.find(({ id }) => id === 'KMS-001')?.name).toBe('key-rotates');
  expect(invocations[0].executionSuccessful).toBe(true);
  for (const result of results) {
    expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.message.text).not.toBe('');
    expect(result.locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
    expect(Object.values(result.partialFingerprints)[0]).toMatch(/^[0-9a-f]{64}$/);
  }
  const kms = results.filter(({ ruleId }) => ruleId === 'KMS-001');
  expect(kms.map(({ kind, level }) => [kind, level])).toEqual([
    ['fail', 'error'],
    ['open', 'none'],
    ['fail', 'error'],
  ]);
  expect(kms[2].suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'an old key (CISO, until 2027-01-01)' },
  ]);
  expect(kms[0].suppressions).toBeUndefined();
  expect(kms[1].message.text).toContain('${{var.rotate}}');
  expect(kms[0].locations[0].logicalLocations[0].fullyQualifiedName).toBe('aws_kms_key.broken');
});

test('SARIF names files by URI, and findings alike from run to run', () => {
  const file = write('näme with #/cdk.tf.json', { resource: { aws_kms_key: { a: {} } } });
  const before = process.cwd();
  const prints = (log: Sarif): string[] =>
    log.runs[0].results.flatMap((result) => Object.values(result.partialFingerprints));
  const absolute = sarif(file);
  expect(absolute.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toMatch(
    /^file:\/\/\/.*n%C3%A4me%20with%20%23\/cdk\.tf\.json$/
  );
  try {
    process.chdir(directory);
    const relative = sarif(file);
    expect(relative.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'n%C3%A4me%20with%20%23/cdk.tf.json'
    );
    expect(prints(relative)).toEqual(prints(absolute));
  } finally {
    process.chdir(before);
  }
});

test('JUnit is well-formed and counts right', () => {
  const elements = elementsOf(toms('check', mixed, '--format', 'junit').out);
  const count = (name: string): number => elements.filter((element) => element.name === name).length;
  expect(elements[0].name).toBe('testsuites');
  expect(Number(elements[0].attributes.tests)).toBe(count('testcase'));
  expect(Number(elements[0].attributes.failures)).toBe(count('failure'));
  expect(Number(elements[0].attributes.skipped)).toBe(count('skipped'));
  const kms = elements.find(({ name, attributes }) => name === 'testsuite' && attributes.name.startsWith('KMS-001 '));
  expect(kms?.attributes).toMatchObject({ tests: '3', failures: '1', skipped: '2', errors: '0' });
});

test('JUnit shows a rule without findings as passed', () => {
  const good = write('good.tf.json', { resource: { aws_kms_key: { a: { enable_key_rotation: true } } } });
  const elements = elementsOf(toms('check', good, '--format', 'junit').out);
  expect(elements).toContainEqual({
    name: 'testcase',
    attributes: { classname: 'toms.KMS-001', name: '1 met', time: '0' },
  });
});

describe('names that carry markup', () => {
  const name =
    'x\u001b[2J\u009b\u202e\n0 violated | `a` <script>alert(1)</script> ]]> & "q" [l](javascript:x) \u0000\ud800';
  const path = `app/${name}`;
  const key = { '//': { metadata: { path } } };
  const json = {
    '//': { toms: { version: 1, waivers: [{ path, ...waiver, reason: name, approver: name }] } },
    resource: {
      aws_kms_key: {
        [name]: { ...key, enable_key_rotation: `\${var.a\n${name}}` },
        [`old ${name}`]: key,
        [`bare ${name}`]: { enable_key_rotation: name },
      },
    },
  };
  const file = write('markup/cdk.tf.json', json);
  /* A line end is no markup in itself: it forges where a line begins with what the name says. */
  const OBEYED = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^\s*0 violated/mu;

  test.each(FORMATS)('do nothing in %s', (format) => {
    const { status, out } = toms('check', file, '--format', format);
    expect(status).toBe(1);
    expect(out).toContain('KMS-001');
    expect(out).not.toMatch(OBEYED);
    if (format !== 'text') expect(out).not.toContain('<script');
    if (format === 'junit') elementsOf(out);
    if (format === 'json' || format === 'sarif') JSON.parse(out);
  });

  test('do nothing in the evidence', () => {
    toms('check', file, '--evidence', join(directory, 'markup'));
    for (const written of ['evidence.json', 'evidence.md']) {
      const text = readFileSync(join(directory, 'markup', written), 'utf8');
      expect(text).not.toMatch(OBEYED);
      expect(text).not.toContain('<script');
    }
    const rows = readFileSync(join(directory, 'markup', 'evidence.md'), 'utf8').match(/^\| `KMS-001`.*$/gm);
    expect(rows![0].match(/(?<!\\)\|/g)).toHaveLength(7);
  });

  test('are kept as they are in the JSON report', () => {
    const { findings } = JSON.parse(toms('check', file, '--format', 'json').out) as { findings: { address: string }[] };
    expect(findings.map(({ address }) => address)).toContain(`aws_kms_key.bare ${name}`);
  });

  test('do nothing in an error', () => {
    const { status, err } = toms('check', write(`${name.replace(/[\0/]/g, '')}.json`, '{'));
    expect(status).toBe(2);
    expect(err).not.toMatch(OBEYED);
  });
});

test.each(FORMATS)('the same input gives the same bytes in %s', (format) => {
  expect(toms('check', mixed, '--format', format).out).toBe(toms('check', mixed, '--format', format).out);
});

describe('the formats', () => {
  const page = readFileSync(join(__dirname, '../../docs/toms.md'), 'utf8');

  test.each([
    ['toms check <path>…', REPORT_FORMATS],
    ['toms diff <before> <after>', DIFF_FORMATS],
    ['toms graph <path>…', GRAPH_FORMATS],
    ['toms rules', RULE_LIST_FORMATS],
  ])('of `%s` stand in docs/toms.md and in its help', (command, formats) => {
    const names = Object.keys(formats);
    expect(page).toContain(`${command} [--format ${names.join('|')}]`);
    const { out } = toms(command.split(' ')[1], '--help');
    for (const name of names) expect(/^ {2}--format <format> +(.*)$/m.exec(out)?.[1].split(/[ ,]+/)).toContain(name);
  });

  test('of a report are described in docs/toms.md', () => {
    for (const name of FORMATS) expect(page).toMatch(new RegExp(`^\\*\\*${name}\\*\\* `, 'm'));
  });
});
