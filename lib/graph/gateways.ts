import { SUBNETS, VPCS } from '../aws/ec2/networks';
import { canonical, companionsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Draft, DraftBox, DraftNode } from './draft';
import { NodeKind } from './graph';
import { nameOf } from './names';
import { Places, text } from './places';
import { ReferenceTracker } from './reference-tracker';
import { Workloads } from './workloads';

/** The gateways of a network, what they are called, and what joins them to it where they do not say so themselves. */
const OF_NETWORK: readonly (readonly [type: string, what: string, attachment?: readonly [string, string]])[] = [
  ['aws_internet_gateway', 'internet gateway', ['aws_internet_gateway_attachment', 'internet_gateway_id']],
  ['aws_egress_only_internet_gateway', 'egress-only internet gateway'],
  ['aws_vpn_gateway', 'VPN gateway', ['aws_vpn_gateway_attachment', 'vpn_gateway_id']],
];

/** Draws the ways in and out of networks that routes name, and VPNs. */
export class Gateways {
  private readonly nodes = new Map<Resource, DraftNode>();

  constructor(
    private readonly draft: Draft,
    private readonly references: ReferenceTracker,
    private readonly places: Places,
    private readonly workloads: Workloads
  ) {}

  public draw(): void {
    for (const [type, what, attachment] of OF_NETWORK) {
      for (const gateway of this.references.model.resources(type)) this.drawOfNetwork(gateway, what, attachment);
    }
    this.drawNats();
    this.drawTransit();
    this.drawPeerings();
    this.drawVpns();
    for (const tier of this.places.tiers.values()) {
      for (const gateway of tier.gateways) {
        const node = this.nodes.get(gateway) ?? this.workloads.nodeOf(gateway) ?? this.drawOther(gateway, tier.box);
        this.draft.edge(node, tier.node, 'route', 'route');
      }
    }
  }

  /** What a route names and is not drawn yet: a gateway that is only looked up, or an endpoint of a firewall. */
  private drawOther(gateway: Resource, tier: DraftBox): DraftNode {
    const what = gateway.type.replace(/^aws_/, '').replace(/_/g, ' ');
    const node = this.add(gateway, tier.parent ?? tier, 'gateway', what);
    if (gateway.type === 'aws_internet_gateway') this.draft.edge(this.draft.internet, node, 'route');
    return node;
  }

  private drawOfNetwork(gateway: Resource, what: string, attachment?: readonly [string, string]): void {
    const joins = attachment ? companionsOf(this.references.model, gateway, attachment[0], attachment[1]) : [];
    const from = gateway.has('vpc_id') ? gateway : joins[0];
    const network = from && this.places.networkOf(from);
    const node = this.add(gateway, network?.box ?? this.places.account(gateway), 'gateway', what);
    if (gateway.type !== 'aws_vpn_gateway') this.draft.edge(this.draft.internet, node, 'route');
  }

  /** There is one in every zone: those of a tier are one node. */
  private drawNats(): void {
    for (const nat of this.references.model.resources('aws_nat_gateway')) {
      const subnets = this.references.resources(nat, ['subnet_id'], SUBNETS);
      const isPrivate = text(nat, 'connectivity_type') === 'private';
      const name = isPrivate ? 'private NAT' : 'NAT';
      this.nodes.set(canonical(nat), this.places.placeOf(nat, subnets).node('gateway', name, name));
    }
  }

  private drawTransit(): void {
    const { model } = this.references;
    for (const gateway of model.resources('aws_ec2_transit_gateway')) {
      this.add(gateway, this.places.account(gateway), 'gateway', 'transit gateway');
    }
    for (const attachment of model.resources('aws_ec2_transit_gateway_vpc_attachment')) {
      const network = this.places.networkOf(attachment);
      for (const node of this.named(attachment, 'transit_gateway_id', 'aws_ec2_transit_gateway', 'transit gateway')) {
        if (network) this.draft.edge(network.box, node, 'part');
      }
    }
  }

  private drawPeerings(): void {
    for (const peering of this.references.model.resources('aws_vpc_peering_connection')) {
      const node = this.add(peering, this.places.account(peering), 'gateway', 'peering');
      for (const network of this.references.find(peering, ['vpc_id', 'peer_vpc_id'], VPCS)) {
        // A peer that the input does not hold may be anybody's.
        const end =
          typeof network === 'string'
            ? this.draft.outside.node('network', network, network)
            : this.places.networkBox(network);
        this.draft.edge(end, node, 'part');
      }
    }
  }

  private drawVpns(): void {
    const { model } = this.references;
    for (const connection of model.resources('aws_vpn_connection')) {
      const node = this.add(connection, this.places.account(connection), 'vpn', 'VPN');
      for (const [attribute, type, what] of [
        ['vpn_gateway_id', 'aws_vpn_gateway', 'VPN gateway'],
        ['transit_gateway_id', 'aws_ec2_transit_gateway', 'transit gateway'],
      ]) {
        for (const gateway of this.named(connection, attribute, type, what)) this.draft.edge(node, gateway, 'part');
      }
      for (const customer of this.references.resources(connection, ['customer_gateway_id'], ['aws_customer_gateway'])) {
        const outer = this.draft.outside.node('network', customer.qualifiedAddress, nameOf(customer));
        outer.details.add(text(customer, 'ip_address') ?? 'customer gateway');
        this.draft.edge(outer, node, 'flow', 'IPsec');
      }
    }
    for (const vpn of model.resources('aws_ec2_client_vpn_endpoint')) {
      const node = this.workloads.nodeOf(vpn);
      if (node) this.draft.edge(this.draft.internet, node, 'flow', clientLabel(vpn));
    }
  }

  /** The gateways that an attribute names; those of other accounts, by their id, are outside. */
  private named(from: Resource, attribute: string, type: string, what: string): DraftNode[] {
    return this.references.find(from, [attribute], [type]).map((gateway) => {
      if (typeof gateway !== 'string') {
        return this.nodes.get(gateway) ?? this.add(gateway, this.places.account(gateway), 'gateway', what);
      }
      const node = this.draft.outside.node('gateway', gateway, gateway);
      node.details.add(what);
      return node;
    });
  }

  private add(resource: Resource, box: DraftBox, kind: NodeKind, what: string): DraftNode {
    const one = canonical(resource);
    const node = box.node(kind, one.qualifiedAddress, nameOf(one));
    node.details.add(what);
    if (!this.nodes.has(one)) this.nodes.set(one, node);
    return node;
  }
}

const AUTHENTICATION: { readonly [type: string]: string } = {
  'certificate-authentication': 'certificate',
  'directory-service-authentication': 'directory',
  'federated-authentication': 'SAML',
};

/** `udp 443, SAML`: how clients come in, and how they show who they are. */
function clientLabel(vpn: Resource): string {
  const port = vpn.get('vpn_port') ?? 443;
  const options = vpn.blocks('authentication_options').map((option) => option.get('type'));
  const names = options.flatMap((type) => (typeof type === 'string' ? (AUTHENTICATION[type] ?? type) : []));
  const transport = text(vpn, 'transport_protocol') ?? 'udp';
  const where = typeof port === 'number' || typeof port === 'string' ? `${transport} ${port}` : transport;
  return [where, ...names.sort()].join(', ');
}
