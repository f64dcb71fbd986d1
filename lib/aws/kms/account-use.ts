import { Policy, Principal, Statement, isEverybody } from '../iam/policy';
import { allowsAction } from '../iam/statements';
import { USES, isAccount } from './duties';

const GRANT = 'kms:CreateGrant';

/** What uses a key, or passes its use on. */
const USES_OR_GRANTS = [...USES, GRANT];

/** Conditions on who somebody is or whom he acts for, beside the account. */
const WHO = /^aws:(?:principal(?:arn|tag\/)|userid$|username$|source|federatedprovider$)/;

const OF_ACCOUNT = /^(?:kms:calleraccount|aws:principalaccount)$/;

/** Conditions that limit the way in which an account uses a key, or to what its grants are for. */
const LIMITS = /^kms:(?:viaservice|grant|encryptioncontext)/;

/**
 * An action that a key policy lets everyone of an account take, who then needs no policy of his own: `Principal` `*`, narrowed to the account only.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account
 */
export function useByEveryone({ statements }: Policy): string | undefined {
  const open = statements.filter(({ effect, principals, conditions }) => {
    const isOfAccount = conditions.some(({ key }) => OF_ACCOUNT.test(key));
    return (
      effect === 'Allow' && principals.some(isEverybody) && isOfAccount && !conditions.some(({ key }) => WHO.test(key))
    );
  });
  return USES_OR_GRANTS.find((action) => open.some((statement) => allowsAction(statement, action)));
}

/** A way in which services use a key for somebody. */
const BY_SERVICES = 'kms:viaservice';

/** A limit that a key policy sets for its account, and that another statement of it undoes. */
export interface UndoneLimit {
  readonly action: string;
  /** What the other statement lets the account take in every way: the same, or the use that a grant is of. */
  readonly undoneBy: string;
  /** The condition key of the limit. */
  readonly limit: string;
}

/**
 * The first action that one statement lets the account take in some way only, and another one in every way. Grants through services only are no limit where
 * the account uses the key directly: who decrypts needs no grant to hand on what he reads.
 */
export function undoneLimit({ statements }: Policy): UndoneLimit | undefined {
  const allowing = statements.filter(({ effect }) => effect === 'Allow');
  const unlimited = allowing.filter(
    ({ principals, conditions }) => conditions.length === 0 && principals.some(isAccount)
  );
  if (unlimited.length === 0) return undefined;
  for (const statement of allowing) {
    const limits = statement.conditions.map(({ key }) => key).filter((key) => LIMITS.test(key));
    if (limits.length === 0) continue;
    const others = unlimited.filter((other) =>
      other.principals.some((one) => isAccount(one) && isAmong(one, statement))
    );
    const action = USES_OR_GRANTS.find(
      (one) => allowsAction(statement, one) && others.some((other) => allowsAction(other, one))
    );
    if (action !== undefined) return { action, undoneBy: action, limit: limits[0] };
    if (!limits.includes(BY_SERVICES) || !allowsAction(statement, GRANT)) continue;
    const use = USES.find((one) => others.some((other) => allowsAction(other, one)));
    if (use !== undefined) return { action: GRANT, undoneBy: use, limit: BY_SERVICES };
  }
  return undefined;
}

function isAmong({ id }: Principal, { principals }: Statement): boolean {
  return principals.some((one) => one.id === id);
}

/** Whether an action is that of making grants by its name, and not all that creates something: `kms:CreateGrant`, `kms:*Grant`. */
export function isOfGrants(action: string): boolean {
  return /^kms:(?:createg|\*grant)/i.test(action);
}

/** Whether a statement lets somebody of an account make grants, and for whom he likes. */
export function makesAnyGrant({ effect, actions, principals, conditions }: Statement): boolean {
  return (
    effect !== 'Deny' &&
    actions.some(isOfGrants) &&
    principals.some(({ type }) => type !== 'Service') &&
    !conditions.some(({ key }) => key.startsWith('kms:grant'))
  );
}
