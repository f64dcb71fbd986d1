import { isProduction } from '../../../aws/declared';
import { itemsOf, zoneOf } from '../../../aws/zones';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const SUBNETS = 'vpc_config.subnet_ids';

/** Functions that outlive the loss of a zone. */
export const RULE: ResourceRule = {
  id: 'LAMBDA-003',
  name: 'function-in-two-zones',
  title: 'A function within a VPC in production has subnets in two Availability Zones or more',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'Lambda runs a function in several zones by itself, but a function in a VPC only where it has a subnet: with one it stops when that zone is out. Subnets count as different zones where nothing shows that they share one; a list that is not written out is left to the plan. A function whose environment nobody declares counts as production.',
  fix: 'Name at least two subnets, each of another Availability Zone, in `vpc_config.subnet_ids`. What is no production says so: the posture, or the tag tom:environment.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/security-resilience.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'AWS Security Hub Lambda.5',
  ],
  types: ['aws_lambda_function'],
  check: (lambda, model) => (isProduction(lambda) ? subnetsVerdict(model, lambda) : undefined),
};

function subnetsVerdict(model: Model, lambda: Resource): Verdict | undefined {
  const subnets = lambda.get(SUBNETS);
  if (isUnknown(subnets)) return unknownAttribute(SUBNETS, subnets);
  const zones = new Set(itemsOf(subnets).map((subnet) => zoneOf(model, lambda, subnet)));
  if (zones.size === 0) return undefined;
  if (zones.size > 1) return MET;
  return violated(`the function has subnets in one Availability Zone (${[...zones].join()}), and stops with it`);
}
