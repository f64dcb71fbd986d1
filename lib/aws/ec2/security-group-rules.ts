import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { resolve, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, asNumber, isJsonObject, isTrue, isUnknown, describe, items } from '../../terraform/value';
import { areEverybody, endsNarrow } from '../ip-ranges';
import { prefixListCidrs } from './prefix-lists';
import { protocolName } from './protocol';

export type Direction = 'ingress' | 'egress';

/** Security groups: their rules stand within them, or as resources of their own. */
export const GROUPS: readonly string[] = ['aws_security_group', 'aws_default_security_group'];

/** The resources that are one rule. */
export const RULE_TYPES: { readonly [D in Direction]: readonly string[] } = {
  ingress: ['aws_security_group_rule', 'aws_vpc_security_group_ingress_rule'],
  egress: ['aws_security_group_rule', 'aws_vpc_security_group_egress_rule'],
};

/** The same of both directions. */
export const ALL_RULE_TYPES: readonly string[] = [...new Set([...RULE_TYPES.ingress, ...RULE_TYPES.egress])];

/** One rule of a security group, wherever it is written. */
export interface GroupRule {
  readonly protocol: Value;
  readonly fromPort: Value;
  readonly toPort: Value;
  readonly cidrs: readonly Value[];
  readonly prefixLists: readonly Value[];
  /** The security groups that it is for. */
  readonly groups: readonly Value[];
  /** Whether it is for the members of its own group. */
  readonly self: Value;
  readonly description: Value;
}

