import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { isMadeAlike, isOwnIndex, targetOf, targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown, items } from '../../../terraform/value';
import { accountNameOf } from '../../account-of';
import { Choice, NOTHING_ASSUMED, alsoAssuming, inWorld, noteAgain, noting } from '../../../terraform/worlds';

type HolderType = 'aws_iam_role' | 'aws_iam_user' | 'aws_iam_group';

/** Where a resource that carries policies, or attaches them, names who holds them. */
const NAMED_AT: { readonly [type: string]: { readonly [attribute: string]: HolderType } } = {
  aws_iam_group_policy: { group: 'aws_iam_group' },
  aws_iam_group_policy_attachment: { group: 'aws_iam_group' },
  aws_iam_group_policy_attachments_exclusive: { group_name: 'aws_iam_group' },
  aws_iam_policy_attachment: { groups: 'aws_iam_group', roles: 'aws_iam_role', users: 'aws_iam_user' },
  aws_iam_role_policy: { role: 'aws_iam_role' },
  aws_iam_role_policy_attachment: { role: 'aws_iam_role' },
  aws_iam_role_policy_attachments_exclusive: { role_name: 'aws_iam_role' },
  aws_iam_user_policy: { user: 'aws_iam_user' },
  aws_iam_user_policy_attachment: { user: 'aws_iam_user' },
  aws_iam_user_policy_attachments_exclusive: { user_name: 'aws_iam_user' },
};

/** Where users are put into groups: by type, what names the users, and what names the groups. */
const MEMBERSHIPS: { readonly [type: string]: readonly [users: string, groups: string] } = {
  aws_iam_group_membership: ['users', 'group'],
  aws_iam_user_group_membership: ['user', 'groups'],
};

/** What gives policies to somebody, or one instance of it that the configuration writes out. */
export interface Carrier {
  readonly resource: Resource;
  /** Reads something of this instance. */
  readonly within: <T>(read: () => T) => T;
  /** Whether it is one of several, and its holder too, so that nobody tells which is whose. */
  readonly isOneOfSeveral: boolean;
}

/** A role, a user or a group that the configuration names and does not declare. */
export interface Undeclared {
  readonly type: HolderType;
  /** Nothing where only a plan can tell. */
  readonly name: string | undefined;
  /** What names it: it is in the same account. */
  readonly by: Resource;
}

/** What a value names among the holders of policies, and whether it may name others. */
interface Named {
  readonly targets: readonly Resource[];
  readonly undeclared: readonly Undeclared[];
  readonly isOpen: boolean;
}

function namedAt(model: Model, from: Resource, value: Value, type: HolderType): Named {
  const targets: Resource[] = [];
  const undeclared: Undeclared[] = [];
  let isOpen = false;
  for (const item of items(value)) {
    const found = targetsOf(model, from, item, [type], ['name', 'id', 'arn']);
    targets.push(...found);
    if (found.length > 0) continue;
    const name = typeof item === 'string' ? item : nameFound(model, from, item);
    if (name === undefined) isOpen = true;
    else undeclared.push({ type, name: name.slice(name.lastIndexOf('/') + 1), by: from });
  }
  return { targets, undeclared, isOpen };
}

/** The name by which a data source found what a value refers to. */
function nameFound(model: Model, from: Resource, value: Value): string | undefined {
  const target = targetOf(model, from, value);
  const names = target?.mode === 'data' ? ['name', 'user_name', 'group_name'].map((by) => target.get(by)) : [];
  return names.find((name) => typeof name === 'string');
}

/** The types of those that a carrier gives policies to, and whom it names of each. */
function holdersNamed(model: Model, carrier: Resource): readonly (readonly [HolderType, Named])[] {
  return Object.entries(NAMED_AT[carrier.type] ?? {}).map(([attribute, type]) => [
    type,
    namedAt(model, carrier, carrier.get(attribute), type),
  ]);
}

