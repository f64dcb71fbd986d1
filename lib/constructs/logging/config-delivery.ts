import { Construct } from 'constructs';
import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { ConfigDeliveryChannel } from '@cdktf/provider-aws/lib/config-delivery-channel';
import { refuse } from '../core/errors';
import { openConstruct } from '../core/open';
import { IAuditLogArchive } from './audit-log-archive';
import { protectionOf } from './log-store';
import { CONFIG_DELIVERY } from './refused';

/** How often AWS Config takes a snapshot, by the hours between two. */
const FREQUENCIES: { readonly [hours: number]: string } = {
  1: 'One_Hour',
  3: 'Three_Hours',
  6: 'Six_Hours',
  12: 'Twelve_Hours',
  24: 'TwentyFour_Hours',
};

/** Where AWS Config delivers. */
export interface ConfigDeliveryProps {
  /** The archive that keeps snapshots and history, and whose key encrypts them. It must take the logs of this account. */
  readonly archive: IAuditLogArchive;

  /**
   * The recorder whose configuration items are delivered. AWS makes no channel before there is one.
   *
   * @default - one that is already there, in the account and region
   */
  readonly recorder?: ConfigConfigurationRecorder;

  /**
   * The hours between two snapshots: 1, 3, 6, 12 or 24.
   *
   * @default 24
   */
  readonly snapshotHours?: number;

  /**
   * The ARN of the topic that is told of changes and deliveries.
   *
   * @default - none
   */
  readonly snsTopicArn?: string;

  /**
   * The region of the recorder. AWS has one channel for each account and region.
   *
   * @default - the region of the stack's provider
   */
  readonly region?: string;
}

/**
 * Delivers the history and snapshots of AWS Config to an archive, under its key (TOM 1.2.1, 8.3). AWS Config asks S3 for AES256 where its channel names no
 * key, and the archive denies that, as it denies every other key.
 *
 * ```ts
 * const archive = new AuditLogArchive(this, 'Archive');
 * new ConfigDelivery(this, 'ConfigDelivery', { archive });
 * ```
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
 */
export class ConfigDelivery extends Construct {
  /** The channel itself. */
  public readonly resource: ConfigDeliveryChannel;

  /**
   * @throws ValidationError without an archive, on hours that AWS Config does not know, on a prop that says where it delivers or under which key, or where
   * the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: ConfigDeliveryProps) {
    super(scope, id);
    const archive = this.requireArchive(props);
    const { region } = openConstruct(this, props, { refused: CONFIG_DELIVERY });
    const { recorder } = props;
    const protection = protectionOf(this, archive.configBucket) ?? [];
    const needed = recorder ? [...protection, recorder] : protection;
    this.resource = new ConfigDeliveryChannel(this, 'Resource', {
      s3BucketName: archive.configBucket.bucketName,
      s3KmsKeyArn: archive.encryptionKey.keyArn,
      snsTopicArn: props.snsTopicArn,
      snapshotDeliveryProperties: { deliveryFrequency: this.frequency(props.snapshotHours ?? 24) },
      region,
      dependsOn: needed.length > 0 ? needed : undefined,
    });
    this.node.defaultChild = this.resource;
  }

  private requireArchive(props: Partial<ConfigDeliveryProps> | undefined): IAuditLogArchive {
    if (props?.archive !== undefined) return props.archive;
    refuse(this, {
      prop: 'archive',
      must: 'is required: what AWS Config records needs a place where nobody changes it',
      measure: '8.3',
      fix: "write { archive: new AuditLogArchive(this, 'Archive') }",
    });
  }

  private frequency(snapshotHours: number): string {
    const frequency = FREQUENCIES[snapshotHours] as string | undefined;
    if (frequency !== undefined) return frequency;
    refuse(this, {
      prop: 'snapshotHours',
      must: `must be one of ${Object.keys(FREQUENCIES).join(', ')}`,
      value: snapshotHours,
      fix: 'write snapshotHours: 24',
    });
  }
}
