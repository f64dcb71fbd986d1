import { Construct, IConstruct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { grant } from '../core/grant';
import { IKey } from '../encryption/key';

/** A topic: one of this library's, or one that is already there. */
export interface ITopic extends IConstruct {
  /**
   * The ARN of the topic.
   *
   * @attribute
   */
  readonly topicArn: string;

  /** The key that encrypts its messages, where one is known. */
  readonly encryptionKey?: IKey;

  /** Lets a role publish messages. */
  grantPublish(role: IamRole): void;
}

/**
 * What every topic can do: grants.
 * @internal
 */
export abstract class TopicBase extends Construct implements ITopic {
  public abstract readonly topicArn: string;
  public abstract readonly encryptionKey?: IKey;

  public grantPublish(role: IamRole): void {
    grant(this, role, 'Publish', [{ actions: ['sns:Publish'], resources: [this.topicArn] }]);
    // Anyone who publishes under a data key that SNS used before decrypts it first.
    this.encryptionKey?.grantEncryptDecrypt(role);
  }
}
