import { areEverybody } from '../../../aws/ip-ranges';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Value, describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const ROUTE = 'aws_route';
const PEERING = 'vpc_peering_connection_id';

/** Where a route resource, and a route within a table, name their destination. */
const OWN = ['destination_cidr_block', 'destination_ipv6_cidr_block'];
const INNER = ['cidr_block', 'ipv6_cidr_block'];

/** Peered networks that get the traffic for them, and no other. */
export const RULE: ResourceRule = {
  id: 'EC2-022',
  name: 'no-default-route-to-peers',
  title: 'No route sends traffic for every address to a peered VPC',
  severity: 'medium',
  claims: ['3.3.4.o'],
  rationale:
    'A peering connection joins two networks that somebody else may run. A route for 0.0.0.0/0 or ::/0 hands it whatever has no other way, instead of what is for the other network: AWS has the routes of a peering name the ranges of the peer, and no more than is needed of them.',
  fix: 'Name the range of the peer, or the subnets in it, as the destination.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
    'https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html',
    'CIS AWS Foundations Benchmark 3.0.0, 5.5',
  ],
  types: [ROUTE, 'aws_route_table', 'aws_default_route_table'],
  check: (resource) =>
    resource.type === ROUTE
      ? routeVerdict(resource, OWN)
      : worst(resource.blocks('route').map((route) => routeVerdict(route, INNER))),
};

function routeVerdict(route: Block, destinations: readonly string[]): Verdict | undefined {
  const peer = configured(route, PEERING);
  if (peer === undefined || peer === '') return undefined;
  const values = destinations.map((name): readonly [string, Value] => [name, configured(route, name)]);
  const wide = values.find(([, value]) => typeof value === 'string' && areEverybody([value]));
  if (wide)
    return violated(
      `${wide[0]} is ${describe(wide[1])}, and ${PEERING} is ${describe(peer)}: the peer gets all that has no other way`
    );
  const open = values.find(([, value]) => isUnknown(value) && !isRangeOfNetwork(value));
  return open ? undetermined(`${open[0]} is ${describe(open[1])}, which only a plan can tell`) : MET;
}

/** The range of a VPC or a subnet is never that of everyone. */
function isRangeOfNetwork(value: Value): boolean {
  return (
    isUnknown(value) && /^(?:data\.)?aws_(?:vpc|subnet)\.[\w-]+\.(?:ipv6_)?cidr_block$/.test(value.reference ?? '')
  );
}
