import { Finding, Report, Strictness, fails, isClean } from '../guardrails/finding';
import { SEVERITIES } from '../guardrails/rule';
import { demandsText } from '../guardrails/settings/demands';
import { WAIVER_FILE } from '../guardrails/waiver-file';
import { shownPath } from '../terraform/shown-path';
import { measure } from '../toms/measures/catalogue';
import { linesOf, oneLine } from './escape';
import { Paint, paintOf } from './paint';
import { ruleTitle } from '../guardrails/rule-text';
import { summaryOf } from './summary';

/** How many findings of a rule are shown where not all are. */
const SHOWN = 20;

/** How many findings that fail a run are shown at length, unless somebody asks for all. */
const AT_LENGTH = 10;

/** How many findings with the same words count as one cause. */
const ALIKE = 3;

export interface ReportOptions extends Strictness {
  readonly colour?: boolean;
  /** Shows every finding that fails the run at length, however many there are. */
  readonly verbose?: boolean;
  /** What shows them at length, for the reader of a report that does not. */
  readonly more?: string;
}

/**
 * A report for people: what must be fixed first; what is open or waived, in short; one line that sums up. What must be fixed is shown at length with code
 * that fixes or waives it, and in short where that would be pages.
 */
export function textReport(report: Report, options: ReportOptions = {}): string {
  const paint = paintOf(options.colour);
  const heading: Heading = (rule) => `${paint('bold', oneLine(rule))}  ${oneLine(ruleTitle(report, rule))}`;
  const lines: string[] = [];
  const failing = report.findings.filter((finding) => fails(finding, options));
  const others = report.findings.filter((finding) => !fails(finding, options));
  const of = (outcome: Finding['outcome']): Finding[] => others.filter((finding) => finding.outcome === outcome);
  if (failing.length <= AT_LENGTH || options.verbose)
    for (const finding of failing) lines.push(...atLength(finding, heading, paint), '');
  else lines.push(...byCause(failing, options, heading, paint));
  lines.push(...goneLines(report, paint));
  const open = (outcome: Finding['outcome']): Finding[] => of(outcome).filter(({ known }) => !known);
  lines.push(...inShort('violated', open('violated'), ({ message }) => message, heading, paint));
  lines.push(...inShort('undetermined', open('undetermined'), ({ message }) => message, heading, paint));
  lines.push(...inShort('waived', of('waived'), waived, heading, paint));
  lines.push(...knownLines(others, heading, paint));
  for (const warning of report.warnings) lines.push(`${paint('yellow', 'warning')}  ${oneLine(warning)}`, '');
  for (const crash of report.crashes) lines.push(`${paint('red', 'internal')}  ${oneLine(crash)}`, '');
  lines.push(...summary(report, options, paint));
  return `${lines.join('\n')}\n`;
}

/** The id of a rule, and what must hold. */
type Heading = (rule: string) => string;

