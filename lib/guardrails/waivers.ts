import { WaiverRecord } from '../toms/record';
import { Waiver } from './finding';
import { RETIRED } from './retired';
import { RuleText } from './rule';

const DAY = 24 * 60 * 60 * 1000;

/** What makes a waiver unusable, in words. */
export interface WaiverProblem {
  readonly prop: string;
  readonly must: string;
  /** What stands there, where that helps. */
  readonly value?: unknown;
  readonly fix: string;
}

/** The rules that waivers may name, by id and by name. */
export type WaivableRules = ReadonlyMap<string, Pick<RuleText, 'id' | 'waivable'>>;

/**
 * A waiver under the id of its rule, or what makes it unusable.
 *
 * @param maxDays for how many days from today it may hold
 */
export function checkWaiver(
  record: WaiverRecord,
  rules: WaivableRules,
  today: Date,
  maxDays: number
): { readonly waiver: Waiver } | { readonly problem: WaiverProblem } {
  const rule = rules.get(record.rule);
  if (!rule) return { problem: unknownRule(record.rule) };
  const problem = problemOf(record, rule, today, maxDays);
  return problem ? { problem } : { waiver: { ...record, rule: rule.id } };
}

function unknownRule(value: string): WaiverProblem {
  const replacements = RETIRED.get(value);
  if (replacements === undefined) {
    return {
      prop: 'rule',
      must: 'must be the id or the name of a rule',
      value,
      fix: "list them with 'npx toms rules'",
    };
  }
  const fix = replacements.length === 0 ? 'remove the waiver' : `waive ${replacements.join(' or ')}, which replace it`;
  return { prop: 'rule', must: 'must not be a retired rule', value, fix };
}

function problemOf(
  waiver: WaiverRecord,
  rule: Pick<RuleText, 'waivable'>,
  today: Date,
  maxDays: number
): WaiverProblem | undefined {
  if (rule.waivable === false) {
    return {
      prop: 'rule',
      must: 'must be a rule that may be waived',
      value: waiver.rule,
      fix: `see 'npx toms explain ${waiver.rule}'`,
    };
  }
  if ((waiver.path ?? waiver.address ?? '') === '') {
    return {
      prop: waiver.address === undefined ? 'path' : 'address',
      must: waiver.address === undefined ? 'must name a construct' : 'must name a resource or a module',
      value: '',
      fix: 'write what the finding names',
    };
  }
  if (waiver.statements?.every(hasVisible) === false || waiver.statements?.length === 0) {
    return {
      prop: 'statements',
      must: 'must be the Sids of statements',
      value: waiver.statements,
      fix: "write statements: ['Read'], or leave it out to cover all of the resource",
    };
  }
  if (!hasVisible(waiver.reason)) {
    return {
      prop: 'reason',
      must: 'must say why the risk is acceptable',
      value: waiver.reason,
      fix: "write reason: 'why'",
    };
  }
  if (!hasVisible(waiver.approver)) {
    return {
      prop: 'approver',
      must: 'must name who accepts the risk',
      value: waiver.approver,
      fix: "write approver: 'a name'",
    };
  }
  const usual = endOfTerm(today, maxDays);
  const end = lastMoment(waiver.expires);
  if (end === undefined) {
    return {
      prop: 'expires',
      must: 'must be a date as YYYY-MM-DD',
      value: waiver.expires,
      fix: `write expires: '${usual}'`,
    };
  }
  if (end < today.getTime()) {
    return {
      prop: 'expires',
      must: 'must not be past',
      value: waiver.expires,
      fix: `fix the finding, or have the risk accepted again and write expires: '${usual}'`,
    };
  }
  if (daysLeft(waiver.expires, today)! > maxDays) {
    return {
      prop: 'expires',
      must: `must be at most ${maxDays} days from today`,
      value: waiver.expires,
      fix: `write expires: '${usual}'`,
    };
  }
  return undefined;
}

/** Whether a text shows anything: some letters and symbols are drawn as nothing. */
function hasVisible(text: string): boolean {
  return /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/** The end to propose: 90 days from now, or sooner where that is too long. */
export function endOfTerm(today: Date, maxDays: number): string {
  return dateIn(Math.min(90, maxDays), today);
}

/** The date some days from now, as YYYY-MM-DD. */
export function dateIn(days: number, today: Date): string {
  return new Date(today.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** The end of the day (UTC) that a date names, or `undefined` where it is no date. */
function lastMoment(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== date) return undefined;
  return start + DAY - 1;
}

/** How many days after today a waiver still holds, or `undefined` where its end is no date. */
export function daysLeft(expires: string, today: Date): number | undefined {
  const end = lastMoment(expires);
  return end === undefined ? undefined : Math.floor((end - today.getTime()) / DAY);
}
