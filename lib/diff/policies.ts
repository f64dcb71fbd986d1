import { Condition, Policy, Principal, Statement, coversAction, isEverybody, policyFromJson } from '../aws/iam/policy';
import { contains, parseCidr } from '../aws/ip-ranges';
import { matchesWildcards } from '../aws/wildcards';
import { Form, idOf, isObject } from './differences';

/** What a policy lets now and did not, and the other way round. */
export interface PolicyChange {
  /** What is newly allowed, or no longer denied. */
  readonly widened: readonly string[];
  readonly narrowed: readonly string[];
  /** Whether something of it lets everybody in, or does everything. */
  readonly isBroad: boolean;
  /** What of the policies cannot be read. */
  readonly open?: string;
}

/** One action on one resource by one principal, as a statement says it. */
interface Atom {
  readonly effect: 'Allow' | 'Deny';
  readonly statement: Statement;
}

/** How many atoms of a policy are looked at one by one. A policy with more is compared by whole statements. */
const MOST_ATOMS = 5000;

/** Compares policies by what they let, whatever their statements are called, and however they are ordered and spelled. */
export function comparePolicies(before: Form, after: Form): PolicyChange {
  const [was, is] = [before, after].map(readPolicy);
  const open = [was, is].flatMap((policy) => (policy.complete ? [] : [policy.missing ?? 'a part of it']))[0];
  const [allowed, denied] = effects(was);
  const [allows, denies] = effects(is);
  const gained = uncovered(allows, allowed);
  const lostDenials = uncovered(denied, denies);
  const widened = [
    ...gained.map((atom) => told('lets', atom)),
    ...lostDenials.map((atom) => told('no longer denies', atom)),
  ];
  const narrowed = [
    ...uncovered(allowed, allows).map((atom) => told('no longer lets', atom)),
    ...uncovered(denies, denied).map((atom) => told('denies', atom)),
  ];
  return { widened: unique(widened), narrowed: unique(narrowed), isBroad: gained.some(isBroad), open };
}

function readPolicy(form: Form): Policy {
  if (form === undefined) return { statements: [], complete: true };
  const policy = policyFromJson(form);
  return 'broken' in policy ? { statements: [], complete: false, missing: 'what is no policy' } : policy;
}

function effects(policy: Policy): [Statement[], Statement[]] {
  const of = (effect: string): Statement[] => policy.statements.filter((statement) => statement.effect === effect);
  return [of('Allow'), of('Deny')];
}

/** The atoms of statements that no other statement covers. */
function uncovered(statements: readonly Statement[], by: readonly Statement[]): Atom[] {
  const found: Atom[] = [];
  for (const statement of statements) {
    if (by.some((other) => covers(other, statement))) continue;
    for (const atom of atomsOf(statement)) {
      if (!by.some((other) => covers(other, atom)))
        found.push({ effect: statement.effect as Atom['effect'], statement: atom });
    }
  }
  return found;
}

/** A statement for each action, resource and principal of a statement. */
function atomsOf(statement: Statement): Statement[] {
  const one = <T>(list: readonly T[]): readonly (readonly T[])[] =>
    list.length === 0 ? [[]] : list.map((item) => [item]);
  const { actions, resources, principals } = statement;
  const count = [actions, resources, principals].reduce((product, list) => product * Math.max(1, list.length), 1);
  if (count > MOST_ATOMS) return [statement];
  return one(actions).flatMap((action) =>
    one(resources).flatMap((resource) =>
      one(principals).map((principal) => ({
        ...statement,
        actions: action,
        resources: resource,
        principals: principal,
      }))
    )
  );
}

/** Whether all that a statement speaks of, another one speaks of too. */
function covers(broad: Statement, narrow: Statement): boolean {
  return (
    coversList(broad.actions, broad.notActions, narrow.actions, narrow.notActions, coversPatternOfAction) &&
    coversList(broad.resources, broad.notResources, narrow.resources, narrow.notResources, coversPattern) &&
    coversList(broad.principals, broad.notPrincipals, narrow.principals, narrow.notPrincipals, coversPrincipal) &&
    broad.conditions.every((condition) => narrow.conditions.some((other) => implies(other, condition)))
  );
}

/** The same of one part: what is named, or all but what is named. Nothing named at all means what the policy is attached to, on both sides. */
function coversList<T>(
  broad: readonly T[],
  broadNot: readonly T[],
  narrow: readonly T[],
  narrowNot: readonly T[],
  covered: (broad: T, narrow: T) => boolean
): boolean {
  if (narrowNot.length > 0) {
    if (broadNot.length > 0) return broadNot.every((item) => narrowNot.some((other) => covered(other, item)));
    return broad.some((item) => narrowNot.every((other) => covered(item, other)) && isAll(item));
  }
  if (broadNot.length > 0) {
    return (
      narrow.length > 0 &&
      narrow.every((item) => !broadNot.some((other) => covered(other, item) || covered(item, other)))
    );
  }
  if (broad.length === 0 || narrow.length === 0) return broad.length === narrow.length;
  return narrow.every((item) => broad.some((other) => covered(other, item)));
}

function isAll(item: unknown): boolean {
  return item === '*' || (typeof item === 'object' && item !== null && isEverybody(item as Principal));
}

/** Whether a pattern matches all that another one matches. A star of the other is more than one character can be, and one of its question marks is one. */
function coversPattern(broad: string, narrow: string): boolean {
  if (broad === narrow || broad === '*') return true;
  return matchesWildcards(broad, narrow.replace(/\*/g, '\u0001\u0001').replace(/\?/g, '\u0002'));
}

