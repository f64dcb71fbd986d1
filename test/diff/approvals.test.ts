import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { approved, readApprovals } from '../../lib/diff/approvals';
import { isOpen } from '../../lib/diff/change';
import { TODAY, temporary } from '../cli/toms';
import { comparedResources } from './compared';

const { write } = temporary();
const side = (enable_key_rotation: boolean) => ({ aws_kms_key: { main: { enable_key_rotation } } });
const DIFF = comparedResources(side(true), side(false));
const [{ id }] = DIFF.changes;
const APPROVAL = { change: id, approver: 'Jo Example, CISO', reason: 'imported key material', expires: '2026-12-31' };

const fileOf = (...approvals: object[]): string => write('approvals.json', { version: 1, approvals });

test('an approved widening is open no longer, and the file follows its schema', () => {
  const file = fileOf({ ...APPROVAL, ticket: 'RISK-17' });
  const diff = approved(DIFF, readApprovals(file, TODAY));
  expect(DIFF.changes.filter(isOpen)).toHaveLength(1);
  expect(diff.changes.filter(isOpen)).toHaveLength(0);
  expect(diff.changes[0].approval?.ticket).toBe('RISK-17');
  const schema = JSON.parse(readFileSync(join(__dirname, '../../schema/toms-approvals.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ formats: { date: true } }).compile(schema);
  validate(JSON.parse(readFileSync(file, 'utf8')));
  expect(validate.errors).toBeNull();
});

test('a change that becomes another is not approved', () => {
  const other = comparedResources(side(true), { aws_kms_key: { main: {} } });
  expect(() => approved(other, readApprovals(fileOf(APPROVAL), TODAY))).toThrow(
    /approvals\.json: approves what is no widening of this diff: [0-9a-f]{16} \(Jo Example, CISO: imported key material\); what was approved has changed or is gone, so review it again and take the entry out/
  );
});

test.each<[string, unknown, RegExp]>([
  [
    'another version',
    { version: 2, approvals: [] },
    /has approvals of version 2, and this version of toms reads version 1/,
  ],
  ['no list', { version: 1 }, /is no file of approvals: it has version and approvals, a list/],
  ['no object', { version: 1, approvals: ['a'] }, /has an approval 1 that is no object/],
  [
    'an unknown field',
    { version: 1, approvals: [{ ...APPROVAL, until: 'x' }] },
    /has an approval 1 with "until", which none has/,
  ],
  [
    'no approver',
    { version: 1, approvals: [{ ...APPROVAL, approver: ' ' }] },
    /has an approval 1 without approver: write who approves what/,
  ],
  [
    'no id',
    { version: 1, approvals: [{ ...APPROVAL, change: 'KMS-001' }] },
    /whose change is "KMS-001": copy the 16 digits/,
  ],
  [
    'no date',
    { version: 1, approvals: [{ ...APPROVAL, expires: '2026-02-30' }] },
    /that expires on "2026-02-30": write a date as/,
  ],
  [
    'a day of the approval that is none',
    { version: 1, approvals: [{ ...APPROVAL, date: '2026-02-30' }] },
    /whose date is "2026-02-30": write the day of the approval as 2026-12-01/,
  ],
  [
    'a ticket that is no text',
    { version: 1, approvals: [{ ...APPROVAL, ticket: 17 }] },
    /whose ticket is 17: write its name or link, or leave it out/,
  ],
  [
    'a date that is past',
    { version: 1, approvals: [{ ...APPROVAL, expires: '2026-05-31' }] },
    /that ended on 2026-05-31: ask Jo Example, CISO again/,
  ],
])('refuses %s', (_title, content, problem) => {
  expect(() => readApprovals(write('bad.json', content), TODAY)).toThrow(problem);
});
