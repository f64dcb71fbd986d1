import { EgressOnlyInternetGateway } from '@cdktf/provider-aws/lib/egress-only-internet-gateway';
import { Eip } from '@cdktf/provider-aws/lib/eip';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Construct } from 'constructs';
import { NetworkContext, Tier } from './tier';

/** How many NAT gateways the application tier reaches out through. */
export enum NatGateways {
  /** None: the application tier has no way out. It calls AWS by private endpoints. */
  NONE = 'none',
  /** One for all zones: with its zone the way out is lost. */
  ONE = 'one',
  /** One in each zone. */
  ONE_PER_ZONE = 'one-per-zone',
}

const EVERYBODY = { destinationCidrBlock: '0.0.0.0/0' };
const EVERYBODY_IPV6 = { destinationIpv6CidrBlock: '::/0' };

/** Leads the public tier to the internet, and the application tier out through NAT gateways where there are some. */
export function addGateways(
  scope: Construct,
  network: NetworkContext,
  publicTier: Tier,
  applicationTier: Tier,
  natGateways: NatGateways
): void {
  const { vpcId, region, ipv6CidrBlock, tagsOf } = network;
  const internet = new InternetGateway(scope, 'InternetGateway', { vpcId, region, tags: tagsOf('internet') });
  const gatewayId = internet.id;
  publicTier.addRoute('InternetRoute', 0, { ...EVERYBODY, gatewayId });
  if (ipv6CidrBlock !== undefined) publicTier.addRoute('InternetRouteIpv6', 0, { ...EVERYBODY_IPV6, gatewayId });
  if (natGateways === NatGateways.NONE) return;

  const zones = publicTier.subnetIds.map((_, at) => at);
  const natIds = zones.slice(0, natGateways === NatGateways.ONE ? 1 : zones.length).map((at) => {
    const tags = tagsOf(`nat-${at + 1}`);
    const address = new Eip(publicTier, `NatAddress${at + 1}`, { domain: 'vpc', region, tags, dependsOn: [internet] });
    const nat = new NatGateway(publicTier, `NatGateway${at + 1}`, {
      subnetId: publicTier.subnetIds[at],
      allocationId: address.id,
      region,
      tags,
      dependsOn: [internet],
    });
    return nat.id;
  });
  for (const at of zones) {
    const natGatewayId = natIds[at] ?? natIds[0];
    applicationTier.addRoute(`NatRoute${at + 1}`, at, { ...EVERYBODY, natGatewayId });
  }
  if (ipv6CidrBlock === undefined) return;
  const egressOnly = new EgressOnlyInternetGateway(scope, 'EgressOnlyInternetGateway', {
    vpcId,
    region,
    tags: tagsOf('egress-only'),
  });
  const egressOnlyGatewayId = egressOnly.id;
  for (const at of zones) {
    applicationTier.addRoute(`EgressOnlyRoute${at + 1}`, at, { ...EVERYBODY_IPV6, egressOnlyGatewayId });
  }
}
