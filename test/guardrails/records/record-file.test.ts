import Ajv from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../../lib/guardrails/engine';
import { RECORD_FILE, recordFiles } from '../../../lib/guardrails/records/record-file';
import { loadStacks } from '../../../lib/terraform/load';
import { Model } from '../../../lib/terraform/model';
import { TODAY, temporary } from '../../cli/toms';
import { RECORD, REPORT } from '../../support/kept';

const { directory, write } = temporary();

const ONE = { resource: { null_resource: { it: {} } } };
const WHOLE = {
  $schema: 'node_modules/cdktf-aws-toms/schema/toms-records.schema.json',
  version: 1,
  organization: {
    name: 'ACME GmbH',
    role: 'processor',
    representative: 'ACME EU BV',
    dataProtectionOfficer: 'Kim Example, dpo@acme.example',
  },
  records: [
    RECORD,
    { ...RECORD, claims: ['10.2.a', '8.1.a'], count: { met: 118, of: 118 } },
    { ...RECORD, document: { ...RECORD.document, sha256: 'a'.repeat(64) } },
  ],
  reports: [REPORT, { ...REPORT, kind: 'soc2-type2', bridgedTo: '2026-12-31', sha256: 'a'.repeat(64) }],
};

const schema = JSON.parse(readFileSync(join(__dirname, '../../../schema/toms-records.schema.json'), 'utf8')) as object;
const fits = new Ajv({ formats: { date: /^\d{4}-\d{2}-\d{2}$/ } }).compile(schema);

/** Whether the reader has nothing against a file, neither that it cannot be read nor a finding. */
function isAccepted(content: object): boolean {
  const stacks = loadStacks([write('one/main.tf.json', ONE)]);
  try {
    const { findings } = run(new Model(stacks), [], TODAY, [], recordFiles(stacks, write('named.json', content)));
    return findings.length === 0;
  } catch {
    return false;
  }
}

function filesOf(path: string): string[] {
  return recordFiles(loadStacks([path])).map(({ file }) => file.slice(directory.length + 1));
}

test('the file lies where a file of waivers lies', () => {
  const file = write('app/cdktf.out/stacks/one/cdk.tf.json', ONE);
  write('app/cdktf.out/manifest.json', { stacks: { one: { synthesizedStackPath: 'stacks/one/cdk.tf.json' } } });
  const empty = { version: 1, records: [], reports: [] };
  for (const place of ['app', 'app/cdktf.out', 'far']) write(`${place}/${RECORD_FILE}`, empty);
  expect(filesOf(file)).toEqual([`app/cdktf.out/${RECORD_FILE}`, `app/${RECORD_FILE}`]);
  expect(filesOf(write('far/below/main.tf.json', ONE))).toEqual([]);
});

test('what is right follows the schema, and the reader takes it', () => {
  expect(fits(WHOLE)).toBe(true);
  expect(isAccepted(WHOLE)).toBe(true);
  expect(isAccepted({ version: 1, records: [], reports: [] })).toBe(true);
});

/** The objects within the file, each of which may hold something wrong. */
const PLACES: readonly (readonly [name: string, change: (value: object) => object])[] = [
  ['the file', (change) => ({ ...WHOLE, ...change })],
  ['the organization', (change) => ({ ...WHOLE, organization: { ...WHOLE.organization, ...change } })],
  ['a record', (change) => ({ ...WHOLE, records: [{ ...WHOLE.records[1], ...change }] })],
  ['a document', (change) => ({ ...WHOLE, records: [{ ...RECORD, document: { ...RECORD.document, ...change } }] })],
  ['a count', (change) => ({ ...WHOLE, records: [{ ...RECORD, count: { met: 1, of: 1, ...change } }] })],
  ['a report', (change) => ({ ...WHOLE, reports: [{ ...WHOLE.reports[1], ...change }] })],
  [
    'a reading',
    (change) => ({ ...WHOLE, reports: [{ ...REPORT, exceptionsRead: { ...REPORT.exceptionsRead, ...change } }] }),
  ],
];
const FIELDS: { readonly [place: string]: readonly string[] } = {
  'the file': ['version', 'organization', 'records', 'reports'],
  'the organization': ['name', 'role', 'representative', 'dataProtectionOfficer'],
  'a record': ['claims', 'says', 'document', 'owner', 'reviewBy', 'count'],
  'a document': ['title', 'link', 'date', 'sha256'],
  'a count': ['met', 'of'],
  'a report': ['kind', 'title', 'from', 'to', 'regions', 'services', 'exceptionsRead', 'bridgedTo', 'sha256'],
  'a reading': ['by', 'date'],
};
const WRONG = [null, 7.5, true, '', {}, [], [7], [''], ['A B', 'A B'], 'x'.repeat(3)];
/** Texts that say anything. */
const FREE = ['says', 'title', 'link', 'owner', 'name', 'representative', 'dataProtectionOfficer', 'by'];

describe.each(PLACES)('schema and reader agree about %s', (place, change) => {
  test.each(FIELDS[place])('%s', (field) => {
    for (const value of WRONG.filter((it) => it !== 'xxx' || !FREE.includes(field))) {
      const content = JSON.parse(JSON.stringify(change({ [field]: value }))) as object;
      const isRight = place === 'the file' && JSON.stringify(value) === '[]' && field.startsWith('re');
      expect([value, fits(content), isAccepted(content)]).toEqual([value, isRight, isRight]);
    }
    const without = JSON.parse(JSON.stringify(change({ [field]: undefined }))) as object;
    expect(isAccepted(without)).toBe(fits(without));
  });

  test('fields that there are not', () => {
    const content = change({ stray: 'x' });
    expect([fits(content), isAccepted(content)]).toEqual([false, false]);
  });
});

test.each<[string, unknown, string]>([
  ['no JSON', '{', 'ends early'],
  ['a list, as waivers are', [RECORD], 'it is no object with version, records and reports'],
  ['another version', { ...WHOLE, version: 2 }, 'it must have version 1'],
  [
    'an unknown key',
    { ...WHOLE, record: [] },
    'it has "record", and only $schema, version, organization, records, reports are known',
  ],
  ['no list of records', { ...WHOLE, records: {} }, 'it has no list of records: write "records": []'],
  ['a record that is no object', { ...WHOLE, records: ['10.1.a'] }, 'it has one of its records that is no object'],
  ['an organization that is no object', { ...WHOLE, organization: 'ACME' }, 'it has an organization that is no object'],
])('%s is unreadable', (_title, content, message) => {
  const stacks = loadStacks([write('one/main.tf.json', ONE)]);
  const named = write('broken.json', content);
  expect(() => recordFiles(stacks, named)).toThrow(message);
});
