import { IConstruct } from 'constructs';
import { refuse } from './errors';

/** What a service takes as a policy. */
interface Quota {
  /** What the policy is of, in a message. */
  readonly of: string;
  readonly bytes: number;
  readonly statements?: number;
}

/**
 * The quotas of policies, of which AWS raises few and none by much. A policy over its quota is refused by the apply, in the middle of it.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
 * https://docs.aws.amazon.com/efs/latest/ug/API_PutFileSystemPolicy.html
 * https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_UpdateDomainConfig.html
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
const QUOTAS = {
  api: { of: 'an API', bytes: 8_192 },
  bucket: { of: 'a bucket', bytes: 20_480 },
  bus: { of: 'an event bus', bytes: 10_240 },
  endpoint: { of: 'a VPC endpoint', bytes: 20_480 },
  fileSystem: { of: 'a file system', bytes: 20_000 },
  key: { of: 'a KMS key', bytes: 32_768 },
  logs: { of: 'CloudWatch Logs', bytes: 51_200 },
  queue: { of: 'a queue', bytes: 8_192, statements: 20 },
  searchDomain: { of: 'a search domain', bytes: 102_400 },
  secret: { of: 'a secret', bytes: 20_480 },
  table: { of: 'a table', bytes: 20_480 },
  topic: { of: 'a topic', bytes: 30_720, statements: 100 },
} as const satisfies { readonly [of: string]: Quota };

/** What a policy is of. */
export type PolicyOf = keyof typeof QUOTAS;

/** The prop that makes a policy grow, and the way out. */
export interface WayOut {
  readonly prop: string;
  readonly fix: string;
}

const FEWER: WayOut = {
  prop: 'policy',
  fix: 'name fewer accounts, sources and principals: an organization stands for all of its accounts, as aws:SourceOrgID of a service and as aws:PrincipalOrgID of a principal',
};

/** Refuses a policy that has more than its service takes, whatever Terraform fills in. */
export function requireWithinQuota(
  scope: IConstruct | undefined,
  of: PolicyOf,
  text: string,
  statements: number,
  { prop, fix }: WayOut = FEWER
): void {
  const quota: Quota = QUOTAS[of];
  const bytes = leastBytes(text);
  if (bytes > quota.bytes) {
    const must = `must leave the policy of ${quota.of} at most ${quota.bytes} bytes, its quota: it has at least ${bytes}`;
    refuse(scope, { prop, must, fix });
  }
  if (statements > (quota.statements ?? Infinity)) {
    const must = `must leave the policy of ${quota.of} at most ${quota.statements} statements, its quota: it has ${statements}`;
    refuse(scope, { prop, must, fix });
  }
}

/** What Terraform fills in, and the shortest that it may be: the partition `aws`. */
const TOKEN = /\$\{TfToken\[[^\]]*\]\}/g;
const SHORTEST = 'aws';

/** How many bytes a text has at least, once Terraform has filled in what only it knows. */
function leastBytes(text: string): number {
  return Buffer.byteLength(text.replace(TOKEN, SHORTEST));
}
