import { isEphemeral } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'health_check_type';

/** What names the groups behind a load balancer. */
const ATTACHMENTS = ['aws_autoscaling_attachment', 'aws_autoscaling_traffic_source_attachment'];
const OWN = ['target_group_arns', 'load_balancers', 'traffic_source'];

/** Groups that replace what their load balancer no longer asks. */
export const RULE: ResourceRule = {
  id: 'AUTOSCALING-002',
  name: 'group-replaces-unhealthy',
  title: 'An Auto Scaling group behind a load balancer replaces the instances that it finds unhealthy',
  severity: 'low',
  claims: ['3.3.1.f'],
  rationale:
    'By default a group only replaces instances that fail the status checks of EC2. One whose application has stopped passes those: the load balancer sends it nothing, and the group counts it, so that what is left carries the load until somebody looks. With the health checks of the load balancer the group starts another one.',
  fix: `Set \`${ATTRIBUTE}\` to ELB, or to VPC_LATTICE behind VPC Lattice, with a \`health_check_grace_period\` that the application starts within.`,
  sources: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html',
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html',
    'AWS Security Hub AutoScaling.1',
  ],
  types: ['aws_autoscaling_group'],
  check: (group, model) => {
    if (isEphemeral(group) || !isBehindLoadBalancer(model, group)) return undefined;
    const type = configured(group, ATTRIBUTE);
    if (isUnknown(type)) return unknownAttribute(ATTRIBUTE, type);
    const kinds = typeof type === 'string' ? type.split(',').map((kind) => kind.trim()) : [];
    if (kinds.some((kind) => kind === 'ELB' || kind === 'VPC_LATTICE')) return MET;
    const means = type === undefined ? ', which means EC2' : '';
    return violated(
      `${ATTRIBUTE} is ${describe(type)}${means}: instances that the load balancer no longer asks stay in the group`,
      { [ATTRIBUTE]: 'ELB' }
    );
  },
};

function isBehindLoadBalancer(model: Model, group: Resource): boolean {
  if (OWN.some((attribute) => isSet(group, attribute))) return true;
  return ATTACHMENTS.some((type) => companionsOf(model, group, type, 'autoscaling_group_name').length > 0);
}

/** A list that only a plan can tell is one that somebody passes on. */
function isSet(group: Resource, attribute: string): boolean {
  const value = configured(group, attribute);
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
