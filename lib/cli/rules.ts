import { parseArgs } from 'node:util';
import { RETIRED } from '../guardrails/retired';
import { CompanyRule } from '../guardrails/company/company-rule';
import { Example, byIdAndName } from '../guardrails/rule';
import { RULES_BY_ID } from '../guardrails/rules';
import { jsonText } from '../reports/escape';
import { RULE_LIST_FORMATS } from '../reports/formats';
import { RULE_SUMMARIES, ruleSummary } from '../guardrails/rule-text';
import { nearest } from '../terraform/nearest';
import { claim, measuresOf } from '../toms/claims/catalogue';
import { measureTitle } from '../toms/measures/catalogue';
import { examplesOf } from './examples';
import { EXIT, Io } from './io';
import { configOf, settingsFrom } from './settings';
import { HELP, UsageError, requireFormat, requirePaths } from './usage';

/** `toms rules`. */
export function rulesCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string' }, config: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    io.out(HELP.rules);
    return EXIT.clean;
  }
  if (positionals.length > 0) throw new UsageError('toms rules takes no arguments: toms explain shows one rule');
  const write = requireFormat(RULE_LIST_FORMATS, values.format);
  requirePaths(values, ['config']);
  io.out(write(settingsFrom(configOf(values.config)).companyRules));
  return EXIT.clean;
}

/** `toms explain`. */
export function explainCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { config: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    io.out(HELP.explain);
    return EXIT.clean;
  }
  if (positionals.length !== 1) throw new UsageError('name one rule: toms explain S3-003');
  requirePaths(values, ['config']);
  io.out(explanation(positionals[0], settingsFrom(configOf(values.config)).companyRules));
  return EXIT.clean;
}

function explanation(asked: string, companyRules: readonly CompanyRule[]): string {
  const ofCompany = byIdAndName(companyRules);
  const [upper, lower] = [asked.toUpperCase(), asked.toLowerCase()];
  const own = ofCompany.get(upper) ?? ofCompany.get(lower);
  const rule = own ?? ruleSummary(upper) ?? ruleSummary(lower);
  if (!rule) throw new UsageError(unknownRule(asked, companyRules));
  const lines = [
    `${rule.id}  ${rule.name}  ${rule.severity}  ${rule.title}`,
    '',
    rule.rationale,
    '',
    'Claims',
    ...orNone(rule.claims.map((id) => `  ${id} ${claim(id)?.says ?? ''}`)),
    '',
    'Measures',
    ...orNone(measuresOf(rule.claims).map((id) => `  ${id} ${measureTitle(id)}`)),
    '',
    'Fix',
    `  ${rule.fix}`,
  ];
  if (rule.waivable === false) lines.push('', 'Nobody may waive it.');
  if (rule.sources.length > 0) lines.push('', 'Sources', ...rule.sources.map((source) => `  ${source}`));
  if (own) lines.push('', `It comes from ${own.package}.`);
  const checked = RULES_BY_ID.get(rule.id);
  const examples = own ? own.examples : checked && examplesOf(checked);
  if (examples) {
    lines.push(...shownExamples('Passes', examples.pass), ...shownExamples('Is refused', examples.fail));
    lines.push(...shownExamples('Is left to the plan', examples.undetermined ?? []));
  }
  return `${lines.join('\n')}\n`;
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lines : ['  none'];
}

function unknownRule(asked: string, companyRules: readonly CompanyRule[]): string {
  const replacements = RETIRED.get(asked.toUpperCase());
  if (replacements !== undefined) {
    const by = replacements.length === 0 ? 'nothing replaces it' : `replaced by ${replacements.join(' and ')}`;
    return `${asked.toUpperCase()} is retired: ${by}`;
  }
  const meant = nearest(
    asked,
    [...RULE_SUMMARIES, ...companyRules].flatMap(({ id, name }) => [id, name])
  );
  return `no rule is called ${JSON.stringify(asked)}: ${meant ? `is it ${meant}?` : 'toms rules lists them'}`;
}

function shownExamples(head: string, examples: readonly Example[]): string[] {
  return examples.flatMap(({ title, terraform }) => {
    const json = jsonText(terraform).trimEnd().split('\n');
    return ['', `${head}: ${title}`, '', ...json.map((line) => `  ${line}`)];
  });
}