/** Reads something of every instance that the configuration writes out. */
function eachInstance<T>(read: () => T): readonly (readonly [Carrier['within'], T])[] {
  const { value, choices } = noting(read);
  const each = [...(choices?.values() ?? [])].find(({ kind }) => kind === 'each');
  if (!each) {
    noteAgain(choices);
    return [[AS_WRITTEN, value]];
  }
  return each.options.map((option) => {
    const within: Carrier['within'] = (inner) => alsoAssuming(each.id, option, inner);
    return [within, within(read)] as const;
  });
}

/** A declared holder, or the id of one that is not. */
type Holder = Resource | string;

function idOf({ type, name, by }: Undeclared): string {
  return name === undefined ? `${type} of ${by.qualifiedAddress}` : `${type} ${name} of ${accountNameOf(by)}`;
}

/** What gives policies to whom, as far as that is told without a plan. */
interface Links {
  readonly carriers: ReadonlyMap<Holder, readonly Carrier[]>;
  readonly groups: ReadonlyMap<Holder, readonly Resource[]>;
  readonly undeclared: readonly Undeclared[];
  /** What may give policies to holders of a type, and names them by what only a plan can tell. */
  readonly open: ReadonlyMap<string, readonly Resource[]>;
  /** What names holders of a type that the configuration does not declare. */
  readonly byName: ReadonlyMap<string, readonly Resource[]>;
}

const LINKS = new Memo<Links>();

function linksOf(model: Model): Links {
  // What is found hangs on nothing: what names its holder by a choice is open to all.
  return LINKS.of(model, () => inWorld(NOTHING_ASSUMED, () => noting(() => readLinks(model)).value));
}

function readLinks(model: Model): Links {
  const carriers = new Map<Holder, Carrier[]>();
  const groups = new Map<Holder, Resource[]>();
  const others = new Map<string, Undeclared>();
  const open = new Map<string, Resource[]>();
  const byName = new Map<string, Resource[]>();
  for (const type of Object.keys(NAMED_AT)) {
    for (const resource of model.resources(type)) {
      // What it gives is read here as well, so that all of it belongs to one instance.
      const { value: instances, choices } = noting(() =>
        eachInstance(() => {
          const named = holdersNamed(model, resource);
          GIVEN.forEach((attribute) => resource.get(attribute));
          return named;
        })
      );
      const decides = decidesHolder(choices);
      for (const [within, named] of instances) {
        for (const [holderType, { targets, undeclared, isOpen }] of named) {
          if (isOpen || decides) {
            const nameless: Undeclared = { type: holderType, name: undefined, by: resource };
            others.set(idOf(nameless), nameless);
            put(carriers, idOf(nameless), { resource, within, isOneOfSeveral: false });
            put(open, holderType, resource);
            continue;
          }
          for (const holder of targets) {
            const pairing = instances.length > 1 ? pairingOf(resource, holder) : 'all';
            // What is written of one instance holds for that of the same index.
            if (pairing === 'same' && within !== instances[0][0]) continue;
            if (pairing === 'same') put(carriers, holder, { resource, within: AS_WRITTEN, isOneOfSeveral: false });
            else put(carriers, holder, { resource, within, isOneOfSeveral: pairing === 'some' });
          }
          for (const other of undeclared) {
            others.set(idOf(other), other);
            put(carriers, idOf(other), { resource, within, isOneOfSeveral: false });
            put(byName, holderType, resource);
          }
        }
      }
    }
  }
  for (const [type, [users, of]] of Object.entries(MEMBERSHIPS)) {
    for (const resource of model.resources(type)) {
      const { value: instances, choices } = noting(() =>
        eachInstance(() => ({
          users: namedAt(model, resource, resource.get(users), 'aws_iam_user'),
          groups: namedAt(model, resource, resource.get(of), 'aws_iam_group'),
        }))
      );
      for (const [within, named] of instances) {
        if (named.users.isOpen || decidesMembers(choices)) put(open, 'aws_iam_user', resource);
        else {
          named.users.undeclared.forEach((user) => others.set(idOf(user), user));
          for (const user of [...named.users.targets, ...named.users.undeclared.map(idOf)]) {
            named.groups.targets.forEach((group) => put(groups, user, group));
            // The policies of a group of others are read nowhere.
            const hasOthers = named.groups.isOpen || named.groups.undeclared.length > 0;
            if (hasOthers) put(carriers, user, { resource, within, isOneOfSeveral: false });
          }
        }
      }
    }
  }
  const undeclared = [...others.values()].filter(({ type }) => type !== 'aws_iam_group');
  return { carriers, groups, open, byName, undeclared };
}

