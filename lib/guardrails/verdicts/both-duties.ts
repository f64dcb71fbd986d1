import { ChainedAccess, DutyHolders } from '../../aws/iam/access/role-chains';
import { Access } from '../../aws/iam/access/who-can';
import { Verdict, undetermined, violated } from '../rule';

/** Somebody who has two duties, and how he comes to each. */
interface Both {
  readonly one: Access;
  readonly other: Access;
}

/** What two duties are called in a message: `use the key to derive tokens`. */
export interface Named {
  readonly one: string;
  readonly other: string;
}

/**
 * The verdict where somebody may have two duties that are to be apart: violated where he certainly has, else open. `undefined` where nobody has both.
 *
 * @param isMeant whom the rule speaks of, of the roles and users of the model
 */
export function bothDuties(
  one: DutyHolders,
  other: DutyHolders,
  named: Named,
  isMeant: (access: ChainedAccess) => boolean = () => true
): Verdict | undefined {
  const all = [...ofModel(one, other, isMeant), ...ofOthers(one, other)];
  const certain = all.find((both) => both.one.decision === 'allow' && both.other.decision === 'allow');
  if (certain)
    return violated(
      `${certain.one.who} may ${shown(named.one, certain.one)}, and ${shown(named.other, certain.other)}`
    );
  if (all.length === 0) return undefined;
  const [open] = all;
  const on = [...new Set([...open.one.on, ...open.other.on])];
  return undetermined(
    `whether ${open.one.who} may ${shown(named.one, open.one)}, and ${shown(named.other, open.other)}, hangs on ${listed(on)}`
  );
}

function ofModel(one: DutyHolders, other: DutyHolders, isMeant: (access: ChainedAccess) => boolean): Both[] {
  return [...one.own].flatMap(([principal, access]) => {
    const also = other.own.get(principal);
    return also && isMeant(access) && isMeant(also) ? [{ one: access, other: also }] : [];
  });
}

const EVERYBODY = ['everybody', 'every account'];

/** Anyone who is allowed somewhere is among everybody elsewhere. */
function ofOthers(one: DutyHolders, other: DutyHolders): Both[] {
  return [...one.others.values()].flatMap((access) => {
    if (isService(access)) return [];
    const also = [...other.others.values()].filter((another) => !isService(another));
    const same = also.find(({ who }) => who === access.who) ?? also.find(({ who }) => EVERYBODY.includes(who));
    if (same) return [{ one: access, other: same }];
    return EVERYBODY.includes(access.who) && also.length > 0
      ? [{ one: { ...access, who: also[0].who }, other: also[0] }]
      : [];
  });
}

function isService({ outsider }: Access): boolean {
  return outsider?.kind === 'service';
}

function shown(what: string, access: Access): string {
  const { through = [] } = access as Partial<ChainedAccess>;
  return through.length === 0 ? what : `${what} (by assuming ${through.map(({ address }) => address).join(', then ')})`;
}

const MOST = 3;

/** What something hangs on, in a message. */
export function listed(on: readonly string[]): string {
  const shownOn = on.slice(0, MOST).join(', ');
  return on.length > MOST ? `${shownOn} and ${on.length - MOST} more` : shownOn || 'what nobody can read';
}
