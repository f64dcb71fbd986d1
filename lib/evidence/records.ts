import { reportEnd } from '../guardrails/records/check-report';
import { compare } from '../terraform/compare';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { ClaimRecord, Kept, LapsedRecord, ProviderReport, Records } from '../toms/claim-records';
import { DeclaredClaim, ConfiguredClaim, InheritedClaim } from '../toms/claims/claim';
import { REGION_NOT_KNOWN, regionsInUse, servicesInUse } from './in-use';

/** A report of the provider, and what of this run it covers. */
export interface ReportEvidence extends ProviderReport {
  /** The Regions and services in use that it covers, n of N, and the others by name. */
  readonly covers: { readonly met: number; readonly of: number; readonly missing: readonly string[] };
  /** The last day on which it counts. */
  readonly until: string;
}

/** What records or reports show of one claim. */
interface Kepts {
  readonly state: 'declared' | 'inherited' | 'in part' | 'not shown';
  readonly record?: ClaimRecord;
  readonly report?: ReportEvidence;
  readonly why?: string;
}

/** Reads what people keep, claim by claim. */
export class RecordReader {
  /** The records in force, the first to end first. */
  public readonly records: readonly ClaimRecord[];
  /** The reports in force, the first to end first. */
  public readonly reports: readonly ReportEvidence[];
  private readonly byClaim = new Map<string, Kept<ClaimRecord>[]>();
  private readonly covering: readonly Kept<ReportEvidence>[];
  private readonly lapsed = new Map<string, LapsedRecord>();
  private readonly hasUnreadModules: boolean;

  constructor(
    private readonly model: Model,
    { records, reports, lapsed }: Records
  ) {
    this.hasUnreadModules = model.stacks.some(({ unreadModules }) => unreadModules.length > 0);
    const inOrder = [...records].sort((one, other) => compare(orderOf(one.is), orderOf(other.is)));
    this.records = inOrder.map(({ is }) => is);
    for (const kept of inOrder) {
      for (const id of kept.is.claims) this.byClaim.set(id, [...(this.byClaim.get(id) ?? []), kept]);
    }
    const inUse = reports.length > 0 ? inUseOf(model) : NOTHING;
    this.covering = reports
      .map(({ is, stacks }) => ({ stacks, is: covered(is, inUse) }))
      .sort((one, other) => compare(one.is.until + one.is.title, other.is.until + other.is.title));
    this.reports = this.covering.map(({ is }) => is);
    for (const one of lapsed) for (const key of one.kind ? [one.kind] : one.claims) this.lapsed.set(key, one);
  }

  /** What records show of a claim. Of several the weakest counts. */
  public declared({ id }: DeclaredClaim | ConfiguredClaim): Kepts {
    const kept = this.byClaim.get(id);
    if (!kept) return { state: 'not shown', why: this.ended([id]) ?? 'no record' };
    const [{ is: record }] = [...kept].sort((one, other) => shareOf(one.is) - shareOf(other.is));
    if (record.count?.met === 0)
      return { state: 'not shown', record, why: `none of ${record.count.of}, by the record` };
    const elsewhere = this.elsewhere(kept);
    const isWhole = elsewhere === undefined && shareOf(record) === 1;
    return { state: isWhole ? 'declared' : 'in part', record, why: elsewhere };
  }

  /** What a report shows of a claim: one must cover all Regions and services in use. */
  public inherited({ reports: kinds }: InheritedClaim): Kepts {
    const ofKind = this.covering.filter(({ is }) => kinds.includes(is.kind));
    // The last of those that cover most: it counts longest.
    const best = [...ofKind].reverse().sort((one, other) => other.is.covers.met - one.is.covers.met)[0];
    if (best === undefined) return { state: 'not shown', why: this.ended(kinds) ?? 'no report of the provider' };
    const { is: report } = best;
    if (report.covers.met === 0) return { state: 'not shown', report, why: 'the report covers nothing that is in use' };
    const elsewhere =
      this.elsewhere([best]) ?? (this.hasUnreadModules ? 'modules that were not read may use others' : undefined);
    const isWhole = elsewhere === undefined && report.covers.met === report.covers.of;
    return { state: isWhole ? 'inherited' : 'in part', report, why: elsewhere };
  }

  private ended(keys: readonly string[]): string | undefined {
    const found = keys.map((key) => this.lapsed.get(key)).find((one) => one !== undefined);
    return found && `"${found.title}" ended on ${found.ended}`;
  }

  /** Where others are checked too, which the records are not for. */
  private elsewhere(kept: readonly Kept<unknown>[]): string | undefined {
    const named = new Set(kept.flatMap(({ stacks }) => stacks));
    const all = this.model.stacks.length;
    const met = this.model.stacks.filter(({ name }) => named.has(name)).length;
    return met === all ? undefined : `for ${met} of ${all} stacks`;
  }
}

/** How much of what it speaks of a record shows. */
function shareOf({ count }: ClaimRecord): number {
  return count === undefined ? 1 : count.met / count.of;
}

function orderOf({ reviewBy, claims }: ClaimRecord): string {
  return [reviewBy, ...claims].join(' ');
}

interface InUse {
  readonly regions: readonly string[];
  readonly services: readonly string[];
  /** A name of one as it may be shown. */
  readonly shown: (name: string) => string;
}

const NOTHING: InUse = { regions: [], services: [], shown: (name) => name };

function inUseOf(model: Model): InUse {
  const redaction = new Redaction(model.stacks);
  return {
    regions: regionsInUse(model),
    services: servicesInUse(model),
    shown: (name) => (name === REGION_NOT_KNOWN ? 'a Region that is not known' : redaction.of(name)),
  };
}

function covered(report: ProviderReport, { regions, services, shown }: InUse): ReportEvidence {
  const [outside, others] = [
    regions.filter((region) => !report.regions.includes(region)),
    services.filter((service) => !report.services.includes(service)),
  ];
  const of = regions.length + services.length;
  const missing = [...outside, ...others];
  // What covers no Region in use, or no service, covers nothing.
  const isNone = outside.length === regions.length || others.length === services.length;
  return {
    ...report,
    covers: { met: isNone ? 0 : of - missing.length, of, missing: missing.map(shown) },
    until: reportEnd(report),
  };
}
