import { Source } from '../terraform/model';
import { Records } from '../toms/claim-records';
import { StricterDemands } from '../toms/demands';
import { RuleText, SEVERITIES, Severity } from './rule';

/** A waiver, checked. */
export interface Waiver {
  /** The construct that it is set on, and that it covers with everything below. */
  readonly path?: string;
  /** The resource or the module that it covers, where it names no construct. */
  readonly address?: string;
  /** The Sids of the statements that it covers, where not the whole resource. */
  readonly statements?: readonly string[];
  /** The one stack that it is for, where a waiver file names one. */
  readonly stack?: string;
  readonly rule: string;
  readonly reason: string;
  readonly approver: string;
  /** The last day on which it holds, `2027-03-31`. */
  readonly expires: string;
  readonly ticket?: string;
}

/** What a waiver covers. */
export function scopeOf({ path, address = '', statements }: Pick<Waiver, 'path' | 'address' | 'statements'>): string {
  const scope = path ?? address;
  return statements === undefined ? scope : `${scope} (${statements.join(', ')})`;
}

/** Something that a reviewer must see: a measure that is broken, waived, or that only a plan can settle. */
export interface Finding {
  readonly rule: string;
  readonly outcome: 'violated' | 'waived' | 'undetermined';
  readonly severity: Severity;
  readonly measures: readonly string[];
  readonly stack: string;
  /** The file that was checked. */
  readonly file: string;
  /** The Terraform address. */
  readonly address: string;
  readonly constructPath?: string;
  /** Where the program makes the resource. */
  readonly source?: Source;
  readonly message: string;
  /** What fixes it: an instruction, with code where code does it. */
  readonly fix: string;
  /** Code that waives it, where it may be waived. */
  readonly waive?: string;
  readonly waiver?: Waiver;
  /** Set where a baseline names it: it is reported, and fails nothing. */
  readonly known?: true;
}

/** A finding that a baseline names. */
export type BaselineEntry = Pick<Finding, 'rule' | 'outcome' | 'stack' | 'address' | 'message'>;

/** What a baseline says of a run. */
export interface BaselineReport {
  readonly file: string;
  /** What it names and nothing finds any more: it must be taken out, so that it cannot come back. */
  readonly gone: readonly BaselineEntry[];
  /** The stacks that seem to be called otherwise now. */
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

/** What one rule found, address by address. */
export interface RuleOutcomes {
  readonly rule: string;
  readonly met: readonly string[];
  readonly violated: readonly string[];
  readonly waived: readonly string[];
  readonly undetermined: readonly string[];
}

/** Something that a rule takes for met, since a posture declares it. */
export interface Declared {
  readonly rule: string;
  /** `stack:address` */
  readonly address: string;
  /** What is declared, and why. */
  readonly says: string;
}

/** A rule that did not run. */
export interface SkippedRule {
  readonly rule: string;
  /** What skips it, and where that is written: `skip low, toms.config.json`. */
  readonly by: string;
}

/** What a rule of a company says of itself. */
export interface CompanyRuleText extends Pick<
  RuleText,
  'id' | 'name' | 'title' | 'severity' | 'claims' | 'rationale' | 'fix' | 'sources' | 'waivable'
> {
  readonly types: readonly string[];
  /** The file or package that it comes from, as the project names it. */
  readonly package: string;
}

/** The result of one run, as plain data: it can be written as JSON, read again and compared. */
export interface Report {
  readonly inputs: readonly string[];
  /** How many resources were looked at. */
  readonly resources: number;
  /** The types of resources that no rule asks anything in particular, and how many resources there are of each. */
  readonly notRead: { readonly [type: string]: number };
  /** Worst first, then by rule and address. */
  readonly findings: readonly Finding[];
  /** Every rule that applied to something, in the order of their ids. */
  readonly outcomes: readonly RuleOutcomes[];
  readonly declarations: readonly Declared[];
  readonly waivers: readonly Waiver[];
  readonly records: Records;
  /** What will need attention, and breaks nothing today. */
  readonly warnings: readonly string[];
  /** Rules that failed to run. The run counts as failed. */
  readonly crashes: readonly string[];
  /** The rules that did not run, where some did not. */
  readonly skipped?: readonly SkippedRule[];
  /** The rules that the project adds, where it does. */
  readonly companyRules?: readonly CompanyRuleText[];
  /** What the project demands beyond the measures, where it does. */
  readonly demands?: StricterDemands;
  /** Set where a baseline was read. */
  readonly baseline?: BaselineReport;
}

/** What a run lets pass. */
export interface Strictness {
  /** Whether what is undetermined fails the run as well. */
  readonly undeterminedFails?: boolean;
  /** The least severity that fails the run: all of them, unless one is named. */
  readonly failOn?: Severity;
}

/** Whether a finding fails the run. One that is waived, or known, does not. */
export function fails(
  { outcome, severity, known }: Finding,
  { undeterminedFails = false, failOn = 'low' }: Strictness
): boolean {
  if (known || SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(failOn)) return false;
  return outcome === 'violated' || (undeterminedFails && outcome === 'undetermined');
}

/** Whether the run passed: no finding fails it, no rule crashed, and the baseline names nothing that is gone. */
export function isClean(report: Report, strictness: Strictness = {}): boolean {
  if (report.baseline && report.baseline.gone.length > 0) return false;
  return report.crashes.length === 0 && !report.findings.some((finding) => fails(finding, strictness));
}