function coversPatternOfAction(broad: string, narrow: string): boolean {
  return coversAction(broad, narrow) || coversPattern(broad.toLowerCase(), narrow.toLowerCase());
}

function coversPrincipal(broad: Principal, narrow: Principal): boolean {
  if (broad.id === narrow.id && broad.type === narrow.type) return true;
  if (broad.type === '*' || (isEverybody(broad) && narrow.type === 'AWS')) return true;
  // An account stands for all of its principals that the account itself lets.
  const account = /^(?:(\d{12})|arn:[^:]*:iam::([^:]*):root)$/.exec(broad.id);
  return (
    account !== null &&
    broad.type === 'AWS' &&
    narrow.type === 'AWS' &&
    narrow.id.includes(`::${account[1] ?? account[2]}:`)
  );
}

const OPERATOR = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/;

/** Whether one condition holds only where another does too. */
function implies(one: Condition, other: Condition): boolean {
  if (one.key !== other.key) return false;
  const [[, set = '', operator = '', ifExists], [, otherSet = '', otherOperator = '', otherIfExists]] = [
    one,
    other,
  ].map((condition) => OPERATOR.exec(condition.operator) ?? []);
  if (set !== otherSet || (ifExists && !otherIfExists)) return false;
  const isSame =
    operator === otherOperator || (plainOf(operator) === plainOf(otherOperator) && !/Like$/.test(operator));
  if (!isSame) return false;
  const [values, others] = [one.values, other.values];
  if (/^Numeric(?:Less|Greater)|^Date(?:Less|Greater)/.test(operator)) {
    const [mine, theirs] = [values, others].map((list) => (list.length === 1 ? asOrdered(list[0]) : undefined));
    if (mine === undefined || theirs === undefined) return values.join() === others.join();
    return /Less/.test(operator) ? mine <= theirs : mine >= theirs;
  }
  const covered = coverOf(otherOperator);
  if (/Not/.test(operator)) return others.every((value) => values.some((mine) => covered(mine, value)));
  return values.every((mine) => others.some((value) => covered(value, mine)));
}

/** A date or a number, in the order in which they are compared. */
function asOrdered(text: string): number | undefined {
  const number = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(number) ? undefined : number;
}

function plainOf(operator: string): string {
  return operator.replace(/Like$/, 'Equals');
}

function coverOf(operator: string): (broad: string, narrow: string) => boolean {
  if (/IpAddress/.test(operator)) {
    return (broad, narrow) => {
      const [outer, inner] = [broad, narrow].map(parseCidr);
      return broad === narrow || (outer !== undefined && inner !== undefined && contains(outer, inner));
    };
  }
  if (/Like$|^Arn/.test(operator)) return coversPattern;
  if (/IgnoreCase/.test(operator)) return (broad, narrow) => broad.toLowerCase() === narrow.toLowerCase();
  return (broad, narrow) => broad === narrow;
}

function isBroad({ statement }: Atom): boolean {
  const { actions, notActions, notPrincipals, principals } = statement;
  return (
    principals.some(isEverybody) ||
    notPrincipals.length > 0 ||
    notActions.length > 0 ||
    actions.some((action) => /^(?:\*|[\w-]+:\*)$/.test(action))
  );
}

function told(verb: string, { statement }: Atom): string {
  const { actions, notActions, resources, notResources, principals, notPrincipals, conditions } = statement;
  const listed = (list: readonly string[], not: readonly string[], nothing: string): string =>
    not.length > 0 ? `all but ${not.join(', ')}` : list.join(', ') || nothing;
  const ids = (of: readonly Principal[]): string[] =>
    of.map(({ type, id }) => (id === '*' ? 'everyone' : `${type} ${id}`));
  const who = listed(ids(principals), ids(notPrincipals), '');
  const when = conditions.map(({ operator, key, values }) => `${operator} ${key} ${values.join(', ')}`).join('; ');
  return [
    verb,
    who === '' ? '' : `${who} do`,
    listed(actions, notActions, 'nothing'),
    `on ${listed(resources, notResources, 'what it is attached to')}`,
    when === '' ? '' : `if ${when}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** The policy that the blocks of an `aws_iam_policy_document` write. */
export function policyOfDocument(form: Form): Form {
  if (!isObject(form)) return undefined;
  const blocks = [form.statement].flat().filter(isObject);
  const pairs = (block: Form): Form => {
    const found: { [type: string]: Form[] } = {};
    for (const item of [block].flat().filter(isObject)) {
      const type = idOf(item.type);
      found[type] = [...(found[type] ?? []), ...[item.identifiers].flat()];
    }
    return Object.keys(found).length > 0 ? found : undefined;
  };
  const statements = blocks.map((block): Form => {
    const conditions: { [operator: string]: { [key: string]: Form } } = {};
    for (const item of [block.condition].flat().filter(isObject))
      conditions[idOf(item.test)] = { ...conditions[idOf(item.test)], [idOf(item.variable)]: item.values };
    return {
      Sid: block.sid,
      Effect: block.effect ?? 'Allow',
      Action: block.actions,
      NotAction: block.not_actions,
      Resource: block.resources,
      NotResource: block.not_resources,
      Principal: pairs(block.principals),
      NotPrincipal: pairs(block.not_principals),
      Condition: Object.keys(conditions).length > 0 ? conditions : undefined,
    };
  });
  const sources = Object.keys(form).filter((name) => /_json$|_documents$/.test(name));
  return sources.length > 0
    ? { Statement: [...statements, ...sources.map((name) => `\${${idOf(form[name])}}`)] }
    : { Statement: statements };
}
