import { holdsPersonalData } from '../../../aws/declared';
import {
  ALL_RULE_TYPES,
  Direction,
  GROUPS,
  GroupRule,
  classHolder,
  describeRule,
  rulesOn,
} from '../../../aws/ec2/security-group-rules';
import { Unknown, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** Security groups of personal data whose rules say what they are for. */
export const RULE: ResourceRule = {
  id: 'EC2-020',
  name: 'security-group-rules-described',
  title: 'A security group of personal data describes each of its rules',
  severity: 'low',
  claims: ['3.3.4.h'],
  rationale:
    'A rule without a description is one that nobody dares to remove. Groups whose data class is public, internal or confidential are not judged.',
  fix: 'Write into `description` what each rule is for.',
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html'],
  types: [...GROUPS, ...ALL_RULE_TYPES],
  check: (resource, model) => {
    if (!holdsPersonalData(classHolder(model, resource))) return undefined;
    const verdicts = DIRECTIONS.flatMap((direction) =>
      rulesOn(resource, direction).map((rule) => verdictOn(direction, rule))
    );
    return worst(verdicts) ?? (GROUPS.includes(resource.type) ? MET : undefined);
  },
};

function verdictOn(direction: Direction, rule: GroupRule | Unknown): Verdict {
  if (isUnknown(rule)) return undetermined(`a rule is ${describe(rule)}, which only a plan can tell`);
  if (rule.description !== undefined && rule.description !== '') return MET;
  const way = describeRule(rule, direction === 'ingress' ? 'from' : 'to');
  return violated(`the ${direction} rule for ${way} has no description`);
}
