import { Principal, isEverybody, isOdd } from '../policy';
import { matches } from './match';
import { Symbols, Text, Token, arnParts, hole, holesIn, isHole, textOf } from './text';
import { NO, Truth, YES, all, any, not, open } from './truth';

/** Who makes a request. */
export interface Caller {
  readonly kind: 'user' | 'role' | 'root' | 'service' | 'federated' | 'anonymous';
  /** The ARN of a user, a role or an account's root, the name of a service, the provider of an identity. */
  readonly id: string;
  /** The account of a user, a role or a root. Its ARN says it too. */
  readonly account?: string;
  /** What the session of a role is called. */
  readonly session?: string;
}

/** The caller by the names that policies have for it. */
export interface CallerNames {
  readonly kind: Caller['kind'];
  readonly id: Text;
  readonly account: Text | undefined;
  /** The ARN of a role's session. */
  readonly session: Text;
  /** The ARN that stands for the account. */
  readonly root: Text;
}

export function namesOf(caller: Caller, symbols?: Symbols): CallerNames {
  const id = textOf(caller.id, { symbols });
  const parts = arnParts(id);
  const isOfAccount = caller.kind === 'user' || caller.kind === 'role' || caller.kind === 'root';
  const told = caller.account === undefined ? parts?.[4] : textOf(caller.account, { symbols });
  const account = isOfAccount ? (told ?? [hole(`the account of ${caller.id}`, ':/')]) : undefined;
  const partition = parts?.[1] ?? [hole('the partition', ':/')];
  const root = [...'arn:', ...partition, ...':iam::', ...(account ?? []), ...':root'];
  return { kind: caller.kind, id, account, session: sessionOf(caller, parts), root };
}

function sessionOf({ id, session }: Caller, parts: readonly Text[] | undefined): Text {
  const name = session === undefined ? [hole(`the session of ${id}`, ':/')] : [...session];
  if (!parts) return [hole(`the ARN of a session of ${id}`)];
  const path = parts[5];
  const role = path.slice(path.lastIndexOf('/') + 1);
  const sts = [...parts.slice(0, 2), [...'sts'], ...parts.slice(3, 5)];
  return [...sts.flatMap((part): Token[] => [...part, ':']), ...'assumed-role/', ...role, '/', ...name];
}

/** How a statement names a caller. What it lets the account do, the account must hand on by its own policies. */
export interface Naming {
  /** Everybody, the user, the session of the role, the service: not narrowed by the caller's own policies in one account. */
  readonly direct: Truth;
  /** The role, whose sessions a boundary narrows. */
  readonly role: Truth;
  readonly account: Truth;
}

const NOBODY: Naming = { direct: NO, role: NO, account: NO };

/** How principals name a caller. */
export function namingOf(principals: readonly Principal[], caller: CallerNames, symbols?: Symbols): Naming {
  const namings = principals.map((principal) => namedBy(principal, caller, symbols));
  return {
    direct: any(namings.map(({ direct }) => direct)),
    role: any(namings.map(({ role }) => role)),
    account: any(namings.map(({ account }) => account)),
  };
}

function namedBy(principal: Principal, caller: CallerNames, symbols?: Symbols): Naming {
  if (isEverybody(principal)) return { ...NOBODY, direct: YES };
  const { type, id } = principal;
  if (isOdd(principal)) return { ...NOBODY, direct: open(id) };
  const text = textOf(id, { symbols });
  if (type === 'AWS') return namedByArn(text, caller);
  if (type === 'Service') return { ...NOBODY, direct: caller.kind === 'service' ? matches(text, caller.id) : NO };
  if (type === 'Federated') return { ...NOBODY, direct: caller.kind === 'federated' ? matches(text, caller.id) : NO };
  return { ...NOBODY, direct: caller.account === undefined ? NO : open(`the canonical user ${id}`) };
}

function namedByArn(text: Text, caller: CallerNames): Naming {
  const { kind, account } = caller;
  const everybody = mayBeEverybody(text) ? open(...holesIn(text)) : NO;
  if (account === undefined) return { ...NOBODY, direct: everybody };
  const role = kind === 'role' ? matches(text, caller.id) : NO;
  const named = any([matches(text, caller.root), matches(text, account)]);
  // One text names one principal.
  if (role.is === 'yes') return { ...NOBODY, role };
  if (named.is === 'yes') return { ...NOBODY, account: named };
  return {
    direct: any([kind === 'role' ? matches(text, caller.session) : matches(text, caller.id), everybody]),
    role,
    account: named,
  };
}

/** Whether a text may turn out to be `*`. */
function mayBeEverybody(text: Text): boolean {
  return text.length > 0 && text.every((token) => isHole(token) && !token.without.includes('*'));
}

/**
 * Whether a denial of all but some principals hits a caller. Account, role and session must all be among them, and who has a
 * permissions boundary is always hit.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function isOutside(
  spared: readonly Principal[],
  caller: CallerNames,
  hasBoundary: boolean,
  symbols?: Symbols
): Truth {
  if (spared.some(isEverybody)) return NO;
  const { direct, role, account } = namingOf(spared, caller, symbols);
  const isSpared = any([direct, role, account]);
  if (isSpared.is === 'no') return YES;
  if (hasBoundary) return caller.account === undefined ? open('NotPrincipal') : YES;
  const needed =
    caller.kind === 'role' ? [direct, role, account] : caller.kind === 'user' ? [direct, account] : [isSpared];
  const listed = all(needed);
  // AWS says what to list, and not what happens to whom is listed in part.
  return listed.is === 'no' ? open('NotPrincipal') : not(listed);
}
