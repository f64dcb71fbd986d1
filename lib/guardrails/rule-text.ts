import { WAIVER_RULE } from './engine';
import { CompanyRuleText } from './finding';
import { RECORD_RULE } from './records/record-book';
import { RuleText, byIdAndName } from './rule';
import { RULES } from './rules';

/** What reports say of a rule. */
export type RuleSummary = Pick<
  RuleText,
  'id' | 'name' | 'title' | 'severity' | 'claims' | 'rationale' | 'fix' | 'sources' | 'waivable'
>;

/** The rules that the engine itself keeps. */
const WAIVERS: RuleSummary = {
  id: WAIVER_RULE,
  name: 'waivers-in-force',
  title: 'A waiver is complete, in force, and covers something',
  severity: 'high',
  claims: ['10.3.c'],
  rationale:
    'A waiver is an accepted risk. One that names no reason, has run out or covers nothing is a risk that nobody has accepted.',
  fix: 'Fix or remove the waiver.',
  sources: [],
  waivable: false,
};

const RECORDS: RuleSummary = {
  id: RECORD_RULE,
  name: 'records-in-force',
  title: 'A record or report is complete, in force, and for a claim that it may show',
  severity: 'high',
  claims: [],
  rationale:
    'A record says that people do what no configuration shows. One without an owner, a document or a date, or that nobody reviewed in time, shows nothing. None speaks for what rules decide.',
  fix: 'Have it reviewed, correct it, or remove it.',
  sources: [],
  waivable: false,
};

/** Every rule that a report may name, in the order of the ids. */
export const RULE_SUMMARIES: readonly RuleSummary[] = [...RULES, WAIVERS, RECORDS].sort((a, b) =>
  a.id < b.id ? -1 : 1
);

const SUMMARIES = byIdAndName(RULE_SUMMARIES);

/** What reports say of the rule with an id or a name. */
export function ruleSummary(idOrName: string): RuleSummary | undefined {
  return SUMMARIES.get(idOrName);
}

/** What knows the rules of a company: a report, or evidence. */
export interface WithCompanyRules {
  readonly companyRules?: readonly CompanyRuleText[];
}

/** What a report says of the rule with an id, the rules of the company among them. */
export function ruleIn({ companyRules }: WithCompanyRules, id: string): RuleSummary | undefined {
  return SUMMARIES.get(id) ?? companyRules?.find((rule) => rule.id === id);
}

/** The title of a rule in a report, for a heading. */
export function ruleTitle(of: WithCompanyRules, id: string): string {
  return ruleIn(of, id)?.title ?? '';
}
