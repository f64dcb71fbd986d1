import { Value } from '../../terraform/value';
import { CompanyRuleText } from '../finding';
import { ResourceRule, Rule, Verdict, undetermined } from '../rule';
import { triedAt, triedIn } from '../tried';
import { RuleDefinition } from './definition';
import { ReadResource, Reading, Undecided } from './reading';

/** A rule of a company, as the engine runs it. */
export interface CompanyRule extends ResourceRule {
  /** The file or package that it comes from, as the project names it. */
  readonly package: string;
  /** What defines it. */
  readonly source: RuleDefinition;
  readonly examples: RuleDefinition['examples'];
  /** What an attribute that only a plan can tell may turn out to be. */
  readonly tried: (place: string) => readonly Value[];
}

/** Makes a rule for the engine of what a company defines. */
export function companyRule(definition: RuleDefinition, from: string): CompanyRule {
  const { claims = [], sources = [], check, examples } = definition;
  const tried = triedIn([...examples.pass, ...examples.fail]);
  return {
    ...definition,
    claims,
    sources,
    package: from,
    source: definition,
    tried: (place) => triedAt(tried, place),
    check: (resource, model) => {
      const reading = new Reading(model);
      let verdict: Verdict | undefined;
      try {
        verdict = requireVerdict(check(new ReadResource(resource, reading), reading));
      } catch (error) {
        if (!(error instanceof Undecided)) throw error;
      }
      const { undecided } = reading;
      return undecided === undefined ? verdict : undetermined(`${undecided.message}, and that decides`);
    },
  };
}

const OUTCOMES = ['met', 'violated', 'undetermined'];

/** Whatever a rule returns instead of a verdict must not pass for one. */
function requireVerdict(returned: unknown): Verdict | undefined {
  if (returned === undefined) return undefined;
  const { outcome, message } = (returned ?? {}) as { readonly outcome?: string; readonly message?: unknown };
  const isVerdict = outcome === 'met' || (OUTCOMES.includes(outcome ?? '') && typeof message === 'string');
  if (isVerdict) return returned as Verdict;
  const what = returned instanceof Promise ? 'a promise' : JSON.stringify(returned);
  throw new TypeError(`its check returned ${what}, and not met(), violated(why), undetermined(why) or undefined`);
}

export function isOfCompany(rule: Rule): rule is CompanyRule {
  return 'package' in rule;
}

/** What reports and evidence say of a company's rule, as plain data. */
export function companyRuleText(rule: CompanyRule): CompanyRuleText {
  const { id, name, title, severity, claims, rationale, fix, sources, waivable, types, package: from } = rule;
  return { id, name, title, severity, claims, rationale, fix, sources, waivable, types, package: from };
}
