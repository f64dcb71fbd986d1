import { ClassifiedProps } from '../core/props';
import { IKey } from '../encryption/key';
import { IVpc } from '../network/vpc';
import { ISecret } from '../stores/secret';
import { ICluster } from './cluster';
import { ContainerImage } from './container-image';

/** For which processors an image is built. */
export enum CpuArchitecture {
  /** 64-bit x86. */
  X86_64 = 'X86_64',
  /** 64-bit ARM, of which Fargate costs less. */
  ARM64 = 'ARM64',
}

/** What a container runs, as whom, with what, and where. */
export interface ContainerTaskProps extends ClassifiedProps {
  /** The image, by digest or by a tag that is never moved (TOM 3.2.3). */
  readonly image: ContainerImage;

  /** The network that tasks stand in, in the application tier, without public addresses. They reach what `connections` name, and the private endpoints of the network. */
  readonly vpc: IVpc;

  /**
   * The cluster, in the region of the network. Its key encrypts the disks of tasks.
   *
   * @default - one of its own where `encryptionKey` is set, else one per stack, region and class of data
   */
  readonly cluster?: ICluster;

  /**
   * How many CPU units a task has, of which 1024 are a virtual CPU: 256, 512, 1024, 2048, 4096, 8192 or 16384.
   *
   * @default 256
   */
  readonly cpuUnits?: number;

  /**
   * How many MiB of memory a task has. Which ones Fargate offers depends on `cpuUnits`.
   *
   * @default - twice as many as CPU units, the least that Fargate offers for them
   */
  readonly memoryMib?: number;

  /**
   * The processors that the image is built for.
   *
   * @default CpuArchitecture.X86_64
   */
  readonly architecture?: CpuArchitecture;

  /**
   * The user as whom the container runs, by number or by a name of the image, and the group after a colon; never root (TOM 9.3).
   *
   * @default 1000:1000
   */
  readonly user?: string;

  /**
   * What the container runs instead of what the image says.
   *
   * @default - the command of the image
   */
  readonly command?: string[];

  /**
   * Its variables, none of which is a secret (TOM 3.1.1).
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * The secrets that ECS hands to the container when it starts, each as the variable of that name. The task definition holds their ARNs only.
   *
   * @default - none
   */
  readonly secrets?: { [name: string]: ISecret };

  /**
   * Where the container may write: absolute paths, each an empty volume that ends with the task. Nothing else can be written (TOM 3.2.2).
   *
   * @default - none
   */
  readonly writablePaths?: string[];

  /**
   * How many GiB of disk a task has for its image and writable paths: 21 to 200.
   *
   * @default - 20, which Fargate gives every task
   */
  readonly ephemeralStorageGib?: number;

  /**
   * The key that encrypts its log, and without `cluster` its disks, in the same region (TOM 1.2.1).
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * How many days its log is kept.
   *
   * @default - 30, or the posture's retention where that is shorter: a program may write what it works on
   */
  readonly logRetentionDays?: number;

  /**
   * The ARN of the permissions boundary of its roles.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}
