import { ClaimEvidence } from '../../evidence/claims';
import { Evidence } from '../../evidence/evidence';
import { ReportEvidence } from '../../evidence/records';
import { ClaimRecord, ProviderReport } from '../../toms/claim-records';
import { Html, NOTHING, html } from './markup';
import { table } from './table';
import { external, internals } from './text';

/** The record that shows a claim. */
export function recordOf({ record }: ClaimEvidence): Html {
  if (!record) return NOTHING;
  return html`<h5>Record</h5>
    <p>${record.says}</p>
    <p class="kind">
      ${document(record)}. Kept by ${record.owner}, in force until ${record.reviewBy}${holds(record)}.
    </p> `;
}

/** The report of the provider that shows a claim. */
export function reportOf({ report }: ClaimEvidence): Html {
  if (!report) return NOTHING;
  return html`<h5>Report of the provider</h5>
    <p>${report.title}, ${period(report)}. It covers ${coverage(report)}.</p>
    <p class="kind">Exceptions read by ${exceptions(report)}.</p> `;
}

/** All records and reports in force, the first to end first. */
export function recordsSection({ records, reports }: Evidence): Html {
  return html`<section aria-labelledby="records">
    <h2 id="records">Records and reports</h2>
    <p>What people keep, and what the provider reports. Neither overrules a rule.</p>
    ${
      records.length === 0
        ? html`<p>No record is in force.</p>`
        : table(
            'Records',
            ['Record', 'Document', 'Owner', 'In force until', 'Count', 'Claims'],
            records.map((record) => [
              record.says,
              document(record),
              record.owner,
              record.reviewBy,
              record.count ? `${record.count.met} of ${record.count.of}` : '',
              internals(record.claims),
            ])
          )
    }
    ${
      reports.length === 0
        ? html`<p>No report of the provider is in force.</p>`
        : table(
            'Reports of the provider',
            ['Report', 'Kind', 'Period', 'In force until', 'Covers', 'Does not cover', 'Exceptions read by'],
            reports.map((report) => [
              report.title,
              report.kind,
              period(report),
              report.until,
              coverage(report),
              report.covers.missing.join(', '),
              exceptions(report),
            ])
          )
    }
  </section> `;
}

function document({ document: { title, link, date, sha256 } }: ClaimRecord): Html {
  const hash = sha256 === undefined ? NOTHING : html`, SHA-256 <code>${sha256}</code>`;
  return html`${external(link, title)} of ${date}${hash}`;
}

function holds({ count }: ClaimRecord): string {
  return count ? `, for ${count.met} of ${count.of}` : '';
}

function period({ from, to, bridgedTo }: ProviderReport): string {
  return `${from} to ${to}${bridgedTo === undefined ? '' : `, bridged to ${bridgedTo}`}`;
}

function coverage({ covers }: ReportEvidence): string {
  return `${covers.met} of ${covers.of} Regions and services in use`;
}

function exceptions({ exceptionsRead: { by, date } }: ProviderReport): string {
  return `${by}, ${date}`;
}
