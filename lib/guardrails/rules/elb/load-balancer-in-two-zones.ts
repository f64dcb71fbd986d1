import { isEphemeral } from '../../../aws/declared';
import { LOAD_BALANCERS } from '../../../aws/elb/load-balancer';
import { itemsOf, zoneOf } from '../../../aws/zones';
import { dynamicBlocks } from '../../../terraform/block';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { JsonObject, Unknown, Value, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Load balancers that outlive the loss of a zone. */
export const RULE: ResourceRule = {
  id: 'ELB-005',
  name: 'load-balancer-in-two-zones',
  title: 'A load balancer outside ephemeral environments stands in two Availability Zones or more',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'A load balancer in one zone is gone when the zone is, with everything behind it. AWS demands two zones of an application load balancer, except on Outposts and in Local Zones, and of no other. Subnets count as different zones where nothing shows that they share one; a list that is not written out is left to the plan.',
  fix: 'Name at least two subnets, each of another Availability Zone, in `subnets` or `subnet_mapping`. A stack that may fail says so: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html',
    'AWS Security Hub ELB.10, ELB.13',
  ],
  types: [...LOAD_BALANCERS, 'aws_elb'],
  check: (balancer, model) => (isEphemeral(balancer) ? undefined : zonesVerdict(model, balancer)),
};

function zonesVerdict(model: Model, balancer: Resource): Verdict {
  const subnets = balancer.get('subnets');
  const named = balancer.get('availability_zones');
  const mapped = balancer.blocks('subnet_mapping').map((mapping) => mapping.get('subnet_id'));
  const zones = new Set<string>([
    ...[...itemsOf(subnets), ...mapped].map((subnet) => zoneOf(model, balancer, subnet)),
    ...itemsOf(named).map((zone) => `zone ${describe(zone)}`),
  ]);
  if (zones.size > 1) return MET;
  const lists: [attribute: string, value: Value][] = [
    ['subnets', subnets],
    ['availability_zones', named],
    ['subnet_mapping', repeated(balancer.body) ?? balancer.get('subnet_mapping')],
  ];
  const open = lists.find(([, value]) => isUnknown(value));
  if (open) return unknownAttribute(...open);
  return violated(
    zones.size === 0
      ? 'subnets and subnet_mapping are not set, so nothing says that it stands in two Availability Zones'
      : `it stands in one Availability Zone (${[...zones].join()}), and is lost with it`
  );
}

/** A dynamic block stands for as many as its `for_each` has. */
function repeated(body: JsonObject): Value {
  return dynamicBlocks(body, 'subnet_mapping').length > 0 ? new Unknown('made by a dynamic subnet_mapping') : undefined;
}
