import { Erasure } from '../erasure/horizon';
import { WAIVER_RULE } from '../guardrails/engine';
import { Report, RuleOutcomes, Waiver } from '../guardrails/finding';
import { shownPath } from '../terraform/shown-path';
import { measuresOf } from '../toms/claims/catalogue';
import { MEASURES } from '../toms/measures/catalogue';
import { MeasureKind } from '../toms/measures/measure';
import { jsonText } from './escape';
import { ruleSummary } from './rule-text';

/** What a run says of a measure. The worst that any of its rules found decides. */
export type MeasureState = 'violated' | 'waived' | 'undetermined' | 'met' | 'not evidenced';

/** The states, from worst to best. */
export const STATES: readonly MeasureState[] = ['violated', 'waived', 'undetermined', 'met', 'not evidenced'];

/** A measure and the rules that decide its state. */
export interface MeasureEvidence {
  readonly id: string;
  readonly chapter: number;
  readonly title: string;
  readonly kind: MeasureKind;
  readonly state: MeasureState;
  /** The rules that looked at something: what they saw stands under `rules`. */
  readonly rules: readonly string[];
}

/** A rule, and what it found at which addresses: `stack:address`. */
export interface RuleEvidence extends RuleOutcomes {
  readonly title: string;
  readonly measures: readonly string[];
}

/** What a run shows of the measures. It carries no time and no place: the same input gives the same bytes. */
export interface Evidence {
  readonly version: 1;
  /** Whether a violation fails the run. Where it does not, this is a report only. */
  readonly enforced: boolean;
  readonly inputs: readonly string[];
  readonly resources: number;
  /** The types of resources that no rule asks anything in particular, and how many resources there are of each. */
  readonly notRead: { readonly [type: string]: number };
  /** How many measures are in which state. */
  readonly summary: { readonly [S in MeasureState]: number };
  readonly measures: readonly MeasureEvidence[];
  readonly rules: readonly RuleEvidence[];
  readonly waivers: readonly Waiver[];
  /** For each store, when what was deleted from it is gone. */
  readonly erasure: readonly Erasure[];
  /** Rules that failed to run. Where there are any, this shows nothing. */
  readonly crashes: readonly string[];
}

/** What a run shows of every measure of the catalogue. */
export function evidence(report: Report, erasure: readonly Erasure[], enforced = true): Evidence {
  const rules = ruleEvidence(report);
  const byMeasure = new Map<string, RuleEvidence[]>();
  for (const rule of rules) {
    for (const id of rule.measures) byMeasure.set(id, [...(byMeasure.get(id) ?? []), rule]);
  }
  const measures = MEASURES.map(({ id, chapter, title, kind }): MeasureEvidence => {
    const behind = byMeasure.get(id) ?? [];
    return { id, chapter, title, kind, state: stateOf(behind), rules: behind.map(({ rule }) => rule) };
  });
  const summary = { violated: 0, waived: 0, undetermined: 0, met: 0, 'not evidenced': 0 };
  for (const { state } of measures) summary[state]++;
  return {
    version: 1,
    enforced,
    inputs: report.inputs.map(shownPath),
    resources: report.resources,
    notRead: report.notRead,
    summary,
    measures,
    rules,
    waivers: report.waivers.map(({ rule, path, address, stack, statements, reason, approver, expires, ticket }) => ({
      rule,
      path,
      address,
      stack,
      statements,
      reason,
      approver,
      expires,
      ticket,
    })),
    erasure,
    crashes: report.crashes,
  };
}

function ruleEvidence(report: Report): RuleEvidence[] {
  const outcomes = [...report.outcomes];
  const waivers = report.findings.filter(({ rule }) => rule === WAIVER_RULE);
  if (waivers.length > 0) {
    const broken = waivers.map(({ stack, address }) => `${stack}:${address}`);
    outcomes.push({ rule: WAIVER_RULE, met: [], violated: broken, waived: [], undetermined: [] });
  }
  return outcomes.map(({ rule, met, violated, waived, undetermined }) => {
    const text = ruleSummary(rule);
    return {
      rule,
      title: text?.title ?? '',
      measures: text ? measuresOf(text.claims) : [],
      violated,
      waived,
      undetermined,
      met,
    };
  });
}

function stateOf(rules: readonly RuleEvidence[]): MeasureState {
  const worst = (['violated', 'waived', 'undetermined', 'met'] as const).find((state) =>
    rules.some((rule) => rule[state].length > 0)
  );
  return worst ?? 'not evidenced';
}

/** Evidence for programs. */
export function evidenceJson(shown: Evidence): string {
  return jsonText(shown);
}
