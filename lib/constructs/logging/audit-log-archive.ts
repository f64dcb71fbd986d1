import { Construct } from 'constructs';
import { DataClass } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { accountOf } from '../core/account';
import { requireOrganizationId } from '../core/perimeter';
import { policyText } from '../core/policy';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { requireDays } from '../core/require';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';
import { openStore } from '../encryption/store';
import { AccessLogBucket } from '../stores/buckets/access-log-bucket';
import { IBucket } from '../stores/buckets/bucket';
import { EncryptedBucket } from '../stores/buckets/encrypted-bucket';
import { requireDeployers } from '../stores/buckets/log-protection';
import { LogSources, TOO_MANY_SOURCES, requireAccountIds } from '../stores/buckets/log-sources';
import { ObjectLockMode } from '../stores/buckets/object-lock-mode';
import { configWriters, denyDisabling, keyUsers, trailWriters } from './archive-writers';
import { LogStore } from './log-store';

/** The most days that Object Lock takes: a hundred years. */
const MAX_DAYS = 36_500;

/** How long logs are kept, and whose. */
export interface AuditLogArchiveProps extends ClassifiedProps, RegionalProps {
  /**
   * How many days logs are kept: at least 365 (TOM 8.4), at most 36,500. Until then nobody deletes them who may not first change the policy of their
   * bucket, or its lifecycle: that is everyone whom IAM lets, unless `deployerArns` are named. What `objectLock` keeps in COMPLIANCE mode nobody deletes.
   *
   * @default 365
   */
  readonly retentionDays?: number;

  /**
   * How Object Lock keeps trails, flow logs and query logs (TOM 8.3). COMPLIANCE is for as long as the retention, for everyone, and is final: ask for it
   * once an archive in GOVERNANCE mode receives what it should. What was written before stays in GOVERNANCE mode. Where the environment is `EPHEMERAL`, the
   * mode is always GOVERNANCE.
   *
   * @default ObjectLockMode.GOVERNANCE
   */
  readonly objectLock?: ObjectLockMode;

  /**
   * The ARNs of the roles, or users, that apply the archive. Nobody else changes the policies, lifecycles, encryption and Object Lock of its buckets, or
   * disables or deletes its key (TOM 8.3). The role that applies must be among them: another is denied from then on. The root user of the account can
   * replace the policy of a bucket whatever it says.
   *
   * @default - everyone may whom IAM lets; nobody disables the key without changing its policy first
   */
  readonly deployerArns?: string[];

  /**
   * The accounts whose trails, flow logs and load balancers may write to the archive: twelve digits each. Buckets log their accesses only within the
   * account of the archive.
   *
   * @default - the account of the stack
   */
  readonly sourceAccountIds?: string[];

  /**
   * The organization whose accounts may write too, those to come included.
   *
   * @default - none but `sourceAccountIds`
   */
  readonly organizationId?: string;

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
  /** Receives CloudTrail trails, VPC flow logs and DNS query logs: Object Lock, a policy that denies deletion, KMS. */
  readonly trailBucket: IBucket;
  /** Receives the history and snapshots of AWS Config: a policy that denies deletion, KMS. */
  readonly configBucket: IBucket;
  /** Receives the access logs of buckets and load balancers: a policy that denies deletion, AES-256 with keys that S3 owns. */
  readonly accessLogBucket: IBucket;
  /** The key of the first two. */
  readonly encryptionKey: IKey;
}

/**
 * Keeps logs for 365 days or more, protected from change and deletion (TOM 8.1, 8.3, 8.4).
 *
 * Three buckets, since AWS allows no single one: trails and flow logs lie under Object Lock; AWS Config writes to no bucket with a default retention;
 * access logs of buckets and load balancers neither to that nor to one with a KMS key. All three have a policy that denies deletion, which who may change
 * the policy or the lifecycle can get past: everyone whom IAM lets, or only the `deployerArns`. Object Lock in GOVERNANCE mode, the default, then asks for
 * `s3:BypassGovernanceRetention`; in COMPLIANCE mode nobody gets past it.
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
   * @throws ValidationError where the retention is under 365 days or has no end, an account is no twelve digits, an organization or a deployer is none,
   * the accounts are too many for a policy, the key is of another region, or the region is unknown or outside the residency.
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
    requireAccountIds(this, props.sourceAccountIds ?? []);
    requireOrganizationId(this, props.organizationId);
    requireDeployers(this, props.deployerArns);

    const account = accountOf(this);
    const sources: LogSources = {
      account,
      accountIds: props.sourceAccountIds ?? [account.id],
      organizationId: props.organizationId,
    };
    // The smallest quota that the accounts may exceed comes first, and says what to do.
    policyText(this, 'bucket', trailWriters('', sources), TOO_MANY_SOURCES);
    const { dataClass, key, region, posture } = openStore(this, props, {
      makeKey: (opened) => this.key(props, opened.dataClass, sources, opened.region),
    });
    // Nobody could remove what a test wrote before its retention ends.
    const lockMode = posture.isEphemeral ? ObjectLockMode.GOVERNANCE : (props.objectLock ?? ObjectLockMode.GOVERNANCE);
    this.encryptionKey = key;
    const { retentionDays } = this;
    const { deployerArns, tags } = props;
    const logs = { dataClass, retentionDays, deployerArns, region, tags };
    const accessLogBucket = new AccessLogBucket(this, 'AccessLogs', { ...logs, sources });
    this.accessLogBucket = accessLogBucket;
    this.trailBucket = new LogStore(this, 'Trails', {
      ...logs,
      key,
      accessLogBucket,
      lockMode,
      writers: (bucketArn) => trailWriters(bucketArn, sources),
    });
    this.configBucket = new LogStore(this, 'Config', {
      ...logs,
      key,
      accessLogBucket,
      writers: (bucketArn) => configWriters(bucketArn, sources),
    });
  }

  private key(props: AuditLogArchiveProps, dataClass: DataClass, sources: LogSources, region?: string): RotatedKey {
    const key = new RotatedKey(this, 'Key', { dataClass, region, description: `logs (${this.node.path})` });
    for (const statement of keyUsers(sources)) key.addToResourcePolicy(statement);
    key.addToResourcePolicy(denyDisabling(props.deployerArns));
    return key;
  }
}
