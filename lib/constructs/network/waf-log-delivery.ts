import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { accountOf } from '../core/account';
import { defaultName } from '../core/names';
import { policyText } from '../core/policy';
import { Posture } from '../core/posture';

/** What WAF demands that the names of its log groups begin with. */
export const WAF_LOG_PREFIX = 'aws-waf-logs-';

/**
 * Lets WAF write to its log groups in this account, once a stack and region: CloudWatch Logs takes ten such policies a region.
 * WAF would write one of its own, `AWSWAF-LOGS`, which grows with every web ACL until it is too long.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html
 */
export function wafLogDelivery(scope: IConstruct, region: string | undefined): CloudwatchLogResourcePolicy {
  const stack = TerraformStack.of(scope);
  const id = region === undefined ? 'WafLogDelivery' : `WafLogDelivery-${region}`;
  const there = stack.node.tryFindChild(id);
  if (there) return there.node.findChild('Resource') as CloudwatchLogResourcePolicy;
  const holder = new Construct(stack, id);
  const account = accountOf(stack);
  const where = `${account.partition}:logs:${region ?? account.region}:${account.id}`;
  return new CloudwatchLogResourcePolicy(holder, 'Resource', {
    policyName: defaultName(holder, Posture.of(holder)),
    policyDocument: policyText(holder, 'logs', [
      {
        sid: 'WafLogDelivery',
        principals: { Service: ['delivery.logs.amazonaws.com'] },
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`arn:${where}:log-group:${WAF_LOG_PREFIX}*:log-stream:*`],
        conditions: {
          StringEquals: { 'aws:SourceAccount': [account.id] },
          ArnLike: { 'aws:SourceArn': [`arn:${where}:*`] },
        },
      },
    ]),
    region,
  });
}
