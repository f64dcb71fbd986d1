import { Span, longest } from '../../erasure/days';
import { Erasure } from '../../erasure/horizon';
import { Evidence } from '../../evidence/evidence';
import { ProcessedStore, processingOf } from '../../evidence/processing';
import { Recipient, recipientsOf } from '../../evidence/recipients';
import { Checked } from '../../guardrails/check';
import { EU_REGIONS } from '../../toms/regions';

/** A category of personal data, with what is declared of it and what the configuration does. Null is a field for people to fill in. */
export interface DataCategory {
  /** Its name in the retention schedule. */
  readonly category: string | null;
  readonly dataClass: string | null;
  /** The processing that the retention schedule names. */
  readonly processing: string | null;
  readonly stores: readonly string[];
  /** How long it may be kept: each number of days that is declared. */
  readonly declared: readonly Span[];
  /** The longest erasure horizon of its stores. Null where that of one is not computed. */
  readonly horizon: Span | null;
}

/** Where a store and its copies are, and when what is deleted from it is gone. */
export interface RecordedStore extends ProcessedStore {
  readonly declared: Span | null;
  readonly horizon: Span | null;
}

/**
 * A record of processing activities (Art. 30 GDPR), as far as the configuration knows it. Null is a field for people to fill in: nothing is guessed.
 */
export interface ProcessingRecord {
  readonly version: 1;
  readonly at: string;
  readonly organization: Evidence['organization'] | null;
  readonly purposes: null;
  readonly dataSubjects: null;
  readonly categories: readonly DataCategory[];
  readonly recipients: readonly Recipient[];
  readonly otherRecipients: null;
  readonly regions: readonly string[];
  /** Whether the Region of a store or a copy is not known. */
  readonly hasOpenRegions: boolean;
  readonly regionsOutsideEu: readonly string[];
  readonly safeguards: null;
  readonly stores: readonly RecordedStore[];
  /** The SHA-256 of the annexes that describe the measures, by file. */
  readonly measures: { readonly [file: string]: string };
  readonly madeFrom: Pick<Evidence['scope'], 'inputs' | 'tool' | 'rules'>;
}

/** What the configuration knows of the processing of personal data. */
export function processingRecord(
  evidence: Evidence,
  { model, report }: Checked,
  at: string,
  measures: { readonly [file: string]: string }
): ProcessingRecord {
  const { stores, regions, hasOpenRegions } = processingOf(model, report);
  const recorded = withHorizons(stores, evidence.erasure).filter(({ isPersonal }) => isPersonal);
  const { inputs, tool, rules } = evidence.scope;
  return {
    version: 1,
    at,
    organization: evidence.organization ?? null,
    purposes: null,
    dataSubjects: null,
    categories: categoriesOf(recorded),
    recipients: recipientsOf(model),
    otherRecipients: null,
    regions,
    hasOpenRegions,
    regionsOutsideEu: regions.filter((region) => !EU_REGIONS.includes(region)),
    safeguards: null,
    stores: recorded,
    measures,
    madeFrom: { inputs, tool, rules },
  };
}

/** Stores, each with its erasure horizon where there is one. */
export function withHorizons(stores: readonly ProcessedStore[], erasure: readonly Erasure[]): readonly RecordedStore[] {
  const horizons = new Map(erasure.map((one) => [one.store, one]));
  return stores.map((store) => {
    const horizon = horizons.get(store.address);
    return { ...store, declared: horizon?.retentionDays ?? null, horizon: horizon?.days ?? null };
  });
}

function categoriesOf(stores: readonly RecordedStore[]): readonly DataCategory[] {
  const groups = new Map<string, RecordedStore[]>();
  for (const store of stores) {
    const key = JSON.stringify([store.dataCategory ?? '', store.dataClass ?? '', store.processing ?? '']);
    const group = groups.get(key);
    if (group) group.push(store);
    else groups.set(key, [store]);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => ({
      category: group[0].dataCategory ?? null,
      dataClass: group[0].dataClass ?? null,
      processing: group[0].processing ?? null,
      stores: group.map(({ address }) => address),
      declared: [...new Set(group.flatMap(({ declared }) => declared ?? []))],
      horizon: longestKnown(group.map(({ horizon }) => horizon)),
    }));
}

function longestKnown(spans: readonly (Span | null)[]): Span | null {
  const known = spans.flatMap((span) => (span === null ? [] : [span]));
  return known.length < spans.length ? null : longest(known);
}
