import { IConstruct } from 'constructs';
import { requireWholeNumber } from '../core/require';
import { EncryptedQueue } from '../stores/encrypted-queue';
import { IQueue } from '../stores/queue';
import { queueNameOf } from '../stores/queue-name';
import { Watched } from './watched';

/** When a queue is told of. */
export interface QueueAlarmOptions {
  /**
   * After how many seconds of waiting the oldest message is told of. AWS recommends half more than messages usually take.
   *
   * @default - a quarter of the time after which SQS deletes it; for a queue that is already there, one day
   */
  readonly maxAgeSeconds?: number;
}

const SECONDS_PER_DAY = 86_400;

/**
 * What is watched of a queue.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html#SQS
 */
export function watchedOfQueue(scope: IConstruct, queue: IQueue, options: QueueAlarmOptions): Watched[] {
  const own = queue instanceof EncryptedQueue ? queue : undefined;
  const { maxAgeSeconds = ((own?.retentionDays ?? 4) * SECONDS_PER_DAY) / 4 } = options;
  requireWholeNumber(scope, 'maxAgeSeconds', maxAgeSeconds, { min: 1, of: 'seconds', measure: '3.3.2', example: 3600 });
  const age: Watched = {
    id: 'Age',
    says: `A message waits for more than ${maxAgeSeconds} seconds: what takes messages is down, or too slow`,
    ...metric(queue, 'ApproximateAgeOfOldestMessage', 'Maximum'),
    when: 'above',
    threshold: maxAgeSeconds,
    minutes: 15,
    // SQS has no age for a queue without messages.
    missing: 'notBreaching',
  };
  return own ? [age, deadLetters(own.deadLetterQueue)] : [age];
}

/** What nobody could work on, in a queue of dead letters: each message is lost when its time is over. */
export function deadLetters(queue: IQueue): Watched {
  return {
    id: 'DeadLetters',
    says: 'There are dead letters: find out why they failed, and send them again',
    ...metric(queue, 'ApproximateNumberOfMessagesVisible', 'Maximum'),
    when: 'above',
    threshold: 0,
    minutes: 1,
    // SQS measures a queue that holds something, and stops with one that does not.
    missing: 'notBreaching',
  };
}

function metric(
  queue: IQueue,
  metricName: string,
  statistic: string
): Pick<Watched, 'namespace' | 'metricName' | 'dimensions' | 'statistic'> {
  return { namespace: 'AWS/SQS', metricName, dimensions: { QueueName: queueNameOf(queue) }, statistic };
}
