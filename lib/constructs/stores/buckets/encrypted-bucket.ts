import { Construct } from 'constructs';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { accountOf } from '../../core/account';
import { refuse } from '../../core/errors';
import { PolicyStatement } from '../../core/policy';
import { Posture } from '../../core/posture';
import { RegionalProps } from '../../core/props';
import { requireDays } from '../../core/require';
import { requireNarrow } from '../../core/resource-policy';
import { requireRetention } from '../../core/retention';
import { IKey } from '../../encryption/key';
import { StoreProps, openStore } from '../../encryption/store';
import { accessLogTarget, sharedAccessLogs } from './access-log-bucket';
import { BucketBase, IBucket } from './bucket';
import { bucketResources } from './bucket-resources';
import { AllowServiceOnBucketOptions, BucketServices } from './bucket-services';

/** How long overwritten and deleted versions stay where the retention is longer: enough to notice a mistake and take it back. */
const NONCURRENT_DAYS = 30;

/** How long they stay in a bucket whose objects have no age. */
const NONCURRENT_DAYS_WITHOUT_RETENTION = 90;

/** What a bucket holds, for how long, and under which key. */
export interface EncryptedBucketProps extends StoreProps, RegionalProps {
  /**
   * The name of the bucket, unique in the world. Lower case letters, digits and hyphens.
   *
   * @default - AWS makes one that begins with the posture's prefix, the name of the stack and the construct's path
   */
  readonly bucketName?: string;

  /**
   * How many days objects are kept before they are deleted (TOM 2.2, GDPR Art. 5(1)(e)).
   *
   * @default - the posture's; where it has none, personal data is refused, and other objects are kept until somebody deletes them
   */
  readonly retentionDays?: number;

  /**
   * How many days a version stays after it was overwritten or deleted. Only then is the data gone: at the latest
   * `retentionDays` and this many days after it was written.
   *
   * @default - 30, or the retention where that is shorter or current versions are retained; 90 without a retention
   */
  readonly noncurrentRetentionDays?: number;

  /**
   * Keeps the newest version of every object whatever its age, and lets the retention only expire older versions. For objects
   * that are overwritten rather than added to, such as a Terraform state.
   *
   * @default false
   */
  readonly retainCurrentVersions?: boolean;

  /**
   * The bucket that receives the access logs: an archive's `accessLogBucket`, in the same region and account.
   *
   * @default - one bucket that the buckets of the stack share, which keeps access logs for 365 days
   */
  readonly accessLogBucket?: IBucket;

  /**
   * What the names of the access logs begin with.
   *
   * @default - the construct's path
   */
  readonly accessLogPrefix?: string;

  /**
   * Lets Terraform delete the objects when it destroys the bucket. Only allowed where the posture's environment is `EPHEMERAL`.
   *
   * @default - true in an ephemeral environment, else false
   */
  readonly forceDestroy?: boolean;
}

/** What is known of a bucket that is already there. */
export interface BucketAttributes {
  /** The name of the bucket. */
  readonly bucketName: string;

  /**
   * The key that encrypts its objects.
   *
   * @default - none: grants cover only the bucket
   */
  readonly encryptionKey?: IKey;
}

