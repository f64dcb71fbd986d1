/** The key of the record within a stack's `//`, which is a comment to Terraform: constructs write it, rules read it. */
export const RECORD_KEY = 'toms';

/** What scopes declare, as far as they do. */
export interface Declaration {
  readonly environment?: string;
  readonly dataClass?: string;
  readonly residency?: readonly string[];
  readonly globalServiceLogs?: string;
}

/** What the record says of a scope of the app. */
export interface PostureRecord {
  readonly path: string;
  readonly environment: string;
  readonly dataClass: string;
  readonly residency: readonly string[];
  /** Why logs of global services may lie outside of it, where they do. */
  readonly globalServiceLogs?: string;
  readonly owner?: string;
  readonly retentionDays?: number;
  readonly dataCategory?: string;
  readonly maxWaiverDays?: number;
}

/** What a retention schedule says of one category of data. Nothing in it is checked. */
export interface CategoryRecord {
  readonly retentionDays?: number;
  readonly legalBasis?: string;
  readonly dataClass?: string;
  /** Its processing, by the name in the record of processing activities. */
  readonly processing?: string;
}

/** A retention schedule, and the path of the scope that it is set on. */
export interface ScheduleRecord {
  readonly path: string;
  readonly categories: { readonly [name: string]: CategoryRecord };
}

/** A waiver as the record, or a file of waivers, holds it. Nothing in it may be trusted before it is checked. */
export interface WaiverRecord {
  readonly path?: string;
  /** The Sids of the statements that it is for. */
  readonly statements?: readonly string[];
  /** Only in files. */
  readonly address?: string;
  /** Only in files. */
  readonly stack?: string;
  readonly rule: string;
  readonly reason: string;
  readonly approver: string;
  readonly expires: string;
  readonly ticket?: string;
}

/** What the constructs of a stack declare. */
export interface TomsRecord {
  /** What the scopes above the stack declare, where the stack declares something of its own. */
  readonly outer?: Declaration;
  /** The posture of the stack. */
  readonly posture?: PostureRecord;
  /** The postures of the stack and of the scopes within it that differ. */
  readonly scopes: readonly PostureRecord[];
  /** The retention schedules that apply in the stack. */
  readonly schedules: readonly ScheduleRecord[];
  readonly waivers: readonly WaiverRecord[];
  /** What people keep, in the form of a file of records, unread. */
  readonly records?: unknown;
}

/**
 * Reads what stands under a stack's `//`.
 *
 * @throws TypeError where waivers are no array, or one is no object: none must be lost in silence.
 */
export function parseRecord(comment: unknown): TomsRecord {
  const record = isObject(comment) ? comment[RECORD_KEY] : undefined;
  if (!isObject(record)) return { scopes: [], schedules: [], waivers: [] };
  const scopes = [record.posture, ...listed(record.scopes)].flatMap(parsePosture);
  const { waivers = [] } = record;
  if (!Array.isArray(waivers)) throw new TypeError(`has "//".${RECORD_KEY}.waivers that are no array`);
  return {
    outer: parseDeclaration(record.outer),
    posture: scopes[0],
    scopes,
    schedules: listed(record.schedules).flatMap(parseSchedule),
    waivers: waivers.map(parseWaiver),
    records: record.records,
  };
}

function parseDeclaration(json: unknown): Declaration | undefined {
  if (!isObject(json)) return undefined;
  const residency = listed(json.residency).filter((region) => typeof region === 'string');
  return {
    environment: text(json.environment),
    dataClass: text(json.dataClass),
    residency,
    globalServiceLogs: text(json.globalServiceLogs),
  };
}

function parsePosture(json: unknown): PostureRecord[] {
  if (!isObject(json) || typeof json.path !== 'string') return [];
  return [
    {
      path: json.path,
      environment: text(json.environment) ?? 'production',
      dataClass: text(json.dataClass) ?? 'personal',
      residency: listed(json.residency).filter((region) => typeof region === 'string'),
      globalServiceLogs: text(json.globalServiceLogs),
      owner: text(json.owner),
      retentionDays: typeof json.retentionDays === 'number' ? json.retentionDays : undefined,
      dataCategory: text(json.dataCategory),
      maxWaiverDays: days(json.maxWaiverDays),
    },
  ];
}

function parseSchedule(json: unknown): ScheduleRecord[] {
  if (!isObject(json) || !isObject(json.categories)) return [];
  const categories = Object.entries(json.categories).map(
    ([name, category]) => [name, parseCategory(category)] as const
  );
  return [{ path: text(json.path) ?? '', categories: Object.fromEntries(categories) }];
}

function parseCategory(json: unknown): CategoryRecord {
  if (!isObject(json)) return {};
  return {
    retentionDays: days(json.retentionDays),
    legalBasis: text(json.legalBasis),
    dataClass: text(json.dataClass),
    processing: text(json.processing),
  };
}

function parseWaiver(json: unknown): WaiverRecord {
  if (!isObject(json)) throw new TypeError(`has a waiver in "//".${RECORD_KEY}.waivers that is no object`);
  return {
    path: text(json.path) ?? '',
    rule: text(json.rule) ?? '',
    reason: text(json.reason) ?? '',
    approver: text(json.approver) ?? '',
    expires: text(json.expires) ?? '',
    ticket: text(json.ticket),
    statements: statementsIn(json),
  };
}

/** The statements that a waiver names. Where they are not as they should be they are none, so that the waiver is refused and does not cover all of them. */
export function statementsIn({ statements }: { readonly statements?: unknown }): readonly string[] | undefined {
  if (statements === undefined) return undefined;
  const all = listed(statements);
  return all.every((name) => typeof name === 'string') ? all : [];
}

function isObject(json: unknown): json is { readonly [key: string]: unknown } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function listed(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : [];
}

function days(json: unknown): number | undefined {
  return typeof json === 'number' && Number.isInteger(json) && json > 0 ? json : undefined;
}

function text(json: unknown): string | undefined {
  return typeof json === 'string' ? json : undefined;
}
