import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Choice, NOTHING_ASSUMED, inWorld, noting } from '../../../terraform/worlds';
import { noteHolders } from '../access/carriers';
import { PrincipalPolicy } from '../access/holders';
import { placesOf } from '../access/rights';
import { Statement } from '../policy';
import { Actor, actorsOf } from './actors';
import { CANNOT, Can, Context, canAt, canOn, either, placesIn } from './decide';
import { hangingOn } from './hanging';
import { ASSUME } from './ways';

/** A right that a user or the members of a group have without a second factor, or perhaps have. */
export interface Unasked {
  readonly action: string;
  /** The policy that allows it. */
  readonly where: string;
  readonly can: Can;
}

/** What somebody needs to set up a second factor, and what every session may do. */
const SETTING_UP =
  /^(?:iam:(?:changepassword|createvirtualmfadevice|deletevirtualmfadevice|enablemfadevice|getaccountpasswordpolicy|getaccountsummary|getmfadevice|getuser|listaccountaliases|listmfadevices|listusers|listvirtualmfadevices|resyncmfadevice)|sts:(?:getcalleridentity|getsessiontoken))$/;

/** What AWS tells of a request without a second factor: nothing, as with an access key, or that there was none. */
const WITHOUT: readonly Context[] = ['absent' as const, ['false']].map((present) => ({
  'aws:MultiFactorAuthPresent': present,
  'aws:MultiFactorAuthAge': 'absent',
}));

/** What all users and groups of a model have without a second factor. */
export interface WithoutFactor {
  readonly of: ReadonlyMap<Resource, readonly Unasked[]>;
  /** Something that only a plan can tell, and that may give any of them more. */
  readonly hangsOn: Choice | undefined;
}

const UNASKED = new Memo<WithoutFactor>();

/** The rights that the users and groups of a model have without a second factor: of each the first that is certain, else the first that is open. */
export function rightsWithoutFactor(model: Model): WithoutFactor {
  return UNASKED.of(model, () =>
    inWorld(NOTHING_ASSUMED, () => {
      const { value: of, choices } = noting(() => read(model));
      return { of, hangsOn: hangingOn(choices) };
    })
  );
}

function read(model: Model): ReadonlyMap<Resource, readonly Unasked[]> {
  noteHolders(model);
  const all = actorsOf(model).filter(({ kind }) => kind === 'user' || kind === 'group');
  const found = new Map<Resource, readonly Unasked[]>();
  for (const holder of all) {
    if (!holder.of) continue;
    const own =
      holder.kind === 'group' ? holder.identity : holder.identity.filter((held) => !isOfGroups(all, holder, held));
    // What denies it to the members of a group may be of another group that they are in.
    const members =
      holder.kind === 'group' ? all.filter((one) => one.kind === 'user' && one.groups.includes(holder.of!)) : [];
    const asking = members.length > 0 ? members : [holder];
    found.set(
      holder.of,
      own.flatMap((held) => asking.flatMap((actor) => unaskedIn(model, actor, held)))
    );
  }
  return found;
}

function isOfGroups(all: readonly Actor[], user: Actor, held: PrincipalPolicy): boolean {
  return all.some(({ kind, of, identity }) => kind === 'group' && user.groups.includes(of!) && identity.includes(held));
}

function unaskedIn(model: Model, actor: Actor, held: PrincipalPolicy): readonly Unasked[] {
  const { policy, where } = held;
  if (policy === undefined) return [];
  const unread = (on: string): Unasked => ({ action: 'what it allows', where, can: { is: 'open', on: [on] } });
  if (!('statements' in policy)) {
    // What denies everything without a factor denies what nobody read as well.
    const every = canWithout((context) => canAt(model, actor, 'toms:Anything', 'arn:aws:toms:::x', context));
    return every.is === 'no' && deniesSomething(actor) ? [] : [unread('unknown' in policy ? policy.unknown : where)];
  }
  const found = policy.statements.flatMap((statement) =>
    statement.effect === 'Deny' ? [] : unaskedBy(model, actor, held, statement)
  );
  return policy.complete ? found : [...found, unread(policy.missing ?? where)];
}

function deniesSomething({ identity }: Actor): boolean {
  return identity.some(
    ({ policy }) =>
      policy &&
      'statements' in policy &&
      policy.statements.some(
        ({ effect, conditions, notActions, actions, resources }) =>
          effect === 'Deny' &&
          resources.includes('*') &&
          (notActions.length > 0 || actions.includes('*')) &&
          conditions.some(({ key }) => key === 'aws:multifactorauthpresent')
      )
  );
}

function unaskedBy(model: Model, actor: Actor, held: PrincipalPolicy, statement: Statement): readonly Unasked[] {
  const patterns = statement.notActions.length > 0 ? ['toms:Anything'] : statement.actions;
  for (const pattern of patterns.filter((one) => !SETTING_UP.test(one.toLowerCase()))) {
    const action = concrete(pattern);
    const can =
      action.toLowerCase() === ASSUME.toLowerCase()
        ? assumes(model, actor, held, statement)
        : placesIn(statement, held, generic(action)).reduce(
            (best, place) =>
              either(
                best,
                canWithout((context) => canAt(model, actor, action, place.text, context, place.from))
              ),
            CANNOT
          );
    if (can.is !== 'no') return [{ action: pattern, where: held.where, can }];
  }
  return [];
}

/** Of roles the trust policy may ask for the second factor. */
function assumes(model: Model, actor: Actor, held: PrincipalPolicy, statement: Statement): Can {
  const { targets, isWide } = placesOf(model, held.from, statement);
  const wide = (isWide ? placesIn(statement, held, generic('iam:role')) : []).map((place) =>
    canWithout((context) => canAt(model, actor, ASSUME, place.text, context, place.from))
  );
  const named = targets.map((role) => canWithout((context) => canOn(model, actor, ASSUME, role, context)));
  return [...wide, ...named].reduce(either, CANNOT);
}

function canWithout(ask: (context: Context) => Can): Can {
  return WITHOUT.map(ask).reduce(either, CANNOT);
}

/** An action that a pattern stands for. */
function concrete(pattern: string): string {
  return pattern === '*' ? 'toms:Anything' : pattern.replace(/[*?]/g, 'x');
}

function generic(action: string): string {
  const service = action.slice(0, action.indexOf(':'));
  return service === 'iam'
    ? 'arn:${partition}:iam::${account}:role/toms'
    : `arn:\${partition}:${service}:\${region}:\${account}:toms`;
}
