import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { canonical, resolve } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { NOTHING_ASSUMED, inWorld, noting } from '../../../terraform/worlds';
import { knownText } from '../evaluation/text';
import { Statement, coversAction, isOpen } from '../policy';
import { Principal, heldBy, principalsOf } from './holders';
import { hasArnForm, nameTextOf } from './symbols';

/** A statement in a policy of a principal that may allow something. */
interface Right {
  readonly principal: Principal;
  readonly statement: Statement;
  readonly places: Places;
}

/** What a statement speaks of: the resources that it names by reference, the buckets that it names by their names, or anything. */
export interface Places {
  readonly targets: readonly Resource[];
  readonly buckets: readonly string[];
  readonly isWide: boolean;
}

/** Who may have a right, by what the statements speak of. */
interface Holders {
  readonly wide: readonly Principal[];
  readonly byTarget: ReadonlyMap<Resource, readonly Principal[]>;
  readonly byBucket: ReadonlyMap<string, readonly Principal[]>;
}

/**
 * The statements of all principals by service and action, so that a question about one of many resources looks only at those that may speak of it. It
 * leaves nobody out who has a right whatever only a plan can tell, and who has it is for the evaluation to say.
 */
class Rights {
  private readonly byService = new Map<string, Right[]>();
  private readonly byAction = new Map<string, Holders>();

  constructor(
    rights: readonly Right[],
    /** Principals whose policies are not read, or hang on what only a plan can tell. */
    private readonly unread: readonly Principal[]
  ) {
    for (const right of rights) {
      for (const service of servicesOf(right.statement)) {
        const same = this.byService.get(service);
        if (same) same.push(right);
        else this.byService.set(service, [right]);
      }
    }
  }

  /** The principals whose own policies may allow an action on a resource. */
  public holders(action: string, resource: Resource): ReadonlySet<Principal> {
    const { wide, byTarget, byBucket } = this.of(action.toLowerCase());
    const found = new Set([...this.unread, ...wide, ...(byTarget.get(canonical(resource)) ?? [])]);
    if (byBucket.size > 0 && resource.type === 'aws_s3_bucket') {
      const name = knownText(nameTextOf(resource));
      const named = name === undefined ? [...byBucket.values()].flat() : (byBucket.get(name) ?? []);
      named.forEach((principal) => found.add(principal));
    }
    return found;
  }

  private of(action: string): Holders {
    let holders = this.byAction.get(action);
    if (!holders) this.byAction.set(action, (holders = this.read(action)));
    return holders;
  }

  private read(action: string): Holders {
    const wide = new Set<Principal>();
    const byTarget = new Map<Resource, Principal[]>();
    const byBucket = new Map<string, Principal[]>();
    const service = action.slice(0, action.indexOf(':'));
    for (const right of [...(this.byService.get(service) ?? []), ...(this.byService.get(ANY) ?? [])]) {
      if (!mayCover(right.statement, action)) continue;
      const { principal, places } = right;
      if (places.isWide) wide.add(principal);
      for (const target of places.targets) put(byTarget, target, principal);
      for (const bucket of places.buckets) put(byBucket, bucket, principal);
    }
    return { wide: [...wide], byTarget, byBucket };
  }
}

const ANY = '*';

/** The services of the actions that a statement names: `*` where it may name those of any. */
function servicesOf({ actions, notActions }: Statement): ReadonlySet<string> {
  if (notActions.length > 0) return new Set([ANY]);
  return new Set(actions.map((action) => /^([a-z0-9-]+):/i.exec(action)?.[1].toLowerCase() ?? ANY));
}

export function mayCover({ actions, notActions }: Statement, action: string): boolean {
  if (notActions.length > 0) return notActions.some(isOpen) || !notActions.some((one) => coversAction(one, action));
  return actions.some((one) => isOpen(one) || coversAction(one, action));
}

function put<K>(map: Map<K, Principal[]>, key: K, principal: Principal): void {
  const same = map.get(key);
  if (!same) map.set(key, [principal]);
  else if (!same.includes(principal)) same.push(principal);
}

const WIDE: Places = { targets: [], buckets: [], isWide: true };

export function placesOf(model: Model, from: Resource | undefined, { resources }: Statement): Places {
  if (from === undefined || resources.length === 0) return WIDE;
  const targets: Resource[] = [];
  const buckets: string[] = [];
  for (const text of resources) {
    const bucket = /^arn:[\w-]+:s3:::([\w.-]+)(?:\/|$)/.exec(text)?.[1];
    const target = targetIn(model, from, text);
    if (target) targets.push(target);
    else if (bucket !== undefined) buckets.push(bucket);
    else return WIDE;
  }
  return { targets, buckets, isWide: false };
}

/** Types whose names may hold slashes: what stands behind one belongs to the name of another. */
const WITH_SLASHES = [
  'aws_cloudwatch_log_group',
  'aws_iam_group',
  'aws_iam_policy',
  'aws_iam_role',
  'aws_iam_user',
  'aws_secretsmanager_secret',
];

/** The one resource that an ARN names by reference, by its own ARN or by its name. */
function targetIn(model: Model, from: Resource, text: string): Resource | undefined {
  const parts = [...text.matchAll(/\$\{([\w.-]+)\}/g)];
  const named = parts.map(([, reference]) => resolve(model, from, reference));
  if (text.replace(/\$\{[\w.-]+\}/g, '').includes('${') || named.some((one) => one === undefined)) return undefined;
  const [at, ...others] = named.flatMap((one, index) => (one?.mode === 'managed' ? [index] : []));
  if (at === undefined || others.length > 0) return undefined;
  const [part] = parts[at];
  const start = parts[at].index;
  const [before, after] = [text.charAt(start - 1), text.charAt(start + part.length)];
  const target = named[at]!;
  const ends = WITH_SLASHES.includes(target.type) ? [':', ''] : [':', '/', ''];
  if (!hasArnForm(target.type) || !['', ':', '/'].includes(before) || !ends.includes(after)) return undefined;
  return canonical(target);
}

const RIGHTS = new Memo<Rights>();

/** The principals of a model whose own policies may allow an action on a resource: all who certainly or perhaps have the right, and perhaps some others. */
export function mayHold(model: Model, action: string, resource: Resource): ReadonlySet<Principal> {
  // What a principal's policies hang on is noted where they are read.
  const rights = RIGHTS.of(model, () => inWorld(NOTHING_ASSUMED, () => noting(() => readRights(model)).value));
  return rights.holders(action, resource);
}

function readRights(model: Model): Rights {
  const rights: Right[] = [];
  const unread: Principal[] = [];
  for (const principal of principalsOf(model)) {
    const { value: found, choices } = noting(() => rightsOf(model, principal));
    if (found === undefined || choices) unread.push(principal);
    else rights.push(...found);
  }
  return new Rights(rights, unread);
}

/** The statements of a principal that may allow something. `undefined` where not all of them are known. */
function rightsOf(model: Model, principal: Principal): readonly Right[] | undefined {
  const rights: Right[] = [];
  for (const { policy, from } of heldBy(model, principal).identity) {
    if (policy && !('statements' in policy && policy.complete)) return undefined;
    for (const statement of policy?.statements ?? []) {
      if (statement.effect === 'Deny') continue;
      rights.push({ principal, statement, places: placesOf(model, from, statement) });
    }
  }
  return rights;
}
