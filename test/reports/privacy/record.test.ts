import { evidence } from '../../../lib/evidence/evidence';
import { Checked, check } from '../../../lib/guardrails/check';
import { paperMarkdown } from '../../../lib/reports/paper/markdown';
import { ProcessingRecord, processingRecord } from '../../../lib/reports/privacy/record';
import { recordPaper } from '../../../lib/reports/privacy/record-paper';
import { JsonObject } from '../../../lib/terraform/value';
import { modelOf } from '../../support/models';

const AT = '2026-11-29';

function checkedOf(terraform: JsonObject): Checked {
  return check([...modelOf({ app: terraform }).stacks], new Date('2026-06-01T00:00:00Z'));
}

function recordOf(checked: Checked): ProcessingRecord {
  return processingRecord(evidence(checked), checked, AT, { 'tom-annex.en.md': 'abc' });
}

const tagged = (category: string, days: string): JsonObject => ({
  'tom:data-class': 'personal',
  'tom:data-category': category,
  'tom:retention-days': days,
});

const TWO = {
  provider: { aws: { region: 'eu-west-2' } },
  resource: {
    aws_kinesis_stream: { a: { retention_period: 48, tags: tagged('visits', '30') } },
    aws_cloudwatch_log_group: { b: { retention_in_days: 14, tags: tagged('visits', '14') } },
    aws_cognito_user_pool: { c: { name: 'c', tags: { 'tom:data-class': 'personal' } } },
    aws_s3_bucket: { d: { tags: { 'tom:data-class': 'public' } } },
  },
};

test('categories have what is declared and the longest horizon side by side, and what nobody says is null', () => {
  const record = recordOf(checkedOf(TWO));
  expect(record.categories).toEqual([
    {
      category: null,
      dataClass: 'personal',
      processing: null,
      stores: ['app:aws_cognito_user_pool.c'],
      declared: [],
      horizon: null,
    },
    {
      category: 'visits',
      dataClass: 'personal',
      processing: null,
      stores: ['app:aws_cloudwatch_log_group.b', 'app:aws_kinesis_stream.a'],
      declared: [14, 30],
      horizon: 17,
    },
  ]);
  expect(record.regionsOutsideEu).toEqual(['eu-west-2']);
  expect([
    record.organization,
    record.purposes,
    record.dataSubjects,
    record.safeguards,
    record.otherRecipients,
  ]).toEqual([null, null, null, null, null]);
  expect(record.measures).toEqual({ 'tom-annex.en.md': 'abc' });
  expect(record.stores.map(({ address }) => address)).not.toContain('app:aws_s3_bucket.d');
});

test('the record for people has the same, and blanks for the rest', () => {
  const checked = checkedOf(TWO);
  const text = paperMarkdown(recordPaper(recordOf(checked), evidence(checked), 'de'));
  expect(text).toContain('| visits | **\\[auszufüllen\\]** | personenbezogen | 2 | 14 Tage; 30 Tage | 17 Tage |');
  expect(text).toContain(
    '| **\\[auszufüllen\\]** | **\\[auszufüllen\\]** | personenbezogen | 1 | **\\[auszufüllen\\]** | **\\[auszufüllen\\]** |'
  );
  expect(text).toContain('| Davon außerhalb der Europäischen Union | Abs. 1 lit. e, Abs. 2 lit. c | eu-west-2 |');
  expect(text).toContain(
    '| Zwecke oder Kategorien der Verarbeitungen | Abs. 1 lit. b, Abs. 2 lit. b | **\\[auszufüllen\\]** |'
  );
  expect(text).toContain('Die Konfiguration nennt keine.');
});

test('a category belongs to the processing that the retention schedule names', () => {
  const categories = { visits: { retentionDays: 30, legalBasis: 'Art. 6(1)(f)', processing: 'Statistics' } };
  const checked = checkedOf({ ...TWO, '//': { toms: { version: 1, schedules: [{ path: '', categories }] } } });
  const record = recordOf(checked);
  expect(record.categories.map(({ category, processing }) => [category, processing])).toEqual([
    [null, null],
    ['visits', 'Statistics'],
  ]);
  const text = paperMarkdown(recordPaper(record, evidence(checked), 'en'));
  expect(text).toContain('| visits | Statistics | personal | 2 |');
});

test('who answers for the processing is filled in from the organization', () => {
  const checked = checkedOf(TWO);
  const organization = { name: 'ACME GmbH', role: 'controller' as const };
  const shown = { ...evidence(checked), organization };
  const record = processingRecord(shown, checked, AT, {});
  expect(record.organization).toEqual(organization);
  const text = paperMarkdown(recordPaper(record, shown, 'en'));
  expect(text).toContain('| Controller | (1)(a), (2)(a) | ACME GmbH |');
  expect(text).toContain('| Processor | (1)(a), (2)(a) | **\\[to be filled in\\]** |');
});

test('a Region that is not known is not taken for one in the European Union', () => {
  const checked = checkedOf({ resource: { aws_sqs_queue: { a: {} } } });
  const record = recordOf(checked);
  expect([record.regions, record.hasOpenRegions]).toEqual([[], true]);
  const text = paperMarkdown(recordPaper(record, evidence(checked), 'en'));
  expect(text).toContain('| Of these outside the European Union | (1)(e), (2)(c) | not known before the plan |');
});
