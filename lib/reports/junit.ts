import { Finding, Report, Strictness, fails } from '../guardrails/finding';
import { shownPath } from '../terraform/shown-path';
import { xml, xmlLines } from './escape';
import { ruleTitle } from '../guardrails/rule-text';

interface Suite {
  readonly name: string;
  readonly cases: string[];
  failures: number;
  skipped: number;
  errors: number;
}

/** A report as JUnit XML: a suite a rule, a case a finding, and one case for a rule that found nothing amiss. */
export function junitReport(report: Report, strictness: Strictness = {}): string {
  const suites = new Map<string, Suite>();
  const suite = (rule: string): Suite => {
    let found = suites.get(rule);
    if (!found) suites.set(rule, (found = { name: rule, cases: [], failures: 0, skipped: 0, errors: 0 }));
    return found;
  };
  for (const { rule } of report.outcomes) suite(rule);
  for (const finding of report.findings) addFinding(suite(finding.rule), finding, strictness);
  for (const { rule, met } of report.outcomes) {
    if (suite(rule).cases.length === 0) suite(rule).cases.push(testCase(rule, `${met.length} met`, ''));
  }
  for (const { rule, by } of report.skipped ?? []) {
    suite(rule).skipped++;
    suite(rule).cases.push(testCase(rule, 'not checked', `<skipped message="${xml(by)}"/>`));
  }
  for (const crash of report.crashes) {
    const internal = suite('internal');
    internal.errors++;
    internal.cases.push(testCase('internal', 'rule failed to run', `<error message="${xml(crash)}"/>`));
  }
  const all = [...suites.values()];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="toms" ${counts(all)}>`,
    ...all.flatMap((one) => [
      `  <testsuite name="${xml(`${one.name} ${ruleTitle(report, one.name)}`.trim())}" ${counts([one])}>`,
      ...one.cases,
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function addFinding(suite: Suite, finding: Finding, strictness: Strictness): void {
  const { rule, outcome, severity, stack, address, message, fix, waiver } = finding;
  let content: string;
  if (fails(finding, strictness)) {
    suite.failures++;
    const what = outcome === 'violated' ? message : `${outcome}: ${message}`;
    content = `<failure type="${severity}" message="${xml(what)}">${xml(what)}\n${xmlLines(fix)}</failure>`;
  } else {
    suite.skipped++;
    const why = waiver ? `${waiver.reason} (${waiver.approver}, until ${waiver.expires})` : message;
    content = `<skipped message="${xml(`${outcome}: ${why}`)}"/>`;
  }
  suite.cases.push(testCase(rule, `${stack}:${address}`, content, placeOf(finding)));
}

function placeOf({ source, file }: Finding): string {
  const line = source ? ` line="${source.line}"` : '';
  return ` file="${xml(shownPath(source?.file ?? file))}"${line}`;
}

function testCase(rule: string, name: string, content: string, place = ''): string {
  const open = `    <testcase classname="${xml(`toms.${rule}`)}" name="${xml(name)}"${place} time="0"`;
  return content === '' ? `${open}/>` : `${open}>${content}</testcase>`;
}

function counts(suites: readonly Suite[]): string {
  const sum = (of: (suite: Suite) => number): number => suites.reduce((total, suite) => total + of(suite), 0);
  return [
    `tests="${sum(({ cases }) => cases.length)}"`,
    `failures="${sum(({ failures }) => failures)}"`,
    `errors="${sum(({ errors }) => errors)}"`,
    `skipped="${sum(({ skipped }) => skipped)}"`,
    'time="0"',
  ].join(' ');
}
