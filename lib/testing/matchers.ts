import { RULES_BY_ID_AND_NAME, Finding, Report, isClean, nearest, textReport } from '../enforcement/engine';
import { Checkable, checkAny } from './check';

/** What Jest and Vitest take for the result of a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Narrows what `toHaveFinding` looks for. */
export interface FindingOptions {
  /**
   * What became of the rule.
   *
   * @default 'violated'
   */
  readonly outcome?: Finding['outcome'];
  /** The Terraform address, such as `aws_s3_bucket.Invoices_1234ABCD`, or the path of the construct, or a part of either. */
  readonly at?: string;
}

/** The matchers, for `expect.extend`. */
export const matchers = {
  /** Whether no measure is violated, in an app, a stack, or what `Testing.synth` returns. */
  toMeetMeasures(received: Checkable | Report): MatcherResult {
    const report = reportOf(received);
    const pass = isClean(report);
    return {
      pass,
      message: () =>
        pass
          ? 'expected a measure to be violated, and none is'
          : `expected all measures to hold, and they do not\n\n${textReport(report)}`,
    };
  },

  /** Whether a rule has a finding, by the id or the name of the rule. */
  toHaveFinding(received: Checkable | Report, rule: string, options: FindingOptions = {}): MatcherResult {
    const report = reportOf(received);
    const { id } = ruleOf(rule, report);
    const { outcome = 'violated', at } = options;
    const all = report.findings.filter((finding) => finding.rule === id);
    const found = all.filter(
      (finding) => finding.outcome === outcome && (at === undefined || placesOf(finding).some((it) => it.includes(at)))
    );
    const wanted = `a finding of ${id}, ${outcome}${at === undefined ? '' : ` at ${at}`}`;
    const others = all.map(
      (finding) => `  ${finding.outcome}  ${finding.stack}:${finding.address}  ${finding.message}`
    );
    return {
      pass: found.length > 0,
      message: () =>
        found.length > 0
          ? `expected not to have ${wanted}\n${others.join('\n')}`
          : `expected ${wanted}\n${others.length === 0 ? `  ${id} found nothing` : others.join('\n')}`,
    };
  },
};

function reportOf(received: Checkable | Report): Report {
  return typeof received === 'object' && 'findings' in received ? received : checkAny(received);
}

function placesOf({ stack, address, constructPath }: Finding): readonly string[] {
  return constructPath === undefined ? [`${stack}:${address}`] : [`${stack}:${address}`, constructPath];
}

/** A misspelt rule must not make a test pass that expects no finding of it. */
function ruleOf(name: string, { companyRules = [] }: Report): { readonly id: string } {
  const own = companyRules.find((rule) => rule.id === name || rule.name === name);
  const rule = own ?? RULES_BY_ID_AND_NAME.get(name);
  if (rule) return rule;
  const meant = nearest(name, [...RULES_BY_ID_AND_NAME.keys()]);
  throw new TypeError(
    `no rule is called ${JSON.stringify(name)}: ${meant ? `is it ${meant}?` : 'list them with toms rules'}`
  );
}
