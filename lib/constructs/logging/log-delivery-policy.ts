import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { Account, accountOf } from '../core/account';
import { defaultName } from '../core/names';
import { IdentityStatement, PolicyStatement, policyText } from '../core/policy';
import { Posture } from '../core/posture';

/**
 * What a role needs that sets up the delivery of a log, as Step Functions does by the role of a state machine. CloudWatch Logs knows no resources for it.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
export const LOG_DELIVERY_RIGHTS: IdentityStatement = {
  actions: [
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:GetLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
  ],
  resources: ['*'],
};

/** A service of AWS that writes to log groups by a policy of CloudWatch Logs. */
export interface LogDelivery {
  /** The id of what holds the policy in the stack, and its Sid. */
  readonly id: string;
  /** The principal of the service. */
  readonly service: string;
  /** The log groups that it writes to: `/aws/route53/*`. */
  readonly logGroups: string;
  /** Whose logs it writes: the ARNs of its sources, given the account and where the log groups are. */
  readonly sources: (account: Account, where: string) => string[];
}

/**
 * Lets a service write to its log groups in this account, once a stack and region: CloudWatch Logs takes ten such policies a region.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html
 */
export function logDeliveryPolicy(
  scope: IConstruct,
  region: string | undefined,
  { id, service, logGroups, sources }: LogDelivery
): CloudwatchLogResourcePolicy {
  const stack = TerraformStack.of(scope);
  const name = region === undefined ? id : `${id}-${region}`;
  const there = stack.node.tryFindChild(name);
  if (there) return there.node.findChild('Resource') as CloudwatchLogResourcePolicy;
  const holder = new Construct(stack, name);
  const account = accountOf(stack);
  const where = `${account.partition}:logs:${region ?? account.region}:${account.id}`;
  const statement: PolicyStatement = {
    sid: id,
    principals: { Service: [service] },
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [`arn:${where}:log-group:${logGroups}:log-stream:*`],
    conditions: {
      StringEquals: { 'aws:SourceAccount': [account.id] },
      ArnLike: { 'aws:SourceArn': sources(account, where) },
    },
  };
  return new CloudwatchLogResourcePolicy(holder, 'Resource', {
    policyName: defaultName(holder, Posture.of(holder)),
    policyDocument: policyText(holder, 'logs', [statement]),
    region,
  });
}
