import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { DataClass } from '../../../toms/data-class';
import { DEMANDS } from '../../../toms/demands';
import { LogKind } from '../../../toms/tags';
import { accountOf } from '../../core/account';
import { refuse } from '../../core/errors';
import { openConstruct } from '../../core/open';
import { PolicyStatement } from '../../core/policy';
import { Posture } from '../../core/posture';
import { IKey } from '../../encryption/key';
import { BucketBase, IBucket } from './bucket';
import { AccessLogTarget, bucketResources } from './bucket-resources';
import { denyDeletion, denyWeakening } from './log-protection';
import { LogSources, TOO_MANY_SOURCES, logDelivery, ofOrganizationId } from './log-sources';

/** What an access log bucket is made of. */
export interface AccessLogBucketProps {
  readonly bucketName?: string;
  readonly dataClass: DataClass;
  readonly retentionDays: number;
  readonly sources: LogSources;
  /** Who may change what keeps the logs; by default everyone whom IAM lets. */
  readonly deployerArns?: string[];
  readonly region?: string;
  readonly tags?: { [key: string]: string };
}

/**
 * Receives the access logs of buckets and load balancers (TOM 8.1, 8.3, 8.4). Those services write to neither a bucket
 * with a KMS key nor one with Object Lock: AES-256 with keys that S3 owns, and a policy by which nobody deletes, are what they allow.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLogBucket extends BucketBase {
  public readonly resource: S3Bucket;
  public readonly bucketName: string;
  public readonly bucketArn: string;
  public readonly encryptionKey?: IKey = undefined;
  public readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    const { dataClass } = props;
    const opening = { logKind: LogKind.ACCESS };
    const { posture, tags } = openConstruct(this, { dataClass, tags: props.tags }, opening);
    const made = bucketResources(this, {
      posture,
      bucketName: props.bucketName,
      region: props.region,
      tags,
      expirationDays: props.retentionDays,
      noncurrentDays: props.retentionDays,
      wayOut: TOO_MANY_SOURCES,
    });
    this.resource = made.resource;
    this.bucketName = made.bucketName;
    this.bucketArn = made.bucketArn;
    this.policy = made.policy;
    made.allow(
      denyDeletion(this.bucketArn),
      ...(props.deployerArns ? [denyWeakening(this.bucketArn, props.deployerArns)] : []),
      ...accessLogWriters(this.bucketArn, props.sources)
    );
  }
}

/** The bucket that the buckets of a stack log their accesses to, one a region, where they are given no archive. */
export function sharedAccessLogs(scope: IConstruct, region: string | undefined): IBucket {
  const stack = TerraformStack.of(scope);
  const id = region === undefined ? 'AccessLogs' : `AccessLogs-${region}`;
  const there = stack.node.tryFindChild(id);
  if (there instanceof AccessLogBucket) return there;
  if (there) {
    refuse(there, {
      prop: 'id',
      must: 'must be another one: the shared bucket of access logs takes it',
      value: id,
      measure: '8.1',
      fix: 'rename the construct, or give every bucket an accessLogBucket',
    });
  }
  return new AccessLogBucket(stack, id, {
    dataClass: Posture.of(stack).dataClass,
    retentionDays: DEMANDS.securityLogDays,
    sources: { account: accountOf(stack), accountIds: [accountOf(stack).id] },
    region,
  });
}

/** How a bucket logs to another. */
export function accessLogTarget(scope: IConstruct, logs: IBucket, prefix: string): AccessLogTarget {
  const isHere = logs instanceof AccessLogBucket && TerraformStack.of(logs) === TerraformStack.of(scope);
  return { bucketName: logs.bucketName, prefix, policy: isHere ? logs.policy : undefined };
}

/**
 * S3, for the buckets of its account: it delivers to no other. Load balancers, for the named accounts, and network load balancers, whose logs
 * CloudWatch Logs delivers.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
function accessLogWriters(bucketArn: string, sources: LogSources): PolicyStatement[] {
  const { account } = sources;
  return [
    {
      sid: 'S3AccessLogs',
      principals: { Service: ['logging.s3.amazonaws.com'] },
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/*`],
      conditions: {
        StringEquals: { 'aws:SourceAccount': [account.id] },
        ArnLike: { 'aws:SourceArn': [`arn:${account.partition}:s3:::*`] },
      },
    },
    ...loadBalancerLogs(bucketArn, sources),
    ...logDelivery(bucketArn, sources),
  ];
}

/**
 * Load balancers of an account by the path of their logs, which names it: the one guard that AWS documents for access, connection and health check logs
 * alike. No prefix may hold `AWSLogs`, so that the account is that of the source. Those of an organization by what they tell of their source.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-connection-logging.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-health-check-logging.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 */
function loadBalancerLogs(bucketArn: string, { account, accountIds, organizationId }: LogSources): PolicyStatement[] {
  const writer = {
    principals: { Service: ['logdelivery.elasticloadbalancing.amazonaws.com'] },
    actions: ['s3:PutObject'],
  };
  const ofAccounts = {
    ...writer,
    sid: 'LoadBalancerLogs',
    resources: accountIds.map((id) => `${bucketArn}/*AWSLogs/${id}/*`),
  };
  if (organizationId === undefined) return [ofAccounts];
  const ofOrganization = {
    ...writer,
    sid: 'LoadBalancerLogsOfOrganization',
    resources: [`${bucketArn}/*AWSLogs/*`],
    conditions: {
      ...ofOrganizationId(organizationId),
      ArnLike: { 'aws:SourceArn': [`arn:${account.partition}:elasticloadbalancing:*:*:loadbalancer/*`] },
    },
  };
  return [ofAccounts, ofOrganization];
}
