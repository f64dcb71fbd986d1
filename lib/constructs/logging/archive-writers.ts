import { Effect, PolicyStatement } from '../core/policy';
import { exceptFor } from '../stores/buckets/log-protection';
import {
  LEFT_TO_OWNER,
  LogSources,
  SourceConditions,
  arnsOf,
  logDelivery,
  ofLogDelivery,
  onBehalfOf,
} from '../stores/buckets/log-sources';

const CLOUDTRAIL = { Service: ['cloudtrail.amazonaws.com'] };
const CONFIG = { Service: ['config.amazonaws.com'] };

function ofTrails(sources: LogSources): SourceConditions['ofAccounts'] {
  return { ArnLike: { 'aws:SourceArn': arnsOf(sources, 'cloudtrail', 'trail/*') } };
}

function ofConfig({ accountIds }: LogSources): SourceConditions['ofAccounts'] {
  return { StringEquals: { 'aws:SourceAccount': [...accountIds] } };
}

/**
 * What writes into the bucket of trails. AWS documents the organization of the source for what CloudTrail writes; of what it asks before that, it documents
 * the trail.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/logging-s3-audit-bucket.html
 */
export function trailWriters(bucketArn: string, sources: LogSources): PolicyStatement[] {
  const ofAccounts = ofTrails(sources);
  const anyTrail = `arn:${sources.account.partition}:cloudtrail:*:*:trail/*`;
  return [
    ...onBehalfOf(
      sources,
      { sid: 'CloudTrailAclCheck', principals: CLOUDTRAIL, actions: ['s3:GetBucketAcl'], resources: [bucketArn] },
      { ofAccounts, ofOrganization: { ArnLike: { 'aws:SourceArn': [anyTrail] } } }
    ),
    ...onBehalfOf(
      sources,
      { sid: 'CloudTrailWrite', principals: CLOUDTRAIL, actions: ['s3:PutObject'], resources: [`${bucketArn}/*`] },
      { ofAccounts, always: LEFT_TO_OWNER }
    ),
    ...logDelivery(bucketArn, sources),
  ];
}

/**
 * What writes into the bucket of AWS Config. AWS documents the organization of the source for what it writes; of what it asks before that, it documents
 * that the source is AWS Config.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @see https://docs.aws.amazon.com/controltower/latest/userguide/logging-s3-audit-bucket.html
 */
export function configWriters(bucketArn: string, sources: LogSources): PolicyStatement[] {
  const ofAccounts = ofConfig(sources);
  const anyChannel = `arn:${sources.account.partition}:config:*`;
  return [
    ...onBehalfOf(
      sources,
      {
        sid: 'ConfigBucketCheck',
        principals: CONFIG,
        actions: ['s3:GetBucketAcl', 's3:ListBucket'],
        resources: [bucketArn],
      },
      // The ARN ends with the account, in one of the two pages that name it: too short for an operator of ARNs.
      { ofAccounts, ofOrganization: { StringLike: { 'aws:SourceArn': [anyChannel] } } }
    ),
    ...onBehalfOf(
      sources,
      { sid: 'ConfigWrite', principals: CONFIG, actions: ['s3:PutObject'], resources: [`${bucketArn}/*`] },
      { ofAccounts, always: LEFT_TO_OWNER }
    ),
  ];
}

/**
 * What uses the key of an archive.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
 */
export function keyUsers(sources: LogSources): PolicyStatement[] {
  const resources = ['*'];
  return [
    ...onBehalfOf(
      sources,
      {
        sid: 'CloudTrail',
        principals: CLOUDTRAIL,
        // Its bucket has a bucket key: CloudTrail makes no trail there that cannot also decrypt.
        actions: ['kms:GenerateDataKey*', 'kms:Decrypt', 'kms:DescribeKey'],
        resources,
      },
      { ofAccounts: ofTrails(sources) }
    ),
    ...onBehalfOf(
      sources,
      {
        sid: 'LogDelivery',
        principals: { Service: ['delivery.logs.amazonaws.com'] },
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources,
      },
      { ofAccounts: ofLogDelivery(sources) }
    ),
    ...onBehalfOf(
      sources,
      { sid: 'Config', principals: CONFIG, actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources },
      { ofAccounts: ofConfig(sources) }
    ),
  ];
}

/**
 * Nobody but the deployers takes the key from the logs. A key that is disabled encrypts and decrypts nothing from then on, so that services can neither
 * deliver nor anyone read: that has no waiting period, as its deletion has.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html
 */
export function denyDisabling(deployerArns: readonly string[] | undefined): PolicyStatement {
  return {
    sid: 'DenyDisabling',
    effect: Effect.DENY,
    principals: { '*': ['*'] },
    actions: deployerArns ? ['kms:DisableKey', 'kms:ScheduleKeyDeletion'] : ['kms:DisableKey'],
    resources: ['*'],
    conditions: deployerArns && exceptFor(deployerArns),
  };
}
