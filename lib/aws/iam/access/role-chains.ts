import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Decision } from '../evaluation/evaluate';
import { Question } from './ask';
import { Principal } from './holders';
import { Access, foreignAccess, ownAccess } from './who-can';

/** How many roles somebody assumes one after the other, at most, for what is followed. */
const MAX_STEPS = 3;

/** What somebody can do, perhaps by the roles that he assumes before. */
export interface ChainedAccess extends Access {
  /** The roles, in the order in which they are assumed. None for what he can do himself. */
  readonly through: readonly Resource[];
}

const ASSUMING = new Memo<readonly Access[]>();

/** The roles and users of the model that can assume a role, or perhaps can. */
function whoCanAssume(model: Model, role: Resource): readonly Access[] {
  return ASSUMING.of(role, () => ownAccess(model, { action: 'sts:AssumeRole', resource: role, isBest: true }));
}

/** The roles and users of the model that can do something themselves, or by the roles that they can assume. Each is listed by the shortest certain way, else by the shortest. */
export function chainedAccess(model: Model, question: Question): readonly ChainedAccess[] {
  const found = new Map<Principal, ChainedAccess>();
  let level: readonly ChainedAccess[] = ownAccess(model, question).map((access) => ({ ...access, through: [] }));
  for (let step = 0; level.length > 0 && step <= MAX_STEPS; step++) {
    const fresh = level.filter(({ principal, decision }) => {
      const known = found.get(principal!);
      return known === undefined || (known.decision === 'depends' && decision === 'allow');
    });
    for (const access of fresh) {
      const known = found.get(access.principal!);
      if (known?.decision !== 'allow') found.set(access.principal!, access);
    }
    level = step === MAX_STEPS ? [] : fresh.flatMap((access) => assumersOf(model, access));
  }
  return [...found.values()];
}

function assumersOf(model: Model, access: ChainedAccess): readonly ChainedAccess[] {
  const role = access.principal!.of;
  if ('by' in role || role.type !== 'aws_iam_role') return [];
  return whoCanAssume(model, role).map((assuming) => ({
    ...both(assuming, access),
    who: assuming.who,
    principal: assuming.principal,
    isOutside: false,
    through: [role, ...access.through],
  }));
}

/** What holds where one thing is done by the rights of another. */
function both(one: Decision, other: Decision): Decision {
  const isCertain = one.decision === 'allow' && other.decision === 'allow';
  return {
    decision: isCertain ? 'allow' : 'depends',
    on: [...new Set([...one.on, ...other.on])].sort(),
    because: [...one.because, ...other.because],
  };
}

/** A duty: any of some actions on a resource, or on what it holds. */
export interface Duty {
  readonly asks: readonly Pick<Question, 'action' | 'part' | 'path'>[];
  readonly resource: Resource;
}

/** Who has a duty, himself or by the roles that he can assume, at his best request, and whom the policy of the resource names besides. */
export interface DutyHolders {
  readonly own: ReadonlyMap<Principal, ChainedAccess>;
  readonly others: ReadonlyMap<string, Access>;
}

export function holdersOf(model: Model, { asks, resource }: Duty): DutyHolders {
  const own = new Map<Principal, ChainedAccess>();
  const others = new Map<string, Access>();
  for (const asked of asks) {
    const question: Question = { ...asked, resource, isBest: true };
    for (const access of chainedAccess(model, question)) better(own, access.principal!, access);
    for (const access of foreignAccess(model, question)) better(others, access.who, access);
  }
  return { own, others };
}

function better<K, A extends Access>(found: Map<K, A>, key: K, access: A): void {
  if (found.get(key)?.decision !== 'allow') found.set(key, access);
}
