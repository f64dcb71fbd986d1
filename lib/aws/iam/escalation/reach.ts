import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Choice, NOTHING_ASSUMED, inWorld, noting } from '../../../terraform/worlds';
import { Actor, actorsOf, administers, isBound, mayEscalate } from './actors';
import { CANNOT, Can, Context, both, canAt, canOn, either, placesFor } from './decide';
import { Edges, hasRight } from './edges';
import { hangingOn } from './hanging';
import { CHANGING, MAKING, Needed, UNBINDING } from './ways';

/** One step on the way to the rights of an administrator. */
export interface Step {
  readonly who: string;
  /** What the step takes. Nothing where it is an administrator. */
  readonly by?: string;
}

/** How somebody comes to the rights of an administrator: a step, and how those go on to whom it leads. Chains share their ends, or a long one would take a copy of itself for each principal in it. */
export interface Reach {
  readonly isCertain: boolean;
  readonly step: Step;
  readonly rest: Reach | undefined;
  /** How many steps it has. */
  readonly length: number;
  /** The last steps of it, up to `MOST_LAST`. */
  readonly last: readonly Step[];
  /** What it hangs on, where it is not certain: the first of it, up to `MOST_ON`. */
  readonly on: readonly string[];
}

/** How many steps at the end of a path a reach keeps at hand. */
export const MOST_LAST = 3;

/** How much of what a path hangs on is kept: one more than a message names. */
export const MOST_ON = 4;

/** The steps of a path, from the first on. */
export function* stepsOf(reach: Reach): Generator<Step> {
  for (let at: Reach | undefined = reach; at; at = at.rest) yield at.step;
}

/** What is known of an actor. */
export interface Standing {
  /** Whether it is an administrator by its own policies, for certain or on a condition. */
  readonly isAdministrator: boolean;
  readonly reach: Reach | undefined;
  readonly unread: string | undefined;
}

/** How all actors of a model stand. */
export interface Standings {
  readonly of: ReadonlyMap<Resource, Standing>;
  /** Something that only a plan can tell, and that may open a way for any of them. */
  readonly hangsOn: Choice | undefined;
}

const STANDINGS = new Memo<Standings>();

/** How the roles, users, groups and permission sets of a model stand to the rights of an administrator. */
export function standingsOf(model: Model): Standings {
  // The ways of all are read at once, and once only: what they hang on is told, and not tried.
  return STANDINGS.of(model, () =>
    inWorld(NOTHING_ASSUMED, () => {
      const { value: of, choices } = noting(() => readStandings(model));
      return { of, hangsOn: hangingOn(choices) };
    })
  );
}

/** The types of principals that a configuration declares. */
export const ACTOR_TYPES: readonly string[] = [
  'aws_iam_group',
  'aws_iam_role',
  'aws_iam_user',
  'aws_ssoadmin_permission_set',
];

const HARMLESS: Standing = { isAdministrator: false, reach: undefined, unread: undefined };

/** How an actor goes on: to itself as an administrator, or to another actor. */
interface Found {
  readonly by: string | undefined;
  readonly to: Actor | undefined;
  readonly can: Can;
}

function readStandings(model: Model): ReadonlyMap<Resource, Standing> {
  const standings = new Map<Resource, Standing>();
  if (!mayEscalate(model)) {
    for (const one of ACTOR_TYPES.flatMap((type) => model.present(type))) standings.set(one, HARMLESS);
    return standings;
  }
  const actors = actorsOf(model);
  const search = new Search(model, actors);
  for (const actor of actors) {
    if (actor.of) standings.set(actor.of, search.standingOf(actor));
  }
  return standings;
}

/** Goes backwards from those who have every right, so that each principal is looked at once. */
class Search {
  private readonly edges: Edges;
  private readonly administrators = new Map<Actor, 'yes' | 'open'>();
  private readonly certain = new Map<Actor, Found>();
  private readonly perhaps = new Map<Actor, Found>();
  private readonly reaches = new Map<Actor, Reach>();

