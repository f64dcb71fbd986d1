import { readPolicy } from '../../../aws/iam/policy';
import { ResourceRule } from '../../rule';
import { publicPolicyVerdict } from '../../verdicts/public-principal';

/** Where each kind of policy stands. */
const ATTRIBUTES = new Map([
  ['aws_cloudwatch_log_resource_policy', 'policy_document'],
  ['aws_cloudwatch_log_destination_policy', 'access_policy'],
]);

/** Log policies with named callers. */
export const RULE: ResourceRule = {
  id: 'LOGS-005',
  name: 'log-policies-not-public',
  title: 'A policy of CloudWatch Logs does not let everybody in',
  severity: 'high',
  measures: ['3.1.1', '8.3'],
  rationale:
    'A resource policy says who may write to log groups, a destination policy who may send logs to a destination. One that names everybody, and no account, organization or source, lets strangers fill and forge the logs.',
  fix: 'Name services or accounts as Principal, or narrow the statement by `aws:SourceAccount`, `aws:SourceArn` or `aws:PrincipalOrgID`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDestinationPolicy.html',
  ],
  types: [...ATTRIBUTES.keys()],
  check: (holder, model) => {
    const attribute = ATTRIBUTES.get(holder.type) ?? 'policy_document';
    return publicPolicyVerdict(attribute, readPolicy(model, holder, attribute));
  },
};
