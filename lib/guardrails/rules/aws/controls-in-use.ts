import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

/** What must name a control so that it does something: resources of one of some types, by an attribute of each. */
interface Use {
  readonly by: readonly (readonly [type: string, attribute: string])[];
  /** The attributes of the control whose text names it. */
  readonly names: readonly string[];
  readonly otherwise: string;
}

const SHARED: Use['by'] = [
  ['aws_route53profiles_resource_association', 'resource_arn'],
  ['aws_ram_resource_association', 'resource_arn'],
];

const USES: { readonly [type: string]: Use } = {
  aws_backup_plan: {
    by: [['aws_backup_selection', 'plan_id']],
    names: ['id'],
    otherwise: 'the plan backs up nothing',
  },
  aws_cloudwatch_event_rule: {
    by: [['aws_cloudwatch_event_target', 'rule']],
    names: ['id', 'name'],
    otherwise: 'what the rule matches reaches nobody',
  },
  aws_route53_resolver_firewall_rule_group: {
    by: [['aws_route53_resolver_firewall_rule_group_association', 'firewall_rule_group_id'], ...SHARED],
    names: ['id', 'arn'],
    otherwise: 'the group filters the queries of no VPC',
  },
  aws_route53_resolver_query_log_config: {
    by: [['aws_route53_resolver_query_log_config_association', 'resolver_query_log_config_id'], ...SHARED],
    names: ['id', 'arn'],
    otherwise: 'the queries of no VPC are logged',
  },
};

/** Controls that control something. */
export const RULE: ResourceRule = {
  id: 'AWS-029',
  name: 'controls-in-use',
  title: 'A backup plan, a rule of EventBridge, a DNS rule group and a query log are in use',
  severity: 'medium',
  claims: ['4.1.e', '8.1.q'],
  rationale:
    'Some controls do nothing until something names them: a backup plan selects no store by itself, a rule of EventBridge without a target matches events and tells nobody, and groups of DNS rules and query logs see no VPC. Anyone who reads the configuration takes them for there. What another account uses, by AWS RAM or a Route 53 profile, counts as in use.',
  fix: 'Add the selection, the target or the association that names it, or remove it.',
  sources: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-vpc-associating-rule-group.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html',
  ],
  types: Object.keys(USES),
  check: useVerdict,
};

function useVerdict(control: Resource, model: Model): Verdict {
  const { by, names, otherwise } = USES[control.type];
  if (by.some(([type, attribute]) => companionsOf(model, control, type, attribute, names).length > 0)) return MET;
  const open = by.find(([type, attribute]) => hasUndeterminedCompanion(model, type, attribute));
  if (open) return undetermined(`an ${open[0]} names what it uses by a value that only a plan can tell`);
  return violated(`no ${by[0][0]} names it: ${otherwise}`);
}
