import { Construct } from 'constructs';
import { refuse } from '../core/errors';
import { Posture } from '../core/posture';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { IKey } from '../encryption/key';
import { EncryptedTopic } from '../stores/encrypted-topic';
import { AlarmSubscriber } from './alarm-subscriber';

/** Who hears of alarms, and under which key. */
export interface AlarmTopicProps extends ClassifiedProps, RegionalProps {
  /** Who hears of alarms: one or more, and in an ephemeral environment perhaps nobody. Their order gives the subscriptions their addresses: append new ones. */
  readonly subscribers: AlarmSubscriber[];

  /**
   * The name of the topic: letters, digits, `_` and `-`.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly topicName?: string;

  /**
   * The key that encrypts messages, in the same region (TOM 1.2.1). A `RotatedKey` is told to let CloudWatch use it; another must already.
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;
}

/**
 * The one place to which alarms go (TOM 8.1): a topic under a key of your own, to which CloudWatch publishes for alarms of this account only, and somebody listens.
 *
 * ```ts
 * const topic = new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
 * new Alarms(this, 'Alarms', { topic }).watchQueue(new EncryptedQueue(this, 'Orders'));
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
export class AlarmTopic extends EncryptedTopic {
  /**
   * @throws ValidationError where nobody is subscribed outside ephemeral environments, a subscriber is none, and where a topic is refused.
   */
  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id, props);
    const { subscribers, region } = props;
    if (subscribers.length === 0 && !Posture.of(this).isEphemeral) {
      refuse(this, {
        prop: 'subscribers',
        must: 'must name somebody: an alarm without a subscriber is heard by nobody',
        value: subscribers,
        measure: '8.1',
        fix: "write subscribers: [AlarmSubscriber.email('on-call@example.com')]",
      });
    }
    this.allowService('cloudwatch.amazonaws.com');
    subscribers.forEach((subscriber, at) => subscriber._subscribe(this, `Subscriber${at + 1}`, region));
  }
}
