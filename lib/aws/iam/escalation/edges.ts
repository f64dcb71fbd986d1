import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { canonical, targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { items } from '../../../terraform/value';
import { matchesWildcards } from '../../wildcards';
import { symbolsOf } from '../access/symbols';
import { knownText, textOf } from '../evaluation/text';
import { Principal, isEverybody, isOdd, isOpen as isOpenText, readPolicy } from '../policy';
import { Actor } from './actors';
import { CANNOT, Can, Context, both, canAssume, canAssumeOwn, canAt, canOn, canSomewhere, either } from './decide';
import { HoldersByRight, put } from './holders-by-right';
import { ASSUME, CARRIER_WAYS, CREDENTIALS, CarrierWay, JOIN, Needed, PASS, PASSING_WAYS, TRUST } from './ways';

/** That somebody may act as somebody else, and how. */
export interface Edge {
  readonly from: Actor;
  readonly by: string;
  readonly can: Can;
}

const ANY: Context = { 'iam:PermissionsBoundary': 'absent' };

/** What carries a role and does what somebody tells it. */
interface Carried {
  readonly carrier: Resource;
  readonly way: CarrierWay;
}

/** The edges of a model, found from their ends: who may act as one principal. */
export class Edges {
  private readonly holders: HoldersByRight;
  /** How often somebody was asked about. More than some times is too much to tell. */
  private asked = 0;
  private readonly mostAsked: number;
  private readonly byName = new Map<string, Actor[]>();
  private readonly byResource = new Map<Resource, Actor>();
  private readonly somewhere = new Memo<Map<string, Can>>();
  private carriers: ReadonlyMap<Resource, readonly Carried[]> | undefined;
  private profiles: ReadonlyMap<Resource, readonly Resource[]> | undefined;

  constructor(
    private readonly model: Model,
    actors: readonly Actor[]
  ) {
    this.holders = new HoldersByRight(actors);
    this.mostAsked = MOST_ASKED + actors.length * MOST_ASKED_EACH;
    for (const actor of actors) {
      if (actor.of) this.byResource.set(canonical(actor.of), actor);
      const { id } = actor.asker;
      const name = knownText(id.slice(id.lastIndexOf('/') + 1));
      if (name !== undefined) put(this.byName, name, actor);
    }
  }

  /** Whether too much was asked to tell the rest. */
  public get isSpent(): boolean {
    return this.asked > this.mostAsked;
  }

  private can(ask: () => Can): Can {
    return ++this.asked > this.mostAsked ? CANNOT : ask();
  }

  /** The actor that a resource is. */
  public actorOf(resource: Resource): Actor | undefined {
    return this.byResource.get(canonical(resource));
  }

  /**
   * Who may act as somebody, or perhaps may.
   *
   * @param isOpen of whom it is still to be told
   */
  public into(target: Actor, isOpen: (actor: Actor) => boolean): readonly Edge[] {
    const { of, kind } = target;
    if (!of) return [];
    const asked = (action: string): readonly Actor[] =>
      this.holders.of(action, of).filter((actor) => actor !== target && isOpen(actor));
    if (kind === 'user') {
      return CREDENTIALS.flatMap((action) =>
        this.edges(asked(action), action, (actor) => canOn(this.model, actor, action, of))
      );
    }
    if (kind === 'group') {
      const users = asked(JOIN).filter((actor) => actor.kind === 'user');
      return this.edges(users, JOIN, (actor) => canOn(this.model, actor, JOIN, of));
    }
    return kind === 'role' ? this.intoRole(of, isOpen, asked) : [];
  }

  private intoRole(
    role: Resource,
    isOpen: (actor: Actor) => boolean,
    asked: (action: string) => readonly Actor[]
  ): readonly Edge[] {
    const { services, assuming } = this.trusted(role);
    const assumers =
      assuming === 'any' ? asked(ASSUME) : assuming.filter((actor) => actor.of !== role && isOpen(actor));
    return [
      ...this.edges(assumers, ASSUME, (actor) => canOn(this.model, actor, ASSUME, role)),
      ...this.edges(asked(TRUST), TRUST, (actor) =>
        both(canOn(this.model, actor, TRUST, role), canAssumeOwn(this.model, actor))
      ),
      ...this.byPassing(role, services, asked(PASS)),
      ...(this.carriersOf().get(role) ?? []).flatMap((carried) => this.byCarrier(carried, isOpen)),
    ];
  }

  private edges(actors: readonly Actor[], by: string, can: (actor: Actor) => Can): readonly Edge[] {
    return [...new Set(actors)].flatMap((from) => {
      const found = this.can(() => can(from));
      return found.is === 'no' ? [] : [{ from, by, can: found }];
    });
  }

  private byPassing(role: Resource, services: readonly string[], passers: readonly Actor[]): readonly Edge[] {
    if (passers.length === 0) return [];
    return PASSING_WAYS.filter(({ service }) => services.includes(service)).flatMap(({ service, needs, byProfile }) => {
      const running = passers.filter((actor) => this.hasAll(actor, needs) && mayPassTo(actor, service));
      if (running.length === 0) return [];
      let trust = canAssume(this.model, service, role);
      if (byProfile && !this.profilesOf().has(role)) trust = both(trust, NO_PROFILE);
      if (trust.is === 'no') return [];
      return running.flatMap((from): Edge[] => {
        const passes = this.can(() => canOn(this.model, from, PASS, role, { 'iam:PassedToService': [service] }));
        if (passes.is === 'no') return [];
        const { can, by } = this.allOf(from, needs, (action) => this.canSomewhere(from, action));
        const whole = both(both(passes, trust), can);
        return whole.is === 'no' ? [] : [{ from, by: [PASS, ...by].join(' + '), can: whole }];
      });
    });
  }

  private byCarrier({ carrier, way }: Carried, isOpen: (actor: Actor) => boolean): readonly Edge[] {
    const { needs, document } = way;
    const actors = needs[0].flatMap((action) => this.holders.of(action, carrier)).filter(isOpen);
    return [...new Set(actors)].flatMap((from): Edge[] => {
      if (from.of && from.of === carrier) return [];
      const { can, by } = this.allOf(from, needs, (action) => canOn(this.model, from, action, carrier));
      const arn = `arn:\${partition}:ssm:\${region}::${document?.arn}`;
      const whole = document && can.is !== 'no' ? both(can, canAt(this.model, from, document.action, arn)) : can;
      return whole.is === 'no' ? [] : [{ from, by: `${by.join(' + ')} on ${carrier.address}`, can: whole }];
    });
  }

  /** Whether an actor has one right of each, and which. */
  private allOf(
    actor: Actor,
    needs: Needed,
    can: (action: string) => Can
  ): { readonly can: Can; readonly by: string[] } {
    let whole: Can = { is: 'yes', on: [] };
    const by: string[] = [];
    for (const some of needs) {
      let best = CANNOT;
      let which = some[0];
      for (const action of some.filter((one) => hasRight(actor, one))) {
        const found = this.can(() => can(action));
        if (either(best, found) !== best) [best, which] = [found, action];
      }
      whole = both(whole, best);
      if (whole.is === 'no') return { can: CANNOT, by };
      by.push(which);
    }
    return { can: whole, by };
  }

  private hasAll(actor: Actor, needs: Needed): boolean {
    return needs.every((some) => some.some((action) => hasRight(actor, action)));
  }

  private canSomewhere(actor: Actor, action: string): Can {
    const known = this.somewhere.of(actor, () => new Map<string, Can>());
    let can = known.get(action);
    if (!can) known.set(action, (can = canSomewhere(this.model, actor, action, 'toms', ANY)));
    return can;
  }

  /** The services that a role trusts, and the actors: any where it names their account, or nobody can tell whom. */
  private trusted(role: Resource): {
    readonly services: readonly string[];
    readonly assuming: readonly Actor[] | 'any';
  } {
    const policy = readPolicy(this.model, role, 'assume_role_policy');
    if (!policy || !('statements' in policy)) return { services: [], assuming: policy ? 'any' : [] };
    const services: string[] = [];
    const named: Actor[] = [];
    let isAny = !policy.complete;
    const symbols = symbolsOf(this.model, role);
    for (const { effect, principals, notPrincipals } of policy.statements) {
      if (effect === 'Deny') continue;
      isAny ||= notPrincipals.length > 0;
      for (const principal of principals) {
        if (principal.type === 'Federated') continue;
        if (principal.type === 'Service') services.push(knownText(textOf(principal.id, { symbols })) ?? '');
        else {
          const actors = this.namedBy(role, principal);
          if (actors === 'any') isAny = true;
          else named.push(...actors);
        }
      }
    }
    return { services, assuming: isAny ? 'any' : named };
  }

  private namedBy(role: Resource, principal: Principal): readonly Actor[] | 'any' {
    const { id } = principal;
    if (isEverybody(principal) || isOdd(principal)) return 'any';
    const found = targetsOf(this.model, role, id, ['aws_iam_role', 'aws_iam_user'], ['arn']);
    const actors = found.flatMap((one) => this.actorOf(one) ?? []);
    if (actors.length > 0) return actors;
    const known = knownText(textOf(id, { symbols: symbolsOf(this.model, role) }));
    if (known === undefined) return 'any';
    const name = nameIn(known);
    return name === undefined ? 'any' : (this.byName.get(name) ?? []);
  }

  private carriersOf(): ReadonlyMap<Resource, readonly Carried[]> {
    if (this.carriers) return this.carriers;
    const found = new Map<Resource, Carried[]>();
    for (const way of CARRIER_WAYS) {
      if (!way.needs[0].some((action) => this.holders.has(action))) continue;
      for (const carrier of this.model.present(way.type)) {
        for (const role of this.rolesOf(carrier, way)) put(found, role, { carrier, way });
      }
    }
    this.carriers = found;
    return found;
  }

  private rolesOf(carrier: Resource, { role }: CarrierWay): readonly Resource[] {
    const named = items(carrier.get(role));
    if (role !== 'iam_instance_profile') {
      return named.flatMap((value) => targetsOf(this.model, carrier, value, [ROLE], ['arn', 'id', 'name']));
    }
    return named
      .flatMap((value) => targetsOf(this.model, carrier, value, [PROFILE], ['name', 'id', 'arn']))
      .flatMap((profile) => this.rolesIn(profile));
  }

  private rolesIn(profile: Resource): readonly Resource[] {
    return items(profile.get('role')).flatMap((value) => targetsOf(this.model, profile, value, [ROLE], ['name', 'id']));
  }

  private profilesOf(): ReadonlyMap<Resource, readonly Resource[]> {
    if (this.profiles) return this.profiles;
    const found = new Map<Resource, Resource[]>();
    for (const profile of this.model.present(PROFILE)) {
      for (const role of this.rolesIn(profile)) put(found, role, profile);
    }
    this.profiles = found;
    return found;
  }
}

const ROLE = 'aws_iam_role';
const PROFILE = 'aws_iam_instance_profile';

const MOST_ASKED = 5_000;
const MOST_ASKED_EACH = 5;

const NO_PROFILE: Can = { is: 'open', on: ['an instance profile with the role'] };

/** Whether no condition keeps an actor from passing roles to a service, as far as that is written out. */
function mayPassTo({ rights }: Actor, service: string): boolean {
  return rights.some(
    ({ actions, statement }) =>
      actions.includes(PASS) &&
      statement.conditions.every(
        ({ operator, key, values }) =>
          key !== 'iam:passedtoservice' ||
          !/^string(?:equals|like)$/i.test(operator) ||
          values.some((value) => isOpenText(value) || matchesWildcards(value, service))
      )
  );
}

export function hasRight({ rights }: Actor, action: string): boolean {
  return rights.some(({ actions }) => actions.includes(action));
}

/** The name at the end of the ARN of a role or a user. `undefined` of an account. */
function nameIn(arn: string): string | undefined {
  return /:(?:role|user|assumed-role)\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
}
