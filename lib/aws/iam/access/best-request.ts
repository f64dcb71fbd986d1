import { Decision } from '../evaluation/evaluate';
import { HeldPolicy } from '../evaluation/statements';
import { isWildcard, knownText, textOf } from '../evaluation/text';
import { Condition } from '../policy';

type Context = { readonly [key: string]: readonly string[] | 'absent' };

/** What is known of a principal or a resource, and no choice of who asks: its tags, its organization, its names. */
const FACTS =
  /^aws:(?:principal|resource|userid|username|source(?!ip|vpc|identity))|resourcetag\/|^kms:(?:resourcealiases|calleraccount|keyorigin|keyspec|keyusage|multiregion)/;

/** How many values of a key, and how many requests, are tried. */
const MOST_VALUES = 6;
const MOST_REQUESTS = 60;

/**
 * What somebody can do at best, by a request of his choice: where a decision hangs on condition keys of the request, the values that the policies name are
 * tried. Whatever is no choice of his, and unknown parts of policies, leave it open as before.
 *
 * @param ask the decision on a request with these condition keys
 * @param policies what is measured by: their conditions say which values matter
 */
export function bestRequest(ask: (context: Context) => Decision, policies: readonly HeldPolicy[]): Decision {
  const decision = ask({});
  if (decision.decision !== 'depends') return decision;
  const keys = decision.on.filter((on) => /^[a-z0-9-]+:/.test(on) && !on.includes('$') && !FACTS.test(on));
  let contexts: Context[] = [{}];
  for (const key of keys) {
    const values = valuesOf(key, policies);
    contexts = contexts.flatMap((context) => values.map((value): Context => ({ ...context, [key]: value })));
    if (contexts.length > MOST_REQUESTS) return decision;
  }
  for (const context of contexts) {
    const one = ask(context);
    if (one.decision === 'allow') return one;
  }
  return decision;
}

/** The values of a key that the conditions of policies tell apart. */
function valuesOf(key: string, policies: readonly HeldPolicy[]): readonly (readonly string[] | 'absent')[] {
  const named = new Set<string>();
  for (const { policy, symbols } of policies) {
    if (!policy || !('statements' in policy)) continue;
    for (const condition of policy.statements.flatMap(({ conditions }) => conditions)) {
      if (condition.key !== key) continue;
      for (const value of condition.values) {
        const text = textOf(value, { wildcards: true, symbols });
        const known = knownText(text.map((token) => (isWildcard(token) ? 'x' : token)));
        if (known !== undefined) around(condition, known).forEach((one) => named.add(one));
      }
    }
  }
  return [...[...named].slice(0, MOST_VALUES).map((value) => [value]), 'absent'];
}

/** A value that a condition names, and others that it tells from it. */
function around({ operator }: Condition, value: string): readonly string[] {
  if (/^bool/i.test(operator)) return ['true', 'false'];
  if (/^numeric/i.test(operator) && Number.isFinite(Number(value))) {
    return [value, String(Number(value) + 1), String(Number(value) - 1)];
  }
  if (/ipaddress/i.test(operator)) return [value.split('/')[0]];
  return /not/i.test(operator) ? [value, 'toms'] : [value];
}
