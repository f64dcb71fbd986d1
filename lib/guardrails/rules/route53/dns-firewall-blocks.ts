import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

const CONFIG = 'aws_route53_resolver_firewall_config';
const ASSOCIATION = 'aws_route53_resolver_firewall_rule_group_association';
const GROUP = 'aws_route53_resolver_firewall_rule_group';
const RULE_TYPE = 'aws_route53_resolver_firewall_rule';

/** VPCs whose DNS firewall has rules that block. */
export const RULE: ResourceRule = {
  id: 'ROUTE53-004',
  name: 'dns-firewall-blocks',
  title: 'A VPC with a DNS firewall has a rule group that blocks',
  severity: 'medium',
  claims: ['3.3.4.q'],
  rationale:
    'A DNS firewall filters what its rule groups say, and lets through what none of them names. Without a group the settings of the firewall do nothing, and a group whose rules allow or alert only blocks nothing: data leaves in DNS queries all the same. A VPC counts as one with a DNS firewall where settings or a rule group name it. A group that is not among what is checked is taken as one that blocks nothing that can be seen: what it does is left open.',
  fix: `Give the VPC an \`${ASSOCIATION}\` to a group with an \`${RULE_TYPE}\` whose \`action\` is BLOCK.`,
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-rule-actions.html',
  ],
  types: ['aws_vpc'],
  check: (vpc, model) => {
    const associations = companionsOf(model, vpc, ASSOCIATION, 'vpc_id');
    if (associations.length > 0) return best(associations.map((one) => groupVerdict(model, one)));
    if (companionsOf(model, vpc, CONFIG, 'resource_id').length === 0) return undefined;
    if (hasUndeterminedCompanion(model, ASSOCIATION, 'vpc_id')) {
      return undetermined(`an ${ASSOCIATION} names its VPC by a value that only a plan can tell`);
    }
    return violated(
      `the VPC has settings of a DNS firewall, and no ${ASSOCIATION} names it: its queries pass unfiltered`
    );
  },
};

/** One group that blocks is enough: others may watch. */
function best(verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find(({ outcome }) => outcome === 'met') ??
    verdicts.find(({ outcome }) => outcome === 'undetermined') ??
    verdicts[0]
  );
}

function groupVerdict(model: Model, association: Resource): Verdict {
  const [group] = targetsOf(model, association, association.get('firewall_rule_group_id'), [GROUP]);
  if (!group) return undetermined(`the rule group of ${association.address} is not among what is checked`);
  const actions = companionsOf(model, group, RULE_TYPE, 'firewall_rule_group_id').map((rule) => rule.get('action'));
  if (actions.includes('BLOCK')) return MET;
  if (actions.some(isUnknown) || hasUndeterminedCompanion(model, RULE_TYPE, 'firewall_rule_group_id')) {
    return undetermined(`only a plan can tell whether a rule of ${group.address} blocks`);
  }
  return violated(`no rule of ${group.address} blocks: the DNS queries of the VPC pass`);
}