/**
 * A bucket for personal data (TOM 1.1.1, 1.2.1, 2.2): encrypted with a key of your own, closed to the public, to plain HTTP and
 * to TLS below 1.2, versioned, with access logs, and emptied of what is older than the retention.
 *
 * ```ts
 * new EncryptedBucket(this, 'Invoices', { retentionDays: 3650 });
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export class EncryptedBucket extends BucketBase {
  /** A bucket that is already there, by its name. Nothing about it is checked. */
  public static fromBucketName(scope: Construct, id: string, bucketName: string): IBucket {
    return EncryptedBucket.fromBucketAttributes(scope, id, { bucketName });
  }

  /** A bucket that is already there, and its key, which grants then include. Nothing about it is checked. */
  public static fromBucketAttributes(scope: Construct, id: string, attributes: BucketAttributes): IBucket {
    class ImportedBucket extends BucketBase {
      public readonly bucketName = attributes.bucketName;
      public readonly bucketArn = `arn:${accountOf(this).partition}:s3:::${attributes.bucketName}`;
      public readonly encryptionKey = attributes.encryptionKey;
    }
    return new ImportedBucket(scope, id);
  }

  /** The bucket itself. */
  public readonly resource: S3Bucket;
  /**
   * The name of the bucket.
   *
   * @attribute
   */
  public readonly bucketName: string;
  /**
   * The ARN of the bucket.
   *
   * @attribute
   */
  public readonly bucketArn: string;
  /** The key that encrypts its objects. */
  public readonly encryptionKey?: IKey;

  /**
   * How many days a version stays that was deleted or overwritten.
   * @internal
   */
  public readonly _noncurrentDays: number;

  private readonly allow: (...statements: PolicyStatement[]) => void;
  private readonly services: BucketServices;

  /**
   * @throws ValidationError on personal data without a retention, a retention that is no positive whole number, a public access or ACL prop,
   * `forceDestroy` outside EPHEMERAL, a name that is malformed or taken, a key of another region, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: EncryptedBucketProps = {}) {
    super(scope, id);
    const { posture, dataClass, key, region, tags } = openStore(this, props, {
      refused: REFUSED,
      retentionDays: props.retentionDays,
    });
    if (props.forceDestroy && !posture.isEphemeral) this.refuseForceDestroy(posture);
    const { retentionDays } = posture;
    requireRetention(this, retentionDays, dataClass, { here: 3650, everywhere: 3650 });
    const noncurrentDays = this.requireNoncurrent(props, retentionDays);
    this._noncurrentDays = noncurrentDays;
    const logs = props.accessLogBucket ?? sharedAccessLogs(this, region);
    const made = bucketResources(this, {
      posture,
      bucketName: props.bucketName,
      forceDestroy: props.forceDestroy,
      region,
      tags,
      keyArn: key.keyArn,
      expirationDays: props.retainCurrentVersions ? undefined : retentionDays,
      noncurrentDays,
      accessLogs: accessLogTarget(this, logs, props.accessLogPrefix ?? `${this.node.path}/`),
    });
    this.encryptionKey = key;
    this.resource = made.resource;
    this.bucketName = made.bucketName;
    this.bucketArn = made.bucketArn;
    this.allow = made.allow;
    this.services = new BucketServices(this, made.allow);
  }

  /**
   * Lets a service of AWS read or write objects, and use the key for it: a distribution of CloudFront with origin access control, an inventory of S3.
   *
   * ```ts
   * bucket.allowService('cloudfront.amazonaws.com', { sourceArn: distribution.arn });
   * ```
   *
   * A key that is already there must allow the service by its own policy.
   *
   * @param service the principal of the service
   * @param options which objects, for which of its resources, and what
   * @throws ValidationError where it is no service of AWS, or one that delivers to no bucket with a KMS key.
   */
  public allowService(service: string, options: AllowServiceOnBucketOptions = {}): void {
    this.services.allow(service, options);
  }

  /**
   * Adds a statement to the bucket's policy.
   *
   * @throws ValidationError where it lets everybody in.
   */
  public addToResourcePolicy(statement: PolicyStatement): void {
    requireNarrow(this, statement);
    this.allow(statement);
  }

  private requireNoncurrent(props: EncryptedBucketProps, retentionDays: number | undefined): number {
    const max = retentionDays ?? NONCURRENT_DAYS_WITHOUT_RETENTION;
    const days = props.noncurrentRetentionDays;
    if (days === undefined) {
      return props.retainCurrentVersions || retentionDays === undefined ? max : Math.min(max, NONCURRENT_DAYS);
    }
    const bound = retentionDays === undefined ? undefined : max;
    requireDays(this, 'noncurrentRetentionDays', days, {
      min: 1,
      max: bound,
      measure: '2.2',
      example: Math.min(max, 30),
    });
    return days;
  }

  private refuseForceDestroy(posture: Posture): never {
    refuse(this, {
      prop: 'forceDestroy',
      must: `must be false where the environment is ${posture.environment}: it lets one command delete the data`,
      value: true,
      measure: '3.3.1',
      fix: 'remove it, or set the posture of a test to Environment.EPHEMERAL',
    });
  }
}

const ACLS = {
  must: 'must not be set: ACLs are switched off',
  measure: '3.1.1',
  fix: 'grant access with grantRead, grantWrite or addToResourcePolicy',
};
const PUBLIC = {
  must: 'must not be set: the bucket is closed to the public',
  measure: '3.1.1',
  fix: "serve public files through CloudFront: allowService('cloudfront.amazonaws.com', { sourceArn: distribution.arn })",
};

/** What L1 buckets and other libraries call the ways to open a bucket. */
const REFUSED = {
  acl: ACLS,
  accessControl: ACLS,
  grant: ACLS,
  objectOwnership: ACLS,
  publicReadAccess: PUBLIC,
  blockPublicAccess: PUBLIC,
  website: PUBLIC,
};
