import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULE_SUMMARIES } from '../guardrails/rule-text';

/** The version of this package. */
export function toolVersion(): string {
  const file = join(__dirname, '..', '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** The SHA-256 of what the rules say of themselves: it changes where a rule comes, goes, or means something else. */
export function ruleSetDigest(): string {
  const texts = RULE_SUMMARIES.map(({ id, name, title, severity, claims, rationale, fix, sources, waivable }) => [
    id,
    name,
    title,
    severity,
    claims,
    rationale,
    fix,
    sources,
    waivable !== false,
  ]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
}
