import { isProduction } from '../../../aws/declared';
import { itemsOf, zoneOf } from '../../../aws/zones';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Groups that outlive the loss of a zone. */
export const RULE: ResourceRule = {
  id: 'AUTOSCALING-001',
  name: 'group-in-two-zones',
  title: 'An Auto Scaling group in production spans two Availability Zones or more',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'A group that spans zones starts in the others what one has lost. In one zone it can start nothing while that zone is out. Subnets count as different zones where nothing shows that they share one; a list that is not written out is left to the plan. A group whose environment nobody declares counts as production.',
  fix: 'Name at least two subnets, each of another Availability Zone, in `vpc_zone_identifier`. What is no production says so: the posture, or a `tag` with the key tom:environment.',
  sources: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html',
    'AWS Security Hub AutoScaling.2',
  ],
  types: ['aws_autoscaling_group'],
  check: (group, model) => (isForUsers(group) ? zonesVerdict(model, group) : undefined),
};

/** A group has no `tags`, but a block for each tag. */
function isForUsers(group: Resource): boolean {
  const tag = group.blocks('tag').find((block) => block.get('key') === TAG.environment);
  const environment = tag?.get('value');
  return typeof environment === 'string' ? environment === 'production' : isProduction(group);
}

/** The provider fills in the zones of the subnets: they only count where no subnets are named. */
function zonesVerdict(model: Model, group: Resource): Verdict {
  const subnets = group.get('vpc_zone_identifier');
  const named = group.get('availability_zones');
  if (isUnknown(subnets)) return unknownAttribute('vpc_zone_identifier', subnets);
  if (subnets === undefined && isUnknown(named)) return unknownAttribute('availability_zones', named);
  const zones = new Set(
    subnets === undefined
      ? itemsOf(named).map((zone) => `zone ${describe(zone)}`)
      : itemsOf(subnets).map((subnet) => zoneOf(model, group, subnet))
  );
  if (zones.size > 1) return MET;
  return violated(
    zones.size === 0
      ? 'vpc_zone_identifier is not set, so nothing says that the group spans two Availability Zones'
      : `the group stands in one Availability Zone (${[...zones].join()}), and is lost with it`
  );
}
