import { Hash, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompanyRuleText } from '../guardrails/finding';
import { RULE_SUMMARIES } from '../guardrails/rule-text';

/** The text of a file of this package, by its path with slashes. */
export function packageText(path: string): string {
  return readFileSync(join(__dirname, '..', '..', path), 'utf8');
}

let version: string | undefined;

/** The version of this package. */
export function toolVersion(): string {
  return (version ??= (JSON.parse(packageText('package.json')) as { version: string }).version);
}

/** The SHA-256 of what the rules say of themselves: it changes where a rule comes, goes, or means something else. */
export function ruleSetDigest(companyRules: readonly CompanyRuleText[] = []): string {
  const own = (digestOfOwn ??= createHash('sha256').update(`[${RULE_SUMMARIES.map(digested).join(',')}`)).copy();
  return own.update(`${companyRules.map((rule) => `,${digested(rule)}`).join('')}]`).digest('hex');
}

let digestOfOwn: Hash | undefined;

function digested({
  id,
  name,
  title,
  severity,
  claims,
  rationale,
  fix,
  sources,
  waivable,
}: (typeof RULE_SUMMARIES)[number] | CompanyRuleText): string {
  return JSON.stringify([id, name, title, severity, claims, rationale, fix, sources, waivable !== false]);
}
