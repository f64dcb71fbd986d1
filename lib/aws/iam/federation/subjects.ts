import { replaceInterpolations } from '../../../terraform/expression/scanner';
import { isVariable } from '../../../terraform/is-variable';
import { Condition, Statement, coversAction, isEverybody } from '../policy';
import { IdentityProvider } from './providers';

/** What can be told before the plan. */
export type Answer = 'yes' | 'no' | 'open';

const BY_TOKEN = 'sts:AssumeRoleWithWebIdentity';

/** How far the values of a claim reach: one unit, such as a repository, all those of a customer, or everybody's. */
export type Reach = 'unit' | 'owner' | 'anybody' | 'open';

/** Stands where an interpolation stood: a name that is written elsewhere. */
const NAME = '\uE000';

/**
 * How far a subject reaches.
 *
 * @param provider how its provider writes subjects, where that is known
 * @param isPattern whether `*` and `?` in it are wildcards
 */
export function reachOf(provider: IdentityProvider | undefined, value: string, isPattern: boolean): Reach {
  // A variable may be filled in with a wildcard.
  if (isPattern && isVariable(value)) return 'open';
  const text = replaceInterpolations(value, () => NAME);
  if (!isPattern && /[*?]/.test(text)) return 'unit';
  if (!provider) return namesSomebody(text) ? 'unit' : 'anybody';
  const reach = reachOfText(provider, text);
  if (reach === 'unit' || !text.includes(NAME) || provider.ofOwner?.test(text) === true) return reach;
  return mayNameUnit(provider, text) ? 'open' : reach;
}

function reachOfText({ ofUnit, ofOwner, ofAll, chosen, isShared }: IdentityProvider, text: string): Reach {
  if (ofUnit.test(text)) return 'unit';
  if (!/[*?]/.test(text) && chosen?.test(text) !== true) return ofAll?.test(text) === true ? 'owner' : 'unit';
  return !isShared || ofOwner?.test(text) === true ? 'owner' : 'anybody';
}

/** Whether a subject names one unit with some text in the place of what is not known. */
function mayNameUnit({ example, ofUnit }: IdentityProvider, text: string): boolean {
  for (let start = 0; start < example.length; start++) {
    for (let end = start + 1; end <= example.length; end++) {
      if (ofUnit.test(text.split(NAME).join(example.slice(start, end)))) return true;
    }
  }
  return false;
}

/** Whether a pattern says more than its kind: `project:shop:*`, but not `project:*`. */
function namesSomebody(text: string): boolean {
  const fixed = text.split(/[*?]/)[0];
  return fixed === text || fixed.slice(fixed.indexOf(':') + 1) !== '';
}

/** Whom the conditions of a trust policy let in, of those with tokens of a provider. */
export interface Bound {
  /** Whether all of them are of one customer, or of those that are named. */
  readonly toOwner: Answer;
  /** Whether each is of a unit that is named. */
  readonly toUnit: Answer;
  /** The widest value of the claim that decides. */
  readonly widest?: string;
}

const UNBOUND: Bound = { toOwner: 'no', toUnit: 'no' };

/**
 * Whom a statement lets in.
 *
 * @param denials the denials of the same policy
 * @param claims the claims that say whose a token is
 */
export function boundOf(
  statement: Statement,
  denials: readonly Statement[],
  provider: IdentityProvider | undefined,
  claims: readonly string[]
): Bound {
  const own = statement.conditions.map((condition) =>
    boundBy(condition, operatorOf(condition, statement.conditions), provider, claims)
  );
  const others = denials
    .filter((denial) => deniesTokens(denial, statement))
    .flatMap(({ conditions }) => {
      // It denies those of whom each of its conditions holds: only where it has one do the others remain.
      const [condition, ...more] = conditions;
      if (condition === undefined || more.length > 0) return [];
      const spared = SPARED.get(condition.operator.toLowerCase());
      return [boundBy(condition, spared, provider, claims)];
    });
  return [...own, ...others].reduce(narrower, UNBOUND);
}

