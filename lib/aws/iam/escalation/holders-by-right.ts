import { canonical } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { arnOf } from '../access/symbols';
import { arnParts, knownText } from '../evaluation/text';
import { Actor, Right } from './actors';

/** Who has a right, by what the statements name. */
interface Holders {
  readonly wide: Set<Actor>;
  readonly byTarget: Map<Resource, Actor[]>;
  /** By what stands behind the account in an ARN of IAM: `role/deploy`, and by what it begins with. */
  readonly byName: Map<string, Actor[]>;
  readonly byPrefix: Map<string, Actor[]>;
}

/** The actors by the actions that they may take, and on what, so that a question about one of many principals looks only at those who may act on it. */
export class HoldersByRight {
  private readonly byAction = new Map<string, Holders>();

  constructor(actors: readonly Actor[]) {
    for (const actor of actors) {
      for (const right of actor.rights) for (const action of right.actions) this.add(action, actor, right);
    }
  }

  private add(action: string, actor: Actor, { statement, places }: Right): void {
    let found = this.byAction.get(action);
    if (!found) {
      found = { wide: new Set(), byTarget: new Map(), byName: new Map(), byPrefix: new Map() };
      this.byAction.set(action, found);
    }
    for (const target of places.targets) put(found.byTarget, target, actor);
    if (!places.isWide) return;
    for (const resource of statement.resources.length > 0 ? statement.resources : ['*']) {
      const named = behindAccount(resource);
      if (named === undefined || named.text === '') found.wide.add(actor);
      else put(named.isWhole ? found.byName : found.byPrefix, named.text, actor);
    }
  }

  public has(action: string): boolean {
    return this.byAction.has(action);
  }

  /** Who may take an action on a resource, and some others. */
  public of(action: string, resource: Resource): readonly Actor[] {
    const holders = this.byAction.get(action);
    if (!holders) return [];
    const { wide, byTarget, byName, byPrefix } = holders;
    const found = [...wide, ...(byTarget.get(canonical(resource)) ?? [])];
    if (byName.size === 0 && byPrefix.size === 0) return found;
    const name = resource.type.startsWith('aws_iam_') ? knownText(arnParts(arnOf(resource))?.[5] ?? []) : '';
    // What is called by what nobody knows may be what is named elsewhere.
    if (name === undefined) return [...found, ...[...byName.values(), ...byPrefix.values()].flat()];
    found.push(...(byName.get(name) ?? []));
    for (let end = 1; end <= name.length; end++) found.push(...(byPrefix.get(name.slice(0, end)) ?? []));
    return found;
  }
}

/** What stands behind the account in an ARN of IAM, as far as it is written out. */
function behindAccount(resource: string): { readonly text: string; readonly isWhole: boolean } | undefined {
  const rest = /^arn:[^:]*:iam:[^:]*:[^:]*:(.*)$/.exec(resource)?.[1];
  if (rest === undefined) return undefined;
  const [text] = rest.split(/[*?$]/);
  return { text, isWhole: text === rest };
}

export function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const same = map.get(key);
  if (!same) map.set(key, [value]);
  else if (!same.includes(value)) same.push(value);
}
