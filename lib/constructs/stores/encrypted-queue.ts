import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { DataClass } from '../../toms/data-class';
import { requireOrganizationId } from '../core/perimeter';
import { RegionalProps } from '../core/props';
import { requireWholeNumber } from '../core/require';
import { GrowingPolicy } from '../core/resource-policy';
import { IKey } from '../encryption/key';
import { StoreProps, openStore } from '../encryption/store';
import { DeadLetterQueue, MAX_DAYS, deadLetterSource } from './dead-letter-queue';
import { holdingDays } from './holding-time';
import { IQueue, PolicedQueue, QueueBase } from './queue';
import { queueResources } from './queue-resources';
import { requireServiceArn } from './service-names';

/** What a queue holds, for how long, and under which key. */
export interface EncryptedQueueProps extends StoreProps, RegionalProps {
  /**
   * The name of the queue: letters, digits, `_` and `-`, and for a FIFO queue `.fifo` at the end.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly queueName?: string;

  /**
   * How many days a message waits before SQS deletes it: 1 to 14, and no longer than the retention of the posture (TOM 2.2).
   *
   * @default - 4, or the posture's retention where that is shorter; where it has none, personal data is refused
   */
  readonly retentionDays?: number;

  /**
   * How many days dead letters stay: 1 to 14, and no longer than the retention of the posture.
   *
   * @default - 14, or the posture's retention where that is shorter
   */
  readonly deadLetterRetentionDays?: number;

  /**
   * How often a message is received before it is a dead letter: 1 to 1000.
   *
   * @default 5
   */
  readonly maxReceiveCount?: number;

  /**
   * The queue that takes dead letters: of the same region and account, and FIFO where this one is. What it keeps them for is its own.
   *
   * @default - one of its own, under the same key
   */
  readonly deadLetterQueue?: IQueue;

  /**
   * How many seconds a message that somebody received is hidden from others: 0 to 43200. Longer than the work on it takes.
   *
   * @default - 30, SQS's own
   */
  readonly visibilityTimeoutSeconds?: number;

  /**
   * Keeps the order of messages, and takes none twice.
   *
   * @default false
   */
  readonly fifo?: boolean;

  /**
   * The organization whose accounts a statement may let in: `o-` and ten or more letters and digits.
   *
   * @default - only the own account, whatever a statement allows
   */
  readonly organizationId?: string;
}

/** What is known of a queue that is already there. */
export interface QueueAttributes {
  /** The ARN of the queue. */
  readonly queueArn: string;

  /**
   * The key that encrypts its messages.
   *
   * @default - none: grants cover only the queue
   */
  readonly encryptionKey?: IKey;
}

/**
 * A queue for personal data (TOM 1.1.1, 1.2.1, 2.2): encrypted with a key of your own, closed to plain HTTP and to other accounts, with a queue for dead
 * letters, and emptied of what is older than the retention.
 *
 * ```ts
 * new EncryptedQueue(this, 'Orders', { visibilityTimeoutSeconds: 120 });
 * ```
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html
 */
export class EncryptedQueue extends PolicedQueue {
  /**
   * A queue that is already there, by its ARN. Nothing about it is checked, and its policy stays as it is.
   *
   * @throws ValidationError where it is no queue's ARN.
   */
  public static fromQueueArn(scope: Construct, id: string, queueArn: string): IQueue {
    return EncryptedQueue.fromQueueAttributes(scope, id, { queueArn });
  }

  /**
   * A queue that is already there, and its key, which grants then include. Nothing about it is checked.
   *
   * @throws ValidationError where it is no queue's ARN.
   */
  public static fromQueueAttributes(scope: Construct, id: string, attributes: QueueAttributes): IQueue {
    class ImportedQueue extends QueueBase {
      public readonly queueArn = attributes.queueArn;
      public readonly fifo = Token.isUnresolved(attributes.queueArn)
        ? undefined
        : attributes.queueArn.endsWith('.fifo');
      public readonly encryptionKey = attributes.encryptionKey;
    }
    const queue = new ImportedQueue(scope, id);
    requireServiceArn(queue, 'queueArn', 'sqs', attributes.queueArn);
    return queue;
  }

