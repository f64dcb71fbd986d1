import { entriesOn } from '../../../aws/ec2/network-acl';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const DEFAULT = 'aws_default_network_acl';

/** Networks whose own ACLs cannot be passed by. */
export const RULE: ResourceRule = {
  id: 'EC2-026',
  name: 'default-network-acl-closed',
  title: 'The default network ACL of a VPC that has ACLs of its own is adopted, and allows nothing in',
  severity: 'low',
  claims: ['3.3.4.b'],
  rationale:
    'A subnet without an ACL of its own has the default one, which allows all traffic from everywhere: what is added to a network later passes by the ACLs that were made for its tiers. Nobody can delete it, but a configuration can take it over and leave it without entries. A VPC without ACLs of its own is not judged: there the security groups are the only layer.',
  fix: `Add an \`${DEFAULT}\` with the \`default_network_acl_id\` of the VPC, and without \`ingress\`.`,
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_network_acl',
  ],
  types: ['aws_vpc'],
  check: (vpc, model) => {
    if (companionsOf(model, vpc, 'aws_network_acl', 'vpc_id').length === 0) return undefined;
    const adopted = companionsOf(model, vpc, DEFAULT, 'default_network_acl_id', ['id', 'default_network_acl_id']);
    if (adopted.length > 0) return worst(adopted.map((acl) => closedVerdict(model, acl)));
    if (hasUndeterminedCompanion(model, DEFAULT, 'default_network_acl_id')) {
      return undetermined(`an ${DEFAULT} names its VPC by a value that only a plan can tell`);
    }
    return violated(`the VPC has ACLs of its own and no ${DEFAULT}: its default ACL allows everything`);
  },
};

function closedVerdict(model: Model, acl: Resource): Verdict {
  const added = companionsOf(model, acl, 'aws_network_acl_rule', 'network_acl_id');
  const entries = [acl, ...added].flatMap(entriesOn);
  const open = entries.find(isUnknown);
  const allowing = entries.find((entry) => !isUnknown(entry) && entry.action === 'allow');
  if (allowing && !isUnknown(allowing)) {
    return violated(`${acl.address}, its default ACL, allows traffic from ${allowing.cidrs.map(describe).join(', ')}`);
  }
  return open ? undetermined(`an entry of ${acl.address} is ${describe(open)}, which only a plan can tell`) : MET;
}
