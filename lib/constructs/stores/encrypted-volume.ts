import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { EbsVolume } from '@cdktf/provider-aws/lib/ebs-volume';
import { VolumeAttachment } from '@cdktf/provider-aws/lib/volume-attachment';
import { refuse } from '../core/errors';
import { defaultName } from '../core/names';
import { RegionalProps } from '../core/props';
import { providerRegion } from '../core/provider-region';
import { regionOfZone } from '../core/region';
import { IKey } from '../encryption/key';
import { StoreProps, openStore } from '../encryption/store';
import { IVolume, ImportedVolume, VolumeAttributes, VolumeBase } from './volume';
import { VolumeType, requirePerformance } from './volume-type';

const MEASURE = '1.2.1';

/** Where a volume lies, and how large and fast it is. */
export interface EncryptedVolumeProps extends StoreProps, RegionalProps {
  /** The Availability Zone that it lies in, which is that of the instance: `eu-central-1a`. */
  readonly availabilityZone: string;

  /**
   * How large it is, in GiB: 1 to 65536 for `gp3`. Later it may grow, and not shrink.
   *
   * @default - the size of the snapshot; without one it is required
   */
  readonly sizeGib?: number;

  /**
   * What it is made of.
   *
   * @default VolumeType.GP3
   */
  readonly volumeType?: VolumeType;

  /**
   * How many operations a second it does: for `gp3` 3000 to 80000, and at most 500 for each GiB.
   *
   * @default - 3000 for `gp3`; for `io2` and `io1` it is required
   */
  readonly iops?: number;

  /**
   * How much goes through it, in MiB/s, only for `gp3`: 125 to 2000, and at most a quarter of `iops`.
   *
   * @default - 125
   */
  readonly throughput?: number;

  /**
   * Whether several instances of the zone may have it at once, only for `io2` and `io1`. Common file systems break when two write.
   *
   * @default false
   */
  readonly multiAttach?: boolean;

  /**
   * The snapshot that it is made from. What is made is encrypted, whether the snapshot is or not.
   *
   * @default - none: it is empty
   */
  readonly snapshotId?: string;
}

/** What a volume is attached to. */
export interface VolumeAttachmentOptions {
  /** The id of the instance, which lies in the same zone. */
  readonly instanceId: string;

  /** How the instance sees it, and not as its root volume: `/dev/sdf`. */
  readonly deviceName: string;
}

/**
 * An EBS volume (TOM 1.2.1): encrypted with a key of your own, and with it every snapshot. When it goes, a snapshot stays.
 *
 * ```ts
 * const volume = new EncryptedVolume(this, 'Index', { availabilityZone: 'eu-central-1a', sizeGib: 100 });
 * volume.attachTo('Search', { instanceId: 'i-0123456789abcdef0', deviceName: '/dev/sdf' });
 * ```
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
 */
export class EncryptedVolume extends VolumeBase {
  /**
   * A volume that is already there, by its id. Nothing about it is checked.
   *
   * @throws ValidationError where it is no volume's id.
   */
  public static fromVolumeId(scope: Construct, id: string, volumeId: string): IVolume {
    return EncryptedVolume.fromVolumeAttributes(scope, id, { volumeId });
  }

  /**
   * A volume that is already there, and its key, which grants then include. Nothing about it is checked.
   *
   * @throws ValidationError where it is no volume's id.
   */
  public static fromVolumeAttributes(scope: Construct, id: string, attributes: VolumeAttributes): IVolume {
    const volume = new ImportedVolume(scope, id, attributes);
    requireId(volume, 'volumeId', 'vol', 'a volume', attributes.volumeId);
    return volume;
  }

  /** The volume itself. */
  public readonly resource: EbsVolume;
  /**
   * The id of the volume.
   *
   * @attribute
   */
  public readonly volumeId: string;
  /**
   * The ARN of the volume.
   *
   * @attribute
   */
  public readonly volumeArn: string;
  /** The Availability Zone that it lies in. */
  public readonly availabilityZone: string;
  /** The key that encrypts it. */
  public readonly encryptionKey?: IKey;
  /** @internal */
  protected readonly _region?: string;

  private readonly multiAttach: boolean;
  private attached?: string;

