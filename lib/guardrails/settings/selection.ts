import { nearest } from '../../terraform/nearest';
import { measuresOf } from '../../toms/claims/catalogue';
import { measure } from '../../toms/measures/catalogue';
import { SkippedRule } from '../finding';
import { RETIRED } from '../retired';
import { RuleText, SEVERITIES } from '../rule';
import { InvalidSetting } from './settings';

/** Which rules run: words that name a rule by id or name, a measure, or a severity. */
export interface Selection {
  /** What runs, and nothing else. By default everything. */
  readonly only?: readonly string[];
  /** What does not run. */
  readonly skip?: readonly string[];
  /** Where the words are from, as a reader of the report knows it: `toms.config.json`. */
  readonly from: string;
}

type Selectable = Pick<RuleText, 'id' | 'name' | 'severity' | 'claims' | 'waivable'>;

/**
 * The rules that do not run, and why. A rule that nobody may waive runs whatever is selected.
 *
 * @throws InvalidSetting on a word that means no rule, or one that nobody may waive, and where nothing would run
 */
export function skippedBy({ only, skip = [], from }: Selection, rules: readonly Selectable[]): SkippedRule[] {
  const wanted = only && new Set(only.flatMap((word) => meant(word, rules)));
  const left = new Map<Selectable, string>();
  for (const word of skip) {
    for (const rule of meant(word, rules)) {
      if (rule.waivable !== false) left.set(rule, left.get(rule) ?? `skip ${word}, ${from}`);
      else if (word === rule.id || word === rule.name) {
        throw new InvalidSetting(`nobody may waive ${rule.id}, so nobody may skip it: leave it out`);
      }
    }
  }
  const isWanted = (rule: Selectable): boolean => wanted === undefined || wanted.has(rule);
  if (!rules.some((rule) => isWanted(rule) && !left.has(rule))) {
    throw new InvalidSetting(`nothing is left to check: what is selected is skipped as well (${from})`);
  }
  return rules.flatMap((rule) => {
    const by =
      left.get(rule) ?? (isWanted(rule) || rule.waivable === false ? undefined : `only ${only!.join(', ')}, ${from}`);
    return by === undefined ? [] : [{ rule: rule.id, by }];
  });
}

/** The rules that a word means. */
function meant(word: string, rules: readonly Selectable[]): readonly Selectable[] {
  const found = rules.filter(
    ({ id, name, severity, claims }) =>
      [id, name, severity].includes(word) || measuresOf(claims).some((one) => one === word)
  );
  if (found.length > 0) return found;
  throw new InvalidSetting(nothingMeant(word, rules));
}

function nothingMeant(word: string, rules: readonly Selectable[]): string {
  const replaced = RETIRED.get(word);
  if (replaced !== undefined) {
    const by =
      replaced.length === 0 ? 'nothing replaces it, so leave it out' : `name ${replaced.join(' and ')} instead`;
    return `${word} is a retired rule: ${by}`;
  }
  if (measure(word) !== undefined) return `no rule speaks of measure ${word}: leave it out`;
  const near = nearest(word, [...SEVERITIES, ...rules.flatMap(({ id, name }) => [id, name])]);
  const hint = near ? `is it ${near}?` : 'list the rules with toms rules';
  return `${JSON.stringify(word)} is no rule, no measure and no severity: ${hint}`;
}
