import { createRequire } from 'node:module';
import { Examples, Rule } from '../guardrails/rule';
import { RULE_FILES } from '../guardrails/rules/registry.generated';

const FILES: ReadonlyMap<string, string> = new Map(Object.entries(RULE_FILES).map(([file, { id }]) => [id, file]));

/** The examples of a rule. They are half of its weight, so that only what shows or tests them loads them. */
export function examplesOf(rule: Rule): Examples {
  const load = createRequire(__filename);
  if (rule.family !== undefined) {
    const family = load(`../guardrails/families/${rule.family}.examples`) as { examplesOf: (rule: Rule) => Examples };
    return family.examplesOf(rule);
  }
  const module = load(`../guardrails/rules/${FILES.get(rule.id)}.examples`) as { readonly EXAMPLES: Examples };
  return module.EXAMPLES;
}
