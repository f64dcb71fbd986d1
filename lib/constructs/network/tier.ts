import { Construct } from 'constructs';
import { Fn } from 'cdktf';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet as Ec2Subnet } from '@cdktf/provider-aws/lib/subnet';
import { TAG } from '../../toms/tags';
import { Subnet, SubnetTier } from './vpc';
import { Zones } from './zones';

/** What the parts of a network know of the whole. */
export interface NetworkContext {
  readonly vpcId: string;
  readonly region?: string;
  readonly zones: Zones;
  /** The IPv6 range of the network, a /56, where it has one. */
  readonly ipv6CidrBlock?: string;
  /** The tags of a part, which is called after the network and `name`. */
  readonly tagsOf: (name: string, own?: { [key: string]: string }) => { [key: string]: string };
}

/** What makes a tier what it is. */
export interface TierProps {
  readonly tier: SubnetTier;
  readonly network: NetworkContext;
  /** The IPv4 ranges of its subnets, one a zone. */
  readonly cidrs: readonly string[];
  /** One route table a zone rather than one in all, for what reaches out through the gateway of its own zone. */
  readonly routesByZone?: boolean;
}

/** The position of a tier's /64 among the sixteen that each zone has room for. */
const IPV6_OFFSET: { readonly [T in SubnetTier]: number } = {
  [SubnetTier.PUBLIC]: 0,
  [SubnetTier.APPLICATION]: 1,
  [SubnetTier.DATA]: 2,
  [SubnetTier.ENDPOINT]: 3,
};

/**
 * The subnets of a tier, one a zone, and their route tables, which lead nowhere but within the network until a route is added.
 */
export class Tier extends Construct {
  public readonly tier: SubnetTier;
  public readonly subnets: readonly Subnet[];
  public readonly subnetIds: string[];
  public readonly routeTableIds: string[];
  /** The addresses of each subnet, by zone. */
  public readonly ranges: readonly { readonly ipv4: string; readonly ipv6?: string }[];
  private readonly region?: string;

  constructor(scope: Construct, id: string, props: TierProps) {
    super(scope, id);
    const { tier, network } = props;
    const { names: zones } = network.zones;
    this.tier = tier;
    this.region = network.region;
    this.ranges = zones.map((_, at) => ({ ipv4: props.cidrs[at], ipv6: ipv6Of(network, tier, at) }));
    this.subnets = zones.map((availabilityZone, at) => {
      const subnet = this.subnet(network, availabilityZone, at);
      return { subnetId: subnet.id, availabilityZone };
    });
    this.subnetIds = this.subnets.map(({ subnetId }) => subnetId);
    this.routeTableIds = props.routesByZone
      ? zones.map((_, at) => this.routeTable(network, `RouteTable${at + 1}`, `${tier}-${at + 1}`))
      : [this.routeTable(network, 'RouteTable', tier)];
    this.subnetIds.forEach((subnetId, at) => {
      const routeTableId = this.routeTableIds[at] ?? this.routeTableIds[0];
      new RouteTableAssociation(this, `RouteTableAssociation${at + 1}`, {
        subnetId,
        routeTableId,
        region: this.region,
      });
    });
  }

  /** A route in the table of a zone, counted from 0, or in the only table. */
  public addRoute(id: string, at: number, to: { [target: string]: string }): void {
    new Route(this, id, { routeTableId: this.routeTableIds[at] ?? this.routeTableIds[0], region: this.region, ...to });
  }

  private subnet(network: NetworkContext, availabilityZone: string, at: number): Ec2Subnet {
    const { tier } = this;
    return new Ec2Subnet(this, `Subnet${at + 1}`, {
      vpcId: network.vpcId,
      availabilityZone,
      cidrBlock: this.ranges[at].ipv4,
      ipv6CidrBlock: this.ranges[at].ipv6,
      mapPublicIpOnLaunch: false,
      // An address of IPv6 is one of the internet: only what leaves through an egress-only gateway gets one unasked.
      assignIpv6AddressOnCreation: network.ipv6CidrBlock === undefined ? undefined : tier === SubnetTier.APPLICATION,
      region: network.region,
      tags: network.tagsOf(`${tier}-${at + 1}`, { [TAG.tier]: tier }),
      // The list of zones may change while one is down, and a subnet in another zone is another subnet.
      lifecycle: network.zones.areLookedUp ? { ignoreChanges: ['availability_zone'] } : undefined,
    });
  }

  private routeTable(network: NetworkContext, id: string, name: string): string {
    const tags = network.tagsOf(name, { [TAG.tier]: this.tier });
    return new RouteTable(this, id, { vpcId: network.vpcId, region: network.region, tags }).id;
  }
}

function ipv6Of(network: NetworkContext, tier: SubnetTier, at: number): string | undefined {
  if (network.ipv6CidrBlock === undefined) return undefined;
  return Fn.cidrsubnet(network.ipv6CidrBlock, 8, at * 16 + IPV6_OFFSET[tier]);
}