  /** The queue itself. */
  public readonly resource: SqsQueue;
  /**
   * The ARN of the queue.
   *
   * @attribute
   */
  public readonly queueArn: string;
  /**
   * The URL of the queue, by which programs name it.
   *
   * @attribute
   */
  public readonly queueUrl: string;
  /** Whether it is a FIFO queue. */
  public readonly fifo?: boolean;
  /** The class of the data that it holds. */
  public readonly dataClass?: DataClass;
  /** The key that encrypts its messages. */
  public readonly encryptionKey?: IKey;
  /** Where messages go that were received too often. */
  public readonly deadLetterQueue: IQueue;
  /** How many days a message waits. */
  public readonly retentionDays: number;

  /** @internal */
  protected readonly _policy: GrowingPolicy;
  /** @internal */
  protected readonly _region?: string;

  /**
   * @throws ValidationError on personal data without a retention, a retention that is longer than SQS or the posture allows, encryption that is off, a queue for
   * dead letters that is not FIFO where this one is, a count or timeout that SQS does not take, a name that is malformed or taken, a key of another region, or a
   * region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: EncryptedQueueProps = {}) {
    super(scope, id);
    const store = openStore(this, props, { refused: REFUSED });
    const { posture, dataClass, key, region, tags } = store;
    this.dataClass = dataClass;
    const fifo = props.fifo ?? false;
    const { maxReceiveCount = 5, visibilityTimeoutSeconds, organizationId } = props;
    requireOrganizationId(this, organizationId);
    this.retentionDays = holdingDays(this, posture, dataClass, {
      prop: 'retentionDays',
      days: props.retentionDays,
      usual: 4,
      max: MAX_DAYS,
    });
    requireWholeNumber(this, 'maxReceiveCount', maxReceiveCount, { min: 1, max: 1000, example: 5 });
    if (visibilityTimeoutSeconds !== undefined) {
      const bounds = { min: 0, max: 43_200, example: 30 };
      requireWholeNumber(this, 'visibilityTimeoutSeconds', visibilityTimeoutSeconds, bounds);
    }

    const common = { fifo, organizationId, region, tags };
    const deadLetters = deadLetterSource(this, posture, dataClass, props, {
      ...common,
      encryptionKey: key,
      takesFromQueues: true,
    })();
    this.deadLetterQueue = deadLetters;
    const made = queueResources(this, {
      ...common,
      posture,
      queueName: props.queueName,
      retentionDays: this.retentionDays,
      visibilityTimeoutSeconds,
      redrive: { deadLetterTargetArn: deadLetters.queueArn, maxReceiveCount },
      keyArn: key.keyArn,
    });
    if (!props.deadLetterQueue) (deadLetters as DeadLetterQueue).allowRedriveFrom(made.queueArn);
    this.resource = made.resource;
    this.queueArn = made.queueArn;
    this.queueUrl = made.queueUrl;
    this.fifo = fifo;
    this.encryptionKey = key;
    this._policy = made.policy;
    this._region = region;
  }
}

const ENCRYPTED = {
  must: 'must not be set: messages are always encrypted with a key of your own',
  measure: '1.2.1',
  fix: 'write encryptionKey, or leave it out for the key of the stack',
};
const POLICY = {
  must: 'must not be set: the queue has a policy of its own',
  measure: '3.1.1',
  fix: 'call addToResourcePolicy, allowService or the grants',
};
const RETENTION = { must: 'is not a prop of this construct', measure: '2.2', fix: 'write retentionDays' };

/** What L1 queues and other libraries call the ways to weaken a queue. */
const REFUSED = {
  encryption: ENCRYPTED,
  kmsMasterKeyId: ENCRYPTED,
  sqsManagedSseEnabled: ENCRYPTED,
  enforceSSL: { must: 'must not be set: plain HTTP is always denied', measure: '1.1.1', fix: 'leave it out' },
  policy: POLICY,
  messageRetentionSeconds: RETENTION,
  retentionPeriod: RETENTION,
};