const AS_WRITTEN: Carrier['within'] = (read) => read();

/** Whose holder each instance of a carrier names: that of its own index, every one of them, or some. */
function pairingOf(carrier: Resource, holder: Resource): 'same' | 'all' | 'some' {
  const written = Object.keys(NAMED_AT[carrier.type]).flatMap((attribute) => carrier.body[attribute] ?? []);
  const indices = written.map((text) => /\b(?:each\.|count\.index)/.exec(JSON.stringify(text)) !== null);
  if (holder.multiplicity.kind === 'single' || !indices.includes(true)) return 'all';
  const isOwn = (text: unknown): boolean =>
    typeof text === 'string' && isOwnIndex(/^\$\{[\w.-]+\[([^\]]*)\][\w.]*\}$/.exec(text)?.[1] ?? '');
  return isMadeAlike(carrier, holder) && written.every(isOwn) ? 'same' : 'some';
}

/** What a carrier gives. */
const GIVEN = ['policy', 'policy_arn', 'policy_arns'];

const NAMES = new Set(Object.values(NAMED_AT).flatMap((attributes) => Object.keys(attributes)));

/** Whether what was met decides who holds a policy, and not what that policy says. */
function decidesHolder(choices: ReadonlyMap<string, Choice> | undefined): boolean {
  return [...(choices?.values() ?? [])].some(
    ({ kind, place }) => kind !== 'each' && NAMES.has(/^\w+\.(\w+)/.exec(place)?.[1] ?? '')
  );
}

function decidesMembers(choices: ReadonlyMap<string, Choice> | undefined): boolean {
  return [...(choices?.values() ?? [])].some(({ kind }) => kind !== 'each');
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const same = map.get(key);
  if (!same) map.set(key, [value]);
  else if (!same.includes(value)) same.push(value);
}

const NOTHING: readonly never[] = [];

function holderOf(holder: Resource | Undeclared): Holder {
  return 'by' in holder ? idOf(holder) : holder;
}

/** The roles and users that the configuration gives policies to and does not declare. */
export function undeclaredIn(model: Model): readonly Undeclared[] {
  return linksOf(model).undeclared;
}

/** Reads what names the users and groups that hold policies, and the members of groups: what that hangs on is noted. */
export function noteHolders(model: Model): void {
  for (const [type, named] of Object.entries(NAMED_AT)) {
    const attributes = Object.keys(named).filter((attribute) => named[attribute] !== 'aws_iam_role');
    for (const resource of model.present(type)) attributes.forEach((attribute) => resource.get(attribute));
  }
  for (const [type, attributes] of Object.entries(MEMBERSHIPS)) {
    for (const resource of model.present(type)) attributes.forEach((attribute) => resource.get(attribute));
  }
}

/** What gives policies to a role, a user or a group for certain. */
export function carriersOf(model: Model, holder: Resource | Undeclared): readonly Carrier[] {
  return linksOf(model).carriers.get(holderOf(holder)) ?? NOTHING;
}

/** What may give policies to a role, a user or a group, as far as only a plan can tell. */
export function mayCarryFor(model: Model, holder: Resource | Undeclared): readonly Resource[] {
  const { open, byName } = linksOf(model);
  const found = open.get(holder.type) ?? NOTHING;
  if ('by' in holder) return holder.name === undefined ? found.filter((carrier) => carrier !== holder.by) : found;
  // Who is called by what nobody knows may be who is named elsewhere.
  const isNameless = isUnknown(holder.get('name')) || holder.ignores('name');
  return isNameless ? [...found, ...(byName.get(holder.type) ?? NOTHING)] : found;
}

/** The groups of the model that a user is in. */
export function groupsOf(model: Model, user: Resource | Undeclared): readonly Resource[] {
  return linksOf(model).groups.get(holderOf(user)) ?? NOTHING;
}
