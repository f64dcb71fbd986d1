import { Construct } from 'constructs';
import { refuse } from '../core/errors';
import { IVpc, Subnet, SubnetTier } from '../network/vpc';

/** The data subnets of a network, in two zones or more. What stands in one zone is lost with it. */
export function dataSubnets(scope: Construct, vpc: IVpc, what: string): string[] {
  const subnets = vpc.subnets(SubnetTier.DATA);
  requireZones(scope, subnets, what);
  return subnets.map(({ subnetId }) => subnetId);
}

/** The same, one subnet a zone, for services that take no more. */
export function dataSubnetsByZone(scope: Construct, vpc: IVpc, what: string): string[] {
  const subnets = vpc.subnets(SubnetTier.DATA);
  requireZones(scope, subnets, what);
  const first = new Map<string, string>();
  for (const { availabilityZone, subnetId } of subnets) {
    if (!first.has(availabilityZone)) first.set(availabilityZone, subnetId);
  }
  return [...first.values()];
}

function requireZones(scope: Construct, subnets: readonly Subnet[], what: string): void {
  const zones = [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))];
  if (zones.length >= 2) return;
  refuse(scope, {
    prop: 'vpc',
    must: `must have data subnets in two zones or more: one zone that fails takes the ${what} along`,
    value: zones,
    measure: '3.3.1',
    fix: 'give the network a second zone',
  });
}
