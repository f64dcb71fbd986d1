import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
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
  grantPublish(grantee: IGrantee): void;
}

/**
 * What every topic can do: grants.
 * @internal
 */
export abstract class TopicBase extends Construct implements ITopic {
  public abstract readonly topicArn: string;
  public abstract readonly encryptionKey?: IKey;

  public grantPublish(grantee: IGrantee): void {
    grant(this, grantee, 'Publish', [{ actions: ['sns:Publish'], resources: [this.topicArn] }]);
    // Anyone who publishes under a data key that SNS used before decrypts it first.
    this.encryptionKey?.grantEncryptDecrypt(grantee);
  }
}
