import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../../core/errors';
import { Effect, PolicyStatement } from '../../core/policy';
import { ObjectLockMode } from './object-lock-mode';

const EVERYBODY = { '*': ['*'] };

const BYPASS = 's3:BypassGovernanceRetention';

/**
 * Nobody deletes an object or a version of it, nor lifts a lock that can be lifted: that would also end the retention early, and leave nothing to delete
 * against the policy later. A lifecycle rule still expires them: it is no request.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-retention-modes
 */
export function denyDeletion(bucketArn: string, lockMode?: ObjectLockMode): PolicyStatement {
  return {
    sid: 'DenyDeletion',
    effect: Effect.DENY,
    principals: EVERYBODY,
    actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', ...(lockMode === ObjectLockMode.GOVERNANCE ? [BYPASS] : [])],
    resources: [`${bucketArn}/*`],
  };
}

/**
 * Nobody but the deployers changes what keeps logs: the policy itself, lifecycle, versioning, encryption and Object Lock.
 *
 * S3 lets the root user of the bucket's account read, replace and remove its policy whatever that says, so that nobody is locked out for good.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export function denyWeakening(bucketArn: string, deployerArns: readonly string[]): PolicyStatement {
  return {
    sid: 'DenyWeakening',
    effect: Effect.DENY,
    principals: EVERYBODY,
    actions: [
      BYPASS,
      's3:DeleteBucketPolicy',
      's3:PutBucketObjectLockConfiguration',
      's3:PutBucketPolicy',
      's3:PutBucketVersioning',
      's3:PutEncryptionConfiguration',
      's3:PutLifecycleConfiguration',
    ],
    resources: [bucketArn, `${bucketArn}/*`],
    conditions: exceptFor(deployerArns),
  };
}

/** A role by its name: one that is created again under the name is the same. Sessions have the ARN of their role. */
export function exceptFor(arns: readonly string[]): PolicyStatement['conditions'] {
  return { ArnNotLike: { 'aws:PrincipalArn': [...arns] } };
}

/** Refuses what names no role or user, or everybody. */
export function requireDeployers(scope: IConstruct, arns: readonly string[] | undefined): void {
  if (arns === undefined) return;
  const refused = { prop: 'deployerArns', measure: '8.3', fix: EXAMPLE };
  if (arns.length === 0) refuse(scope, { ...refused, must: 'must name the role that applies', value: [] });
  for (const value of arns) {
    if (Token.isUnresolved(value) || isNamed(value)) continue;
    const must = 'must hold ARNs of roles or users, with no wildcard for the account or all of the name';
    refuse(scope, { ...refused, must, value });
  }
}

const EXAMPLE = "write deployerArns: ['arn:aws:iam::111122223333:role/terraform'], the role that applies among them";

function isNamed(arn: string): boolean {
  const name = /^arn:aws[a-z-]*:iam::\d{12}:(?:role|user)\/(.+)$/.exec(arn)?.[1];
  return name !== undefined && !/^[*?/]/.test(name);
}
