import { Construct, IConstruct } from 'constructs';
import { DataClass } from '../../toms/data-class';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { PolicyStatement } from '../core/policy';
import { GrowingPolicy } from '../core/resource-policy';
import { requireSource } from '../core/service-source';
import { IKey } from '../encryption/key';
import { letServiceSend } from '../encryption/service-use';

/** A queue: one of this library's, or one that is already there. */
export interface IQueue extends IConstruct {
  /**
   * The ARN of the queue.
   *
   * @attribute
   */
  readonly queueArn: string;

  /** Whether it is a FIFO queue, where that is known. */
  readonly fifo?: boolean;

  /** The class of the data that it holds, where that is known. */
  readonly dataClass?: DataClass;

  /** The key that encrypts its messages, where one is known. */
  readonly encryptionKey?: IKey;

  /** Lets a role send messages. */
  grantSend(grantee: IGrantee): void;

  /** Lets a role receive, hide and delete messages. */
  grantConsume(grantee: IGrantee): void;
}

const SEND = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];
const CONSUME = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];

/**
 * What every queue can do: grants.
 * @internal
 */
export abstract class QueueBase extends Construct implements IQueue {
  public abstract readonly queueArn: string;
  public abstract readonly fifo?: boolean;
  public abstract readonly encryptionKey?: IKey;

  public grantSend(grantee: IGrantee): void {
    this.grant(grantee, 'Send', SEND);
    // Anyone who sends under a data key that SQS used before decrypts it first.
    this.encryptionKey?.grantEncryptDecrypt(grantee);
  }

  public grantConsume(grantee: IGrantee): void {
    this.grant(grantee, 'Consume', CONSUME);
    this.encryptionKey?.grantDecrypt(grantee);
  }

  private grant(grantee: IGrantee, name: string, actions: string[]): void {
    grant(this, grantee, name, [{ actions, resources: [this.queueArn] }]);
  }
}

/**
 * A queue of this program, whose policy can be added to.
 * @internal
 */
export abstract class PolicedQueue extends QueueBase {
  public abstract readonly dataClass?: DataClass;
  /** @internal */
  protected abstract readonly _policy: GrowingPolicy;
  /** @internal */
  protected abstract readonly _region?: string;

  /**
   * Adds a statement to the queue's policy.
   *
   * @throws ValidationError where it lets everybody in.
   */
  public addToResourcePolicy(statement: PolicyStatement): void {
    this._policy.add(statement);
  }

  /**
   * Lets a service of AWS send messages, such as `events.amazonaws.com`, and use the key for it.
   *
   * @param service the principal of the service
   * @param sourceArn the rule, topic or bucket that it sends for; by default any of this account, where the service names its account
   * @throws ValidationError where it is no service of AWS, and without a source for EventBridge and SNS.
   */
  public allowService(service: string, sourceArn?: string): void {
    requireSource(this, service, 'queue', sourceArn);
    this._policy.allowService(service, ['sqs:SendMessage'], [this.queueArn], sourceArn);
    letServiceSend(this.encryptionKey, service, 'sqs', this._region);
  }
}
