import { configured } from '../../terraform/configured';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { companionsOf, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, asNumber, isFalse, isJsonObject, isUnknown, describe, items } from '../../terraform/value';
import { areEverybody, contains, endsNarrow, parseCidr } from '../ip-ranges';
import { protocolName } from './protocol';

/** Network ACLs: their entries stand within them, or as resources of their own. */
export const ACLS: readonly string[] = ['aws_network_acl', 'aws_default_network_acl'];
export const ACL_RULE = 'aws_network_acl_rule';

/** An entry that lets traffic in, or keeps it out. `Unknown` values are open until the plan. */
export interface AclEntry {
  /** The resource that it stands on. */
  readonly holder: Resource;
  readonly number: Value;
  readonly action: Value;
  readonly protocol: Value;
  readonly fromPort: Value;
  readonly toPort: Value;
  readonly cidrs: readonly Value[];
}

type Answer = 'yes' | 'no' | 'open';

/** The inbound entries that stand on a resource. `Unknown` is an entry, or several, that only a plan can tell. */
export function entriesOn(holder: Resource): readonly (AclEntry | Unknown)[] {
  if (holder.type === ACL_RULE) {
    const egress = holder.get('egress');
    if (isUnknown(egress)) return [egress];
    if (egress !== undefined && !isFalse(egress)) return [];
    return [
      {
        holder,
        number: holder.get('rule_number'),
        action: holder.get('rule_action'),
        protocol: holder.get('protocol'),
        fromPort: configured(holder, 'from_port'),
        toPort: configured(holder, 'to_port'),
        cidrs: cidrsOf(configured(holder, 'cidr_block'), configured(holder, 'ipv6_cidr_block')),
      },
    ];
  }
  const ingress = configured(holder, 'ingress');
  // An item that is a list itself is one block in parts.
  const blocks = Array.isArray(ingress) ? ingress.map(joined) : items(ingress);
  return blocks.flatMap((item): (AclEntry | Unknown)[] => {
    if (isUnknown(item)) return [item];
    if (!isJsonObject(item)) return [];
    const body = item as { readonly [key: string]: Value };
    return [
      {
        holder,
        number: body.rule_no,
        action: body.action,
        protocol: body.protocol,
        fromPort: body.from_port,
        toPort: body.to_port,
        cidrs: cidrsOf(body.cidr_block, body.ipv6_cidr_block),
      },
    ];
  });
}

function joined(item: Value): Value {
  return Array.isArray(item) ? (Object.assign({}, ...item.filter(isJsonObject)) as Value) : item;
}

/** The inbound entries of the ACL that an entry belongs to, wherever they stand. `undefined` for an instance of it that the entry is not in. */
export function entriesBeside(model: Model, holder: Resource): readonly (AclEntry | Unknown)[] | undefined {
  if (holder.type !== ACL_RULE) return entriesOfAcl(model, holder);
  const acl = targetsOf(model, holder, holder.get('network_acl_id'), [...ACLS, 'aws_vpc', 'data.aws_vpc'])[0];
  if (!acl) return entriesOfStranger(model, holder);
  return companionsOf(model, acl, ACL_RULE, 'network_acl_id', namesOf(acl)).includes(holder)
    ? entriesOfAcl(model, acl)
    : undefined;
}

/** Whether an entry decides on traffic before another one does. */
export function precedes(entry: AclEntry, other: AclEntry): Answer {
  const [first, second] = [asNumber(entry.number), asNumber(other.number)];
  if (first === undefined || second === undefined) return 'open';
  return first < second ? 'yes' : 'no';
}

/** Whether an entry speaks of everybody. */
export function isForEverybody({ cidrs }: AclEntry): Answer {
  if (areEverybody(cidrs.filter((cidr) => typeof cidr === 'string'))) return 'yes';
  return cidrs.some((cidr) => isUnknown(cidr) && !endsNarrow(cidr.text)) ? 'open' : 'no';
}

/** Whether an entry speaks of a port of a protocol, or of `all` protocols. Protocols other than TCP and UDP have no such ports. */
export function coversPort({ protocol, fromPort, toPort }: AclEntry, wanted: string, port?: number): Answer {
  if (isUnknown(protocol)) return 'open';
  const name = protocolName(protocol);
  if (name === 'all') return 'yes';
  if (name !== wanted || port === undefined) return 'no';
  if (isUnknown(fromPort) || isUnknown(toPort)) return 'open';
  return (asNumber(fromPort) ?? 0) <= port && port <= (asNumber(toPort) ?? 65535) ? 'yes' : 'no';
}

/** Whether the ranges of an entry hold all those of another. */
export function coversSource(entry: AclEntry, other: AclEntry): Answer {
  const outer = entry.cidrs.map((cidr) => (typeof cidr === 'string' ? parseCidr(cidr) : undefined));
  const covers = (value: Value): boolean => {
    const inner = typeof value === 'string' ? parseCidr(value) : undefined;
    return inner !== undefined && outer.some((range) => range !== undefined && contains(range, inner));
  };
  if (other.cidrs.every(covers)) return 'yes';
  return [...entry.cidrs, ...other.cidrs].some(isUnknown) ? 'open' : 'no';
}

/** All of several answers. */
export function all(answers: readonly Answer[]): Answer {
  return answers.includes('no') ? 'no' : answers.includes('open') ? 'open' : 'yes';
}

/** Whether an entry is an `allow` or a `deny`. */
export function isAction({ action }: AclEntry, wanted: 'allow' | 'deny'): Answer {
  if (isUnknown(action)) return 'open';
  return typeof action === 'string' && action.toLowerCase() === wanted ? 'yes' : 'no';
}

const OF_ACL = new Memo<readonly (AclEntry | Unknown)[]>();

function entriesOfAcl(model: Model, acl: Resource): readonly (AclEntry | Unknown)[] {
  return OF_ACL.of(acl, () => {
    const rules = companionsOf(model, acl, ACL_RULE, 'network_acl_id', namesOf(acl));
    return [...(ACLS.includes(acl.type) ? entriesOn(acl) : []), ...rules.flatMap(entriesOn)];
  });
}

function namesOf({ type }: Resource): readonly string[] {
  return type === 'aws_vpc' ? ['default_network_acl_id'] : ['id'];
}

const STRANGERS = new Memo<ReadonlyMap<string, readonly (AclEntry | Unknown)[]>>();

/** The entries of an ACL that is not among what is checked: those that name it by the same value. */
function entriesOfStranger(model: Model, holder: Resource): readonly (AclEntry | Unknown)[] {
  const strangers = STRANGERS.of(model, () => {
    const found = new Map<string, (AclEntry | Unknown)[]>();
    for (const rule of model.resources(ACL_RULE)) {
      const same = found.get(strangerName(rule));
      if (same) same.push(...entriesOn(rule));
      else found.set(strangerName(rule), [...entriesOn(rule)]);
    }
    return found;
  });
  return strangers.get(strangerName(holder)) ?? [];
}

function strangerName(rule: Resource): string {
  const acl = rule.get('network_acl_id');
  return `${rule.stack.file} ${rule.modulePath} ${describe(acl)}`;
}

function cidrsOf(...values: readonly Value[]): readonly Value[] {
  return values.flatMap(items);
}
