import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { DataClass } from '../../../toms/data-class';
import { DEMANDS } from '../../../toms/demands';
import { LogKind } from '../../../toms/tags';
import { Account, accountOf } from '../../core/account';
import { refuse } from '../../core/errors';
import { openConstruct } from '../../core/open';
import { Effect, PolicyStatement } from '../../core/policy';
import { Posture } from '../../core/posture';
import { IKey } from '../../encryption/key';
import { BucketBase, IBucket } from './bucket';
import { AccessLogTarget, bucketResources } from './bucket-resources';

/** What an access log bucket is made of. */
export interface AccessLogBucketProps {
  readonly bucketName?: string;
  readonly dataClass: DataClass;
  readonly retentionDays: number;
  readonly sourceAccountIds: string[];
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
    });
    this.resource = made.resource;
    this.bucketName = made.bucketName;
    this.bucketArn = made.bucketArn;
    this.policy = made.policy;
    made.allow(
      denyDeletion(this.bucketArn),
      ...accessLogWriters(this.bucketArn, accountOf(this), props.sourceAccountIds)
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
    sourceAccountIds: [accountOf(stack).id],
    region,
  });
}

/** How a bucket logs to another. */
export function accessLogTarget(scope: IConstruct, logs: IBucket, prefix: string): AccessLogTarget {
  const isHere = logs instanceof AccessLogBucket && TerraformStack.of(logs) === TerraformStack.of(scope);
  return { bucketName: logs.bucketName, prefix, policy: isHere ? logs.policy : undefined };
}

/** Nobody deletes an object or a version of it. A lifecycle rule still expires them: it is no request. */
export function denyDeletion(bucketArn: string): PolicyStatement {
  return {
    sid: 'DenyDeletion',
    effect: Effect.DENY,
    principals: { '*': ['*'] },
    actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
    resources: [`${bucketArn}/*`],
  };
}

/**
 * S3 and load balancers, on behalf of buckets and load balancers only of the named accounts. Network load balancers have their logs
 * delivered by CloudWatch Logs.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-connection-logging.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-health-check-logging.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 */
function accessLogWriters(bucketArn: string, account: Account, accountIds: string[]): PolicyStatement[] {
  return [
    {
      sid: 'S3AccessLogs',
      principals: { Service: ['logging.s3.amazonaws.com'] },
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/*`],
      conditions: {
        StringEquals: { 'aws:SourceAccount': accountIds },
        ArnLike: { 'aws:SourceArn': [`arn:${account.partition}:s3:::*`] },
      },
    },
    {
      sid: 'LoadBalancerLogs',
      principals: { Service: ['logdelivery.elasticloadbalancing.amazonaws.com'] },
      actions: ['s3:PutObject'],
      // The one guard that AWS documents for access, connection and health check logs alike. No prefix may hold `AWSLogs`, so that the account is the source's.
      resources: accountIds.map((id) => `${bucketArn}/*AWSLogs/${id}/*`),
    },
    ...logDelivery(bucketArn, account, accountIds),
  ];
}

/** CloudWatch Logs, which delivers what flow logs, query logs and network load balancers write. */
export function logDelivery(bucketArn: string, account: Account, accountIds: string[]): PolicyStatement[] {
  const principals = { Service: ['delivery.logs.amazonaws.com'] };
  const fromLogs = { 'aws:SourceArn': accountIds.map((id) => `arn:${account.partition}:logs:*:${id}:*`) };
  const ownAccounts = { 'aws:SourceAccount': accountIds };
  return [
    {
      sid: 'LogDeliveryAclCheck',
      principals,
      actions: ['s3:GetBucketAcl'],
      resources: [bucketArn],
      conditions: { ArnLike: fromLogs, StringEquals: ownAccounts },
    },
    {
      sid: 'LogDeliveryWrite',
      principals,
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/*`],
      conditions: {
        ArnLike: fromLogs,
        StringEquals: { ...ownAccounts, 's3:x-amz-acl': ['bucket-owner-full-control'] },
      },
    },
  ];
}
