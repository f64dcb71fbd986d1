import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Value } from '../../terraform/value';
import { TAG } from '../../toms/tags';
import { Statement, coversAction } from '../iam/policy';
import { policiesOf } from '../iam/resource-policies';
import { bucketIds, bucketsNamedBy } from './bucket-reference';

/** What AWS writes into a bucket of logs, as far as it limits the bucket. */
type Kind = 'security' | 'trail' | 'config' | 'access' | 'load-balancer';

/** The logs that a bucket keeps. */
export interface LogUse {
  /** How it is known: `it receives the logs of aws_cloudtrail.main`. */
  readonly because: string;
  /** S3 access logs and those of application load balancers only arrive in buckets encrypted with S3's own key. */
  readonly isLimitedToS3Keys: boolean;
  /** Whether a trail or AWS Config delivers to it, and no access logs do: those of its own would never end. */
  readonly isOfRecords: boolean;
  /** S3 access logs and AWS Config do not write to buckets with Object Lock. */
  readonly refusesObjectLock: boolean;
}

const SOURCES: readonly (readonly [type: string, paths: readonly string[], kind: Kind])[] = [
  ['aws_cloudtrail', ['s3_bucket_name'], 'trail'],
  ['aws_config_delivery_channel', ['s3_bucket_name'], 'config'],
  ['aws_flow_log', ['log_destination'], 'security'],
  ['aws_route53_resolver_query_log_config', ['destination_arn'], 'security'],
  ['aws_wafv2_web_acl_logging_configuration', ['log_destination_configs'], 'security'],
  ['aws_s3_bucket_logging', ['target_bucket'], 'access'],
  ['aws_s3_bucket', ['logging.target_bucket'], 'access'],
  ['aws_lb', ['access_logs.bucket', 'connection_logs.bucket', 'health_check_logs.bucket'], 'load-balancer'],
  ['aws_alb', ['access_logs.bucket', 'connection_logs.bucket', 'health_check_logs.bucket'], 'load-balancer'],
  ['aws_elb', ['access_logs.bucket'], 'load-balancer'],
];

const WRITERS = new Map<string, Kind>([
  ['cloudtrail.amazonaws.com', 'trail'],
  ['config.amazonaws.com', 'config'],
  ['delivery.logs.amazonaws.com', 'security'],
  ['logging.s3.amazonaws.com', 'access'],
  ['logdelivery.elasticloadbalancing.amazonaws.com', 'load-balancer'],
]);

interface Sign {
  readonly kind: Kind;
  readonly because: string;
}

const SIGNS = new Memo<ReadonlyMap<string, readonly Sign[]>>();
const USES = new Memo<LogUse | undefined>();

/** What logs a bucket keeps, or `undefined` where nothing says that it keeps any. */
export function logUse(model: Model, bucket: Resource): LogUse | undefined {
  return USES.of(bucket, () => findUse(model, bucket));
}

function findUse(model: Model, bucket: Resource): LogUse | undefined {
  const index = SIGNS.of(model, () => indexSources(model));
  const signs: Sign[] = [];
  for (const id of bucketIds(bucket)) signs.push(...(index.get(id) ?? []));
  addSignOfTag(bucket.tag(TAG.logKind), signs);
  for (const { policy } of policiesOf(model, bucket)) {
    if (policy && 'statements' in policy) for (const statement of policy.statements) addSigns(statement, signs);
  }
  if (signs.length === 0) return undefined;
  const has = (...kinds: Kind[]): boolean => signs.some(({ kind }) => kinds.includes(kind));
  return {
    because: signs[0].because,
    isLimitedToS3Keys: has('access', 'load-balancer'),
    isOfRecords: has('trail', 'config') && !has('access'),
    refusesObjectLock: has('access', 'config'),
  };
}

/** Who sends logs where, found once a model. */
function indexSources(model: Model): Map<string, Sign[]> {
  const index = new Map<string, Sign[]>();
  for (const [type, paths, kind] of SOURCES) {
    const said = new Set<string>();
    for (const source of model.present(type)) {
      // All buckets of a stack may log to one, and the first says it for all.
      const raw = source.body[paths[0]];
      const target = typeof raw === 'string' ? `${source.stack.file} ${source.modulePath} ${raw}` : undefined;
      if (target !== undefined && said.has(target)) continue;
      if (target !== undefined) said.add(target);
      // A network load balancer writes to buckets with a customer managed key.
      const own = source.get('load_balancer_type') === 'network' ? 'security' : kind;
      const sign: Sign = { kind: own, because: `it receives the logs of ${source.address}` };
      for (const id of paths.flatMap((path) => bucketsNamedBy(model, source, source.get(path)))) {
        const same = index.get(id);
        if (same) same.push(sign);
        else index.set(id, [sign]);
      }
    }
  }
  return index;
}

function addSignOfTag(tag: Value, signs: Sign[]): void {
  if (typeof tag !== 'string') return;
  signs.push({ kind: tag === 'access' ? 'access' : 'security', because: `its tag tom:log-kind is "${tag}"` });
}

function addSigns(statement: Statement, signs: Sign[]): void {
  if (statement.effect !== 'Allow') return;
  if (!statement.actions.some((action) => coversAction(action, 's3:PutObject'))) return;
  for (const { id } of statement.principals) {
    // Older regions write load balancer logs from an account that a data source names.
    const kind = WRITERS.get(id) ?? (id.includes('data.aws_elb_service_account.') ? 'load-balancer' : undefined);
    if (kind !== undefined) signs.push({ kind, because: `its policy lets ${id} write to it` });
  }
}
