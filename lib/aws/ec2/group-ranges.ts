import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { isUnknown } from '../../terraform/value';
import { RangeShares, areEverybody } from '../ip-ranges';
import { GROUPS, GroupRule, RULE_TYPES, Traffic, groupOf, rangesOf, rulesOn, traffic } from './security-group-rules';

/** Ports that rules of one security group open to everybody together, though none of them does. */
export interface SharedPorts {
  /** The resource to name: the group, or else the first of its rules by address. */
  readonly at: Resource;
  readonly passing: Traffic;
  readonly ranges: number;
}

interface Entry extends Traffic {
  readonly cidrs: readonly string[];
}

const SHARED = new Memo<ReadonlyMap<Resource, readonly SharedPorts[]>>();

/** What the rules of a group let everybody in for together, by the resource to name. */
export function sharedPortsAt(model: Model, resource: Resource): readonly SharedPorts[] {
  return SHARED.of(model, () => readShared(model)).get(resource) ?? [];
}

function readShared(model: Model): ReadonlyMap<Resource, readonly SharedPorts[]> {
  const groups = new Map<Resource | string, { readonly at: Resource; readonly entries: Entry[] }>();
  for (const resource of [...GROUPS, ...RULE_TYPES.ingress].flatMap((type) => [...model.resources(type)])) {
    const group = groupOf(model, resource);
    const named = resource.get('security_group_id');
    const key = group ?? (typeof named === 'string' ? named : undefined);
    if (key === undefined) continue;
    const at = group?.mode === 'managed' ? group : firstOf(groups.get(key)?.at ?? resource, resource);
    const known = { at, entries: groups.get(key)?.entries ?? [] };
    groups.set(key, known);
    for (const rule of rulesOn(resource, 'ingress')) {
      const entry = isUnknown(rule) ? undefined : entryOf(model, resource, rule);
      if (entry) known.entries.push(entry);
    }
  }
  const shared = new Map<Resource, readonly SharedPorts[]>();
  for (const { at, entries } of groups.values()) {
    const found = [...new Set(entries.map(({ protocol }) => protocol))].flatMap((protocol) =>
      together(at, entries, protocol)
    );
    if (found.length > 0) shared.set(at, found);
  }
  return shared;
}

/** The first by address, in whatever order they are written. */
function firstOf(one: Resource, other: Resource): Resource {
  return other.qualifiedAddress < one.qualifiedAddress ? other : one;
}

/** A rule that is for everybody by itself is judged by itself. */
function entryOf(model: Model, resource: Resource, rule: GroupRule): Entry | undefined {
  const passing = traffic(rule);
  const cidrs = rangesOf(model, resource, rule).filter((cidr) => typeof cidr === 'string');
  return isUnknown(passing) || cidrs.length === 0 || areEverybody(cidrs) ? undefined : { ...passing, cidrs };
}

/** Goes through the ports upwards, with the ranges that are open at each. A rule for every protocol is one for TCP and UDP. */
function together(at: Resource, all: readonly Entry[], protocol: string): SharedPorts[] {
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  const entries = all.filter((entry) => entry.protocol === protocol || (hasPorts && entry.protocol === 'all'));
  if (entries.length < 2) return [];
  const events = entries
    .flatMap((entry) => [
      { port: entry.from, by: 1, entry },
      { port: entry.to + 1, by: -1, entry },
    ])
    .sort((one, other) => one.port - other.port);
  const shares = new RangeShares();
  const found: SharedPorts[] = [];
  events.forEach(({ port, by, entry }, index) => {
    for (const cidr of entry.cidrs) shares.add(cidr, by);
    const next = events[index + 1]?.port;
    if (next === undefined || next === port || !shares.areEverybody()) return;
    found.push({ at, passing: { protocol, from: port, to: next - 1 }, ranges: shares.size });
  });
  return found;
}