/** What a rule admits: its protocol by name, and its ports where the protocol has some. */
export interface Traffic {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

const NETWORKS = /^aws_(?:default_)?(?:vpc|subnet)(?:_ipv[46]_cidr_block_association)?$/;

/** The rules of a direction that stand on a resource. `Unknown` is a rule, or several, that only a plan can tell. */
export function rulesOn(resource: Resource, direction: Direction): readonly (GroupRule | Unknown)[] {
  if (GROUPS.includes(resource.type)) {
    return items(configured(resource, direction)).flatMap((item): (GroupRule | Unknown)[] => {
      if (isUnknown(item)) return [item];
      return isJsonObject(item) ? [inlineRule(item as { [key: string]: Value })] : [];
    });
  }
  if (!RULE_TYPES[direction].includes(resource.type)) return [];
  if (resource.type === 'aws_security_group_rule') {
    const type = resource.get('type');
    if (isUnknown(type)) return [type];
    return type === direction ? [inlineRule(allOf(resource))] : [];
  }
  return [
    {
      protocol: resource.get('ip_protocol'),
      fromPort: configured(resource, 'from_port'),
      toPort: configured(resource, 'to_port'),
      cidrs: [...items(configured(resource, 'cidr_ipv4')), ...items(configured(resource, 'cidr_ipv6'))],
      prefixLists: items(configured(resource, 'prefix_list_id')),
      groups: items(configured(resource, 'referenced_security_group_id')),
      self: undefined,
      description: configured(resource, 'description'),
    },
  ];
}

/** The security group that a rule of its own belongs to; the group itself for rules within it. */
export function groupOf(model: Model, resource: Resource): Resource | undefined {
  if (GROUPS.includes(resource.type)) return resource;
  return targetsOf(model, resource, resource.get('security_group_id'), [...GROUPS, 'data.aws_security_group'])[0];
}

/** Whose class of data counts for the rules of a resource: its own where it declares one by a tag, else that of its group. */
export function classHolder(model: Model, resource: Resource): Resource {
  return resource.has('tags.tom:data-class') ? resource : (groupOf(model, resource) ?? resource);
}

/** Whom a rule is for: everybody, named ranges and groups, or what only a plan can tell. */
export function audience(model: Model, from: Resource, rule: GroupRule): 'everybody' | 'named' | Unknown {
  const cidrs = rangesOf(model, from, rule);
  if (areEverybody(cidrs.filter((cidr) => typeof cidr === 'string'))) return 'everybody';
  return cidrs.find((cidr): cidr is Unknown => isUnknown(cidr) && !isNetwork(model, from, cidr)) ?? 'named';
}

/** The ranges that a rule is for, those of its prefix lists included. */
export function rangesOf(model: Model, from: Resource, rule: GroupRule): readonly Value[] {
  return [...rule.cidrs, ...rule.prefixLists.flatMap((list) => prefixListCidrs(model, from, list))];
}

/** What a rule lets pass, or the value that decides it. Without a range, and for most protocols, that is every port. */
export function traffic({ protocol, fromPort, toPort }: GroupRule): Traffic | Unknown {
  if (isUnknown(protocol)) return protocol;
  const name = protocolName(protocol);
  if (name !== 'tcp' && name !== 'udp') return { protocol: name, from: 0, to: 65535 };
  if (isUnknown(fromPort)) return fromPort;
  if (isUnknown(toPort)) return toPort;
  return { protocol: name, from: asNumber(fromPort) ?? 0, to: asNumber(toPort) ?? 65535 };
}

/** Whether traffic is every protocol, or every port of one. */
export function isEveryPort({ protocol, from, to }: Traffic): boolean {
  return protocol === 'all' || ((protocol === 'tcp' || protocol === 'udp') && from <= 1 && to >= 65535);
}

/** What a message calls the traffic of a rule and whom it is for: `tcp 22 from 0.0.0.0/0`. */
export function describeRule(rule: GroupRule, preposition: 'from' | 'to'): string {
  const passing = traffic(rule);
  const ranges = [...rule.cidrs, ...rule.prefixLists].map((item) => (typeof item === 'string' ? item : describe(item)));
  return `${describeTraffic(passing)} ${preposition} ${ranges.join(', ') || membersOf(rule)}`;
}

/** Whom a rule without ranges is for. */
function membersOf({ groups, self }: GroupRule): string {
  const own = isTrue(self) ? ['its own members'] : [];
  return [...(groups.length > 0 ? ['security groups'] : []), ...own].join(' and ') || 'nobody that it names';
}

/** What a message calls traffic: `tcp 22`. */
export function describeTraffic(passing: Traffic | Unknown): string {
  if (isUnknown(passing)) return `traffic by ${passing.text}`;
  const { protocol, from, to } = passing;
  if (protocol === 'all') return 'every protocol';
  if (protocol !== 'tcp' && protocol !== 'udp') return /^\d+$/.test(protocol) ? `protocol ${protocol}` : protocol;
  return `${protocol} ${from === to ? from : `${from}-${to}`}`;
}

function inlineRule(body: { readonly [key: string]: Value }): GroupRule {
  return {
    protocol: body.protocol,
    fromPort: body.from_port,
    toPort: body.to_port,
    cidrs: [...items(body.cidr_blocks), ...items(body.ipv6_cidr_blocks)],
    prefixLists: items(body.prefix_list_ids),
    groups: [...items(body.security_groups), ...items(body.source_security_group_id)],
    self: body.self,
    description: body.description,
  };
}

function allOf(resource: Resource): { readonly [key: string]: Value } {
  const names = [
    'protocol',
    'from_port',
    'to_port',
    'cidr_blocks',
    'ipv6_cidr_blocks',
    'prefix_list_ids',
    'source_security_group_id',
    'self',
    'description',
  ];
  return Object.fromEntries(names.map((name) => [name, configured(resource, name)]));
}

/** Whether a value is the range of a network or a part of one, which is never everybody's, whatever it will be. */
function isNetwork(model: Model, from: Resource, { text, references }: Unknown): boolean {
  if (endsNarrow(text)) return true;
  // An expression around the reference may choose something else.
  if (!/^\$\{[\w.[\]*"-]+\}$/.test(text) || references.length !== 1) return false;
  return NETWORKS.test(resolve(model, from, references[0])?.type ?? '');
}
