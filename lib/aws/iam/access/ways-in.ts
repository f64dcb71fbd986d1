import { Decision, evaluate } from '../evaluation/evaluate';
import { matches } from '../evaluation/match';
import { HeldPolicy } from '../evaluation/statements';
import { Symbols, Text, arnParts, hole, isHole, knownText, textOf } from '../evaluation/text';
import { NO, Truth, YES, all, any, not, open } from '../evaluation/truth';
import { Condition, Policy, Principal, Statement, isEverybody } from '../policy';
import { unlimited } from './holders';

/** Who comes by a way: a user of IAM, a session of a role, somebody whom an identity provider sends, or a service of AWS. */
export type WayKind = 'user' | 'role' | 'provider' | 'service';

/** A way to become a role on which AWS asks for no second factor, or perhaps asks for none. */
export interface WayIn {
  readonly kind: WayKind;
  /** Whom the trust policy names, as it is written. */
  readonly who: string;
  /** Whether it is there. What it hangs on are parts of the policy that are not known. */
  readonly isOpen: Truth;
  /** The roles by which somebody comes, where they are named: as the principal, or by a condition on the roles of an account. */
  readonly roles?: readonly string[];
}

/** Where a role is: accounts of one partition only know each other. */
export interface Owner {
  readonly partition: Text;
  readonly account: Text;
}

/** What AWS tells of a request of which it saw no second factor: nothing, as with an access key, or that there was none. */
const WITHOUT_FACTOR = ['absent', ['false']] as const;

const BY_PROVIDER = ['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'];

/** What is not known of those who ask. Somebody is called what it takes, in the account that it takes. */
const A_NAME = 'the name of somebody';
const AN_ID = 'the id of somebody';
const AN_ACCOUNT = 'the account of somebody';
const OF_SOMEBODY: readonly string[] = [
  A_NAME,
  AN_ID,
  AN_ACCOUNT,
  'the session of ${somebody}',
  'the ARN of a session of ${somebody}',
  // An account lets in its own principals and those of another one alike, where it names them.
  'the account of the resource',
];

/** How the ARNs of users go on, those of the federation that users make included. */
const NAMES_OF_USERS = ['user/', 'federated-user/'];

/** Roles that IAM Identity Center makes. https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
const OF_IDENTITY_CENTER = /:role\/aws-reserved\/sso\.amazonaws\.com\//;

/** Condition keys that only requests of identity providers have, and only requests of services. */
const OF_PROVIDERS = /^(?:saml|[^:]*\.[^:]*):/;
const OF_SERVICES = ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths'];

/** Condition keys that are as the time is. */
const OF_THE_CLOCK = ['aws:currenttime', 'aws:epochtime', 'aws:tokenissuetime'];

/**
 * The ways to become a role on which AWS asks for no second factor. AWS evaluates that in the trust policy, and nowhere else: what `AssumeRole` returns says nothing
 * of it. So a session of a role never has one to show.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
 */
export function waysWithoutFactor(trust: Policy, owner: Owner, symbols?: Symbols): readonly WayIn[] {
  const ways = principalsOf(trust).flatMap((principal) =>
    new Asking({ ...trust, statements: trust.statements.filter(isOf(principal)) }, owner, symbols).waysOf(principal)
  );
  const unread = unreadPart(trust);
  if (unread !== undefined) ways.push(unknownWay(unread));
  return ways.filter(({ isOpen }) => isOpen.is !== 'no');
}

function principalsOf({ statements }: Policy): readonly Principal[] {
  const found = new Map<string, Principal>();
  for (const { effect, principals } of statements) {
    if (effect === 'Deny') continue;
    for (const principal of principals) found.set(`${principal.type} ${principal.id}`, principal);
  }
  return [...found.values()];
}

/** Whether a statement names a principal, or may be a denial. */
function isOf({ type, id }: Principal): (statement: Statement) => boolean {
  return ({ effect, principals }) => effect !== 'Allow' || principals.some((one) => one.type === type && one.id === id);
}

/** What may let in somebody whom no principal names. */
function unreadPart({ statements, complete, missing = 'the trust policy' }: Policy): string | undefined {
  if (!complete) return missing;
  return statements.some(({ effect, notPrincipals }) => effect !== 'Deny' && notPrincipals.length > 0)
    ? 'NotPrincipal'
    : undefined;
}

/** Somebody who asks to become the role. */
interface Somebody {
  readonly kind: 'user' | 'role';
  readonly arn: Text;
  readonly account: Text;
  readonly session?: string;
}

/** Asks by which ways the statements of one principal let somebody in. */
class Asking {
  /** Every condition key that the statements ask for. */
  private readonly keys: ReadonlySet<string>;
  /** Those whose values the caller chooses. */
  private readonly free: ReadonlySet<string>;

