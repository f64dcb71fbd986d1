import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { EbsDefaultKmsKey } from '@cdktf/provider-aws/lib/ebs-default-kms-key';
import { EbsEncryptionByDefault as EncryptionByDefault } from '@cdktf/provider-aws/lib/ebs-encryption-by-default';
import { refuse } from '../core/errors';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { providerRegion } from '../core/provider-region';
import { IKey } from './key';
import { RotatedKey } from './rotated-key';
import { openStore } from './store';

const MEASURE = '1.2.1';

/** The region, and the key of its volumes. */
export interface EbsEncryptionByDefaultProps extends ClassifiedProps, RegionalProps {
  /**
   * The key of volumes that name none, of the same region. Its policy must let anyone who makes volumes use it through EC2, and let EC2 make grants.
   *
   * @default - a key of its own
   */
  readonly encryptionKey?: IKey;
}

/**
 * The setting of an account and region that encrypts every new EBS volume and every copy of a snapshot, no matter who makes it (TOM 1.2.1), with a key of your
 * own where no other is named. Nobody can then make one that is not encrypted.
 *
 * ```ts
 * new EbsEncryptionByDefault(this, 'Volumes');
 * ```
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
 */
export class EbsEncryptionByDefault extends Construct {
  /** The setting itself. */
  public readonly resource: EncryptionByDefault;
  /** The setting that names the key. */
  public readonly defaultKeyResource: EbsDefaultKmsKey;
  /** The key of volumes that name none. */
  public readonly encryptionKey: IKey;

  private readonly region?: string;

  /**
   * @throws ValidationError where the setting is off, another one of the stack holds for the region, the key is of another region or for data of a lower
   * class, or the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: EbsEncryptionByDefaultProps = {}) {
    super(scope, id);
    this.region = props.region ?? providerRegion(this);
    this.requireOnlyOne();
    const { posture, key, region } = openStore(this, props, {
      refused: REFUSED,
      makeKey: ({ dataClass }) => new RotatedKey(this, 'Key', { dataClass, region: props.region, tags: props.tags }),
    });
    this.encryptionKey = key;

    // Anyone who destroys them changes what every stack of the account makes from then on.
    const lifecycle = posture.isEphemeral ? undefined : { preventDestroy: true };
    this.defaultKeyResource = new EbsDefaultKmsKey(this, 'DefaultKey', {
      keyArn: key.keyArn,
      region,
      lifecycle,
    });
    this.resource = new EncryptionByDefault(this, 'Resource', {
      enabled: true,
      region,
      // Volumes that are made in between would be under the key of AWS.
      dependsOn: [this.defaultKeyResource],
      lifecycle,
    });
    this.node.defaultChild = this.resource;
  }

  /** Two would set the same value, and the first that is destroyed would unset it for both. */
  private requireOnlyOne(): void {
    const there = TerraformStack.of(this)
      .node.findAll()
      .find(
        (other): other is EbsEncryptionByDefault =>
          other instanceof EbsEncryptionByDefault && other !== this && other.region === this.region
      );
    if (!there) return;
    refuse(this, {
      prop: 'region',
      must: `must be another one: ${there.node.path} holds for the account in this region`,
      value: this.region,
      measure: MEASURE,
      fix: 'remove one of them, or name another region',
    });
  }
}

const ON = { must: 'must not be set: the setting is always on', measure: MEASURE, fix: 'leave it out' };
const KEY = {
  must: 'is not a prop of this construct',
  measure: MEASURE,
  fix: 'write encryptionKey, or leave it out for a key of its own',
};

/** What the resources of the provider call the ways to weaken it. */
const REFUSED = { enabled: ON, keyArn: KEY, kmsKeyId: KEY };
