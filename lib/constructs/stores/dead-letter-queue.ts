import { Construct } from 'constructs';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueueRedriveAllowPolicy } from '@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy';
import { DataClass } from '../../toms/data-class';
import { requireClassOfData } from '../core/class-of-data';
import { refuse } from '../core/errors';
import { Posture } from '../core/posture';
import { GrowingPolicy } from '../core/resource-policy';
import { IKey } from '../encryption/key';
import { holdingDays } from './holding-time';
import { IQueue, PolicedQueue } from './queue';
import { queueResources } from './queue-resources';

/** What SQS keeps messages for at most. */
export const MAX_DAYS = 14;

/** What a queue of dead letters is made of. */
export interface DeadLetterQueueProps {
  readonly fifo: boolean;
  readonly retentionDays: number;
  readonly dataClass: DataClass;
  readonly encryptionKey: IKey;
  readonly organizationId?: string;
  readonly region?: string;
  readonly tags: { [key: string]: string };
  /** Whether queues send here, which `allowRedriveFrom` then names, rather than a topic. */
  readonly takesFromQueues: boolean;
}

/** Takes what a queue's consumers failed at, or what a topic could not deliver. It has no dead letters of its own. */
export class DeadLetterQueue extends PolicedQueue {
  public readonly resource: SqsQueue;
  public readonly queueArn: string;
  public readonly queueUrl: string;
  public readonly fifo: boolean;
  public readonly dataClass?: DataClass;
  public readonly encryptionKey?: IKey;
  /** @internal */
  protected readonly _policy: GrowingPolicy;
  /** @internal */
  protected readonly _region?: string;

  constructor(scope: Construct, id: string, props: DeadLetterQueueProps) {
    super(scope, id);
    const made = queueResources(this, {
      ...props,
      posture: Posture.of(this),
      keyArn: props.encryptionKey.keyArn,
      redriveAllow: props.takesFromQueues ? undefined : { redrivePermission: 'denyAll' },
    });
    this.resource = made.resource;
    this.queueArn = made.queueArn;
    this.queueUrl = made.queueUrl;
    this.fifo = props.fifo;
    this.dataClass = props.dataClass;
    this.encryptionKey = props.encryptionKey;
    this._policy = made.policy;
    this._region = props.region;
  }

  /** Lets one queue send its dead letters here, and no other. A policy of its own: within the queue the two would need each other. */
  public allowRedriveFrom(queueArn: string): void {
    new SqsQueueRedriveAllowPolicy(this, 'RedriveAllow', {
      queueUrl: this.queueUrl,
      redriveAllowPolicy: JSON.stringify({ redrivePermission: 'byQueue', sourceQueueArns: [queueArn] }),
      region: this._region,
    });
  }
}

/** What was said of dead letters. */
interface DeadLetterChoice {
  readonly deadLetterQueue?: IQueue;
  readonly deadLetterRetentionDays?: number;
}

/**
 * The queue for dead letters that was named, or how one is made below `scope`. They stay as long as SQS takes them where the retention allows it: somebody has to
 * look at them. What is wrong is refused at once, whenever it is made.
 */
export function deadLetterSource(
  scope: Construct,
  posture: Posture,
  dataClass: DataClass,
  choice: DeadLetterChoice,
  props: Omit<DeadLetterQueueProps, 'retentionDays' | 'dataClass'>
): () => IQueue {
  const { deadLetterQueue: named, deadLetterRetentionDays: days } = choice;
  if (!named) {
    const time = { prop: 'deadLetterRetentionDays', days, usual: MAX_DAYS, max: MAX_DAYS };
    const retentionDays = holdingDays(scope, posture, dataClass, time);
    return () => new DeadLetterQueue(scope, 'DeadLetters', { ...props, retentionDays, dataClass });
  }
  if (days !== undefined) {
    refuse(scope, {
      prop: 'deadLetterRetentionDays',
      must: 'must not be set beside deadLetterQueue, which has a retention of its own',
      value: days,
      measure: '2.2',
      fix: 'say it on that queue',
    });
  }
  if (named.fifo !== undefined && named.fifo !== props.fifo) {
    refuse(scope, {
      prop: 'deadLetterQueue',
      must: `must ${props.fifo ? '' : 'not '}be a FIFO queue`,
      value: named.node.path,
      fix: 'name another queue, or leave it out for one that fits',
    });
  }
  requireClassOfData(scope, 'deadLetterQueue', dataClass, named);
  return () => named;
}
