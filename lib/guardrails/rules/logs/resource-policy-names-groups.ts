import { policyAttribute } from '../../../aws/iam/resource-policies';
import { Statement, readPolicy } from '../../../aws/iam/policy';
import { allowsAction, inputAmong, isAnything, isOnEverything } from '../../../aws/iam/statements';
import { ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { judgePolicy } from '../../verdicts/identity-policies';

const WRITES = 'logs:PutLogEvents';

/** Policies that keep a service out of the log groups of others. */
export const RULE: ResourceRule = {
  id: 'LOGS-011',
  name: 'resource-policy-names-groups',
  title: 'A resource policy of CloudWatch Logs names the log groups that it opens',
  severity: 'low',
  claims: ['8.3.d'],
  rationale:
    'Such a policy belongs to the account and region, not to a log group. One for every log group lets the service write into those of trails and sessions too, also into groups that are made later: what it is told to log may then be forged events of an audit trail. A condition on whose resource it acts for (`aws:SourceAccount`) says nothing of the group. AWS documents the ARN of the log group as Resource; a beginning of its name, such as `/aws/route53/*`, is one too.',
  fix: 'Write the ARNs of the log groups as Resource, with `:*` at their end, or the beginning of their names (`arn:aws:logs:eu-central-1:111122223333:log-group:/aws/route53/*`).',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
  ],
  types: ['aws_cloudwatch_log_resource_policy'],
  check: (resource, model) => {
    const where = policyAttribute(resource);
    return judgePolicy({ where, policy: readPolicy(model, resource, where) }, judge);
  },
};

function judge(statement: Statement): Verdict | undefined {
  if (!allowsAction(statement, WRITES)) return undefined;
  const every = isOnEverything(statement) ? 'every log group' : statement.resources.find(isEveryGroup);
  const to = statement.principals.map(({ id }) => id).join(', ');
  if (every !== undefined) return violated(`lets ${to} write into ${every}`);
  const input = inputAmong(statement.resources);
  return input === undefined
    ? undefined
    : undetermined(`lets ${to} write into ${input}: only a plan can tell into which log groups`);
}

/** `arn:aws:logs:*`, `arn:aws:logs:*:*:log-group:*`, and the same with streams: no part of it names a group. */
function isEveryGroup(pattern: string): boolean {
  const [arn, , service, , , kind, group] = pattern.split(':');
  if (arn !== 'arn' || service !== 'logs') return false;
  if (kind === undefined) return pattern.endsWith('*');
  return /[*?]/.test(kind) || (group !== undefined && isAnything(group));
}
