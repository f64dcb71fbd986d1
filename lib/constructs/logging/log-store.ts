import { Construct, IConstruct } from 'constructs';
import { ITerraformDependable, TerraformStack } from 'cdktf';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { DataClass } from '../../toms/data-class';
import { LogKind } from '../../toms/tags';
import { openConstruct } from '../core/open';
import { PolicyStatement } from '../core/policy';
import { IKey } from '../encryption/key';
import { accessLogTarget } from '../stores/buckets/access-log-bucket';
import { BucketBase, IBucket } from '../stores/buckets/bucket';
import { bucketResources } from '../stores/buckets/bucket-resources';
import { denyDeletion, denyWeakening } from '../stores/buckets/log-protection';
import { TOO_MANY_SOURCES } from '../stores/buckets/log-sources';
import { ObjectLockMode } from '../stores/buckets/object-lock-mode';

/** What a bucket of an archive is made of. */
export interface LogStoreProps {
  readonly dataClass: DataClass;
  readonly retentionDays: number;
  readonly key: IKey;
  /** How Object Lock keeps what is written, or nothing where its writer takes no lock. */
  readonly lockMode?: ObjectLockMode;
  readonly writers: (bucketArn: string) => PolicyStatement[];
  readonly deployerArns?: string[];
  readonly accessLogBucket: IBucket;
  readonly region?: string;
  readonly tags?: { [key: string]: string };
}

/** One of the archive's buckets with a KMS key. */
export class LogStore extends BucketBase {
  public readonly resource: S3Bucket;
  public readonly bucketName: string;
  public readonly bucketArn: string;
  public readonly encryptionKey: IKey;
  public readonly protection: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: LogStoreProps) {
    super(scope, id);
    const { dataClass, retentionDays: days, lockMode: mode, deployerArns } = props;
    const opening = { logKind: LogKind.SECURITY };
    const { posture, tags } = openConstruct(this, { dataClass, tags: props.tags }, opening);
    const made = bucketResources(this, {
      posture,
      region: props.region,
      tags,
      keyArn: props.key.keyArn,
      expirationDays: days,
      // What Object Lock keeps, a lifecycle rule cannot expire before its time.
      noncurrentDays: mode === undefined ? days : 1,
      lock: mode && { days, mode },
      accessLogs: accessLogTarget(this, props.accessLogBucket, `${this.node.path}/`),
      wayOut: TOO_MANY_SOURCES,
    });
    this.resource = made.resource;
    this.bucketName = made.bucketName;
    this.bucketArn = made.bucketArn;
    this.encryptionKey = props.key;
    this.protection = made.protection;
    made.allow(
      denyDeletion(this.bucketArn, mode),
      ...(deployerArns ? [denyWeakening(this.bucketArn, deployerArns)] : []),
      ...props.writers(this.bucketArn)
    );
  }
}

/**
 * What must be there before something logs into a bucket of an archive, where that is of the same stack: what lets it write, the encryption and the
 * lock. A service that finds no policy is refused, or writes one of its own, which Terraform then overwrites or which overwrites Terraform's.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
 */
export function protectionOf(scope: IConstruct, bucket: IBucket): ITerraformDependable[] | undefined {
  const isHere = bucket instanceof LogStore && TerraformStack.of(bucket) === TerraformStack.of(scope);
  return isHere ? bucket.protection : undefined;
}
