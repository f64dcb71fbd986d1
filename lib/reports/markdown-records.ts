import { Evidence } from '../evidence/evidence';
import { ReportEvidence } from '../evidence/records';
import { ClaimRecord } from '../toms/claim-records';
import { markdown, markdownLink, markdownName } from './escape';
import { table } from './markdown-table';

/** What people keep, and what the provider reports: the first to end first. */
export function recordsMarkdown({ records, reports }: Evidence): string[] {
  return [
    '',
    '## Records',
    '',
    'What people say they do, by document and owner. Nobody looked at the documents. The first to end comes first.',
    '',
    ...(records.length > 0 ? table(RECORD_HEAD, records.map(recordRow)) : ['None.']),
    '',
    '## Reports of the provider',
    '',
    'Audit reports of AWS, which are confidential and only cited. One must cover every Region and service in use.',
    '',
    ...(reports.length > 0 ? table(REPORT_HEAD, reports.map(reportRow)) : ['None.']),
  ];
}

const RECORD_HEAD = ['Review by', 'Claims', 'Says', 'Count', 'Document', 'Owner'];

function recordRow({ claims, says, document, owner, reviewBy, count }: ClaimRecord): string[] {
  const { title, link, date, sha256 } = document;
  const hash = sha256 === undefined ? '' : `, SHA-256 \`${sha256}\``;
  return [
    markdown(reviewBy),
    claims.join(', '),
    markdown(says),
    count ? `${count.met} of ${count.of}` : '',
    `${markdownLink(title, link)}, ${markdown(date)}${hash}`,
    markdown(owner),
  ];
}

const REPORT_HEAD = ['Counts until', 'Report', 'Period', 'Covers', 'Does not cover', 'Exceptions read'];

function reportRow(report: ReportEvidence): string[] {
  const { title, kind, from, to, bridgedTo, covers, until, exceptionsRead, sha256 } = report;
  const hash = sha256 === undefined ? '' : `, SHA-256 \`${sha256}\``;
  const bridge = bridgedTo === undefined ? '' : `, bridge letter to ${markdown(bridgedTo)}`;
  return [
    markdown(until),
    `${markdown(title)} (${markdownName(kind)})${hash}`,
    `${markdown(from)} to ${markdown(to)}${bridge}`,
    `${covers.met} of ${covers.of}`,
    covers.missing.map(markdownName).join(', '),
    `${markdown(exceptionsRead.by)}, ${markdown(exceptionsRead.date)}`,
  ];
}
