import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { PolicyStatement } from '../core/policy';
import { AllowServiceOptions } from '../core/service-access';

/** A key that encrypts data: one of this library's, or one that is already there. */
export interface IKey extends IConstruct {
  /**
   * The ARN of the key.
   *
   * @attribute
   */
  readonly keyArn: string;

  /** Lets a role encrypt under the key. */
  grantEncrypt(grantee: IGrantee): void;

  /** Lets a role decrypt what the key encrypted. */
  grantDecrypt(grantee: IGrantee): void;

  /** Lets a role do both. */
  grantEncryptDecrypt(grantee: IGrantee): void;

  /**
   * Lets a service of AWS use the key: to decrypt what it reads, and to encrypt what it writes.
   *
   * @param service the principal of the service
   * @param options for which of its resources, and what
   * @throws ValidationError where it is no service of AWS, and on a key that is already there, whose policy is not in this program.
   */
  allowService(service: string, options?: AllowServiceOptions): void;

  /**
   * Adds a statement to the key's policy.
   *
   * @throws ValidationError where it allows something to everybody, or lets an administrator use the key; and on a key that is already there, whose policy
   * is not in this program.
   */
  addToResourcePolicy(statement: PolicyStatement): void;
}

/** What encrypting under a key takes. */
export const ENCRYPT_ACTIONS = ['kms:Encrypt', 'kms:ReEncryptTo', 'kms:GenerateDataKey*'];

/** What decrypting takes. */
export const DECRYPT_ACTIONS = ['kms:Decrypt', 'kms:ReEncryptFrom'];

/**
 * What every key can do: grants.
 * @internal
 */
export abstract class KeyBase extends Construct implements IKey {
  public abstract readonly keyArn: string;

  public abstract allowService(service: string, options?: AllowServiceOptions): void;
  public abstract addToResourcePolicy(statement: PolicyStatement): void;

  /**
   * Names a role in the key's own policy, for keys whose policy does not leave the decision to the account.
   * @internal
   */
  protected readonly _allowed?: (grantee: IGrantee) => void;

  public grantEncrypt(grantee: IGrantee): void {
    this.grant(grantee, 'Encrypt', ENCRYPT_ACTIONS);
  }

  public grantDecrypt(grantee: IGrantee): void {
    this.grant(grantee, 'Decrypt', DECRYPT_ACTIONS);
  }

  public grantEncryptDecrypt(grantee: IGrantee): void {
    this.grant(grantee, 'EncryptDecrypt', [...ENCRYPT_ACTIONS, ...DECRYPT_ACTIONS]);
  }

  private grant(grantee: IGrantee, name: string, actions: string[]): void {
    this._allowed?.(grantee);
    grant(this, grantee, name, [{ actions: [...actions, 'kms:DescribeKey'], resources: [this.keyArn] }]);
  }
}
