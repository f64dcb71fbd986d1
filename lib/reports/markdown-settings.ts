import { Evidence } from '../evidence/evidence';
import { demandsText } from '../guardrails/settings/demands';
import { ruleTitle } from '../guardrails/rule-text';
import { markdown, markdownName } from './escape';
import { table } from './markdown-table';

/** What the project sets otherwise than the package does, where it does. */
export function settingsMarkdown(evidence: Evidence): string[] {
  const { skipped = [], companyRules = [], demands } = evidence;
  const lines: string[] = [];
  if (skipped.length > 0) {
    const rows = skipped.map(({ rule, by }) => [markdownName(rule), markdown(ruleTitle(evidence, rule)), markdown(by)]);
    lines.push('', '## Skipped', '', SKIPPED, '', ...table(['Rule', 'What it demands', 'Skipped by'], rows));
  }
  if (companyRules.length > 0) {
    const rows = companyRules.map(({ id, title, package: from }) => [
      markdownName(id),
      markdown(title),
      markdownName(from),
    ]);
    lines.push('', '## Rules of the project', '', OWN, '', ...table(['Rule', 'What it demands', 'From'], rows));
  }
  if (demands) lines.push('', `Stricter than the measures demand: ${demandsText(demands)}.`);
  return lines;
}

const SKIPPED = 'Rules that did not run. What they speak of is not shown, whatever others found.';
const OWN = 'What they find broken counts against the claims that they name. What they find met shows none.';
