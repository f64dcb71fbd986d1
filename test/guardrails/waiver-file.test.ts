import Ajv from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../lib/guardrails/engine';
import { WAIVER_FILE, WaiverFile, waiverFiles } from '../../lib/guardrails/waiver-file';
import { loadStacks } from '../../lib/terraform/load';
import { Model } from '../../lib/terraform/model';
import { TODAY, temporary } from '../cli/toms';
import { NEVER_MET } from '../support/rules';

const { directory, write } = temporary();

const WAIVER = { rule: 'TEST-001', address: 'null_resource.it', reason: 'r', approver: 'a', expires: '2026-12-31' };
const ONE = { resource: { null_resource: { it: {} } } };
const MODULES = ['module.m["x"].null_resource.it', 'module.m["x"].null_resource.other[0]'];

const schema = JSON.parse(readFileSync(join(__dirname, '../../schema/toms-waivers.schema.json'), 'utf8')) as object;
const fits = new Ajv({ strictRequired: false, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(schema);

function planOf(addresses: readonly string[]): object {
  const resources = addresses.map((address) => ({
    address,
    mode: 'managed',
    type: 'null_resource',
    name: 'it',
    values: {},
  }));
  return {
    format_version: '1.2',
    planned_values: { root_module: { child_modules: [{ address: 'module.m["x"]', resources }] } },
    configuration: { root_module: {} },
  };
}

/** What a run over paths says, with the files beside them or the one that is named. */
function findings(paths: string[], named?: string): string[] {
  const stacks = loadStacks(paths);
  const report = run(new Model(stacks), [NEVER_MET], TODAY, waiverFiles(stacks, named));
  return report.findings.map(({ outcome, address, stack, message }) =>
    address.startsWith('waiver') ? message : `${outcome} ${stack}:${address}`
  );
}

/** What a run says of one resource under waivers from a file. */
function withWaivers(...waivers: unknown[]): string[] {
  return findings([write('one/main.tf.json', ONE)], write('named.json', waivers));
}

function filesOf(path: string): string[] {
  return waiverFiles(loadStacks([path])).map(({ file }: WaiverFile) => file.slice(directory.length + 1));
}

describe('the file lies', () => {
  test('beside a plan, and in a directory of Terraform JSON', () => {
    const plan = write('hcl/plan.json', planOf(MODULES));
    write(`hcl/${WAIVER_FILE}`, []);
    expect(filesOf(plan)).toEqual([`hcl/${WAIVER_FILE}`]);
    const file = write('json/main.tf.json', ONE);
    write(`json/${WAIVER_FILE}`, []);
    expect(filesOf(file)).toEqual([`json/${WAIVER_FILE}`]);
    expect(filesOf(join(directory, 'json'))).toEqual([`json/${WAIVER_FILE}`]);
  });

  test('beside the output of synth or in it, for the stacks as for their plans', () => {
    const file = write('app/cdktf.out/stacks/one/cdk.tf.json', ONE);
    write('app/cdktf.out/manifest.json', { stacks: { one: { synthesizedStackPath: 'stacks/one/cdk.tf.json' } } });
    for (const place of ['app', 'app/cdktf.out']) write(`${place}/${WAIVER_FILE}`, []);
    const expected = [`app/cdktf.out/${WAIVER_FILE}`, `app/${WAIVER_FILE}`];
    expect(filesOf(join(directory, 'app/cdktf.out'))).toEqual(expected);
    expect(filesOf(file)).toEqual(expected);
  });

  test('nowhere else', () => {
    write(`far/${WAIVER_FILE}`, []);
    expect(filesOf(write('far/below/main.tf.json', ONE))).toEqual([]);
    expect(filesOf(write('far/stacks/one/main.tf.json', ONE))).toEqual([]);
  });
});

describe('an address covers', () => {
  const plan = write('modules/plan.json', planOf(MODULES));
  const covered = (address: string): string[] =>
    findings([plan], write('modules/named.json', [{ ...WAIVER, address }]));

  test('a module with all that is in it', () => {
    expect(covered('module.m')).toEqual(MODULES.map((it) => `waived plan:${it}`));
    expect(covered('module.m["x"]')).toEqual(MODULES.map((it) => `waived plan:${it}`));
  });

  test('a resource, of every instance where no index stands', () => {
    const [it, other] = MODULES;
    expect(covered('module.m.null_resource.it')).toEqual([`violated plan:${other}`, `waived plan:${it}`]);
    expect(covered('module.m["x"].null_resource.other')).toEqual([`violated plan:${it}`, `waived plan:${other}`]);
    expect(covered(other)).toEqual([`violated plan:${it}`, `waived plan:${other}`]);
  });

  test('nothing else, which is a finding', () => {
    for (const address of ['module.m["y"]', 'module.n', 'null_resource.it', 'module.m.null_resource.other[1]', '*']) {
      expect(covered(address)).toEqual([
        ...MODULES.map((it) => `violated plan:${it}`),
        `the waiver covers nothing: TEST-001 finds nothing to waive at or below ${address}`,
      ]);
    }
  });
});

test('a path covers constructs, as a waiver of the program does', () => {
  const json = { resource: { null_resource: { it: { '//': { metadata: { path: 'app/It' } } } } } };
  const named = write('paths.json', [{ ...WAIVER, address: undefined, path: 'app' }]);
  expect(findings([write('paths/main.tf.json', json)], named)).toEqual(['waived main:null_resource.it']);
});

test('the construct of a module covers what the plan has in it', () => {
  const waivers = [{ ...WAIVER, address: undefined, path: 'app/m' }];
  const made = {
    '//': { toms: { version: 1, waivers } },
    module: { m: { source: './m', for_each: ['x'], '//': { metadata: { path: 'app/m' } } } },
  };
  const file = write('called/cdk.tf.json', made);
  const calls = {
    root_module: { module_calls: { m: { source: './m', for_each_expression: { constant_value: ['x'] } } } },
  };
  const plan = write('called/plan.json', { ...planOf(MODULES), configuration: calls });
  expect(findings([plan])).toEqual(MODULES.map((it) => `waived called:${it}`));
  expect(findings([file])).toEqual([]);
});

describe('a stack', () => {
  const paths = ['a', 'b'].map((name) => write(`two/${name}.tf.json`, ONE));
  const named = (...waivers: object[]): string => write('two/named.json', waivers);

  test('narrows a waiver, which covers every stack without it', () => {
    expect(findings(paths, named(WAIVER))).toEqual(['waived a:null_resource.it', 'waived b:null_resource.it']);
    expect(findings(paths, named({ ...WAIVER, stack: 'b' }))).toEqual([
      'violated a:null_resource.it',
      'waived b:null_resource.it',
    ]);
  });

  test('that is not there leaves the waiver alone, unless it has expired', () => {
    expect(findings([paths[0]], named({ ...WAIVER, stack: 'b' }))).toEqual(['violated a:null_resource.it']);
    expect(findings([paths[0]], named({ ...WAIVER, stack: 'b', expires: '2026-05-31' }))).toEqual([
      'violated a:null_resource.it',
      `the waiver's 'expires' must not be past, got "2026-05-31"`,
    ]);
  });
});

describe('what is wrong is never ignored', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', '[{', 'ends early'],
    ['no array', { waivers: [WAIVER] }, 'is no array of waivers'],
    ['an entry that is no object', ['TEST-001'], 'has a waiver that is no object'],
    ['null', [null], 'has a waiver that is no object'],
  ])('%s is unreadable', (_title, content, message) => {
    const named = write('broken.json', content);
    expect(() => findings([write('one/main.tf.json', ONE)], named)).toThrow(message);
  });

  test('a file that is named and not there is unreadable', () => {
    expect(() => findings([write('one/main.tf.json', ONE)], join(directory, 'none.json'))).toThrow(
      'cannot be read: ENOENT'
    );
  });

  test.each<[string, object, string, boolean]>([
    ['an unknown key', { expiry: 'x' }, `'expiry' must not be there: a waiver has rule, address, path, stack,`, false],
    ['a path beside the address', { path: 'app' }, `'path' must not stand beside 'address', got "app"`, false],
    ['neither', { address: undefined }, `'path' must name a construct, got ""`, false],
    ['an empty address', { address: '' }, `'address' must name a resource or a module, got ""`, false],
    ['a reason that is no text', { reason: 7 }, `'reason' must be text, got 7`, false],
    ['no approver', { approver: undefined }, `'approver' must name who accepts the risk`, false],
    ['a date that is none', { expires: 'soon' }, `'expires' must be a date as YYYY-MM-DD, got "soon"`, false],
    ['an unknown rule', { rule: 'TEST-009' }, `'rule' must be the id or the name of a rule`, true],
    ['a term that is too long', { expires: '2028-01-01' }, `'expires' must be at most 366 days from today`, true],
  ])('%s is a finding, and covers nothing', (_title, changed, message, fitting) => {
    const entry = { ...WAIVER, ...changed };
    const found = withWaivers(entry);
    expect(found).toEqual(['violated main:null_resource.it', expect.stringContaining(message)]);
    expect(fits(JSON.parse(JSON.stringify([entry])))).toBe(fitting);
  });

  test('while all that is right follows the schema', () => {
    const entry = { ...WAIVER, stack: 'main', ticket: 'T-1' };
    expect(withWaivers(entry)).toEqual(['waived main:null_resource.it']);
    expect(fits([entry])).toBe(true);
  });
});
