import { Construct } from 'constructs';
import { ITerraformDependable } from 'cdktf';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketLoggingA } from '@cdktf/provider-aws/lib/s3-bucket-logging';
import { S3BucketObjectLockConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { refuse } from '../../core/errors';
import { claimName, defaultName } from '../../core/names';
import { denyPlainHttp } from '../../core/perimeter';
import { Effect, PolicyStatement, policyText } from '../../core/policy';
import { WayOut } from '../../core/policy-quota';
import { Posture } from '../../core/posture';
import { denyOtherEncryption } from './encryption-denials';
import { ObjectLockMode } from './object-lock-mode';

/** How many days an unfinished multipart upload keeps its parts. */
const MULTIPART_DAYS = 7;

/** What the buckets of this library differ in. Everything else is the same for all of them. */
export interface BucketResourcesProps {
  readonly posture: Posture;
  readonly bucketName?: string;
  /** By default what the environment allows. */
  readonly forceDestroy?: boolean;
  readonly region?: string;
  readonly tags: { [key: string]: string };
  /** The ARN of the key, or nothing for AES-256 with keys that S3 owns. */
  readonly keyArn?: string;
  /** When current objects expire, or nothing where they stay. */
  readonly expirationDays?: number;
  /** When versions expire that were overwritten or deleted. */
  readonly noncurrentDays: number;
  /** For how many days Object Lock keeps every object, and how, or nothing where it is off. */
  readonly lock?: { readonly days: number; readonly mode: ObjectLockMode };
  /** Where accesses are logged, or nothing for a bucket that receives such logs. */
  readonly accessLogs?: AccessLogTarget;
  /** What to do where the policy has more than S3 takes. */
  readonly wayOut?: WayOut;
}

/** Where accesses are logged. */
export interface AccessLogTarget {
  readonly bucketName: string;
  readonly prefix: string;
  /** What lets S3 write there, where it is of the same stack. */
  readonly policy?: S3BucketPolicy;
}

/** The bucket that was made, and the policy that it will have. */
export interface BucketResources {
  readonly resource: S3Bucket;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly policy: S3BucketPolicy;
  /** What must be there before anything is written that it is to protect: policy, encryption, Object Lock. */
  readonly protection: ITerraformDependable[];
  /** Adds statements to its policy. */
  readonly allow: (...statements: PolicyStatement[]) => void;
}

/**
 * Makes a bucket and the resources that Terraform splits it into: encryption, public access block, ownership, versioning, policy, lifecycle, logging.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export function bucketResources(scope: Construct, props: BucketResourcesProps): BucketResources {
  const { posture, region } = props;
  if (props.bucketName !== undefined) requireBucketName(scope, props.bucketName);
  const resource = new S3Bucket(scope, 'Resource', {
    bucket: props.bucketName,
    bucketPrefix:
      props.bucketName === undefined ? `${defaultName(scope, posture).slice(0, 36).replace(/-$/, '')}-` : undefined,
    forceDestroy: props.forceDestroy ?? posture.isEphemeral,
    objectLockEnabled: props.lock && true,
    region,
    tags: props.tags,
    lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
  });
  scope.node.defaultChild = resource;
  const bucketName = resource.bucket;
  const bucketArn = resource.arn;
  const statements = baseStatements(bucketArn, props.keyArn);

  const publicAccessBlock = new S3BucketPublicAccessBlock(scope, 'PublicAccessBlock', {
    bucket: bucketName,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
    region,
  });
  new S3BucketOwnershipControls(scope, 'Ownership', {
    bucket: bucketName,
    rule: { objectOwnership: 'BucketOwnerEnforced' },
    region,
  });
  const encryption = new S3BucketServerSideEncryptionConfigurationA(scope, 'Encryption', {
    bucket: bucketName,
    rule: [
      {
        applyServerSideEncryptionByDefault:
          props.keyArn === undefined
            ? { sseAlgorithm: 'AES256' }
            : { sseAlgorithm: 'aws:kms', kmsMasterKeyId: props.keyArn },
        bucketKeyEnabled: props.keyArn !== undefined,
        blockedEncryptionTypes: ['SSE-C'],
      },
    ],
    region,
  });
  const versioning = new S3BucketVersioningA(scope, 'Versioning', {
    bucket: bucketName,
    versioningConfiguration: { status: 'Enabled' },
    region,
  });
  const policy = new S3BucketPolicy(scope, 'Policy', {
    bucket: bucketName,
    policy: policyText(scope, 'bucket', statements, props.wayOut),
    region,
    // S3 refuses to change both at once.
    dependsOn: [publicAccessBlock],
  });
  new S3BucketLifecycleConfiguration(scope, 'Lifecycle', {
    bucket: bucketName,
    rule: [
      {
        id: 'retention',
        status: 'Enabled',
        filter: [{ prefix: '' }],
        ...(props.expirationDays === undefined ? {} : { expiration: [{ days: props.expirationDays }] }),
        noncurrentVersionExpiration: [{ noncurrentDays: props.noncurrentDays }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: MULTIPART_DAYS }],
      },
    ],
    region,
    dependsOn: [versioning],
  });
  const protection: ITerraformDependable[] = [policy, encryption];
  if (props.lock) {
    const lock = new S3BucketObjectLockConfigurationA(scope, 'ObjectLock', {
      bucket: bucketName,
      rule: { defaultRetention: { mode: props.lock.mode, days: props.lock.days } },
      region,
      dependsOn: [versioning],
    });
    protection.push(lock);
  }
  if (props.accessLogs) {
    new S3BucketLoggingA(scope, 'Logging', {
      bucket: bucketName,
      targetBucket: props.accessLogs.bucketName,
      targetPrefix: props.accessLogs.prefix,
      region,
      // Before that, S3 may refuse the target, and would lose what it logs.
      dependsOn: props.accessLogs.policy && [props.accessLogs.policy],
    });
  }
  const allow = (...added: PolicyStatement[]): void => {
    statements.push(...added);
    policy.policy = policyText(scope, 'bucket', statements, props.wayOut);
  };
  return { resource, bucketName, bucketArn, policy, protection, allow };
}

/** What nobody may do to any bucket: talk to it unencrypted, over old TLS, or write under another key. */
function baseStatements(bucketArn: string, keyArn: string | undefined): PolicyStatement[] {
  const everything = {
    principals: { '*': ['*'] },
    effect: Effect.DENY,
    actions: ['s3:*'],
    resources: [bucketArn, `${bucketArn}/*`],
  };
  return [
    denyPlainHttp(everything),
    { ...everything, sid: 'DenyOldTls', conditions: { NumericLessThan: { 's3:TlsVersion': ['1.2'] } } },
    ...denyOtherEncryption(bucketArn, keyArn),
  ];
}

function requireBucketName(scope: Construct, name: string): void {
  claimName(scope, scope.node.root, 'bucketName', name);
  if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name)) {
    refuse(scope, {
      prop: 'bucketName',
      must: 'must be 3 to 63 lower case letters, digits and hyphens, with no dots, which break the TLS certificate',
      value: name,
      measure: '1.1.1',
      fix: "write bucketName: 'acme-invoices', or leave it out",
    });
  }
}