  constructor(
    private readonly trust: Policy,
    private readonly owner: Owner,
    private readonly symbols: Symbols | undefined
  ) {
    this.keys = new Set(trust.statements.flatMap(({ conditions }) => conditions.flatMap(keysIn)));
    this.free = new Set([...this.keys].filter((key) => !OF_THE_CLOCK.includes(key) && !isContested(key, trust)));
  }

  public waysOf(principal: Principal): WayIn[] {
    const { type, id: who } = principal;
    if (type === 'Service') return [{ kind: 'service', who, isOpen: this.isAllowed(['sts:AssumeRole']) }];
    if (type === 'Federated') return [{ kind: 'provider', who, isOpen: this.isAllowed(BY_PROVIDER) }];
    if (type === '?') return [unknownWay(who)];
    if (isEverybody(principal)) return this.waysOfAccount(principal, this.owner.partition, [hole(AN_ACCOUNT, ':/')]);
    return type === 'AWS' ? this.waysOfArn(principal, textOf(who, { symbols: this.symbols })) : [];
  }

  private waysOfArn(principal: Principal, text: Text): WayIn[] {
    const { id: who } = principal;
    if (isAccount(text)) return this.waysOfAccount(principal, this.owner.partition, text);
    const parts = arnParts(withoutColons(text));
    // What is neither an account nor an ARN is the unique id that AWS puts in the place of a deleted principal.
    if (!parts) return knownText(text) === undefined ? [unknownWay(who)] : [];
    const [, partition, , , account, name] = parts;
    if (knownText(name) === 'root') return this.waysOfAccount(principal, partition, account);
    const isSession = startsWith(name, 'assumed-role/');
    const kind = NAMES_OF_USERS.some((start) => startsWith(name, start)) ? 'user' : 'role';
    if (kind === 'role' && !isSession && !startsWith(name, 'role/')) return [unknownWay(who)];
    const named = isSession ? sessionIn(partition, account, name) : { arn: text };
    const isOpen = this.isOpenTo({ kind, account, ...named });
    if (kind === 'user') return [{ kind, who, isOpen }];
    return [OF_IDENTITY_CENTER.test(who) ? { kind: 'provider', who, isOpen } : { kind, who, isOpen, roles: [who] }];
  }

  /** An account lets in by its own policies: some of its users, and some of its roles. */
  private waysOfAccount(principal: Principal, partition: Text, account: Text): WayIn[] {
    const { id: who } = principal;
    const some = (kind: 'user' | 'role'): Somebody => ({
      kind,
      arn: [...'arn:', ...partition, ...':iam::', ...account, ...`:${kind}/`, hole(A_NAME, ':')],
      account,
    });
    const byUser: WayIn = { kind: 'user', who, isOpen: this.isOpenTo(some('user')) };
    const byRole = this.isOpenTo(some('role'));
    if (byRole.is === 'no') return [byUser];
    const others = this.trust.statements.filter((statement) => !isForIdentityCenter(statement));
    const byOther = this.isOpenTo(some('role'), { ...this.trust, statements: others });
    if (byOther.is === 'no') return [byUser, { kind: 'provider', who, isOpen: byRole }];
    return [byUser, { kind: 'role', who, isOpen: byOther, roles: rolesNamed(others) }];
  }

  private isOpenTo(somebody: Somebody, trust: Policy = this.trust): Truth {
    return any(WITHOUT_FACTOR.map((factor) => this.told(this.decide(somebody, trust, factor))));
  }

  private decide(
    { kind, arn, account, session }: Somebody,
    trust: Policy,
    factor: 'absent' | readonly string[]
  ): Decision {
    const texts: { readonly [expression: string]: Text } = {
      '${somebody}': arn,
      '${account}': account,
      '${owner}': this.owner.account,
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
      '${userid}': [...(kind === 'user' ? 'AIDA' : 'AROA'), hole(AN_ID)],
    };
    const context: { [key: string]: readonly string[] | 'absent' } = {
      'aws:MultiFactorAuthPresent': factor,
      'aws:MultiFactorAuthAge': 'absent',
      'aws:PrincipalType': [kind === 'user' ? 'User' : 'AssumedRole'],
      'aws:userid': ['${userid}'],
      'aws:ViaAWSService': ['false'],
    };
    for (const key of this.keys) if (OF_PROVIDERS.test(key) || OF_SERVICES.includes(key)) context[key] = 'absent';
    const held: HeldPolicy = { where: 'the trust policy', policy: trust, symbols: this.symbols };
    return evaluate(
      {
        caller: { kind, id: '${somebody}', account: '${account}', session },
        action: 'sts:AssumeRole',
        resource: '*',
        account: '${owner}',
        context,
        symbols: (expression) => texts[expression] ?? [hole(expression)],
      },
      { identity: [unlimited('the policies of somebody')], resource: [held] }
    );
  }

