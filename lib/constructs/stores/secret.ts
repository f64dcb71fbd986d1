import { Construct, IConstruct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { grant } from '../core/grant';
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
  grantRead(role: IamRole): void;

  /** Lets a role put a new value, and not read one. */
  grantWrite(role: IamRole): void;

  /** Lets the role of a rotation function replace the value step by step. */
  grantRotate(role: IamRole): void;
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

  public grantRead(role: IamRole): void {
    grant(this, role, 'Read', [
      { actions: READ, resources: [this.secretArn, ...this._replicas.map(({ arn }) => arn)] },
    ]);
    this.encryptionKey?.grantDecrypt(role);
    for (const { key } of this._replicas) key.grantDecrypt(role);
  }

  public grantWrite(role: IamRole): void {
    grant(this, role, 'Write', [{ actions: WRITE, resources: [this.secretArn] }]);
    // Secrets Manager looks whether the role may decrypt, too, before it takes a value.
    this.encryptionKey?.grantEncryptDecrypt(role);
  }

  public grantRotate(role: IamRole): void {
    const actions = [...WRITE, 'secretsmanager:GetSecretValue'];
    grant(this, role, 'Rotate', [
      { actions, resources: [this.secretArn] },
      { actions: ['secretsmanager:GetRandomPassword'], resources: ['*'] },
    ]);
    this.encryptionKey?.grantEncryptDecrypt(role);
  }
}
