import { WaiverRecord } from '../toms/record';
import { companyOf } from './company/company-id';
import { dateIn, daysLeft, lastMoment } from './days';
import { Waiver } from './finding';
import { Problem, hasVisible } from './problem';
import { RETIRED } from './retired';
import { RuleText } from './rule';

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
): { readonly waiver: Waiver } | { readonly problem: Problem } {
  const rule = rules.get(record.rule);
  if (!rule) return { problem: unknownRule(record.rule) };
  const problem = problemOf(record, rule, today, maxDays);
  return problem ? { problem } : { waiver: { ...record, rule: rule.id } };
}

function unknownRule(value: string): Problem {
  const replacements = RETIRED.get(value);
  if (replacements === undefined) {
    return {
      prop: 'rule',
      must: 'must be the id or the name of a rule',
      value,
      fix:
        companyOf(value) === undefined
          ? "list them with 'npx toms rules'"
          : "name the file or package of your company's rules: 'rules' of toms.config.json and of Guardrails.enforce",
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
): Problem | undefined {
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

/** The end to propose: 90 days from now, or sooner where that is too long. */
export function endOfTerm(today: Date, maxDays: number): string {
  return dateIn(Math.min(90, maxDays), today);
}
