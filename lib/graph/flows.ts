import { SUBNETS, VPCS } from '../aws/ec2/networks';
import { GROUPS } from '../aws/ec2/security-group-rules';
import { isInside } from '../aws/ip-ranges';
import { Block } from '../terraform/block';
import { Resource } from '../terraform/stack';
import { asNumber, isTrue, isUnknown } from '../terraform/value';
import { Draft, DraftNode } from './draft';
import { Endpoints } from './endpoints';
import { LoadBalancers } from './load-balancers';
import { nameOf } from './names';
import { Places, text } from './places';
import { ReferenceTracker } from './reference-tracker';
import { Workloads } from './workloads';

/** What a rule of a security group lets through. */
interface Ports {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** A rule of a security group, in whichever of the provider's styles it is written. */
interface Rule {
  readonly resource: Resource;
  readonly block: Block;
  readonly direction: 'ingress' | 'egress';
  readonly group: Resource | string;
  readonly names: typeof SPLIT;
}

/** What each style calls the peers. */
const SPLIT = {
  cidrs: ['cidr_ipv4', 'cidr_ipv6'],
  groups: ['referenced_security_group_id'],
  prefixLists: ['prefix_list_id'],
  protocol: 'ip_protocol',
};
const OLDER = {
  cidrs: ['cidr_blocks', 'ipv6_cidr_blocks'],
  groups: ['source_security_group_id'],
  prefixLists: ['prefix_list_ids'],
  protocol: 'protocol',
};
const INLINE = { ...OLDER, groups: ['security_groups'] };

const EVERYWHERE = ['0.0.0.0/0', '::/0'];
const PREFIX_LISTS = ['aws_ec2_managed_prefix_list', 'aws_prefix_list', 'aws_vpc_endpoint'];
const PROTOCOLS: { readonly [number: string]: string } = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' };

/** Draws who may reach whom: the rules of security groups, between their members. */
export class Flows {
  /** The rules to the internet that no route serves. */
  readonly unrouted = new Set<Block>();

  constructor(
    private readonly draft: Draft,
    private readonly references: ReferenceTracker,
    private readonly places: Places,
    private readonly workloads: Workloads,
    private readonly balancers: LoadBalancers,
    private readonly endpoints: Endpoints
  ) {}

  public draw(): void {
    const { model } = this.references;
    for (const direction of ['ingress', 'egress'] as const) {
      for (const rule of model.resources(`aws_vpc_security_group_${direction}_rule`)) {
        this.drawSplit(rule, direction, SPLIT);
      }
    }
    for (const rule of model.resources('aws_security_group_rule')) {
      this.drawSplit(rule, rule.get('type') === 'egress' ? 'egress' : 'ingress', OLDER);
    }
    for (const group of GROUPS.flatMap((type) => [...model.resources(type)])) {
      for (const direction of ['ingress', 'egress'] as const) {
        if (isUnknown(group.get(direction))) this.references.leaveOpen(group, direction);
        for (const block of group.blocks(direction)) {
          this.drawRule({ resource: group, block, direction, group, names: INLINE });
        }
      }
    }
  }

  private drawSplit(resource: Resource, direction: Rule['direction'], names: Rule['names']): void {
    for (const group of this.references.find(resource, ['security_group_id'], GROUPS)) {
      this.drawRule({ resource, block: resource, direction, group, names });
    }
  }

  private drawRule(rule: Rule): void {
    const ports = portsOf(rule);
    if (!ports) {
      this.references.leaveOpen(rule.resource, `${rule.direction} ports`);
      return;
    }
    const peers = this.peersOf(rule);
    if (peers.length === 0) return;
    for (const end of this.workloads.endsOf(rule.group, rule.resource)) {
      for (const peer of peers) {
        if (rule.direction === 'ingress') this.drawFlow(peer, end, ports);
        else if (peer.kind === 'internet' && this.places.isIsolated(end.box)) this.unrouted.add(rule.block);
        else this.drawFlow(end, peer, ports);
      }
    }
  }

