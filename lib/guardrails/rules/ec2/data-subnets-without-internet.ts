import { Route, leadsToInternet, routesOf } from '../../../aws/ec2/routes';
import { areEverybody } from '../../../aws/ip-ranges';
import { RESOURCE_TYPES } from '../../../aws/types';
import { Model } from '../../../terraform/model';
import { companionsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

/** The types of group with which data stores name their subnets. */
const GROUPS = [...new Set(Object.values(RESOURCE_TYPES).flatMap(({ network }) => network?.subnetGroup?.[1] ?? []))];

/** Data stores in subnets that the internet has no way to, nor they to the internet. */
export const RULE: ResourceRule = {
  id: 'EC2-017',
  name: 'data-subnets-without-internet',
  title: 'A subnet of data stores has no route to the internet',
  severity: 'high',
  claims: ['3.3.4.k'],
  rationale:
    'Data stores answer to applications. A route to the internet serves nobody but who wants to take the data out, or to reach a store whose address became public by mistake. Judged are the subnets that a subnet group of a data store names, and those with the tag `tom:tier` data. A route counts whatever its destination, if it leads to an internet gateway, to a NAT gateway that is not private, or to an egress-only or carrier gateway. A route for everybody that leads elsewhere, such as to a transit gateway, leaves it open whether the internet lies behind it, as do routes that a VPN gateway propagates and the main route table of a default VPC that nobody adopted.',
  fix: 'Give the subnets of data stores a route table of their own, without routes to internet and NAT gateways, and reach AWS services through VPC endpoints.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
  ],
  types: ['aws_subnet'],
  check: (subnet, model) => {
    const group = GROUPS.flatMap((type) => companionsOf(model, subnet, type, 'subnet_ids'))[0];
    const tier = subnet.tag(TAG.tier);
    if (group) return routesVerdict(model, subnet, `${group.address} puts data stores into it`);
    if (tier === 'data') return routesVerdict(model, subnet, `its tag ${TAG.tier} is "data"`);
    if (!isUnknown(tier)) return undefined;
    const verdict = routesVerdict(model, subnet, `its tag ${TAG.tier} is ${describe(tier)}`);
    return verdict.outcome === 'violated' ? undetermined(`${verdict.message}: only a plan can tell the tag`) : verdict;
  },
};

function routesVerdict(model: Model, subnet: Resource, because: string): Verdict {
  const { routes, gap } = routesOf(model, subnet);
  const out = routes.find(leadsToInternet);
  if (out) {
    const { destination, names, holder } = out;
    return violated(
      `${because}, and the route to ${describe(destination)} in ${holder.address} leads out by ${describe(names)}`
    );
  }
  const far = routes.find(mayLeadOut);
  if (far) return undetermined(`${because}, and ${whereItEnds(far)}`);
  return gap ? undetermined(`${because}: ${gap.because}`) : MET;
}

function whereItEnds({ destination, names, holder, via }: Route): string {
  return isPropagated({ destination, via })
    ? `only the VPN gateway ${describe(names)} knows the routes that it adds to ${holder.address}`
    : `where the route to ${describe(destination)} in ${holder.address} ends is not known: ${describe(names)}`;
}

/** Whether the internet may lie behind a route: one for everybody that leaves the VPC, or one whose target or range is open. */
function mayLeadOut({ destination, via }: Route): boolean {
  if (via === 'unknown' || isPropagated({ destination, via })) return true;
  if (via === 'local') return false;
  return typeof destination === 'string' ? areEverybody([destination]) : false;
}

function isPropagated({ destination, via }: Pick<Route, 'destination' | 'via'>): boolean {
  return via === 'vpn-gateway' && destination === undefined;
}
