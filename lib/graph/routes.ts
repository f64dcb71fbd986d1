import { routesOf } from '../aws/ec2/routes';
import { canonical } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { describe } from '../terraform/value';
import { ReferenceTracker } from './reference-tracker';

/** Where the routes of a subnet lead. */
export interface Ways {
  /** The gateways that its routes name. */
  readonly gateways: ReadonlySet<Resource>;
  /** Whether one of them leads to an internet gateway. */
  readonly isPublic: boolean;
  /** Whether there may be more routes, or they lead where the input does not say. */
  readonly isOpen: boolean;
}

/** What is drawn where a route leads to it. */
const DRAWN = [
  'aws_ec2_transit_gateway',
  'aws_egress_only_internet_gateway',
  'aws_instance',
  'aws_internet_gateway',
  'aws_nat_gateway',
  'aws_networkfirewall_firewall',
  'aws_vpc_endpoint',
  'aws_vpc_peering_connection',
  'aws_vpn_gateway',
];

/** The ways out of a subnet. */
export function waysOf(references: ReferenceTracker, subnet: Resource): Ways {
  const { routes, gap } = routesOf(references.model, subnet);
  const outward = routes.filter(({ via }) => via !== 'local');
  const gateways = new Set<Resource>();
  let isOpen = gap !== undefined;
  if (gap?.at) references.leaveOpen(gap.at, gap.because);
  for (const { holder, names, target } of outward) {
    if (target && DRAWN.includes(target.type)) gateways.add(canonical(target));
    else {
      isOpen = true;
      references.leaveOpen(holder, `route ${describe(names)}`);
    }
  }
  return { gateways, isPublic: outward.some(({ via }) => via === 'internet-gateway'), isOpen };
}
