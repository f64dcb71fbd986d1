import { measuresOf } from '../toms/claims/catalogue';
import { jsonText } from './escape';
import { RULE_SUMMARIES, RuleSummary } from '../guardrails/rule-text';

/** Every rule, a line each; those of the project last. */
export function ruleListText(companyRules: readonly RuleSummary[]): string {
  const rows = [...RULE_SUMMARIES, ...companyRules].map(({ id, name, severity, claims, title }) => {
    return [id, name, severity, claims.join(' '), title];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row: string[]): string => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ');
  return `${rows.map(line).join('\n')}\n`;
}

/** Every rule, for programs. */
export function ruleListJson(companyRules: readonly RuleSummary[]): string {
  const rules = [...RULE_SUMMARIES, ...companyRules].map(
    ({ id, name, title, severity, claims, rationale, fix, sources, waivable }) => ({
      id,
      name,
      title,
      severity,
      measures: measuresOf(claims),
      claims,
      rationale,
      fix,
      sources,
      waivable: waivable !== false,
    })
  );
  return jsonText({ version: 1, rules });
}
