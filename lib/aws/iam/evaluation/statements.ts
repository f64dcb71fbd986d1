import { Condition, PolicyReading, Statement, isEverybody } from '../policy';
import { CallerNames, Naming, isOutside, namingOf } from './caller';
import { conditionsHold } from './conditions';
import { Context, PolicyTexts, textIn } from './context';
import { matches, matchesResource } from './match';
import { Symbols, Text, textOf } from './text';
import { NO, Truth, YES, all, any, not, open } from './truth';

/** A policy, where it stands, and what the `${…}` in it mean. */
export interface HeldPolicy {
  readonly where: string;
  readonly policy: PolicyReading;
  readonly symbols?: Symbols;
}

/** A request as statements see it. */
export interface Subject {
  readonly caller: CallerNames;
  readonly action: Text;
  readonly resource: Text;
  readonly context: Context;
  readonly hasBoundary: boolean;
}

/** Whether policies name principals, and resources. */
export interface PolicyForm {
  readonly namesPrincipals: boolean;
  readonly namesResources: boolean;
}

/** What a statement says about a request. */
export interface Applied {
  readonly where: string;
  /** Its Sid, or the place in its policy. `undefined` for what cannot be read. */
  readonly statement: string | undefined;
  /** `?` where that cannot be told. */
  readonly effect: 'Allow' | 'Deny' | '?';
  readonly naming: Naming;
}

const ANYONE: Naming = { direct: YES, role: NO, account: NO };

/** What the statements of policies say about a request. Those that do not speak of it are left out. */
export function applied(policies: readonly HeldPolicy[], subject: Subject, form: PolicyForm): readonly Applied[] {
  return policies.flatMap((held) => appliedOf(held, subject, form));
}

function appliedOf({ where, policy, symbols }: HeldPolicy, subject: Subject, form: PolicyForm): readonly Applied[] {
  if (policy === undefined) return [];
  const unread = (on: string): Applied => ({
    where,
    statement: undefined,
    effect: '?',
    naming: { direct: open(on), role: NO, account: NO },
  });
  if ('unknown' in policy) return [unread(policy.unknown)];
  // AWS refuses it, and what stands in its place nobody knows.
  if ('broken' in policy) return [unread(where)];
  const texts: PolicyTexts = { symbols, version: policy.version };
  const found = policy.statements.flatMap((statement, index): Applied[] => {
    const naming = narrowed(
      principalFits(statement, subject, form, symbols),
      speaksOf(statement, subject, form, texts)
    );
    if (any([naming.direct, naming.role, naming.account]).is === 'no') return [];
    const { effect } = statement;
    return [
      {
        where,
        statement: statement.sid ?? String(index + 1),
        effect: effect === 'Allow' || effect === 'Deny' ? effect : '?',
        naming,
      },
    ];
  });
  return policy.complete ? found : [...found, unread(policy.missing ?? where)];
}

/** A denial to everybody, where its conditions hold. */
export interface Denial {
  readonly conditions: readonly Condition[];
  readonly texts: PolicyTexts;
}

/**
 * What the policies of a resource certainly deny to everybody, each as far as its conditions hold: nothing else can allow it then.
 *
 * @param keys the condition keys that are known of the request: a denial on another one is never certain
 */
export function denialsToEverybody(
  policies: readonly HeldPolicy[],
  action: Text,
  resource: Text,
  form: PolicyForm,
  keys: ReadonlySet<string>
): readonly Denial[] {
  const asked = { resource, context: ANY_CONTEXT };
  return policies.flatMap(({ policy, symbols }): Denial[] => {
    if (policy === undefined || !('statements' in policy)) return [];
    const texts: PolicyTexts = { symbols, version: policy.version };
    // The statements of a policy mostly name the same resources.
    const fitting = new Map<string, boolean>();
    const fits = (statement: Statement): boolean => {
      const named = `${statement.resources.join()} ${statement.notResources.join()}`;
      let known = fitting.get(named);
      if (known === undefined) {
        known = resourceFits(statement, asked, form, texts).is === 'yes';
        fitting.set(named, known);
      }
      return known;
    };
    const denials = policy.statements.filter(
      (statement) =>
        statement.effect === 'Deny' &&
        statement.principals.some(isEverybody) &&
        statement.conditions.every(({ key }) => keys.has(key.toLowerCase())) &&
        actionFits(statement, action, symbols).is === 'yes' &&
        fits(statement)
    );
    return denials.map(({ conditions }) => ({ conditions, texts }));
  });
}

const ANY_CONTEXT = new Context(new Map(), false);

function principalFits(statement: Statement, subject: Subject, form: PolicyForm, symbols?: Symbols): Naming {
  if (!form.namesPrincipals) return ANYONE;
  const { principals, notPrincipals, effect } = statement;
  if (principals.length > 0) return namingOf(principals, subject.caller, symbols);
  const direct =
    effect === 'Deny' && notPrincipals.length > 0
      ? isOutside(notPrincipals, subject.caller, subject.hasBoundary, symbols)
      : // AWS supports NotPrincipal in denials only.
        open(notPrincipals.length > 0 ? 'NotPrincipal' : 'the Principal of a statement');
  return { direct, role: NO, account: NO };
}

function narrowed({ direct, role, account }: Naming, by: Truth): Naming {
  return { direct: all([direct, by]), role: all([role, by]), account: all([account, by]) };
}

/** Whether action, resource and conditions of a statement fit a request. */
function speaksOf(statement: Statement, subject: Subject, form: PolicyForm, texts: PolicyTexts): Truth {
  const action = actionFits(statement, subject.action, texts.symbols);
  if (action.is === 'no') return NO;
  // ARNs are long to compare, and most statements that do not speak of a request are told by their conditions.
  const conditions = conditionsHold(statement.conditions, subject.context, texts);
  if (conditions.is === 'no') return NO;
  return all([action, resourceFits(statement, subject, form, texts), conditions]);
}

function actionFits({ actions, notActions }: Statement, action: Text, symbols?: Symbols): Truth {
  const among = (patterns: readonly string[]): Truth =>
    any(patterns.map((pattern) => matches(textOf(pattern, { wildcards: true, folds: true, symbols }), action)));
  return notActions.length > 0 ? not(among(notActions)) : among(actions);
}

function resourceFits(
  statement: Statement,
  subject: Pick<Subject, 'resource' | 'context'>,
  form: PolicyForm,
  texts: PolicyTexts
): Truth {
  const { resources, notResources } = statement;
  const { context, resource } = subject;
  const among = (patterns: readonly string[], ifMissing: Truth): Truth =>
    any(
      patterns.map((pattern) => {
        const text = textIn(pattern, { wildcards: true }, texts, context);
        return text ? matchesResource(text, resource) : ifMissing;
      })
    );
  if (resources.length > 0) return among(resources, NO);
  // Whether a variable without a value excepts nothing, or everything, is nowhere said.
  if (notResources.length > 0) return not(among(notResources, open('a variable in NotResource')));
  return form.namesResources ? open('the Resource of a statement') : YES;
}
