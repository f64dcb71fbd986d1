import { refuse } from '../../core/errors';
import { AllowServiceOptions, ServiceAccess, ServiceStatements } from '../../core/service-access';
import { letServiceStore } from '../../encryption/service-use';
import { BucketBase } from './bucket';
import { BucketResources } from './bucket-resources';

/** Which objects a service of AWS may read or write, and for which of its resources. */
export interface AllowServiceOnBucketOptions extends AllowServiceOptions {
  /**
   * What the names of the objects begin with.
   *
   * @default - all objects
   */
  readonly prefix?: string;
}

/**
 * The services that deliver only to buckets whose objects S3 encrypts with keys of its own.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
const WITHOUT_KMS = ['logging.s3.amazonaws.com', 'logdelivery.elasticloadbalancing.amazonaws.com'];

const OBJECTS: { readonly [A in ServiceAccess]: string[] } = {
  [ServiceAccess.READ]: ['s3:GetObject'],
  [ServiceAccess.WRITE]: ['s3:PutObject'],
  [ServiceAccess.READ_WRITE]: ['s3:GetObject', 's3:PutObject'],
};

/** What services ask of a bucket before they write to it: whose it is, and where. */
const BEFORE_WRITING = ['s3:GetBucketAcl', 's3:GetBucketLocation'];

/** The services of AWS that a bucket lets in, and its key with it. */
export class BucketServices {
  private readonly statements: ServiceStatements;

  constructor(
    private readonly bucket: BucketBase,
    allow: BucketResources['allow']
  ) {
    this.statements = new ServiceStatements(bucket, allow);
  }

  /** Lets a service read or write objects, for one of its sources or any of this account. */
  public allow(service: string, options: AllowServiceOnBucketOptions): void {
    if (WITHOUT_KMS.includes(service)) this.refuseWithoutKms(service);
    const { access = ServiceAccess.READ, prefix = '', sourceArn } = options;
    const { bucketArn } = this.bucket;
    const grants = [{ actions: OBJECTS[access], resources: [`${bucketArn}/${prefix}*`] }];
    if (access !== ServiceAccess.READ) grants.push({ actions: BEFORE_WRITING, resources: [bucketArn] });
    this.statements.allow(service, access, grants, { sourceArn, of: prefix });
    letServiceStore(this.bucket.encryptionKey, service, access);
  }

  private refuseWithoutKms(service: string): never {
    refuse(this.bucket, {
      prop: 'service',
      must: 'must deliver to a bucket with a KMS key',
      value: service,
      measure: '1.2.1',
      fix: 'let it deliver to the accessLogBucket of an AuditLogArchive, or to the access logs of the stack',
    });
  }
}
