import { checkReport, reportEnd } from '../../../lib/guardrails/records/check-report';
import { JsonObject } from '../../../lib/terraform/value';
import { TODAY } from '../../cli/toms';
import { REPORT } from '../../support/kept';

const CERTIFICATE = {
  ...REPORT,
  kind: 'iso27001',
  title: 'ISO/IEC 27001',
  from: '2025-12-01',
  to: '2028-11-30',
} as const;

function written(changed: object): JsonObject {
  return JSON.parse(JSON.stringify({ ...REPORT, ...changed })) as JsonObject;
}

function problems(changed: object): string[] {
  const checked = checkReport(written(changed), TODAY);
  if ('kept' in checked) return [];
  return checked.problems.map(
    ({ prop, must, value, fix }) =>
      `${prop} ${must}${value === undefined ? '' : `, got ${JSON.stringify(value)}`}; ${fix}`
  );
}

const read = (changed: object): object => ({ exceptionsRead: { ...REPORT.exceptionsRead, ...changed } });

test.each([
  ['a report', REPORT],
  ['a certificate', CERTIFICATE],
  ['a report with a bridge letter', { ...REPORT, from: '2023-10-01', to: '2025-04-30', bridgedTo: '2026-07-31' }],
])('%s in force is kept as it is', (_title, report) => {
  expect(checkReport(written(report), TODAY)).toEqual({ kept: report });
});

test.each<[string, object, string]>([
  [
    'an unknown kind',
    { kind: 'c5-type1' },
    'kind must be a kind of report that claims rest on, got "c5-type1"; write kind: \'c5-type2\'',
  ],
  [
    'another kind',
    { kind: 'pci' },
    'kind must be a kind of report that claims rest on, got "pci"; write one of c5-type2, soc2-type2, iso27001',
  ],
  ['no kind', { kind: undefined }, 'kind must be a kind of report'],
  ['no title', { title: '' }, 'title must name the report'],
  ['no beginning', { from: undefined }, 'from must be a date as YYYY-MM-DD'],
  [
    'a period that is backwards',
    { from: '2025-10-01' },
    `to must not be before 'from', which is 2025-10-01, got "2025-09-30"`,
  ],
  ['a period that is not over', { to: '2026-06-30' }, 'to must not be in the future, got "2026-06-30"'],
  [
    'a period that ended too long ago',
    { to: '2025-05-30' },
    'to must not be more than 366 days ago, unless a bridge letter reaches today, got "2025-05-30"; cite the newest report from AWS Artifact',
  ],
  [
    'a bridge letter that does not reach',
    { to: '2025-04-30', bridgedTo: '2026-05-31' },
    'bridgedTo must reach today, since the period ended more than 366 days ago',
  ],
  ['a bridge letter into the past', { bridgedTo: '2025-09-30' }, "bridgedTo must be after 'to'"],
  [
    'a bridge letter that reaches for ever',
    { bridgedTo: '2099-01-01' },
    "bridgedTo must be at most 458 days after 'to', got \"2099-01-01\"; write bridgedTo: '2027-01-01'",
  ],
  ['no Regions', { regions: [] }, 'regions must be the AWS Regions that it covers, each once, got []'],
  [
    'an unknown Region',
    { regions: ['eu-central-3'] },
    'regions must be the AWS Regions that it covers, each once, got "eu-central-3"; write eu-central-1',
  ],
  ['no services', { services: undefined }, 'services must be the services that it covers'],
  [
    'a service in other words',
    { services: ['Amazon S3'] },
    'services must be the services that it covers, each once, in lower case, got "Amazon S3"',
  ],
  ['no reader of the exceptions', { exceptionsRead: undefined }, 'exceptionsRead must say who read the exceptions'],
  ['a reader without a name', read({ by: '' }), 'exceptionsRead.by must name who read them'],
  ['a reading in the future', read({ date: '2026-06-02' }), 'exceptionsRead.date must not be in the future'],
  [
    'a reading before there was a report',
    read({ date: '2025-09-29' }),
    'exceptionsRead.date must not be before the period ended, which was on 2025-09-30',
  ],
  ['an unknown field', { link: 'x' }, 'link must not be there'],
  [
    'a certificate that is no longer valid',
    { ...CERTIFICATE, to: '2026-05-31' },
    'to must not be past, got "2026-05-31"',
  ],
  ['a certificate that is not valid yet', { ...CERTIFICATE, from: '2026-06-02' }, 'from must not be in the future'],
  [
    'a certificate with a bridge letter',
    { ...CERTIFICATE, bridgedTo: '2028-12-31' },
    'bridgedTo must not be there: a certificate has no bridge letter',
  ],
])('%s is refused, with the way out', (_title, changed, message) => {
  expect(problems(changed)).toEqual([expect.stringContaining(message)]);
});

test('a report counts for 12 months after its period, or as long as its bridge letter reaches', () => {
  expect(reportEnd(REPORT)).toBe('2026-10-01');
  expect(reportEnd({ ...REPORT, bridgedTo: '2026-12-31' })).toBe('2026-12-31');
  expect(reportEnd({ ...REPORT, bridgedTo: '2026-01-31' })).toBe('2026-10-01');
  expect(reportEnd(CERTIFICATE)).toBe('2028-11-30');
  const on = (day: string): object => checkReport(written({}), new Date(`${day}T00:00:00Z`));
  expect(on('2026-10-01')).toEqual({ kept: REPORT });
  expect(on('2026-10-02')).toMatchObject({ lapsed: REPORT });
});
