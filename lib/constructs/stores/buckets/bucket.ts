import { Construct, IConstruct } from 'constructs';
import { grant } from '../../core/grant';
import { IGrantee } from '../../core/grantee';
import { IKey } from '../../encryption/key';

/** A bucket: one of this library's, or one that is already there. */
export interface IBucket extends IConstruct {
  /**
   * The name of the bucket.
   *
   * @attribute
   */
  readonly bucketName: string;

  /**
   * The ARN of the bucket.
   *
   * @attribute
   */
  readonly bucketArn: string;

  /** The key that encrypts its objects, where one is known. */
  readonly encryptionKey?: IKey;

  /** Lets a role list the bucket, and read and decrypt its objects. */
  grantRead(grantee: IGrantee): void;

  /** Lets a role write, encrypt and delete objects. */
  grantWrite(grantee: IGrantee): void;

  /** Lets a role do both. */
  grantReadWrite(grantee: IGrantee): void;
}

const READ = ['s3:GetObject', 's3:GetObjectVersion'];
const LIST = ['s3:GetBucketLocation', 's3:ListBucket'];
const WRITE = ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'];

/**
 * What every bucket can do: grants.
 * @internal
 */
export abstract class BucketBase extends Construct implements IBucket {
  public abstract readonly bucketName: string;
  public abstract readonly bucketArn: string;
  public abstract readonly encryptionKey?: IKey;

  public grantRead(grantee: IGrantee): void {
    this.grant(grantee, 'Read', LIST, READ);
    this.encryptionKey?.grantDecrypt(grantee);
  }

  public grantWrite(grantee: IGrantee): void {
    this.grant(grantee, 'Write', [], WRITE);
    // A multipart upload is put together by decrypting its parts.
    this.encryptionKey?.grantEncryptDecrypt(grantee);
  }

  public grantReadWrite(grantee: IGrantee): void {
    this.grant(grantee, 'ReadWrite', LIST, [...READ, ...WRITE]);
    this.encryptionKey?.grantEncryptDecrypt(grantee);
  }

  private grant(grantee: IGrantee, name: string, bucketActions: string[], objectActions: string[]): void {
    const objects = { actions: objectActions, resources: [`${this.bucketArn}/*`] };
    const bucket = { actions: bucketActions, resources: [this.bucketArn] };
    grant(this, grantee, name, bucketActions.length > 0 ? [bucket, objects] : [objects]);
  }
}
