import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isFalse, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ASSOCIATION = 'aws_route53_resolver_query_log_config_association';

/** VPCs whose DNS queries are logged. */
export const RULE: ResourceRule = {
  id: 'ROUTE53-002',
  name: 'dns-queries-logged',
  title: 'The DNS queries of a VPC are logged',
  severity: 'medium',
  claims: ['8.1.j'],
  rationale:
    'Malware finds its masters by DNS, and data leaves in DNS queries where every other way out is closed. The query log shows who asked for what. It counts where it names the VPC; query logs that reach a VPC through a Route 53 profile are not read. Resolver logs what it is asked: where `enable_dns_support` of the VPC is off, it answers nothing, and queries go to servers that log elsewhere or nowhere.',
  fix: `Give the VPC an \`${ASSOCIATION}\` with its id as \`resource_id\`, to an \`aws_route53_resolver_query_log_config\`.`,
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateResolverQueryLogConfig.html',
  ],
  types: ['aws_vpc'],
  check: (vpc, model) => {
    if (companionsOf(model, vpc, ASSOCIATION, 'resource_id').length > 0) return resolverVerdict(vpc);
    if (hasUndeterminedCompanion(model, ASSOCIATION, 'resource_id')) {
      return undetermined(`an ${ASSOCIATION} names its VPC by a value that only a plan can tell`);
    }
    return violated(`no ${ASSOCIATION} names the VPC, so nobody can tell which names it asked for`);
  },
};

/** The verdict on a VPC that a query log names: Resolver has to answer in it. It does by default. */
function resolverVerdict(vpc: Resource): Verdict {
  const answers = configured(vpc, 'enable_dns_support');
  if (isUnknown(answers)) return unknownAttribute('enable_dns_support', answers);
  if (!isFalse(answers)) return MET;
  return violated('enable_dns_support is false: Resolver answers nothing in the VPC, and logs nothing', {
    enable_dns_support: true,
  });
}
