import { Evidence } from '../evidence/evidence';
import { Finding, Report } from '../guardrails/finding';
import { shownPath } from '../terraform/shown-path';
import { jsonText } from './escape';
import { summaryOf } from './summary';

/** A report for programs, as `schema/toms-check.schema.json` describes it. */
export function jsonReport(report: Report): string {
  return jsonText({
    version: 1,
    inputs: report.inputs.map(shownPath),
    summary: summaryOf(report),
    notRead: report.notRead,
    findings: report.findings.map(findingJson),
    warnings: report.warnings,
    crashes: report.crashes,
    skipped: report.skipped,
    companyRules: report.companyRules,
    demands: report.demands,
    baseline: report.baseline,
  });
}

/** Evidence for programs, as `schema/toms-evidence.schema.json` describes it. */
export function evidenceJson(shown: Evidence): string {
  return jsonText(shown);
}

function findingJson(finding: Finding): object {
  const { rule, outcome, severity, measures, address, stack, file, constructPath, source, message, fix } = finding;
  const { waive, waiver, known } = finding;
  return {
    rule,
    outcome,
    severity,
    measures,
    address,
    stack,
    file: shownPath(file),
    constructPath: constructPath ?? null,
    source: source ? { file: shownPath(source.file), line: source.line } : null,
    message,
    fix,
    waive,
    waiver,
    known,
  };
}
