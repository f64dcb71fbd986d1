import { run } from '../../../lib/guardrails/engine';
import { Report } from '../../../lib/guardrails/finding';
import { RecordFile } from '../../../lib/guardrails/records/record-file';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { Stack } from '../../../lib/terraform/stack';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { TODAY } from '../../cli/toms';
import { RECORD, REPORT } from '../../support/kept';

/** A stack, and the records that its program wrote into it. */
function stackOf(name: string, records?: object): Stack {
  const toms = { version: 1, records: records as Json } as JsonObject;
  return readStack(name, `${name}.tf.json`, { '//': { toms }, resource: { null_resource: { it: {} } } });
}

function kept(records: readonly object[], more: object = {}): object {
  return JSON.parse(JSON.stringify({ version: 1, records, reports: [], ...more })) as object;
}

function fileOf(stacks: readonly Stack[], records: readonly object[], more: Partial<RecordFile> = {}): RecordFile {
  return { file: 'toms.records.json', stacks, records: records as JsonObject[], reports: [], ...more };
}

function report(stacks: readonly Stack[], files: readonly RecordFile[] = [], today: Date = TODAY): Report {
  return run(new Model(stacks), [], today, [], files);
}

const [A, B] = ['a', 'b'].map((name) => stackOf(name));

test('what the program writes into several stacks is one record, for all of them', () => {
  const stacks = ['a', 'b'].map((name) => stackOf(name, kept([RECORD])));
  expect(report(stacks).records.records).toEqual([{ is: RECORD, stacks: ['a', 'b'] }]);
});

test('a file beside one stack is for that stack', () => {
  expect(report([A, B], [fileOf([B], [RECORD])]).records.records).toEqual([{ is: RECORD, stacks: ['b'] }]);
});

test('a problem is a finding that names the file, the claim, the field, the value and the way out', () => {
  const { findings, records } = report([A, B], [fileOf([A, B], [{ ...RECORD, claims: ['10.1.a', '10.1.z'] }])]);
  expect(records.records).toEqual([]);
  expect(findings).toEqual([
    {
      rule: 'RECORD-001',
      outcome: 'violated',
      severity: 'high',
      measures: ['10.1'],
      stack: 'a',
      file: 'toms.records.json',
      address: 'record of 10.1.a, 10.1.z',
      message: `the record's 'claims' must hold ids of claims, got "10.1.z"`,
      fix: 'write 10.1.a, or another id of docs/measures.md',
    },
  ]);
});

test('a problem of a record that is in several stacks is said once', () => {
  const stacks = ['a', 'b'].map((name) => stackOf(name, kept([{ ...RECORD, owner: '' }])));
  expect(report(stacks).findings.map(({ stack, file }) => [stack, file])).toEqual([['a', 'a.tf.json']]);
});

test('a waiver of it is unusable', () => {
  const waiver = { path: 'a', rule: 'RECORD-001', reason: 'r', approver: 'a', expires: '2026-12-31' };
  const json = {
    '//': { toms: { version: 1, waivers: [waiver], records: kept([{ ...RECORD, owner: '' }]) } },
  } as JsonObject;
  const stack = readStack('a', 'a.tf.json', { ...json, resource: { null_resource: { it: {} } } });
  expect(report([stack]).findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([
    ['RECORD-001', 'violated'],
    ['WAIVER-001', 'violated'],
  ]);
});

test('reports and the organization are held to the same', () => {
  const files = [
    fileOf([A], [], {
      reports: [{ ...REPORT, kind: 'pci' } as unknown as JsonObject],
      organization: { name: 'ACME', role: 'both' },
    }),
  ];
  const { findings, records } = report([A], files);
  expect(records).toEqual({ organization: undefined, records: [], reports: [], lapsed: [] });
  expect(findings.map(({ address, message }) => [address, message])).toEqual([
    ['organization of the records', `the organization's 'role' must be controller or processor, got "both"`],
    ['report pci', `the report's 'kind' must be a kind of report that claims rest on, got "pci"`],
  ]);
});

test('there is one organization', () => {
  const acme = { name: 'ACME', role: 'processor' };
  const stacks = ['a', 'b'].map((name) => stackOf(name, kept([], { organization: acme })));
  expect(report(stacks).records.organization).toEqual(acme);
  const { findings, records } = report(stacks, [fileOf(stacks, [], { organization: { ...acme, role: 'controller' } })]);
  expect(records.organization).toBeUndefined();
  expect(findings.map(({ file, message }) => [file, message])).toEqual([
    ['toms.records.json', `the record's 'organization' must be the same as in a.tf.json`],
  ]);
});

test('an end within 30 days is announced', () => {
  const on = (day: string): readonly string[] =>
    report([A], [fileOf([A], [RECORD], { reports: [REPORT as unknown as JsonObject] })], new Date(`${day}T00:00:00Z`))
      .warnings;
  expect(on('2026-09-01')).toEqual([]);
  expect(on('2026-09-02')).toEqual([
    'the report "AWS C5 type 2" ends on 2026-10-01: cite the newest one from AWS Artifact',
  ]);
  expect(on('2027-01-31')).toEqual([
    'the record of 10.1.a ends on 2027-03-01: have Jo Example, CISO review "ISMS manual, version 7"',
  ]);
});

test('what ended is known as such', () => {
  const { records, findings } = report(
    [A],
    [fileOf([A], [RECORD], { reports: [REPORT as unknown as JsonObject] })],
    new Date('2027-03-02T00:00:00Z')
  );
  expect(records.lapsed).toEqual([
    { claims: ['10.1.a'], title: 'ISMS manual, version 7', ended: '2027-03-01' },
    { claims: [], kind: 'c5-type2', title: 'AWS C5 type 2', ended: '2026-10-01' },
  ]);
  expect(findings).toHaveLength(2);
});

test('records in a stack that cannot be read are never lost', () => {
  expect(() => report([stackOf('a', [RECORD])])).toThrow('a.tf.json: "//".toms.records is no object');
});
