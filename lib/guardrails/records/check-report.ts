import { nearest } from '../../terraform/nearest';
import { JsonObject } from '../../terraform/value';
import { REPORT_KINDS, ReportKind } from '../../toms/claims/claim';
import { ProviderReport } from '../../toms/claim-records';
import { DEMANDS } from '../../toms/demands';
import { REGIONS } from '../../toms/regions';
import { dateIn, daysAfter } from '../days';
import { Checked, readPastDate } from './check-record';
import { FieldReader } from './field-reader';

const FIELDS = ['kind', 'title', 'from', 'to', 'regions', 'services', 'exceptionsRead', 'bridgedTo', 'sha256'];

/** Checks what somebody wrote as an audit report of the provider. */
export function checkReport(json: JsonObject, today: Date): Checked<ProviderReport> {
  const reader = new FieldReader(json, FIELDS);
  const kind = readKind(reader);
  const title = reader.text('title', { must: 'must name the report', fix: "write title: 'AWS C5 type 2'" });
  const from = readPastDate(reader, 'from', today, 'the first day of its period');
  // A certificate is valid up to a day to come. A report speaks of a period that is over.
  const to =
    kind === 'iso27001'
      ? reader.date('to', { must: '', fix: 'write the last day on which the certificate is valid' })
      : readPastDate(reader, 'to', today, 'the last day of its period');
  const regions = readRegions(reader);
  const services = readServices(reader);
  const exceptionsRead = readExceptionsRead(reader, kind === 'iso27001' ? undefined : to, today);
  const bridgedTo = to === undefined ? undefined : readBridge(reader, kind, to);
  const sha256 = reader.sha256();
  if (from !== undefined && to !== undefined && from > to) {
    reader.note('to', to, {
      must: `must not be before 'from', which is ${from}`,
      fix: 'write the period as the report states it',
    });
  }
  const isSound = reader.problems.length === 0;
  if (kind === undefined || from === undefined || to === undefined || !exceptionsRead)
    return { problems: reader.problems };
  const report: ProviderReport = { kind, title, from, to, regions, services, exceptionsRead, bridgedTo, sha256 };
  const hasLapsed = isSound && reportEnd(report) < dateIn(0, today);
  if (hasLapsed) noteLapse(reader, report);
  if (reader.problems.length === 0) return { kept: report };
  return { problems: reader.problems, lapsed: hasLapsed ? report : undefined };
}

/** The last day on which a report counts: 12 months after its period, or as long as a bridge letter reaches. A certificate counts while it is valid. */
export function reportEnd({ kind, to, bridgedTo = '' }: Pick<ProviderReport, 'kind' | 'to' | 'bridgedTo'>): string {
  if (kind === 'iso27001') return to;
  const end = daysAfter(to, DEMANDS.reportDays);
  return bridgedTo > end ? bridgedTo : end;
}

function noteLapse(reader: FieldReader, { kind, to, bridgedTo }: ProviderReport): void {
  if (kind === 'iso27001') {
    reader.note('to', to, {
      must: 'must not be past',
      fix: 'cite the certificate that replaced it, from AWS Artifact',
    });
    return;
  }
  reader.note(bridgedTo === undefined ? 'to' : 'bridgedTo', bridgedTo ?? to, {
    must:
      bridgedTo === undefined
        ? `must not be more than ${DEMANDS.reportDays} days ago, unless a bridge letter reaches today`
        : `must reach today, since the period ended more than ${DEMANDS.reportDays} days ago`,
    fix: 'cite the newest report from AWS Artifact, or its bridge letter with bridgedTo',
  });
}

function readKind(reader: FieldReader): ReportKind | undefined {
  const kinds: readonly string[] = REPORT_KINDS;
  const fix = `write one of ${kinds.join(', ')}`;
  const wanted = { must: 'must be a kind of report that claims rest on', fix };
  const value = reader.text('kind', wanted);
  if (value === '') return undefined;
  const found = REPORT_KINDS.find((kind) => kind === value);
  if (found === undefined) {
    const meant = nearest(value, kinds);
    reader.note('kind', value, { ...wanted, fix: meant === undefined ? fix : `write kind: '${meant}'` });
  }
  return found;
}

function readRegions(reader: FieldReader): readonly string[] {
  const wanted = { must: 'must be the AWS Regions that it covers, each once', fix: "write regions: ['eu-central-1']" };
  const regions = reader.texts('regions', wanted);
  for (const region of regions.filter((name) => !REGIONS.has(name))) {
    const meant = nearest(region, [...REGIONS]);
    reader.note('regions', region, { ...wanted, fix: meant === undefined ? wanted.fix : `write ${meant}` });
  }
  return regions;
}

function readServices(reader: FieldReader): readonly string[] {
  const wanted = {
    must: 'must be the services that it covers, each once, in lower case',
    fix: "write services: ['s3', 'kms', 'rds']",
  };
  const services = reader.texts('services', wanted);
  for (const service of services.filter((name) => !/^[a-z0-9-]+$/.test(name))) reader.note('services', service, wanted);
  return services;
}

function readExceptionsRead(
  reader: FieldReader,
  periodEnd: string | undefined,
  today: Date
): ProviderReport['exceptionsRead'] | undefined {
  const fix = `write exceptionsRead: { by: 'Jo Example, CISO', date: '${dateIn(0, today)}' }`;
  const inner = reader.inner('exceptionsRead', ['by', 'date'], {
    must: 'must say who read the exceptions and the controls that it asks of customers, and when',
    fix,
  });
  if (!inner) return undefined;
  const by = inner.text('by', { must: 'must name who read them', fix });
  const date = readPastDate(inner, 'date', today, 'the day on which they were read');
  if (date === undefined) return undefined;
  if (periodEnd !== undefined && date < periodEnd && periodEnd <= dateIn(0, today)) {
    inner.note('date', date, {
      must: `must not be before the period ended, which was on ${periodEnd}`,
      fix: 'read the exceptions of this report',
    });
  }
  return { by, date };
}

function readBridge(reader: FieldReader, kind: ReportKind | undefined, to: string): string | undefined {
  if (!reader.has('bridgedTo')) return undefined;
  const latest = daysAfter(to, DEMANDS.reportDays + DEMANDS.bridgeDays);
  const bridgedTo = reader.date('bridgedTo', { must: '', fix: 'write the day that the bridge letter reaches' });
  if (bridgedTo === undefined) return undefined;
  if (kind === 'iso27001') {
    reader.note('bridgedTo', bridgedTo, {
      must: 'must not be there: a certificate has no bridge letter',
      fix: 'remove it',
    });
  } else if (bridgedTo <= to) {
    reader.note('bridgedTo', bridgedTo, { must: `must be after 'to', which is ${to}`, fix: 'leave it out' });
  } else if (bridgedTo > latest) {
    reader.note('bridgedTo', bridgedTo, {
      must: `must be at most ${DEMANDS.reportDays + DEMANDS.bridgeDays} days after 'to'`,
      fix: `write bridgedTo: '${latest}', or cite a newer report`,
    });
  }
  return bridgedTo;
}
