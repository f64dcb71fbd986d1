import { holdsPersonalData } from '../../../aws/declared';
import {
  Direction,
  GROUPS,
  GroupRule,
  RULE_TYPES,
  audience,
  describeRule,
  groupOf,
  rulesOn,
  traffic,
} from '../../../aws/ec2/security-group-rules';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Unknown, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** Security groups of personal data that name where traffic goes, and say why. */
export const RULE: ResourceRule = {
  id: 'EC2-002',
  name: 'security-group-egress-named',
  title: 'A security group of personal data names where traffic may go, and describes each rule',
  severity: 'low',
  measures: ['3.3.4'],
  rationale:
    'Who breaks into a workload wants to send out what it holds, and to fetch tools. A group without a way to everybody on every port makes that hard. A rule without a description is one that nobody dares to remove. Traffic is everything where it is every protocol, or every port of TCP or UDP. Groups whose data class is public, internal or confidential are not judged.',
  fix: 'Name ports and targets in egress rules: a security group, a prefix list of AWS, or port 443 alone. Write into `description` what each rule is for.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html',
  ],
  types: [...GROUPS, ...new Set([...RULE_TYPES.ingress, ...RULE_TYPES.egress])],
  check: (resource, model) => {
    if (!holdsPersonalData(bearer(model, resource))) return undefined;
    const verdicts = DIRECTIONS.flatMap((direction) =>
      rulesOn(resource, direction).map((rule) => verdictOn(model, resource, direction, rule))
    );
    return worst(verdicts) ?? (GROUPS.includes(resource.type) ? MET : undefined);
  },
};

/** Whose class counts: that of a rule which says one by a tag of its own, else that of its group. */
function bearer(model: Model, resource: Resource): Resource {
  return resource.has('tags.tom:data-class') ? resource : (groupOf(model, resource) ?? resource);
}

function verdictOn(model: Model, resource: Resource, direction: Direction, rule: GroupRule | Unknown): Verdict {
  if (isUnknown(rule)) return undetermined(`a rule is ${describe(rule)}, which only a plan can tell`);
  const way = describeRule(rule, direction === 'ingress' ? 'from' : 'to');
  const described =
    rule.description === undefined || rule.description === ''
      ? violated(`the ${direction} rule for ${way} has no description`)
      : MET;
  const wide = direction === 'egress' ? egressVerdict(model, resource, rule, way) : MET;
  return worst([wide, described]) ?? MET;
}

function egressVerdict(model: Model, resource: Resource, rule: GroupRule, way: string): Verdict {
  const whom = audience(model, resource, rule);
  const passing = traffic(rule);
  if (whom === 'named') return MET;
  if (!isUnknown(passing)) {
    const { protocol, from, to } = passing;
    const hasPorts = protocol === 'tcp' || protocol === 'udp';
    if (protocol !== 'all' && !(hasPorts && from <= 1 && to >= 65535)) return MET;
    if (whom === 'everybody') return violated(`egress admits ${way}, which is everything to everybody`);
  }
  return undetermined(`egress admits ${way}: whether that is everything to everybody is only known to a plan`);
}
