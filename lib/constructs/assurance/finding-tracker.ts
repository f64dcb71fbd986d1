import { refuse } from '../core/errors';
import { IFunction } from '../compute/function';
import { EventEnd } from '../monitoring/event-routes';
import { IQueue } from '../stores/queue';

/** What keeps findings until they are dealt with: the door to a system of tickets. */
export class FindingTracker {
  /**
   * A queue, from which a program of yours takes findings. It must be none in order (FIFO): EventBridge would have to be told a group for each finding.
   *
   * @param queue the queue
   */
  public static queue(queue: IQueue): FindingTracker {
    if (queue.fifo) {
      refuse(queue, {
        prop: 'tracker',
        must: 'must be no FIFO queue: findings need no order, and each would need a group',
        value: queue.node.path,
        measure: '5.1.2',
        fix: "write FindingTracker.queue(new EncryptedQueue(this, 'Findings'))",
      });
    }
    return new FindingTracker({ id: 'Tracker', arn: queue.queueArn, grantTo: (role) => queue.grantSend(role) });
  }

  /**
   * A function, which opens and closes tickets.
   *
   * @param target the function
   */
  public static secureFunction(target: IFunction): FindingTracker {
    return new FindingTracker({ id: 'Tracker', arn: target.functionArn, grantTo: (role) => target.grantInvoke(role) });
  }

  /** @internal */
  public readonly _end: EventEnd;

  private constructor(end: EventEnd) {
    this._end = end;
  }
}
