import { IConstruct } from 'constructs';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { logDeliveryPolicy } from '../logging/log-delivery-policy';

/** What WAF demands that the names of its log groups begin with. */
export const WAF_LOG_PREFIX = 'aws-waf-logs-';

/** Lets WAF write to its log groups. It would write a policy of its own, `AWSWAF-LOGS`, which grows with every web ACL until it is too long. */
export function wafLogDelivery(scope: IConstruct, region: string | undefined): CloudwatchLogResourcePolicy {
  return logDeliveryPolicy(scope, region, {
    id: 'WafLogDelivery',
    service: 'delivery.logs.amazonaws.com',
    logGroups: `${WAF_LOG_PREFIX}*`,
    sources: (_account, where) => [`arn:${where}:*`],
  });
}
