import { holdsPersonalData } from '../../../aws/declared';
import {
  ALL_RULE_TYPES,
  Direction,
  GROUPS,
  GroupRule,
  audience,
  classHolder,
  describeRule,
  groupOf,
  isEveryPort,
  rulesOn,
  traffic,
} from '../../../aws/ec2/security-group-rules';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { describe, isFalse, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

/** Security groups of personal data that open the ports that somebody serves, and no others. */
export const RULE: ResourceRule = {
  id: 'EC2-023',
  name: 'security-group-rules-name-ports',
  title: 'A rule of a security group of personal data names its ports',
  severity: 'low',
  claims: ['3.3.4.p'],
  rationale:
    'A rule for every port, or for every protocol, admits its clients to whatever listens: an agent, a debugger, the administration of a database beside the database. Who takes over one client reaches all of it; a rule for what leaves opens as much from the other side. AWS advises against large ranges of ports. Not judged are rules that admit only the members of the group itself, which some services ask for (AWS Glue, Elastic Fabric Adapter); what is open to everyone, which EC2-001 and EC2-002 judge; and groups whose data class is public, internal or confidential.',
  fix: 'Set `ip_protocol`, `from_port` and `to_port` to what the group serves, in one rule for each port.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  types: [...GROUPS, ...ALL_RULE_TYPES],
  check: (resource, model) => {
    if (!holdsPersonalData(classHolder(model, resource))) return undefined;
    const verdicts = DIRECTIONS.flatMap((direction) =>
      rulesOn(resource, direction).map((rule) =>
        isUnknown(rule)
          ? undetermined(`a rule is ${describe(rule)}, which only a plan can tell`)
          : ruleVerdict(model, resource, rule, direction)
      )
    );
    return worst(verdicts) ?? (GROUPS.includes(resource.type) ? MET : undefined);
  },
};

function ruleVerdict(model: Model, resource: Resource, rule: GroupRule, direction: Direction): Verdict {
  if (audience(model, resource, rule) === 'everybody' || isForItself(model, resource, rule)) return MET;
  const passing = traffic(rule);
  const way = `${direction} admits ${describeRule(rule, direction === 'ingress' ? 'from' : 'to')}`;
  if (isUnknown(passing)) return undetermined(`${way}: ${passing.text} is only known to a plan`);
  return isEveryPort(passing) ? violated(`${way}, whatever listens there`) : MET;
}

/** Whether only the members of the group itself are admitted. */
function isForItself(model: Model, resource: Resource, { cidrs, prefixLists, groups, self }: GroupRule): boolean {
  if (cidrs.length > 0 || prefixLists.length > 0) return false;
  if (groups.length === 0) return self !== undefined && !isFalse(self);
  const own = groupOf(model, resource);
  return own !== undefined && groups.every((group) => targetsOf(model, resource, group, GROUPS)[0] === own);
}
