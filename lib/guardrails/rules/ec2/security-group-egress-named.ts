import { holdsPersonalData } from '../../../aws/declared';
import {
  GROUPS,
  GroupRule,
  RULE_TYPES,
  audience,
  classHolder,
  describeRule,
  isEveryPort,
  rulesOn,
  traffic,
} from '../../../aws/ec2/security-group-rules';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

/** Security groups of personal data that name where traffic goes. */
export const RULE: ResourceRule = {
  id: 'EC2-002',
  name: 'security-group-egress-named',
  title: 'A security group of personal data names where traffic may go',
  severity: 'low',
  claims: ['3.3.4.j'],
  rationale:
    'Anyone who breaks into a workload wants to send out what it holds, and to fetch tools. A group without a way to everybody on every port makes that hard. Traffic is everything where it is every protocol, or every port of TCP or UDP. Groups whose data class is public, internal or confidential are not judged.',
  fix: 'Name ports and targets in egress rules: a security group, a prefix list of AWS, or port 443 only.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  types: [...GROUPS, ...RULE_TYPES.egress],
  check: (resource, model) => {
    if (!holdsPersonalData(classHolder(model, resource))) return undefined;
    const verdicts = rulesOn(resource, 'egress').map((rule) =>
      isUnknown(rule)
        ? undetermined(`a rule is ${describe(rule)}, which only a plan can tell`)
        : egressVerdict(model, resource, rule, describeRule(rule, 'to'))
    );
    return worst(verdicts) ?? (GROUPS.includes(resource.type) ? MET : undefined);
  },
};

function egressVerdict(model: Model, resource: Resource, rule: GroupRule, way: string): Verdict {
  const whom = audience(model, resource, rule);
  const passing = traffic(rule);
  if (whom === 'named') return MET;
  if (!isUnknown(passing)) {
    if (!isEveryPort(passing)) return MET;
    if (whom === 'everybody') return violated(`egress admits ${way}, which is everything to everybody`);
  }
  return undetermined(`egress admits ${way}: whether that is everything to everybody is only known to a plan`);
}
