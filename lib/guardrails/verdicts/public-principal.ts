import {
  Condition,
  Policy,
  PolicyReading,
  Principal,
  Statement,
  isEverybody,
  isOdd,
  isOpen,
  isUnsettled,
  isWild,
} from '../../aws/iam/policy';
import { RangeShares } from '../../aws/ip-ranges';
import { MET, Statements, Verdict, ofStatements, undetermined, violated } from '../rule';
import { distinct } from './checks';
import { namesOf } from './identity-policies';

/** Keys whose value is the id of one account, organization, network, user or service. It narrows if it has no wildcard. */
const IDS = new Set([
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
]);

/** Keys whose value is a path below an organization: `o-abc/r-ab12/ou-ab12-11111111/*`. */
const PATHS = new Set(['aws:principalorgpaths', 'aws:sourceorgpaths', 'aws:vpceorgpaths']);

/** Keys whose value is the name of a resource or principal. */
const ARNS = new Set(['aws:principalarn', 'aws:sourcearn', 'aws:sourcevpcarn', 's3:dataaccesspointarn']);

const POSITIVE = new Set(['stringequals', 'stringequalsignorecase', 'stringlike', 'arnequals', 'arnlike']);

/** The widest address ranges that AWS does not call public. */
const MIN_PREFIX = { v4: 8, v6: 32 };

/**
 * The first statement that lets everybody in, or `undefined`. It follows what AWS calls public: everybody is allowed,
 * and no condition narrows that to fixed accounts, organizations, networks, sources, services or addresses.
 * Denials beside it are not weighed up against it. A value that only a plan can tell is no public one: see `openStatement`.
 */
export function publicStatement(policy: Policy): Statement | undefined {
  return policy.statements.find((statement) => reach(statement) === 'public') ?? openByRanges(policy);
}

/** The first statement that is closed by nothing but addresses, which amount to everybody: by themselves, or with those of statements that allow the same. */
function openByRanges({ statements }: Policy): Statement | undefined {
  const byGrant = new Map<string, { readonly first: Statement; readonly shares: RangeShares }>();
  for (const statement of statements) {
    if (statement.effect === 'Deny' || !isForEverybody(statement)) continue;
    const narrow = statement.conditions.filter((condition) => narrowing(condition) === 'narrow');
    if (narrow.length !== 1 || narrow[0].key !== 'aws:sourceip') continue;
    const { actions, notActions, resources, notResources } = statement;
    const grant = JSON.stringify([actions, notActions, resources, notResources]);
    const { first, shares } = byGrant.get(grant) ?? { first: statement, shares: new RangeShares() };
    byGrant.set(grant, { first, shares });
    for (const range of narrow[0].values) shares.add(range, 1);
    if (shares.areEverybody()) return first;
  }
  return undefined;
}

/** The first statement that lets everybody in or not, depending on a value that only a plan can tell. */
export function openStatement(policy: Policy): Statement | undefined {
  return policy.statements.find((statement) => reach(statement) === 'open');
}

/**
 * The verdict on one policy: violated where it lets everybody in, open where only a plan can tell, else met.
 * `undefined` where there is no policy.
 *
 * @param attribute the attribute that holds the policy, for the message
 */
export function publicPolicyVerdict(attribute: string, policy: PolicyReading): Verdict | undefined {
  if (!policy) return undefined;
  if ('broken' in policy) return undetermined(`${attribute} cannot be read as a policy: ${policy.broken}`);
  if ('unknown' in policy) return undetermined(`${attribute} is ${policy.unknown}, which only a plan can tell`);
  const statements = notClosed(policy);
  const open = publicStatement(policy);
  if (open) {
    const whom = open.principals.some(isEverybody) || open.notPrincipals.length > 0 ? 'everybody' : 'any account';
    return ofStatements(violated(`${attribute} lets ${whom} in: ${describeStatement(open)}`), statements);
  }
  const unsettled = openStatement(policy);
  if (unsettled) {
    const why = isRefused(unsettled) ? 'AWS refuses such a principal, and nothing tells' : 'only a plan can tell';
    return ofStatements(undetermined(`${why} whom ${attribute} lets in: ${describeStatement(unsettled)}`), statements);
  }
  if (policy.complete) return MET;
  return undetermined(`a part of ${attribute} (${policy.missing}) is only known to a plan`);
}

/** The statements that let everybody in or may, where these are all that is wrong. Of ranges that amount to everybody only together none is. */
function notClosed(policy: Policy): Statements | undefined {
  if (!policy.complete || openByRanges(policy)) return undefined;
  return distinct(policy.statements.filter((statement) => reach(statement) !== 'closed').map(namesOf));
}