  /** A rule for a port on which somebody listens is shown as what listens there. */
  private drawFlow(from: DraftNode, to: DraftNode, ports: Ports): void {
    const services = this.balancers
      .servicesOf(to, from)
      .filter(({ port, protocol }) => port >= ports.from && port <= ports.to && isSame(ports.protocol, protocol));
    if (services.length === 0 || ports.from !== ports.to) this.draft.edge(from, to, 'flow', ports.label);
    for (const { label } of services) this.draft.edge(from, to, 'flow', label);
  }

  private peersOf(rule: Rule): DraftNode[] {
    const { resource, block, group, names } = rule;
    const peers = new Set<DraftNode>();
    for (const other of this.references.find(resource, names.groups, GROUPS, block)) {
      for (const end of this.workloads.endsOf(other, resource)) peers.add(end);
    }
    if (isTrue(block.get('self'))) for (const end of this.workloads.endsOf(group, resource)) peers.add(end);
    for (const range of this.references.find(resource, names.cidrs, [...VPCS, ...SUBNETS], block)) {
      peers.add(typeof range === 'string' ? this.rangeNode(range, group) : this.allOf(range));
    }
    for (const list of this.references.find(resource, names.prefixLists, PREFIX_LISTS, block)) {
      peers.add(this.prefixListNode(list));
    }
    return [...peers];
  }

  /** An address range: the internet, all of a network or tier, a part of one, or somewhere else. */
  private rangeNode(cidr: string, group: Resource | string): DraftNode {
    if (EVERYWHERE.includes(cidr)) return this.draft.internet;
    const network = typeof group === 'string' ? undefined : this.places.networkOf(group);
    const tier = network?.tierOfCidr.get(cidr);
    if (tier) return tier.box.node('network', 'all', `all of the ${tier.box.name}`);
    if (network?.cidrs.includes(cidr)) return network.box.node('network', 'all', `all of ${network.box.name}`);
    const box = network?.cidrs.some((range) => isInside(cidr, range)) ? network.box : this.draft.outside;
    return box.node('network', cidr, cidr);
  }

  private allOf(range: Resource): DraftNode {
    const box = SUBNETS.includes(range.type) ? this.places.tierOf(range).box : this.places.networkBox(range);
    return box.node('network', 'all', `all of ${box.kind === 'tier' ? 'the ' : ''}${box.name}`);
  }

  private prefixListNode(list: Resource | string): DraftNode {
    if (typeof list === 'string') return this.draft.outside.node('network', list, list);
    const endpoint = this.endpoints.nodeOf(list);
    if (endpoint) return endpoint;
    const name = list.mode === 'data' ? (text(list, 'name') ?? nameOf(list)) : nameOf(list);
    const node = this.draft.outside.node('network', list.qualifiedAddress, name);
    node.details.add('prefix list');
    return node;
  }
}

/** The ports of a rule, or `undefined` where only a plan can tell them. */
function portsOf({ block, names }: Rule): Ports | undefined {
  const written = block.get(names.protocol);
  const [low, high] = [block.get('from_port'), block.get('to_port')];
  if (isUnknown(written) || isUnknown(low) || isUnknown(high)) return undefined;
  const given = typeof written === 'string' || typeof written === 'number' ? String(written).toLowerCase() : '-1';
  const protocol = PROTOCOLS[given] ?? given;
  if (protocol === '-1' || protocol === 'all') return { protocol: 'all', from: 0, to: 65535, label: 'all traffic' };
  if (protocol !== 'tcp' && protocol !== 'udp') return { protocol, from: -1, to: -1, label: protocol };
  const [from, to] = [asNumber(low) ?? 0, asNumber(high) ?? 65535];
  const shown = from === to ? String(from) : from <= 0 && to >= 65535 ? 'all ports' : `${from}-${to}`;
  return { protocol, from, to, label: `${protocol} ${shown}` };
}

/** Whether a service of a load balancer can be reached by a protocol. */
function isSame(transport: string, service: string): boolean {
  if (transport === 'all' || service === 'TCP_UDP') return true;
  return (service === 'UDP') === (transport === 'udp');
}
