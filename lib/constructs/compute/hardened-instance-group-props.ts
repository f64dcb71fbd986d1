import { ClassifiedProps } from '../core/props';
import { IKey } from '../encryption/key';
import { ITargetGroup } from '../encryption/tls-endpoint';
import { ISecurityGroup } from '../network/security-group';
import { IVpc } from '../network/vpc';
import { MachineImage } from './machine-image';

/** Where instances are, how many, and what they start from. */
export interface HardenedInstanceGroupProps extends ClassifiedProps {
  /** The network in whose application tier they are, over all of its zones. */
  readonly vpc: IVpc;

  /**
   * The type of the instances, of a generation that EC2 builds on Nitro.
   *
   * @default 't4g.small', or 'c7g.medium' in a network that enforces encryption
   */
  readonly instanceType?: string;

  /**
   * What they start from (TOM 9.1).
   *
   * @default - the newest Amazon Linux 2023 when Terraform plans; another image replaces the instances
   */
  readonly image?: MachineImage;

  /**
   * The script that they run when they start, at most 16,384 bytes, without a secret (TOM 3.1.1).
   *
   * @default - none
   */
  readonly userData?: string;

  /**
   * The smallest number of instances: 2 or more, and in an ephemeral environment 1 (TOM 3.3.1).
   *
   * @default 2
   */
  readonly minCapacity?: number;

  /**
   * The largest number of instances (TOM 3.3.2).
   *
   * @default - twice `minCapacity`
   */
  readonly maxCapacity?: number;

  /**
   * The percentage of their processors that Auto Scaling keeps them at, by starting and ending instances: 10 to 90 (TOM 3.3.2). 50 is that of the examples in the
   * documentation of target tracking.
   *
   * @default 50
   */
  readonly targetCpuPercent?: number;

  /**
   * How many seconds an instance takes from its start until it serves: 1 to 7200. No health check counts before, and none replaces the next instance.
   *
   * @default 300
   */
  readonly warmupSeconds?: number;

  /**
   * After how many days an instance is replaced, so that none runs for long with what was patched since: 1 to 365 (TOM 9.1). The new one starts from what the
   * launch template names then: apply Terraform more often, so that it names a new image.
   *
   * @default 30
   */
  readonly maxInstanceLifetimeDays?: number;

  /**
   * How many GiB the volume has that an instance starts from: 1 to 16384.
   *
   * @default - as many as the image
   */
  readonly volumeSizeGib?: number;

  /**
   * The key that encrypts the volumes, in the region of the network (TOM 1.2.1). A `RotatedKey` is told to let Auto Scaling use it; another must already.
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * Whether the stack makes the role as which Auto Scaling works, AWSServiceRoleForAutoScaling. An account has one: it is there where the account ever had an
   * Auto Scaling group, and one group of one stack makes it where not.
   *
   * @default false
   */
  readonly makesServiceLinkedRole?: boolean;

  /**
   * The targets of load balancers that the instances are.
   *
   * @default - none; `attachTo` adds some
   */
  readonly targetGroups?: ITargetGroup[];

  /**
   * The security group of the instances, of the same network.
   *
   * @default - one of its own
   */
  readonly securityGroup?: ISecurityGroup;

  /**
   * The ARN of the policy that bounds what the role of the instances may ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}
