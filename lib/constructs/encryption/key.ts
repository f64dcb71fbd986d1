import { Construct, IConstruct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { grant } from '../core/grant';
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
  grantEncrypt(role: IamRole): void;

  /** Lets a role decrypt what the key encrypted. */
  grantDecrypt(role: IamRole): void;

  /** Lets a role do both. */
  grantEncryptDecrypt(role: IamRole): void;

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
  protected readonly _allowed?: (role: IamRole) => void;

  public grantEncrypt(role: IamRole): void {
    this.grant(role, 'Encrypt', ENCRYPT_ACTIONS);
  }

  public grantDecrypt(role: IamRole): void {
    this.grant(role, 'Decrypt', DECRYPT_ACTIONS);
  }

  public grantEncryptDecrypt(role: IamRole): void {
    this.grant(role, 'EncryptDecrypt', [...ENCRYPT_ACTIONS, ...DECRYPT_ACTIONS]);
  }

  private grant(role: IamRole, name: string, actions: string[]): void {
    this._allowed?.(role);
    grant(this, role, name, [{ actions: [...actions, 'kms:DescribeKey'], resources: [this.keyArn] }]);
  }
}
