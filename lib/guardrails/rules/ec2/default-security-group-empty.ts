import { ALL_RULE_TYPES, rulesOn } from '../../../aws/ec2/security-group-rules';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const DEFAULT = 'aws_default_security_group';

/** VPCs whose default security group admits nothing. */
export const RULE: ResourceRule = {
  id: 'EC2-004',
  name: 'default-security-group-empty',
  title: 'The default security group of a VPC is adopted, and has no rules',
  severity: 'medium',
  claims: ['3.3.4.c'],
  rationale:
    'What is started without a security group gets the default one, which lets all its members talk to each other and to everybody outside. Nobody can delete it, but a configuration can take it over and leave it empty: then what forgets its group reaches nothing.',
  fix: `Give the VPC an \`${DEFAULT}\` with its \`vpc_id\`, and neither \`ingress\` nor \`egress\`.`,
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html',
    'CIS AWS Foundations Benchmark 3.0.0, 5.4',
    'AWS Security Hub EC2.2',
  ],
  types: ['aws_vpc'],
  check: (vpc, model) => {
    const groups = companionsOf(model, vpc, DEFAULT, 'vpc_id');
    const verdict = worst([
      ...groups.map((group) => emptyVerdict(model, group)),
      addedVerdict(model, vpc, ['default_security_group_id']),
    ]);
    if (verdict && (groups.length > 0 || verdict.outcome === 'violated')) return verdict;
    if (hasUndeterminedCompanion(model, DEFAULT, 'vpc_id')) {
      return undetermined(`an ${DEFAULT} names its VPC by a value that only a plan can tell`);
    }
    return violated(`the VPC has no ${DEFAULT}, so its default group admits what AWS puts into it`);
  },
};

function emptyVerdict(model: Model, group: Resource): Verdict {
  const rules = (['ingress', 'egress'] as const).flatMap((direction) =>
    rulesOn(group, direction).map((rule) => ({ direction, rule }))
  );
  const known = rules.find(({ rule }) => !isUnknown(rule));
  if (known) return violated(`${group.address}, its default group, has an ${known.direction} rule`);
  const open = rules[0]?.rule;
  const within = isUnknown(open)
    ? undetermined(`a rule of ${group.address}, its default group, is ${describe(open)}, which only a plan can tell`)
    : MET;
  return worst([within, addedVerdict(model, group, ['id'])]) ?? MET;
}

/** The verdict on rules of their own that name the group, or the default group of the VPC: there must be none. */
function addedVerdict(model: Model, target: Resource, names: readonly string[]): Verdict | undefined {
  const [added] = ALL_RULE_TYPES.flatMap((type) => companionsOf(model, target, type, 'security_group_id', names));
  return added && violated(`${added.address} adds a rule to its default group`);
}
