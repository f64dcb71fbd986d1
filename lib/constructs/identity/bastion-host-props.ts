import { ClassifiedProps } from '../core/props';
import { IKey } from '../encryption/key';
import { IVpc } from '../network/vpc';

/** Where a bastion host stands, and how its sessions are. */
export interface BastionHostProps extends ClassifiedProps {
  /** The network to whose application tier it belongs. It must have private endpoints: `ssm`, `ssmmessages`, `kms` and `logs`. */
  readonly vpc: IVpc;

  /**
   * The type of the instance, of a generation that EC2 builds on Nitro.
   *
   * @default 't4g.nano'
   */
  readonly instanceType?: string;

  /**
   * The image, with SSM Agent 3.3.40 or newer.
   *
   * @default - the newest Amazon Linux 2023; a newer one replaces the instance when Terraform applies next
   */
  readonly imageId?: string;

  /**
   * How many minutes a session may idle before it ends: 1 to 15 (TOM 6.4).
   *
   * @default 15
   */
  readonly idleTimeoutMinutes?: number;

  /**
   * How many minutes a session may last: 1 to 60 (TOM 6.4).
   *
   * @default 60
   */
  readonly maxSessionMinutes?: number;

  /**
   * The key that encrypts sessions, their log, the volume and the alarm's messages. A `RotatedKey` is told to let them; another must already.
   *
   * @default - a key of its own
   */
  readonly encryptionKey?: IKey;

  /**
   * The ARN of the topic that hears of every session. Where its messages are encrypted, its key must let `alarmRole` use it: `topic.grantPublish(bastion.alarmRole)`.
   *
   * @default - a topic of its own: subscribe somebody to `alarmTopicArn`
   */
  readonly alarmTopicArn?: string;

  /**
   * The ARN of the policy that bounds what the roles of the instance and of the alarm may ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** What must hold for a role to connect. */
export interface ConnectOptions {
  /**
   * The tags that the caller must carry, on the role or from the identity provider: `{ team: 'operations' }`.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };

  /**
   * Whether AWS itself asks for a second factor whenever the role is assumed (TOM 6.3): the trust policy of the role must say so, as that of
   * `TrustPolicy.withMfa` does. False is for roles that an identity provider hands out, IAM Identity Center too, where AWS sees none and the
   * provider must ask for it, and for those of services.
   *
   * @default true
   */
  readonly mfa?: boolean;
}