  /** A decision that hangs only on who asks, and how, lets somebody in. */
  private told({ decision, on }: Decision): Truth {
    if (decision !== 'depends') return decision === 'allow' ? YES : NO;
    const unknown = on.filter((id) => !OF_SOMEBODY.includes(id) && !this.free.has(id));
    return unknown.length === 0 ? YES : open(...unknown);
  }

  /** Whether a service or a provider is allowed one of some actions, under whatever conditions. */
  private isAllowed(wanted: readonly string[]): Truth {
    const among = (patterns: readonly string[], action: string): Truth =>
      any(
        patterns.map((pattern) =>
          matches(
            textOf(pattern, { wildcards: true, folds: true, symbols: this.symbols }),
            textOf(action, { folds: true })
          )
        )
      );
    return any(
      this.trust.statements.flatMap(({ effect, actions, notActions }) => {
        const allows = effect === 'Allow' ? YES : effect === 'Deny' ? NO : open(effect);
        const is = (action: string): Truth =>
          notActions.length > 0 ? not(among(notActions, action)) : among(actions, action);
        return wanted.map((action) => all([allows, is(action)]));
      })
    );
  }
}

function unknownWay(who: string): WayIn {
  return { kind: 'user', who, isOpen: open(who) };
}

/** The condition key of a test, and those that its values stand for. */
function keysIn({ operator, key, values }: Condition): string[] {
  if (operator === '?' || key === '?') return [];
  const variables = values.flatMap((value) => [...value.matchAll(/\$\{([a-z0-9-]+:[^,}]*)/gi)]);
  return [key, ...variables.map(([, name]) => name.trim().toLowerCase())];
}

/** Whether a key must be as two conditions ask, which nobody may be able to do: those of one statement, or those of a denial and of another one. */
function isContested(key: string, { statements }: Policy): boolean {
  const asking = statements.map((statement) => ({
    isAllowing: statement.effect === 'Allow',
    times: statement.conditions.filter((condition) => keysIn(condition).includes(key)).length,
  }));
  const total = asking.reduce((sum, { times }) => sum + times, 0);
  return asking.some(({ isAllowing, times }) => times > 1 || (!isAllowing && times > 0 && total > times));
}

/** Twelve digits, or what stands for them. */
function isAccount(text: Text): boolean {
  const [first] = text;
  if (text.length === 1 && isHole(first)) return first.without.includes(':');
  return /^\d{12}$/.test(knownText(text) ?? '');
}

/** The ARN of a principal has five colons: where all of them are written, what is not known holds none. */
function withoutColons(text: Text): Text {
  if (text.filter((token) => token === ':').length !== 5) return text;
  return text.map((token) => (isHole(token) ? { ...token, without: `${token.without}:` } : token));
}

function startsWith(text: Text, start: string): boolean {
  return [...start].every((character, at) => text[at] === character);
}

/** The role of a session, and what the session is called, where that is known. */
function sessionIn(partition: Text, account: Text, name: Text): Pick<Somebody, 'arn' | 'session'> {
  const path = name.slice('assumed-role/'.length);
  const end = path.indexOf('/');
  const role = end < 0 ? path : path.slice(0, end);
  return {
    arn: [...'arn:', ...partition, ...':iam::', ...account, ...':role/', ...role],
    session: end < 0 ? undefined : knownText(path.slice(end + 1)),
  };
}

/** The values of the ARNs that a statement asks callers to have, where it asks for some. */
function callersOf({ conditions }: Statement): readonly string[] | undefined {
  const asked = conditions.filter(
    ({ operator, key }) =>
      key === 'aws:principalarn' && /^(?:foranyvalue:)?(?:arn|string)(?:equals|like)$/i.test(operator)
  );
  return asked.length > 0 ? asked.flatMap(({ values }) => values) : undefined;
}

function isForIdentityCenter(statement: Statement): boolean {
  const callers = statement.effect === 'Deny' ? undefined : callersOf(statement);
  return callers !== undefined && callers.every((arn) => OF_IDENTITY_CENTER.test(arn));
}

/** The roles that conditions name: none where one of the statements names none. */
function rolesNamed(statements: readonly Statement[]): readonly string[] | undefined {
  const named = statements.filter(({ effect }) => effect !== 'Deny').map(callersOf);
  return named.every((callers) => callers !== undefined) ? named.flatMap((callers) => callers ?? []) : undefined;
}
