import { Token } from 'cdktf';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { refuse } from '../core/errors';
import { EncryptedTopic } from '../stores/encrypted-topic';
import { IQueue } from '../stores/queue';

/** Who hears of alarms. */
export class AlarmSubscriber {
  /**
   * A mailbox. SNS sends it a message with a link, and delivers nothing until somebody follows that.
   *
   * @param address the address of a team, rather than of a person who may be away
   */
  public static email(address: string): AlarmSubscriber {
    return new AlarmSubscriber((topic, id, region) => {
      if (!Token.isUnresolved(address) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) {
        refuse(topic, {
          prop: 'subscribers',
          must: 'must have addresses of mailboxes',
          value: address,
          fix: "write AlarmSubscriber.email('on-call@example.com')",
        });
      }
      new SnsTopicSubscription(topic, id, { topicArn: topic.topicArn, protocol: 'email', endpoint: address, region });
    });
  }

  /**
   * An endpoint, such as that of a service for on-call. It must confirm the subscription, and should check the signature.
   *
   * @param url `https://…`, without a password
   */
  public static https(url: string): AlarmSubscriber {
    return new AlarmSubscriber((topic, id) => topic.addHttpsSubscription(id, url));
  }

  /**
   * A queue, from which a program takes alarms.
   *
   * @param queue the queue
   */
  public static queue(queue: IQueue): AlarmSubscriber {
    return new AlarmSubscriber((topic, id) => topic.addQueueSubscription(id, queue));
  }

  /** @internal */
  public readonly _subscribe: (topic: EncryptedTopic, id: string, region: string | undefined) => void;

  private constructor(subscribe: (topic: EncryptedTopic, id: string, region: string | undefined) => void) {
    this._subscribe = subscribe;
  }
}
