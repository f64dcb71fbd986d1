import { Finding, Report, Strictness, fails, isClean } from '../guardrails/finding';
import { WAIVER_FILE } from '../guardrails/waiver-file';
import { shownPath } from '../terraform/shown-path';
import { measure } from '../toms/measures/catalogue';
import { linesOf, oneLine } from './escape';
import { ruleTitle } from '../guardrails/rule-text';
import { summaryOf } from './summary';

/** How many findings of a rule are shown of those that stop nothing. */
const SHOWN = 20;

export interface ReportOptions extends Strictness {
  readonly colour?: boolean;
}

type Paint = (style: 'red' | 'yellow' | 'green' | 'bold' | 'dim', text: string) => string;

const CODES = { red: 31, yellow: 33, green: 32, bold: 1, dim: 2 };

/** A report for people: what must be fixed first, at length; what is open or waived, in short; one line that sums up. */
export function textReport(report: Report, options: ReportOptions = {}): string {
  const paint: Paint = (style, text) => (options.colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
  const lines: string[] = [];
  const failing = report.findings.filter((finding) => fails(finding, options));
  const others = report.findings.filter((finding) => !fails(finding, options));
  const of = (outcome: Finding['outcome']): Finding[] => others.filter((finding) => finding.outcome === outcome);
  for (const finding of failing) lines.push(...atLength(finding, paint), '');
  lines.push(...inShort('undetermined', of('undetermined'), ({ message }) => message, paint));
  lines.push(...inShort('waived', of('waived'), waived, paint));
  for (const warning of report.warnings) lines.push(`${paint('yellow', 'warning')}  ${oneLine(warning)}`, '');
  for (const crash of report.crashes) lines.push(`${paint('red', 'internal')}  ${oneLine(crash)}`, '');
  lines.push(...summary(report, options, paint));
  return `${lines.join('\n')}\n`;
}

function atLength(finding: Finding, paint: Paint): string[] {
  const { rule, outcome, severity, address, stack, constructPath, source, file, waive } = finding;
  const lines = [
    `${paint('red', outcome)}  ${severity}  ${paint('bold', oneLine(rule))}  ${oneLine(ruleTitle(rule))}`,
    `  address    ${oneLine(`${stack}:${address}`)}`,
  ];
  if (constructPath !== undefined) lines.push(`  construct  ${oneLine(constructPath)}`);
  if (source) lines.push(`  source     ${oneLine(shownPath(source.file))}:${source.line}`);
  else lines.push(`  file       ${oneLine(shownPath(file))}`);
  lines.push(`  why        ${oneLine(finding.message)}`);
  for (const id of finding.measures) lines.push(`  measure    ${oneLine(`${id} ${measure(id)?.title ?? ''}`.trim())}`);
  const [fix, ...code] = linesOf(finding.fix);
  lines.push(`  fix        ${fix}`, ...code.map((line) => `    ${line}`));
  const where = constructPath === undefined ? `  waive      an entry of ${WAIVER_FILE}` : '  waive';
  if (waive !== undefined) lines.push(where, ...linesOf(waive).map((line) => `    ${line}`));
  return lines;
}

function waived({ waiver }: Finding): string {
  return waiver ? `until ${waiver.expires} by ${waiver.approver}: ${waiver.reason}` : '';
}

function inShort(
  outcome: 'undetermined' | 'waived',
  findings: readonly Finding[],
  why: (finding: Finding) => string,
  paint: Paint
): string[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byRule.get(finding.rule);
    if (same) same.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const lines: string[] = [];
  for (const [rule, same] of byRule) {
    const { severity } = same[0];
    lines.push(
      `${paint('yellow', outcome)}  ${severity}  ${paint('bold', oneLine(rule))}  ${oneLine(ruleTitle(rule))}`,
      ...same.slice(0, SHOWN).map((finding) => `  ${oneLine(`${finding.stack}:${finding.address}  ${why(finding)}`)}`)
    );
    if (same.length > SHOWN) lines.push(`  … and ${same.length - SHOWN} more`);
    lines.push('');
  }
  return lines;
}

function summary(report: Report, options: ReportOptions, paint: Paint): string[] {
  const { resources, stacks, violated, waived: accepted, undetermined, rules } = summaryOf(report);
  const lines = [
    `${counted(resources, 'resource')} in ${counted(stacks, 'stack')}: ` +
      `${violated} violated, ${accepted} waived, ${undetermined} undetermined; ` +
      `${rules.met} of ${counted(rules.applied, 'rule')} met`,
  ];
  const types = Object.entries(report.notRead).map(([type, count]) => `${oneLine(type)} ${count}`);
  if (types.length > 0) {
    const more = types.length > SHOWN ? ` and ${types.length - SHOWN} more types` : '';
    lines.push(paint('dim', `Not read by any rule: ${types.slice(0, SHOWN).join(', ')}${more}.`));
  }
  if (report.crashes.length > 0) lines[0] = `${lines[0]}; ${counted(report.crashes.length, 'rule')} failed to run`;
  if (undetermined > 0) {
    if (options.undeterminedFails) lines.push('Undetermined findings fail this run.');
    lines.push(
      paint('dim', 'What is undetermined, the plan settles: check the output of `terraform show -json <plan file>`.')
    );
  }
  return [paint(isClean(report, options) ? 'green' : 'red', lines[0]), ...lines.slice(1)];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
