import { Construct, IConstruct } from 'constructs';
import { ITerraformDependable, TerraformStack } from 'cdktf';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { DataClass } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { LogKind } from '../../toms/tags';
import { Account, accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { openConstruct } from '../core/open';
import { PolicyStatement } from '../core/policy';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { requireDays } from '../core/require';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';
import { openStore } from '../encryption/store';
import { AccessLogBucket, accessLogTarget, denyDeletion, logDelivery } from '../stores/buckets/access-log-bucket';
import { BucketBase, IBucket } from '../stores/buckets/bucket';
import { bucketResources } from '../stores/buckets/bucket-resources';
import { EncryptedBucket } from '../stores/buckets/encrypted-bucket';

/** The most days that Object Lock takes: a hundred years. */
const MAX_DAYS = 36_500;

/** How long logs are kept, and whose. */
export interface AuditLogArchiveProps extends ClassifiedProps, RegionalProps {
  /**
   * How many days logs are kept: at least 365 (TOM 8.4), at most 36,500. Until then nobody can delete trails and flow logs, you included,
   * unless the environment is `EPHEMERAL`; the other logs nobody can who may not change the policy of their bucket.
   *
   * @default 365
   */
  readonly retentionDays?: number;

  /**
   * The accounts whose trails, flow logs, buckets and load balancers may write to the archive: twelve digits each.
   *
   * @default - the account of the stack
   */
  readonly sourceAccountIds?: string[];

  /**
   * The key that encrypts trails, flow logs and Config history. It must let `cloudtrail`, `config` and `delivery.logs` use it.
   *
   * @default - a key of the archive's own, whose policy does
   */
  readonly encryptionKey?: IKey;
}

/** What is known of an archive that is already there. */
export interface AuditLogArchiveAttributes {
  /** The name of the bucket for trails and flow logs. */
  readonly trailBucketName: string;
  /** The name of the bucket for AWS Config. */
  readonly configBucketName: string;
  /** The name of the bucket for the access logs of buckets and load balancers. */
  readonly accessLogBucketName: string;
  /** The ARN of the key of the first two. */
  readonly encryptionKeyArn: string;
}

/** Where the logs of an account are kept. */
export interface IAuditLogArchive {
  /** Receives CloudTrail trails, VPC flow logs and DNS query logs: Object Lock, KMS. */
  readonly trailBucket: IBucket;
  /** Receives the history and snapshots of AWS Config: a policy by which nobody deletes, KMS. */
  readonly configBucket: IBucket;
  /** Receives the access logs of buckets and load balancers: a policy by which nobody deletes, AES-256 with keys that S3 owns. */
  readonly accessLogBucket: IBucket;
  /** The key of the first two. */
  readonly encryptionKey: IKey;
}

/**
 * Keeps logs for 365 days or more, protected from change and deletion (TOM 8.1, 8.3, 8.4).
 *
 * Three buckets, since AWS allows no single one: trails and flow logs lie under Object Lock in COMPLIANCE mode (GOVERNANCE, which can be
 * lifted, where the environment is `EPHEMERAL`); AWS Config writes to
 * no bucket with Object Lock; access logs of buckets and load balancers neither to that nor to one with a KMS key. The latter two are
 * protected by a policy that denies deletion, which who may change the policy can lift.
 *
 * ```ts
 * const archive = new AuditLogArchive(this, 'Archive', { retentionDays: 400 });
 * new EncryptedBucket(this, 'Invoices', { accessLogBucket: archive.accessLogBucket });
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
export class AuditLogArchive extends Construct implements IAuditLogArchive {
  /** An archive that is already there, in this account or another. Nothing about it is checked. */
  public static fromAttributes(scope: Construct, id: string, attributes: AuditLogArchiveAttributes): IAuditLogArchive {
    class ImportedArchive extends Construct implements IAuditLogArchive {
      public readonly encryptionKey = RotatedKey.fromKeyArn(this, 'Key', attributes.encryptionKeyArn);
      public readonly trailBucket = EncryptedBucket.fromBucketAttributes(this, 'Trails', {
        bucketName: attributes.trailBucketName,
        encryptionKey: this.encryptionKey,
      });
      public readonly configBucket = EncryptedBucket.fromBucketAttributes(this, 'Config', {
        bucketName: attributes.configBucketName,
        encryptionKey: this.encryptionKey,
      });
      public readonly accessLogBucket = EncryptedBucket.fromBucketName(
        this,
        'AccessLogs',
        attributes.accessLogBucketName
      );
    }
    return new ImportedArchive(scope, id);
  }

  public readonly trailBucket: IBucket;
  public readonly configBucket: IBucket;
  public readonly accessLogBucket: IBucket;
  public readonly encryptionKey: IKey;
  /** How many days logs are kept. */
  public readonly retentionDays: number;

  /**
   * @throws ValidationError where the retention is under 365 days or has no end, an account is no twelve digits, the key is of another region, or
   * the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: AuditLogArchiveProps = {}) {
    super(scope, id);
    this.retentionDays = props.retentionDays ?? DEMANDS.securityLogDays;
    const bounds = {
      min: DEMANDS.securityLogDays,
      max: MAX_DAYS,
      measure: '8.4',
      example: DEMANDS.securityLogDays,
    };
    requireDays(this, 'retentionDays', this.retentionDays, bounds);
    for (const account of props.sourceAccountIds ?? []) this.requireAccount(account);

    const account = accountOf(this);
    const sourceAccountIds = props.sourceAccountIds ?? [account.id];
    const { dataClass, key, region } = openStore(this, props, {
      makeKey: (opened) => this.key(opened.dataClass, account, sourceAccountIds, opened.region),
    });
    this.encryptionKey = key;
    const accessLogBucket = new AccessLogBucket(this, 'AccessLogs', {
      dataClass,
      retentionDays: this.retentionDays,
      sourceAccountIds,
      region,
      tags: props.tags,
    });
    this.accessLogBucket = accessLogBucket;
    const store = { dataClass, retentionDays: this.retentionDays, region, tags: props.tags, accessLogBucket, key };
    this.trailBucket = new LogStore(this, 'Trails', {
      ...store,
      locked: true,
      writers: (bucketArn) => trailWriters(bucketArn, account, sourceAccountIds),
    });
    this.configBucket = new LogStore(this, 'Config', {
      ...store,
      locked: false,
      writers: (bucketArn) => configWriters(bucketArn, sourceAccountIds),
    });
  }

  private key(dataClass: DataClass, account: Account, accountIds: string[], region: string | undefined): RotatedKey {
    const key = new RotatedKey(this, 'Key', { dataClass, region, description: `logs (${this.node.path})` });
    const resources = ['*'];
    key.addToResourcePolicy({
      sid: 'CloudTrail',
      principals: { Service: ['cloudtrail.amazonaws.com'] },
      // Its bucket has a bucket key: CloudTrail makes no trail there that cannot also decrypt.
      actions: ['kms:GenerateDataKey*', 'kms:Decrypt', 'kms:DescribeKey'],
      resources,
      conditions: { ArnLike: { 'aws:SourceArn': trailArns(account, accountIds) } },
    });
    key.addToResourcePolicy({
      sid: 'LogDelivery',
      principals: { Service: ['delivery.logs.amazonaws.com'] },
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources,
      conditions: {
        StringEquals: { 'aws:SourceAccount': accountIds },
        ArnLike: { 'aws:SourceArn': logArns(account, accountIds) },
      },
    });
    key.addToResourcePolicy({
      sid: 'Config',
      principals: { Service: ['config.amazonaws.com'] },
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources,
      conditions: { StringEquals: { 'aws:SourceAccount': accountIds } },
    });
    return key;
  }

  private requireAccount(account: string): void {
    if (/^\d{12}$/.test(account)) return;
    refuse(this, {
      prop: 'sourceAccountIds',
      must: 'must hold account ids of twelve digits',
      value: account,
      measure: '8.3',
      fix: "write sourceAccountIds: ['111122223333']",
    });
  }
}

interface LogStoreProps {
  readonly dataClass: DataClass;
  readonly retentionDays: number;
  readonly key: IKey;
  readonly locked: boolean;
  readonly writers: (bucketArn: string) => PolicyStatement[];
  readonly accessLogBucket: IBucket;
  readonly region?: string;
  readonly tags?: { [key: string]: string };
}

/** One of the archive's buckets with a KMS key. */
class LogStore extends BucketBase {
  public readonly resource: S3Bucket;
  public readonly bucketName: string;
  public readonly bucketArn: string;
  public readonly encryptionKey: IKey;
  public readonly protection: ITerraformDependable[];

  constructor(scope: Construct, id: string, props: LogStoreProps) {
    super(scope, id);
    const { dataClass } = props;
    const opening = { logKind: LogKind.SECURITY };
    const { posture, tags } = openConstruct(this, { dataClass, tags: props.tags }, opening);
    const made = bucketResources(this, {
      posture,
      region: props.region,
      tags,
      keyArn: props.key.keyArn,
      expirationDays: props.retentionDays,
      // What Object Lock keeps, a lifecycle rule cannot expire before its time.
      noncurrentDays: props.locked ? 1 : props.retentionDays,
      lockDays: props.locked ? props.retentionDays : undefined,
      accessLogs: accessLogTarget(this, props.accessLogBucket, `${this.node.path}/`),
    });
    this.resource = made.resource;
    this.bucketName = made.bucketName;
    this.bucketArn = made.bucketArn;
    this.encryptionKey = props.key;
    this.protection = made.protection;
    made.allow(denyDeletion(this.bucketArn), ...props.writers(this.bucketArn));
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

function trailArns(account: Account, accountIds: string[]): string[] {
  return accountIds.map((id) => `arn:${account.partition}:cloudtrail:*:${id}:trail/*`);
}

function logArns(account: Account, accountIds: string[]): string[] {
  return accountIds.map((id) => `arn:${account.partition}:logs:*:${id}:*`);
}

function trailWriters(bucketArn: string, account: Account, accountIds: string[]): PolicyStatement[] {
  const cloudtrail = { Service: ['cloudtrail.amazonaws.com'] };
  const fromTrails = { 'aws:SourceArn': trailArns(account, accountIds) };
  const ownerControls = { 's3:x-amz-acl': ['bucket-owner-full-control'] };
  return [
    {
      sid: 'CloudTrailAclCheck',
      principals: cloudtrail,
      actions: ['s3:GetBucketAcl'],
      resources: [bucketArn],
      conditions: { ArnLike: fromTrails },
    },
    {
      sid: 'CloudTrailWrite',
      principals: cloudtrail,
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/*`],
      conditions: { ArnLike: fromTrails, StringEquals: ownerControls },
    },
    ...logDelivery(bucketArn, account, accountIds),
  ];
}

function configWriters(bucketArn: string, accountIds: string[]): PolicyStatement[] {
  const principals = { Service: ['config.amazonaws.com'] };
  const ownAccounts = { 'aws:SourceAccount': accountIds };
  return [
    {
      sid: 'ConfigBucketCheck',
      principals,
      actions: ['s3:GetBucketAcl', 's3:ListBucket'],
      resources: [bucketArn],
      conditions: { StringEquals: ownAccounts },
    },
    {
      sid: 'ConfigWrite',
      principals,
      actions: ['s3:PutObject'],
      resources: [`${bucketArn}/*`],
      conditions: { StringEquals: { ...ownAccounts, 's3:x-amz-acl': ['bucket-owner-full-control'] } },
    },
  ];
}
