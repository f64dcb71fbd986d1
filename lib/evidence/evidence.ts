import { Erasure } from '../erasure/horizon';
import { Checked, withinDepth } from '../guardrails/check';
import { WAIVER_RULE } from '../guardrails/engine';
import { RECORD_RULE } from '../guardrails/records/record-book';
import { CompanyRuleText, Declared, Report, RuleOutcomes, SkippedRule, Waiver } from '../guardrails/finding';
import { ruleIn } from '../guardrails/rule-text';
import { RULES } from '../guardrails/rules';
import { Override } from '../terraform/model';
import { shownPath } from '../terraform/shown-path';
import { ClaimRecord, Organization } from '../toms/claim-records';
import { measuresOf } from '../toms/claims/catalogue';
import { StricterDemands } from '../toms/demands';
import { MEASURES } from '../toms/measures/catalogue';
import { CLAIM_STATES, ClaimReader, ClaimRule, ClaimState } from './claims';
import { ControlEvidence, controlEvidence } from './controls';
import { MEASURE_STATES, MeasureEvidence, MeasureState, measureEvidence } from './measures';
import { ReportEvidence } from './records';
import { ResourceCounts, Scope, countResources, scopeOf } from './scope';

/** A rule, and what it found at which addresses: `stack:address`. */
export interface RuleEvidence extends RuleOutcomes {
  readonly title: string;
  readonly claims: readonly string[];
  readonly measures: readonly string[];
}

/** What a run shows of the measures. It carries no time and no place: the same input gives the same bytes. */
export interface Evidence {
  readonly version: 2;
  /** Whether a violation fails the run. Where it does not, this is a report only. */
  readonly enforced: boolean;
  readonly scope: Scope;
  /** Who answers for what the stacks process, as the records say. */
  readonly organization?: Organization;
  readonly resources: ResourceCounts;
  /** The types of resources that no rule asks anything in particular, and how many resources there are of each. */
  readonly notRead: { readonly [type: string]: number };
  /** How many measures and claims are in which state. */
  readonly summary: {
    readonly measures: { readonly [S in MeasureState]: number };
    readonly claims: { readonly [S in ClaimState]: number };
  };
  readonly measures: readonly MeasureEvidence[];
  readonly rules: readonly RuleEvidence[];
  /** What rules take for met, since a posture declares it. */
  readonly declarations: readonly Declared[];
  /** Who can lift the trails, keys and locks, of those that were read. */
  readonly controls: readonly ControlEvidence[];
  readonly waivers: readonly Waiver[];
  /** What people keep that is in force, the first to end first. */
  readonly records: readonly ClaimRecord[];
  /** The audit reports of the provider that are in force, the first to end first. */
  readonly reports: readonly ReportEvidence[];
  /** For each store, when what was deleted from it is gone. */
  readonly erasure: readonly Erasure[];
  /** What the program overrides in resources of this library's constructs, where it does, and where synth made the evidence. */
  readonly overrides?: readonly Override[];
  /** The rules that did not run, where some did not. What they speak of is not shown. */
  readonly skipped?: readonly SkippedRule[];
  /** The rules that the project adds, where it does. They show no claim. */
  readonly companyRules?: readonly CompanyRuleText[];
  /** What the project demands beyond the measures, where it does. */
  readonly demands?: StricterDemands;
  /** Rules that failed to run. Where there are any, this shows nothing. */
  readonly crashes: readonly string[];
}

export interface EvidenceOptions {
  /** @default true */
  readonly enforced?: boolean;
  /** How paths of inputs are shown. @default as they are from the working directory */
  readonly pathOf?: (file: string) => string;
}

/** What a run shows of every measure of the catalogue. */
export function evidence(checked: Checked, options: EvidenceOptions = {}): Evidence {
  const { report, model, erasure } = checked;
  const { enforced = true, pathOf = shownPath } = options;
  return withinDepth(model.stacks, () => {
    const rules = ruleEvidence(report);
    const reader = readerOf(checked, rules);
    const measures = MEASURES.map((measure) => measureEvidence(measure, reader));
    const claims = measures.flatMap((measure) => measure.claims);
    return {
      version: 2,
      enforced,
      scope: scopeOf(model, pathOf, report.companyRules),
      organization: report.records.organization,
      resources: countResources(model, report.outcomes, rulesOf(report)),
      notRead: report.notRead,
      summary: { measures: countStates(MEASURE_STATES, measures), claims: countStates(CLAIM_STATES, claims) },
      measures,
      rules,
      declarations: report.declarations,
      controls: controlEvidence(model),
      waivers: report.waivers.map(waiverEvidence),
      records: reader.records.records,
      reports: reader.records.reports,
      erasure: erasure(),
      overrides: model.tree?.overrides.length ? model.tree.overrides : undefined,
      skipped: report.skipped,
      companyRules: report.companyRules,
      demands: report.demands,
      crashes: report.crashes,
    };
  });
}

/** The measures of evidence, without the rest of it. */
export function measuresShown(checked: Checked): readonly MeasureEvidence[] {
  return withinDepth(checked.model.stacks, () => {
    const reader = readerOf(checked, ruleEvidence(checked.report));
    return MEASURES.map((measure) => measureEvidence(measure, reader));
  });
}

/** The rules of the package, and those of the project after them. */
function rulesOf({ companyRules = [] }: Report): readonly ClaimRule[] {
  return [...RULES, ...companyRules];
}

function readerOf({ report, model }: Checked, rules: readonly RuleEvidence[]): ClaimReader {
  return new ClaimReader({
    model,
    outcomes: report.outcomes,
    declarations: report.declarations,
    rules: rulesOf(report),
    waivers: {
      sound: report.waivers.map(({ rule }) => rule),
      broken: rules.find(({ rule }) => rule === WAIVER_RULE)?.violated ?? [],
    },
    records: report.records,
    skipped: report.skipped,
  });
}

function countStates<S extends string>(
  states: readonly S[],
  of: readonly { readonly state: S }[]
): { readonly [K in S]: number } {
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as { [K in S]: number };
  for (const { state } of of) counts[state]++;
  return counts;
}

function waiverEvidence(waiver: Waiver): Waiver {
  const { rule, path, address, stack, statements, reason, approver, expires, ticket } = waiver;
  return { rule, path, address, stack, statements, reason, approver, expires, ticket };
}

function ruleEvidence(report: Report): RuleEvidence[] {
  const outcomes = [...report.outcomes];
  // What the engine itself finds is in no outcome of a rule.
  for (const rule of [WAIVER_RULE, RECORD_RULE]) {
    const found = report.findings.filter((finding) => finding.rule === rule);
    const named = found.map(({ stack, address }) => `${stack}:${address}`);
    // All that is wrong with a record is a finding each.
    const broken = rule === RECORD_RULE ? [...new Set(named)] : named;
    if (broken.length > 0) outcomes.push({ rule, met: [], violated: broken, waived: [], undetermined: [] });
  }
  return outcomes.map(({ rule, met, violated, waived, undetermined }) => {
    const text = ruleIn(report, rule);
    return {
      rule,
      title: text?.title ?? '',
      claims: text?.claims ?? [],
      measures: text ? measuresOf(text.claims) : [],
      violated,
      waived,
      undetermined,
      met,
    };
  });
}
