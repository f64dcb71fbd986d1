import { Json, asObject, asObjects } from './json';

/** What a plan does to a resource that stands. */
export interface PlannedChange {
  readonly kind: 'destroyed' | 'replaced' | 'moved' | 'updated' | 'forgotten';
  /** The address that the state knows. */
  readonly address: string;
  /** The address after a move. */
  readonly to: string;
  /** For which attributes it is replaced or updated. */
  readonly attributes: readonly string[];
}

/** What a plan does to resources that stand. What it only creates or reads takes nothing away. */
export function plannedChanges(plan: Json): PlannedChange[] {
  return asObjects(plan.resource_changes).flatMap((resource) => {
    const change = asObject(resource.change);
    const actions = [change.actions].flat();
    const to = String(resource.address);
    const address = typeof resource.previous_address === 'string' ? resource.previous_address : to;
    const made = (kind: PlannedChange['kind'], attributes: readonly string[] = []): PlannedChange => ({
      kind,
      address,
      to,
      attributes,
    });
    if (actions.includes('forget')) return [made('forgotten')];
    if (actions.includes('delete') && actions.includes('create')) return [made('replaced', replacedFor(change))];
    if (actions.includes('delete')) return [made('destroyed')];
    return [
      ...(address === to ? [] : [made('moved')]),
      ...(actions.includes('update') ? [made('updated', changed(change))] : []),
    ];
  });
}

function replacedFor(change: Json): string[] {
  const paths = (change.replace_paths ?? []) as unknown as (string | number)[][];
  return [...new Set(paths.map(([name]) => String(name)))];
}

function changed(change: Json): string[] {
  const [before, after, unknown] = [change.before, change.after, change.after_unknown].map(asObject);
  return [...new Set([before, after, unknown].flatMap(Object.keys))].filter(
    (name) => unknown[name] === true || JSON.stringify(before[name]) !== JSON.stringify(after[name])
  );
}

/** Whether two configurations want the same of a resource, as far as some attributes go. */
export function isSame(former: Json, config: Json, { address, to, attributes }: PlannedChange): boolean {
  const [before, after] = [bodyOf(former, address), bodyOf(config, to)];
  return attributes.every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name]));
}

function bodyOf(config: Json, address: string): Json {
  const [type, name] = address.split('.');
  return asObject(asObject(asObject(config.resource)[type])[name]);
}

/** The addresses of resources that one configuration has, and a later one neither has nor moves. */
export function goneFrom(former: Json, config: Json): string[] {
  const moves = new Map(asObjects(config.moved ?? []).map(({ from, to }) => [String(from), String(to)]));
  const addresses = new Set(addressesOf(config));
  const isThere = (address: string | undefined, hops = 0): boolean =>
    address !== undefined && hops < 20 && (addresses.has(address) || isThere(moves.get(address), hops + 1));
  return addressesOf(former).filter((address) => !isThere(address));
}

function addressesOf(config: Json): string[] {
  return Object.entries(asObject(config.resource)).flatMap(([type, named]) =>
    Object.keys(asObject(named)).map((name) => `${type}.${name}`)
  );
}
