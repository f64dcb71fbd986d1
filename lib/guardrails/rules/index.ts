import { FAMILY_RULES } from '../families';
import { Rule, byIdAndName } from '../rule';
import { RULE_FILES } from './registry.generated';

/** Every rule, in the order of the ids. */
export const RULES: readonly Rule[] = [...Object.values(RULE_FILES), ...FAMILY_RULES].sort((a, b) =>
  a.id < b.id ? -1 : 1
);

/** The rules by id. */
export const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rules by id and by name. */
export const RULES_BY_ID_AND_NAME = byIdAndName(RULES);