/** What a denial by a negative operator leaves: those whom the positive one names. */
const SPARED: ReadonlyMap<string, Test> = new Map([
  ['stringnotequals', 'exact'],
  ['stringnotequalsignorecase', 'exact'],
  ['stringnotlike', 'pattern'],
]);

type Test = 'exact' | 'pattern' | 'open';

/** Whether a denial is of everybody, or of the provider, that a statement lets in by their tokens. */
function deniesTokens({ effect, actions, principals }: Statement, allowing: Statement): boolean {
  const isOfThem = principals.some(
    (one) => isEverybody(one) || (one.type === 'Federated' && allowing.principals.every(({ id }) => id === one.id))
  );
  return effect === 'Deny' && isOfThem && actions.some((action) => coversAction(action, BY_TOKEN));
}

/** How a condition compares. `…IfExists` and `ForAllValues:` hold where the claim is absent, unless another condition asks for it. */
function operatorOf({ operator, key }: Condition, beside: readonly Condition[]): Test | undefined {
  if (operator === '?' || key === '?') return 'open';
  const [, set, test] = /^(?:(forallvalues|foranyvalue):)?(.*)$/.exec(operator.toLowerCase())!;
  if (set === 'forallvalues' && !beside.some((other) => other.key === key && asksFor(other))) return undefined;
  if (test === 'stringequals' || test === 'stringequalsignorecase') return 'exact';
  return test === 'stringlike' ? 'pattern' : undefined;
}

function asksFor({ operator, values }: Condition): boolean {
  return operator.toLowerCase() === 'null' && values.length > 0 && values.every((value) => value === 'false');
}

function boundBy(
  { key, values }: Condition,
  test: Test | undefined,
  provider: IdentityProvider | undefined,
  claims: readonly string[]
): Bound {
  const claim = key.slice(key.lastIndexOf(':') + 1);
  if (test === 'open') return { toOwner: 'open', toUnit: 'open' };
  const named = provider?.claims?.[claim];
  if (test === undefined || values.length === 0 || !(claims.includes(claim) || named)) return UNBOUND;
  const reaches = values.map((value) => {
    if (named) return reachOfClaim(named, value, test === 'pattern');
    // Audiences say whose a token is, and not of what.
    if (claim !== 'sub') return namesAudience(value, test === 'pattern');
    return reachOf(provider, value, test === 'pattern');
  });
  const has = (reach: Reach): boolean => reaches.includes(reach);
  return {
    toOwner: has('anybody') ? 'no' : has('open') ? 'open' : 'yes',
    toUnit: has('anybody') || has('owner') ? 'no' : has('open') ? 'open' : 'yes',
    widest: values[Math.max(0, reaches.indexOf(has('anybody') ? 'anybody' : 'owner'))],
  };
}

function reachOfClaim(ofUnit: RegExp, value: string, isPattern: boolean): Reach {
  const text = replaceInterpolations(value, () => NAME);
  if (isPattern && isVariable(value)) return 'open';
  if (!isPattern || ofUnit.test(text)) return 'unit';
  return /^[^/:*?]+\//.test(text) ? 'owner' : 'anybody';
}

function namesAudience(value: string, isPattern: boolean): Reach {
  if (!isPattern) return 'owner';
  if (isVariable(value)) return 'open';
  return namesSomebody(replaceInterpolations(value, () => NAME)) ? 'owner' : 'anybody';
}

/** What holds where both must. */
function narrower(one: Bound, other: Bound): Bound {
  return {
    toOwner: best([one.toOwner, other.toOwner]),
    toUnit: best([one.toUnit, other.toUnit]),
    widest: one.toOwner === 'yes' ? one.widest : (other.widest ?? one.widest),
  };
}

export function best(answers: readonly Answer[]): Answer {
  return answers.includes('yes') ? 'yes' : answers.includes('open') ? 'open' : 'no';
}
