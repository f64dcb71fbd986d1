import { createRequire } from 'node:module';
import { join } from 'node:path';
import { claim } from '../../toms/claims/catalogue';
import { isConfigured } from '../../toms/claims/claim';
import { InvalidSetting } from '../settings/settings';
import { CompanyRule, companyRule } from './company-rule';
import { RuleDefinition, problemOf } from './definition';

/**
 * The rules of files and packages, which each export them as `rules`.
 *
 * @param names files, relative to the directory, or packages that are installed there
 * @param taken the rules that are known before, by id and name
 * @throws InvalidSetting on a package that cannot be loaded, or has a rule that is none
 */
export function loadCompanyRules(
  names: readonly string[],
  directory: string,
  taken: ReadonlyMap<string, unknown>
): CompanyRule[] {
  const load = createRequire(join(directory, 'toms.config.json'));
  const loaded = names.flatMap((name) => rulesOf(name, load));
  const byName = new Map<string, CompanyRule>();
  for (const rule of loaded) {
    for (const key of [rule.id, rule.name]) {
      const other = byName.get(key);
      if (other !== undefined || taken.has(key)) {
        const where = other === undefined ? 'of this package' : `of ${JSON.stringify(other.package)}`;
        throw new InvalidSetting(
          `the rule ${rule.id} of ${JSON.stringify(rule.package)} is called ${key}, as one ${where} is: name it otherwise`
        );
      }
      byName.set(key, rule);
    }
  }
  return loaded;
}

function rulesOf(name: string, load: NodeJS.Require): readonly CompanyRule[] {
  const refuse = (problem: string): never => {
    throw new InvalidSetting(`the rules of ${JSON.stringify(name)} ${problem}`);
  };
  let exported: unknown;
  try {
    exported = load(name);
  } catch (error) {
    return refuse(`cannot be loaded: ${whyNot(error)}`);
  }
  const { rules } = (exported ?? {}) as { readonly rules?: unknown };
  if (!Array.isArray(rules) || rules.length === 0) return refuse('are not there: export a list of them as `rules`');
  return rules.map((definition: unknown) => {
    const problem = problemOf(definition) ?? problemOfClaims(definition as RuleDefinition);
    const { id } = (definition ?? {}) as { readonly id?: unknown };
    return problem === undefined
      ? companyRule(definition as RuleDefinition, name)
      : refuse(`have one that is none: ${JSON.stringify(id)} ${problem}`);
  });
}

function problemOfClaims({ claims = [] }: RuleDefinition): string | undefined {
  const wrong = claims.find((id) => {
    const found = claim(id);
    return found === undefined || !isConfigured(found);
  });
  return wrong === undefined
    ? undefined
    : `names the claim ${JSON.stringify(wrong)}, which no rule can speak of: docs/measures.md lists those that rules can`;
}

/** What of an error helps: its first line, and a way out where Node's own is none here. */
function whyNot(error: unknown): string {
  const { code, message = String(error) } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  if (code === 'ERR_REQUIRE_ESM') return 'they are an ES module: use Node.js 20.19 or later, or write them as .cjs';
  if (code === 'ERR_REQUIRE_ASYNC_MODULE') return 'they await something at their top level: leave that out';
  return message.split('\n')[0];
}
