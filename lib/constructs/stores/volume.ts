import { Construct, IConstruct } from 'constructs';
import { Account, accountOf } from '../core/account';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { IdentityStatement } from '../core/policy';
import { IKey } from '../encryption/key';

/** A volume: one of this library's, or one that is already there. */
export interface IVolume extends IConstruct {
  /**
   * The id of the volume.
   *
   * @attribute
   */
  readonly volumeId: string;

  /**
   * The ARN of the volume.
   *
   * @attribute
   */
  readonly volumeArn: string;

  /** The key that encrypts it, where one is known. */
  readonly encryptionKey?: IKey;

  /** Lets a role attach the volume to instances of the account, and let EBS decrypt it for them. */
  grantAttachVolume(grantee: IGrantee): void;

  /** Lets a role detach the volume from instances of the account. */
  grantDetachVolume(grantee: IGrantee): void;
}

/** What is known of a volume that is already there. */
export interface VolumeAttributes {
  /** The id of the volume. */
  readonly volumeId: string;

  /**
   * The key that encrypts it.
   *
   * @default - none: grants cover only the volume
   */
  readonly encryptionKey?: IKey;

  /**
   * The region that it lies in.
   *
   * @default - the region of the stack's provider
   */
  readonly region?: string;
}

/**
 * What every volume can do: grants.
 * @internal
 */
export abstract class VolumeBase extends Construct implements IVolume {
  public abstract readonly volumeId: string;
  public abstract readonly volumeArn: string;
  public abstract readonly encryptionKey?: IKey;

  /** @internal */
  protected abstract readonly _region?: string;

  public grantAttachVolume(grantee: IGrantee): void {
    grant(this, grantee, 'AttachVolume', [this.use('ec2:AttachVolume'), ...this.grantsOfEbs()]);
  }

  public grantDetachVolume(grantee: IGrantee): void {
    grant(this, grantee, 'DetachVolume', [this.use('ec2:DetachVolume')]);
  }

  /** EC2 asks for both: the volume, and the instance. */
  private use(action: string): IdentityStatement {
    return { actions: [action], resources: [this.volumeArn, arnOf(accountOf(this), this._region, 'instance/*')] };
  }

  /** EBS decrypts by a grant, which it makes in the name of anyone who attaches. */
  private grantsOfEbs(): IdentityStatement[] {
    if (!this.encryptionKey) return [];
    const { dnsSuffix, region } = accountOf(this);
    const conditions = {
      Bool: { 'kms:GrantIsForAWSResource': ['true'] },
      StringEquals: { 'kms:ViaService': [`ec2.${this._region ?? region}.${dnsSuffix}`] },
    };
    return [{ actions: ['kms:CreateGrant'], resources: [this.encryptionKey.keyArn], conditions }];
  }
}

/** A volume that is already there. */
export class ImportedVolume extends VolumeBase {
  public readonly volumeId: string;
  public readonly volumeArn: string;
  public readonly encryptionKey?: IKey;
  /** @internal */
  protected readonly _region?: string;

  constructor(scope: Construct, id: string, attributes: VolumeAttributes) {
    super(scope, id);
    this.volumeId = attributes.volumeId;
    this.encryptionKey = attributes.encryptionKey;
    this._region = attributes.region;
    this.volumeArn = arnOf(accountOf(this), this._region, `volume/${this.volumeId}`);
  }
}

function arnOf(account: Account, region: string | undefined, resource: string): string {
  return `arn:${account.partition}:ec2:${region ?? account.region}:${account.id}:${resource}`;
}