  constructor(
    private readonly model: Model,
    actors: readonly Actor[]
  ) {
    this.edges = new Edges(model, actors);
    const unread: Actor[] = [];
    for (const actor of actors) {
      const administrator = administers(actor);
      if (administrator !== 'no') this.administrators.set(actor, administrator);
      else if (actor.unread !== undefined) unread.push(actor);
      const own = administrator === 'no' ? this.byItself(actor) : undefined;
      if (administrator === 'yes') this.certain.set(actor, { by: undefined, to: undefined, can: CERTAIN });
      else if (own?.can.is === 'yes') this.certain.set(actor, own);
      else if (administrator === 'open') this.perhaps.set(actor, { by: undefined, to: undefined, can: ON_CONDITION });
      else if (own) this.perhaps.set(actor, own);
    }
    this.followCertain();
    for (const actor of unread) {
      if (!this.certain.has(actor) && !this.perhaps.has(actor)) {
        this.perhaps.set(actor, { by: undefined, to: undefined, can: { is: 'open', on: [actor.unread!] } });
      }
    }
    this.followPerhaps();
  }

  public standingOf(actor: Actor): Standing {
    const isAdministrator = this.administrators.has(actor);
    const found = this.certain.get(actor) ?? this.perhaps.get(actor);
    const reach = found && (found.by !== undefined || isAdministrator) ? this.reachOf(actor) : undefined;
    const spent = this.edges.isSpent ? 'all of what principals may do to each other, which is too much' : undefined;
    return { isAdministrator, reach, unread: actor.unread ?? spent };
  }

  /** Each principal leads to one other, so that what is known of that one is all of the rest. */
  private reachOf(from: Actor): Reach | undefined {
    const ahead: { readonly actor: Actor; readonly found: Found }[] = [];
    let reach: Reach | undefined;
    for (let actor: Actor | undefined = from; actor;) {
      reach = this.reaches.get(actor);
      const found: Found | undefined = this.certain.get(actor) ?? this.perhaps.get(actor);
      if (reach || !found) break;
      ahead.push({ actor, found });
      actor = found.to;
    }
    for (const { actor, found } of ahead.reverse()) this.reaches.set(actor, (reach = reachBy(actor, found, reach)));
    return reach;
  }

  private followCertain(): void {
    const queue = [...this.certain.keys()];
    for (const target of queue) {
      for (const { from, by, can } of this.edges.into(target, (actor) => !this.certain.has(actor))) {
        if (can.is === 'yes' && !this.certain.has(from)) {
          this.certain.set(from, { by, to: target, can });
          queue.push(from);
        } else if (!this.perhaps.has(from)) this.perhaps.set(from, { by, to: target, can });
      }
    }
    for (const actor of this.certain.keys()) this.perhaps.delete(actor);
  }

  private followPerhaps(): void {
    const queue = [...this.perhaps.keys()];
    const isOpen = (actor: Actor): boolean => !this.certain.has(actor) && !this.perhaps.has(actor);
    for (const target of queue) {
      for (const { from, by, can } of this.edges.into(target, isOpen)) {
        if (!isOpen(from)) continue;
        this.perhaps.set(from, { by, to: target, can });
        queue.push(from);
      }
    }
  }

  /** Whether an actor may give itself every right, or make somebody with every right and act as him. */
  private byItself(actor: Actor): Found | undefined {
    let best: Found | undefined;
    for (const { by, can } of this.ownWays(actor)) {
      if (can.is !== 'no' && (best === undefined || (best.can.is === 'open' && can.is === 'yes'))) {
        best = { by, to: undefined, can };
      }
      if (best?.can.is === 'yes') return best;
    }
    return best;
  }

  private *ownWays(actor: Actor): Generator<{ readonly by: string; readonly can: Can }> {
    yield* this.changes(actor);
    yield* this.unbinds(actor);
    yield* this.makes(actor);
    yield* this.changesOthers(actor);
  }

