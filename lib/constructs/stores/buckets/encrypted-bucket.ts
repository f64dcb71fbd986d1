import { Construct } from 'constructs';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { DataClass, isPersonal } from '../../../toms/data-class';
import { accountOf } from '../../core/account';
import { requireDays } from '../../core/require';
import { refuse, refuseProps } from '../../core/errors';
import { PolicyStatement } from '../../core/policy';
import { Posture, storePosture } from '../../core/posture';
import { requireRegion } from '../../core/region';
import { requireNarrow } from '../../core/resource-policy';
import { rememberSource } from '../../core/source';
import { tags } from '../../core/tags';
import { IKey } from '../../encryption/key';
import { requireKeyFor } from '../../encryption/key-compatibility';
import { sharedKey } from '../../encryption/shared-key';
import { accessLogTarget, sharedAccessLogs } from './access-log-bucket';
import { BucketBase, IBucket } from './bucket';
import { bucketResources } from './bucket-resources';

const MEASURES = ['1.1.1', '1.2.1', '2.2'];

/** How long overwritten and deleted versions stay where the retention is longer: enough to notice a mistake and take it back. */
const NONCURRENT_DAYS = 30;

/** How long they stay in a bucket whose objects have no age. */
const NONCURRENT_DAYS_WITHOUT_RETENTION = 90;

/** What a bucket holds, for how long, and under which key. */
export interface EncryptedBucketProps {
  /**
   * The name of the bucket, unique in the world. Lower case letters, digits and hyphens.
   *
   * @default - AWS makes one that begins with the posture's prefix, the name of the stack and the construct's path
   */
  readonly bucketName?: string;

  /**
   * The class of the data that it holds (TOM 3.1.2).
   *
   * @default - the posture's
   */
  readonly dataClass?: DataClass;

  /**
   * The category of the data in the `RetentionSchedule`, from which retention and class come (TOM 2.2).
   *
   * @default - the posture's
   */
  readonly dataCategory?: string;

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
   * The key that encrypts the objects, of the same region.
   *
   * @default - one key that the stores of the stack share for each class of data
   */
  readonly encryptionKey?: IKey;

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

  /**
   * The region that the bucket lies in.
   *
   * @default - the region of the stack's provider
   */
  readonly region?: string;

  /** Tags of your own, beside those that every resource carries. */
  readonly tags?: { [key: string]: string };
}

/** What is known of a bucket that is already there. */
export interface BucketAttributes {
  /** The name of the bucket. */
  readonly bucketName: string;

  /**
   * The key that encrypts its objects.
   *
   * @default - none: grants speak of the bucket alone
   */
  readonly encryptionKey?: IKey;
}

/**
 * A bucket for personal data (TOM 1.1.1, 1.2.1, 2.2): encrypted with a key of your own, closed to the public, deaf to plain HTTP and
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

  private readonly allow: (...statements: PolicyStatement[]) => void;

  /**
   * @throws ValidationError on personal data without a retention, a retention that is no positive whole number, a public access or ACL prop,
   * `forceDestroy` outside EPHEMERAL, a name that is malformed or taken, a key of another region, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: EncryptedBucketProps = {}) {
    super(scope, id);
    rememberSource(this);
    const posture = storePosture(this, props, props.retentionDays);
    const dataClass = props.dataClass ?? posture.dataClass;
    refuseProps(this, props, REFUSED);
    requireRegion(this, props.region, posture, dataClass);
    if (props.forceDestroy && !posture.isEphemeral) this.refuseForceDestroy(posture);
    const { retentionDays } = posture;
    this.requireRetention(retentionDays, dataClass);
    const noncurrentDays = this.requireNoncurrent(props, retentionDays);

    const key = props.encryptionKey ?? sharedKey(this, dataClass, props.region);
    requireKeyFor(this, key, dataClass, props.region);
    const logs = props.accessLogBucket ?? sharedAccessLogs(this, props.region);
    const made = bucketResources(this, {
      posture,
      bucketName: props.bucketName,
      forceDestroy: props.forceDestroy,
      region: props.region,
      tags: tags(posture, dataClass, MEASURES, props.tags),
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

  private requireRetention(retentionDays: number | undefined, dataClass: DataClass): void {
    if (retentionDays !== undefined || !isPersonal(dataClass)) return;
    refuse(this, {
      prop: 'retentionDays',
      must: `must be said for ${dataClass} data: only the controller can decide it`,
      measure: '2.2',
      fix: 'write { retentionDays: 3650 } here, or Posture.set(app, { retentionDays: 3650 }) for everything',
    });
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
  fix: 'serve public files through a distribution that reads the bucket with grantRead',
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