  /**
   * @throws ValidationError where encryption or the final snapshot is given up, on a size or a speed that EBS does not make, on several instances at
   * once but for `io2` and `io1`, a zone of another region or a Local Zone, a key of another region or for data of a lower class, a category that no
   * schedule has, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: EncryptedVolumeProps) {
    super(scope, id);
    const { posture, key, region, tags } = openStore(this, props, { refused: REFUSED, creatorUsesKey: true });
    const { availabilityZone, sizeGib, iops, throughput, snapshotId } = props;
    const volumeType = props.volumeType ?? VolumeType.GP3;
    this.multiAttach = props.multiAttach ?? false;
    this.requireZone(availabilityZone, region);
    if (snapshotId !== undefined) requireId(this, 'snapshotId', 'snap', 'a snapshot', snapshotId);
    if (sizeGib === undefined && snapshotId === undefined) this.refuseNoSize();
    requirePerformance(this, { volumeType, sizeGib, iops, throughput, multiAttach: this.multiAttach });

    this.resource = new EbsVolume(this, 'Resource', {
      availabilityZone,
      size: sizeGib,
      type: volumeType,
      iops,
      throughput,
      multiAttachEnabled: this.multiAttach ? true : undefined,
      snapshotId,
      encrypted: true,
      kmsKeyId: key.keyArn,
      finalSnapshot: !posture.isEphemeral,
      region,
      tags: { Name: defaultName(this, posture), ...tags },
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.volumeId = this.resource.id;
    this.volumeArn = this.resource.arn;
    this.availabilityZone = availabilityZone;
    this.encryptionKey = key;
    this._region = region;
  }

  /**
   * Attaches the volume to an instance of its zone. Terraform detaches it before it destroys it, for which the instance must have unmounted it.
   *
   * @throws ValidationError on a second instance without `multiAttach`, what is no instance's id, and the device of a root volume.
   */
  public attachTo(id: string, options: VolumeAttachmentOptions): VolumeAttachment {
    const { instanceId, deviceName } = options;
    requireId(this, 'instanceId', 'i', 'an instance', instanceId);
    this.requireDevice(deviceName);
    if (this.attached !== undefined && !this.multiAttach) {
      refuse(this, {
        prop: 'multiAttach',
        must: `must be set before a second instance has the volume, beside ${this.attached}`,
        value: id,
        fix: 'write multiAttach: true with volumeType: VolumeType.IO2, or make a volume for each instance',
      });
    }
    this.attached = id;
    return new VolumeAttachment(this, id, { volumeId: this.volumeId, instanceId, deviceName, region: this._region });
  }

  private requireZone(zone: string, region: string | undefined): void {
    if (Token.isUnresolved(zone)) return;
    const prop = 'availabilityZone';
    const home = regionOfZone(zone);
    if (home === undefined) {
      refuse(this, {
        prop,
        must: 'must name a zone of a region, and no Local Zone',
        value: zone,
        measure: '7.1',
        fix: "write a zone such as 'eu-central-1a'",
      });
    }
    const expected = region ?? providerRegion(this);
    if (expected === undefined || home === expected) return;
    refuse(this, {
      prop,
      must: `must be a zone of ${expected}`,
      value: zone,
      measure: '7.1',
      fix: `write a zone such as '${expected}a', or name the region of the volume: region: '${home}'`,
    });
  }

  private requireDevice(deviceName: string): void {
    if (Token.isUnresolved(deviceName)) return;
    if (/^(?:\/dev\/)?(?:sd|xvd)(?:[b-z]|[a-d][a-z])\d{0,2}$/.test(deviceName)) return;
    refuse(this, {
      prop: 'deviceName',
      must: 'must be the name of a device, and not that of the root volume',
      value: deviceName,
      fix: "write deviceName: '/dev/sdf'",
    });
  }

  private refuseNoSize(): never {
    refuse(this, {
      prop: 'sizeGib',
      must: 'is required where there is no snapshot',
      measure: '3.3.2',
      fix: 'write sizeGib: 100',
    });
  }
}

function requireId(scope: Construct, prop: string, prefix: string, what: string, id: string): void {
  if (Token.isUnresolved(id) || new RegExp(`^${prefix}-[0-9a-f]+$`).test(id)) return;
  refuse(scope, { prop, must: `must be the id of ${what}`, value: id, fix: `write ${prop}: '${prefix}-0123…'` });
}

const ENCRYPTED = {
  must: 'must not be set: a volume is always encrypted with a key of your own',
  measure: MEASURE,
  fix: 'write encryptionKey, or leave it out for the key of the stack',
};
const MULTI_ATTACH = { must: 'is not a prop of this construct', fix: 'write multiAttach' };

/** What L1 volumes and other libraries call the ways to weaken a volume, or the props of this one. */
const REFUSED = {
  encrypted: ENCRYPTED,
  kmsKeyId: ENCRYPTED,
  finalSnapshot: {
    must: 'must not be set: the environment decides it',
    measure: '4.1',
    fix: 'leave it out: a snapshot is made outside ephemeral environments',
  },
  size: { must: 'is not a prop of this construct', measure: '3.3.2', fix: 'write sizeGib' },
  type: { must: 'is not a prop of this construct', measure: '3.3.2', fix: 'write volumeType' },
  multiAttachEnabled: MULTI_ATTACH,
  enableMultiAttach: MULTI_ATTACH,
};
