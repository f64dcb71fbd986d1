import { loadCompanyRules } from '../company/load';
import { RULE_SUMMARIES } from '../rule-text';
import { byIdAndName } from '../rule';
import { RULES } from '../rules';
import { RETIRED } from '../retired';
import { checkDemands } from './demands';
import { Selection, skippedBy } from './selection';
import { NO_SETTINGS, Settings } from './settings';

/** What a project adds to the rules, in a file or a program. */
export interface Additions {
  /** Files and packages of rules, from a directory. */
  readonly rules?: readonly string[];
  readonly directory: string;
  readonly demands?: { readonly [demand: string]: unknown };
}

/**
 * The settings that a project makes.
 *
 * @throws InvalidSetting on a package that cannot be loaded, and on a demand that is none
 */
export function settingsOf({ rules = [], directory, demands = {} }: Additions): Settings {
  const stricter = checkDemands(demands);
  if (rules.length === 0) return { ...NO_SETTINGS, demands: stricter };
  const taken = new Map<string, unknown>([...byIdAndName(RULE_SUMMARIES), ...RETIRED]);
  return { ...NO_SETTINGS, companyRules: loadCompanyRules(rules, directory, taken), demands: stricter };
}

/**
 * The same settings, with only some of the rules.
 *
 * @throws InvalidSetting on a word that means no rule, or one that nobody may waive, and where nothing would run
 */
export function selecting(settings: Settings, selection: Selection): Settings {
  if (selection.only === undefined && selection.skip === undefined) return settings;
  return { ...settings, skipped: skippedBy(selection, [...RULES, ...settings.companyRules]) };
}