function atLength(finding: Finding, heading: Heading, paint: Paint): string[] {
  const { rule, outcome, severity, address, stack, constructPath, source, file, waive } = finding;
  const lines = [
    `${paint('red', outcome)}  ${severity}  ${heading(rule)}`,
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

/** Many findings: how many of which severity, then rule by rule what is wrong and what fixes it, with a line for each finding or each cause of several. */
function byCause(
  findings: readonly Finding[],
  { more = 'toms explain <rule>' }: ReportOptions,
  heading: Heading,
  paint: Paint
): string[] {
  const places = new Set(findings.map(({ stack, address }) => `${stack}:${address}`)).size;
  const count = SEVERITIES.map((one) => [findings.filter(({ severity }) => severity === one).length, one] as const);
  const counts = count.filter(([number]) => number > 0).map(([number, severity]) => `${number} ${severity}`);
  const lines = [paint('red', `${findings.length} findings at ${counted(places, 'place')}: ${counts.join(', ')}`), ''];
  for (const same of grouped(findings, ({ rule, outcome }) => `${rule} ${outcome}`)) {
    const [{ rule, outcome, severity, fix }] = same;
    lines.push(
      `${paint('red', outcome)}  ${severity}  ${heading(rule)}`,
      ...grouped(same, ({ message }) => message).flatMap((alike) =>
        alike.length < ALIKE ? alike.map(lineOf) : [causeOf(alike)]
      )
    );
    // What follows the first line is code for one place.
    const [instruction] = linesOf(fix);
    if (same.every((finding) => linesOf(finding.fix)[0] === instruction))
      lines.push(`  ${paint('dim', `fix  ${instruction}`)}`);
    lines.push('');
  }
  return [...lines, paint('dim', `Each at length, with code that fixes or waives it: ${more}`), ''];
}

/** What a baseline names and nothing finds any more. */
function goneLines({ baseline }: Report, paint: Paint): string[] {
  if (!baseline || baseline.gone.length === 0) return [];
  const { gone, file, renamed } = baseline;
  const shown = gone.slice(0, SHOWN).map(({ rule, stack, address }) => `  ${oneLine(`${rule}  ${stack}:${address}`)}`);
  if (gone.length > SHOWN) shown.push(`  … and ${gone.length - SHOWN} more`);
  const hints = renamed.map(([from, to]) => `  stack ${oneLine(from)} seems to be called ${oneLine(to)} now`);
  const [are, them, they] = gone.length === 1 ? ['is', 'it', 'it stays'] : ['are', 'them', 'they stay'];
  const what = `${counted(gone.length, 'finding')} of the baseline ${oneLine(file)} ${are} gone: take ${them} out with --update-baseline, so that ${they} gone`;
  return [paint('red', what), ...shown, ...hints, ''];
}

/** What a baseline knows: how many of each rule. */
function knownLines(findings: readonly Finding[], heading: Heading, paint: Paint): string[] {
  const known = findings.filter((finding) => finding.known);
  const lines = grouped(known, ({ rule }) => rule).map((same) => {
    const [{ rule, severity }] = same;
    const title = `${heading(rule)}`;
    return `${paint('yellow', 'known')}  ${severity}  ${title}: ${same.length}`;
  });
  return lines.length > 0 ? [...lines, ''] : [];
}

function lineOf({ stack, address, source, message }: Finding): string {
  const line = source ? `  (${oneLine(shownPath(source.file))}:${source.line})` : '';
  return `  ${oneLine(`${stack}:${address}`)}${line}  ${oneLine(message)}`;
}

function causeOf(findings: readonly Finding[]): string {
  const named = findings.slice(0, ALIKE).map(({ stack, address }) => `${stack}:${address}`);
  const others = findings.length > named.length ? ` and ${findings.length - named.length} more` : '';
  return `  ${findings.length}×  ${oneLine(findings[0].message)}: ${oneLine(named.join(', '))}${others}`;
}

function grouped(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()];
}

function waived({ waiver }: Finding): string {
  return waiver ? `until ${waiver.expires} by ${waiver.approver}: ${waiver.reason}` : '';
}

function inShort(
  outcome: Finding['outcome'],
  findings: readonly Finding[],
  why: (finding: Finding) => string,
  heading: Heading,
  paint: Paint
): string[] {
  const lines: string[] = [];
  for (const same of grouped(findings, ({ rule }) => rule)) {
    const [{ rule }] = same;
    const { severity } = same[0];
    lines.push(
      `${paint('yellow', outcome)}  ${severity}  ${heading(rule)}`,
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
  lines.push(...settingsLines(report));
  if (report.crashes.length > 0) lines[0] = `${lines[0]}; ${counted(report.crashes.length, 'rule')} failed to run`;
  const { failOn } = options;
  if (failOn !== undefined && failOn !== 'low')
    lines.push(`Findings of less than ${failOn} severity do not fail this run.`);
  if (undetermined > 0) {
    if (options.undeterminedFails) lines.push('Undetermined findings fail this run.');
    lines.push(
      paint('dim', 'What is undetermined, the plan settles: check the output of `terraform show -json <plan file>`.')
    );
  }
  return [paint(isClean(report, options) ? 'green' : 'red', lines[0]), ...lines.slice(1)];
}

/** What the project sets otherwise than the package does: a reader must not take what was not checked for met. */
function settingsLines({ skipped = [], companyRules = [], demands }: Report): string[] {
  const lines: string[] = [];
  const byWord = new Map<string, string[]>();
  for (const { rule, by } of skipped) byWord.set(by, [...(byWord.get(by) ?? []), rule]);
  for (const [by, rules] of byWord) {
    const named = rules.slice(0, SHOWN).map(oneLine).join(', ');
    const more = rules.length > SHOWN ? ` and ${rules.length - SHOWN} more` : '';
    lines.push(`${counted(rules.length, 'rule')} skipped, and not checked (${oneLine(by)}): ${named}${more}.`);
  }
  const packages = [...new Set(companyRules.map((rule) => rule.package))];
  if (packages.length > 0)
    lines.push(`${counted(companyRules.length, 'rule')} of the project: ${oneLine(packages.join(', '))}.`);
  if (demands) lines.push(`Stricter than the measures demand: ${demandsText(demands)}.`);
  return lines;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
