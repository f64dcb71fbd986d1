import { Construct, IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { IGrantee, isSameRole, titleOf } from '../core/grantee';

export const MEASURE = '1.4.1';

/** The length of the key, and of the tokens that are derived with it. */
export enum HmacSpec {
  /** HMAC with SHA-256: tokens of 32 bytes. */
  HMAC_256 = 'HMAC_256',
  /** HMAC with SHA-384: tokens of 48 bytes. */
  HMAC_384 = 'HMAC_384',
  /** HMAC with SHA-512: tokens of 64 bytes. */
  HMAC_512 = 'HMAC_512',
}

/** What deriving a token takes. Who may verify one needs no more than this: deriving it again tells the same. */
export const TOKENIZE_ACTIONS = ['kms:GenerateMac'];

/** What a reader of the data must not do with the key: derive a token, look whether one is somebody's, or open the way to either. */
export const DERIVE_ACTIONS = ['kms:CreateGrant', 'kms:GenerateMac', 'kms:PutKeyPolicy', 'kms:VerifyMac'];

/** A key that pseudonyms are derived with: one of this library's, or one that is already there. */
export interface IPseudonymizationKey extends IConstruct {
  /**
   * The ARN of the key.
   *
   * @attribute
   */
  readonly keyArn: string;

  /**
   * Lets a role derive tokens from values, and do nothing else with the key.
   *
   * @throws ValidationError where the role reads the pseudonymized data.
   */
  grantTokenize(grantee: IGrantee): void;

  /**
   * Keeps a role that reads the pseudonymized data from deriving tokens, whatever its other policies allow.
   *
   * @throws ValidationError where the role derives tokens.
   */
  denyReader(grantee: IGrantee): void;
}

/**
 * What every such key can do: let roles derive tokens, and keep readers from it. No role is both.
 * @internal
 */
export abstract class PseudonymizationKeyBase extends Construct implements IPseudonymizationKey {
  public abstract readonly keyArn: string;

  private readonly tokenizers: IGrantee[] = [];
  private readonly readers: IGrantee[] = [];

  public grantTokenize(grantee: IGrantee): void {
    if (isAmong(this.readers, grantee)) refuseBoth(this, 'grantTokenize', titleOf(grantee));
    if (isAmong(this.tokenizers, grantee)) return;
    this._allow(grantee);
    this.tokenizers.push(grantee);
  }

  public denyReader(grantee: IGrantee): void {
    if (isAmong(this.tokenizers, grantee)) refuseBoth(this, 'denyReader', titleOf(grantee));
    if (isAmong(this.readers, grantee)) return;
    this._deny(grantee);
    this.readers.push(grantee);
  }

  /** @internal */
  protected abstract _allow(grantee: IGrantee): void;
  /** @internal */
  protected abstract _deny(grantee: IGrantee): void;
}

function isAmong(grantees: readonly IGrantee[], grantee: IGrantee): boolean {
  return grantees.some((one) => isSameRole(one, grantee));
}

/** Refuses somebody who reads the data and derives the tokens: to them the data still points at people. */
export function refuseBoth(scope: IConstruct, prop: string, role: string): never {
  refuse(scope, {
    prop,
    must: 'must not name a role that both derives tokens and reads the pseudonymized data',
    value: role,
    measure: MEASURE,
    fix: 'let one role derive the tokens and another read the data',
  });
}
