import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { IKey } from '../encryption/key';

/** A secret: one of this library's, or one that is already there. */
export interface ISecret extends IConstruct {
  /**
   * The ARN of the secret.
   *
   * @attribute
   */
  readonly secretArn: string;

  /** The key that encrypts its value, where one is known. */
  readonly encryptionKey?: IKey;

  /** Lets a role read the value, here and in replicas. */
  grantRead(grantee: IGrantee): void;

  /** Lets a role put a new value, and not read one. */
  grantWrite(grantee: IGrantee): void;

  /** Lets the role of a rotation function replace the value step by step. */
  grantRotate(grantee: IGrantee): void;
}

const READ = ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'];
const WRITE = [
  'secretsmanager:DescribeSecret',
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecretVersionStage',
];

/**
 * What every secret can do: grants.
 * @internal
 */
export abstract class SecretBase extends Construct implements ISecret {
  public abstract readonly secretArn: string;
  public abstract readonly encryptionKey?: IKey;

  /**
   * The ARNs of its replicas, and their keys.
   * @internal
   */
  protected _replicas: readonly { readonly arn: string; readonly key: IKey }[] = [];

  public grantRead(grantee: IGrantee): void {
    grant(this, grantee, 'Read', [
      { actions: READ, resources: [this.secretArn, ...this._replicas.map(({ arn }) => arn)] },
    ]);
    this.encryptionKey?.grantDecrypt(grantee);
    for (const { key } of this._replicas) key.grantDecrypt(grantee);
  }

  public grantWrite(grantee: IGrantee): void {
    grant(this, grantee, 'Write', [{ actions: WRITE, resources: [this.secretArn] }]);
    // Secrets Manager looks whether the role may decrypt, too, before it takes a value.
    this.encryptionKey?.grantEncryptDecrypt(grantee);
  }

  public grantRotate(grantee: IGrantee): void {
    const actions = [...WRITE, 'secretsmanager:GetSecretValue'];
    grant(this, grantee, 'Rotate', [
      { actions, resources: [this.secretArn] },
      { actions: ['secretsmanager:GetRandomPassword'], resources: ['*'] },
    ]);
    this.encryptionKey?.grantEncryptDecrypt(grantee);
  }
}
