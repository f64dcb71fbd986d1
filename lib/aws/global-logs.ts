import { Model } from '../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { isGlobal } from './global-services';

/** How a service without a region writes the logs that it can only write in us-east-1. */
interface GlobalLog {
  /** What names the destination. */
  readonly by: string;
  readonly destination: string;
  /** Whether it is certainly about what has no region, where not all that it may be about are. */
  readonly isOfGlobal?: (model: Model, by: Resource) => boolean;
}

/**
 * WAF logs next to the web ACL, and keeps those for CloudFront in us-east-1; a stream of Firehose must be there as well. Route 53 demands a log group there.
 * A bucket may receive logs of both, and is no part of this: no page of AWS binds it to a region.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/logging-kinesis.html
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateQueryLoggingConfig.html
 */
const GLOBAL_LOGS: readonly GlobalLog[] = [
  {
    by: 'aws_wafv2_web_acl_logging_configuration',
    destination: 'log_destination_configs',
    isOfGlobal: (model, by) => {
      const arn = by.get('resource_arn');
      const acls = targetsOf(model, by, arn, ['aws_wafv2_web_acl']);
      if (acls.length > 0) return acls.every(isGlobal);
      return typeof arn === 'string' && /^arn:[^:]+:wafv2:[^:]*:[^:]*:global\/webacl\//.test(arn);
    },
  },
  { by: 'aws_route53_query_log', destination: 'cloudwatch_log_group_arn' },
];

/** What such logs are written to, and the attribute with its key. */
const DESTINATIONS: { readonly [type: string]: string } = {
  aws_cloudwatch_log_group: 'kms_key_id',
  aws_kinesis_firehose_delivery_stream: 'server_side_encryption.key_arn',
};

const KEY = 'aws_kms_key';

/**
 * Whether a resource holds the logs of a global service, which can lie in us-east-1 only, or is the key that encrypts them. `open` where only a plan can tell.
 */
export function isOfGlobalLogs(model: Model, resource: Resource): boolean | 'open' {
  if (resource.type !== KEY) return resource.type in DESTINATIONS && holdsGlobalLogs(model, resource);
  const answers = Object.entries(DESTINATIONS).flatMap(([type, key]) => [
    ...companionsOf(model, resource, type, key).map((destination) => holdsGlobalLogs(model, destination)),
    ...(hasUndeterminedCompanion(model, type, key) ? (['open'] as const) : []),
  ]);
  return answers.includes(true) || (answers.includes('open') && 'open');
}

function holdsGlobalLogs(model: Model, destination: Resource): boolean | 'open' {
  const writers = GLOBAL_LOGS.flatMap(({ by, destination: path, isOfGlobal = () => true }) =>
    companionsOf(model, destination, by, path).map((one) => isOfGlobal(model, one))
  );
  if (writers.length > 0) return writers.every((isOfGlobal) => isOfGlobal);
  const isOpen = GLOBAL_LOGS.some(({ by, destination: path }) => hasUndeterminedCompanion(model, by, path));
  return isOpen && 'open';
}