  /** Gives every right to a role or a user that it names, and acts as that one. */
  private *changesOthers(actor: Actor): Generator<{ readonly by: string; readonly can: Can }> {
    const changing: readonly string[] = [...CHANGING.aws_iam_role, ...CHANGING.aws_iam_user];
    for (const { actions, places } of actor.rights) {
      for (const action of actions.filter((one) => changing.includes(one))) {
        for (const target of places.targets) {
          const other = target === actor.of ? undefined : this.edges.actorOf(target);
          if (!other?.of || isBound(other.boundary) || !action.toLowerCase().includes(other.kind)) continue;
          const change = canOn(this.model, actor, action, other.of, contextOf(action));
          if (change.is === 'no') continue;
          for (const edge of this.edges.into(other, (one) => one === actor)) {
            yield { by: `${action} and ${edge.by} on ${other.who}`, can: both(change, edge.can) };
          }
        }
      }
    }
  }

  private *changes(actor: Actor): Generator<{ readonly by: string; readonly can: Can }> {
    // A boundary stays, whatever policies say.
    if (isBound(actor.boundary)) return;
    const own = actor.kind === 'permission set' || !actor.of ? [] : [actor.of];
    const policies = actor.identity.flatMap(({ from }) => (from?.type === 'aws_iam_policy' ? [from] : []));
    for (const resource of [...own, ...actor.groups, ...new Set(policies)]) {
      for (const action of CHANGING[resource.type as keyof typeof CHANGING] ?? []) {
        if (!hasRight(actor, action)) continue;
        const whom = resource === actor.of ? 'itself' : resource.address;
        yield { by: `${action} on ${whom}`, can: canOn(this.model, actor, action, resource, contextOf(action)) };
      }
    }
  }

  private *unbinds(actor: Actor): Generator<{ readonly by: string; readonly can: Can }> {
    const { of, boundary, kind } = actor;
    if (!of || !isBound(boundary) || kind === 'group' || kind === 'permission set') return;
    if (administers({ ...actor, boundary: [] }) === 'no') return;
    for (const action of UNBINDING[kind]) {
      if (hasRight(actor, action)) yield { by: `${action} on itself`, can: canOn(this.model, actor, action, of) };
    }
  }

  private *makes(actor: Actor): Generator<{ readonly by: string; readonly can: Can }> {
    for (const { path, needs } of MAKING) {
      if (!needs.every((some) => some.some((action) => hasRight(actor, action)))) continue;
      yield this.make(actor, path, needs);
    }
  }

  /** All of it has to be allowed on the same new principal. */
  private make(actor: Actor, path: string, needs: Needed): { readonly by: string; readonly can: Can } {
    const [[create], ...others] = needs;
    let best = { by: create, can: CANNOT };
    for (const { text, from } of placesFor(actor, create, `${path}toms`)) {
      let can = canAt(this.model, actor, create, text, contextOf(create), from);
      const by = [create];
      for (const some of others) {
        const found = some
          .filter((action) => hasRight(actor, action))
          .map((action) => ({ action, can: canAt(this.model, actor, action, text, contextOf(action), from) }))
          .reduce((one, other) => (either(one.can, other.can) === one.can ? one : other), { action: '', can: CANNOT });
        can = both(can, found.can);
        by.push(found.action);
      }
      if (either(best.can, can) !== best.can) best = { by: by.join(' + '), can };
    }
    return best;
  }
}

function reachBy({ who }: Actor, { by, can }: Found, rest: Reach | undefined): Reach {
  const step: Step = { who, by };
  const last = rest?.last ?? [];
  return {
    isCertain: can.is === 'yes' && rest?.isCertain !== false,
    step,
    rest,
    length: 1 + (rest?.length ?? 0),
    last: last.length < MOST_LAST ? [step, ...last] : last,
    on: [...new Set([...can.on, ...(rest?.on ?? [])])].slice(0, MOST_ON),
  };
}

const CERTAIN: Can = { is: 'yes', on: [] };
const ON_CONDITION: Can = { is: 'open', on: ['the condition or the boundary of its rights'] };

/** What is asked: that somebody gets every right, without a boundary. */
function contextOf(action: string): Context {
  const policy: Context = action.startsWith('iam:Attach')
    ? { 'iam:PolicyARN': ['arn:aws:iam::aws:policy/AdministratorAccess'] }
    : {};
  return /Role|User/.test(action) ? { ...policy, 'iam:PermissionsBoundary': 'absent' } : policy;
}