/** A statement as a message names it: `statement "Read" allows s3:GetObject to *`. */
export function describeStatement(statement: Statement): string {
  const name = statement.sid ? `statement "${statement.sid}"` : 'a statement';
  const actions =
    statement.actions.length > 0 ? statement.actions : statement.notActions.map((item) => `all but ${item}`);
  const shown = actions.length > 3 ? [...actions.slice(0, 3), `${actions.length - 3} more`] : actions;
  const whom =
    statement.notPrincipals.length > 0
      ? `everybody but ${statement.notPrincipals.map(({ id }) => id).join(', ')}`
      : [...new Set(statement.principals.map(({ id }) => id))].join(', ');
  return `${name} ${statement.effect === 'Deny' ? 'denies' : 'allows'} ${shown.join(', ')} to ${whom}`;
}

function reach(statement: Statement): 'public' | 'open' | 'closed' {
  if (statement.effect === 'Deny') return 'closed';
  const everybody = isForEverybody(statement);
  if (!everybody && !statement.principals.some((one) => isOdd(one) || mayBeEverybody(one))) return 'closed';
  const narrowings = statement.conditions.map(narrowing);
  if (narrowings.includes('narrow')) return 'closed';
  return everybody && !isUnsettled(statement.effect) && !narrowings.includes('open') ? 'public' : 'open';
}

function isForEverybody({ principals, notPrincipals }: Statement): boolean {
  return principals.some((one) => isEverybody(one) || isOfAnyAccount(one)) || notPrincipals.length > 0;
}

/** A name with a wildcard in the place of the account: `arn:aws:iam::*:role/reader`. AWS takes none, and what is meant is everybody. */
function isOfAnyAccount(principal: Principal): boolean {
  if (principal.type !== 'AWS' || !isOdd(principal)) return false;
  const account = principal.id.split(':')[4];
  return account === undefined || isWild(account);
}

/** Whether what is open of a statement is a principal that AWS takes in no plan. */
export function isRefused({ principals }: Statement): boolean {
  return principals.some((one) => isOdd(one) && !isOpen(one.id));
}

/** A principal that is an input of the configuration as a whole. With text around it, such as an ARN's, it is somebody. */
function mayBeEverybody({ type, id }: Principal): boolean {
  return type !== 'Service' && type !== 'Federated' && /^\$\{[^}]*\}$/.test(id) && isUnsettled(id);
}

/** Keys that say which service comes, and not for whom. */
const SERVICES = new Set(['aws:principalservicename', 'aws:principalservicenameslist', 'aws:principalisawsservice']);

/** Whether the conditions of a statement hold a service to fixed accounts or resources that it acts for, be it by what it encrypts for them. */
export function sourceNarrowing({ conditions }: Statement): 'narrow' | 'open' | 'wide' {
  const found = conditions.map((condition) => {
    if (SERVICES.has(condition.key)) return 'wide';
    return narrowing(isContext(condition) ? { ...condition, key: 'aws:sourcearn' } : condition);
  });
  return found.includes('narrow') ? 'narrow' : found.includes('open') ? 'open' : 'wide';
}

/** What a service encrypts for somebody names it: `kms:EncryptionContext:aws:logs:arn`. */
function isContext({ key }: Condition): boolean {
  return key.startsWith('kms:encryptioncontext:');
}

/** Whether a condition holds fixed callers only. Its values are alternatives: each of them must be fixed. */
function narrowing(condition: Condition): 'narrow' | 'open' | 'wide' {
  if (condition.operator === '?' || condition.key === '?') return 'open';
  const operator = condition.operator.toLowerCase().replace(/^foranyvalue:/, '');
  const isFixed = test(operator, condition.key);
  if (!isFixed) return 'wide';
  if (!condition.values.every((value) => isUnsettled(value) || isFixed(value))) return 'wide';
  return condition.values.some(isUnsettled) ? 'open' : 'narrow';
}

/** `…IfExists` and `ForAllValues:` hold where the key is absent, a negative operator for strangers: none of them narrows. */
function test(operator: string, key: string): ((value: string) => boolean) | undefined {
  if (operator === 'ipaddress' && key === 'aws:sourceip') return isNarrowRange;
  if (operator === 'bool' && key === 'aws:principalisawsservice') return (value) => value === 'true';
  if (!POSITIVE.has(operator)) return undefined;
  if (IDS.has(key)) return (value) => !isWild(value);
  if (PATHS.has(key)) return (value) => !isWild(value.split('/')[0]);
  if (ARNS.has(key)) return isFixedArn;
  return undefined;
}

/** An ARN with a fixed account. Those of buckets have none: their names are unique in the world. */
function isFixedArn(value: string): boolean {
  if (!isWild(value)) return true;
  const [, , service, , account, ...resource] = value.split(':');
  if (account === undefined) return isOpen(value) && !/^[*?]/.test(value);
  if (account !== '' && !isWild(account)) return true;
  return service === 's3' && !isWild(resource.join(':').split('/')[0]);
}

function isNarrowRange(value: string): boolean {
  if (isOpen(value)) return true;
  const [address, prefix] = value.split('/');
  const v6 = address.includes(':');
  const bits = prefix === undefined ? (v6 ? 128 : 32) : Number(prefix);
  return Number.isInteger(bits) && bits >= (v6 ? MIN_PREFIX.v6 : MIN_PREFIX.v4);
}
