import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import { DataClass } from '../../toms/data-class';
import { requireClassOfData } from '../core/class-of-data';
import { refuse } from '../core/errors';
import { denyOutsiders, denyPlainHttp, requireOrganizationId } from '../core/perimeter';
import { PolicyStatement, policyText } from '../core/policy';
import { RegionalProps } from '../core/props';
import { GrowingPolicy } from '../core/resource-policy';
import { requireSource } from '../core/service-source';
import { IKey } from '../encryption/key';
import { letServiceSend } from '../encryption/service-use';
import { StoreProps, openStore } from '../encryption/store';
import { deadLetterSource } from './dead-letter-queue';
import { IQueue, PolicedQueue } from './queue';
import { requireServiceArn, serviceName } from './service-names';
import { ITopic, TopicBase } from './topic';

const SNS = 'sns.amazonaws.com';

/** The actions that the policy of a topic may name. SNS refuses `sns:*`, which names others too. */
const TOPIC_ACTIONS = [
  'sns:AddPermission',
  'sns:DeleteTopic',
  'sns:GetTopicAttributes',
  'sns:ListSubscriptionsByTopic',
  'sns:Publish',
  'sns:RemovePermission',
  'sns:SetTopicAttributes',
  'sns:Subscribe',
];

/** What a topic passes on, and under which key. */
export interface EncryptedTopicProps extends StoreProps, RegionalProps {
  /**
   * The name of the topic: letters, digits, `_` and `-`, and for a FIFO topic `.fifo` at the end.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly topicName?: string;

  /**
   * How many days a message stays that could not be delivered: 1 to 14, and no longer than the retention of the posture (TOM 2.2).
   *
   * @default - 14, or the posture's retention where that is shorter; where it has none, personal data is refused
   */
  readonly deadLetterRetentionDays?: number;

  /**
   * The queue that takes what could not be delivered: of the same region and account, and FIFO where the topic is. What it keeps messages for is its own.
   *
   * @default - one of its own, under the same key, from the first subscription on
   */
  readonly deadLetterQueue?: IQueue;

  /**
   * Keeps the order of messages, and passes none on twice.
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

/** What is known of a topic that is already there. */
export interface TopicAttributes {
  /** The ARN of the topic. */
  readonly topicArn: string;

  /**
   * The key that encrypts its messages.
   *
   * @default - none: grants cover only the topic
   */
  readonly encryptionKey?: IKey;
}

/**
 * A topic for personal data (TOM 1.1.1, 1.2.1, 2.2): encrypted with a key of your own, closed to plain HTTP and to other accounts, with subscriptions that are
 * encrypted on their way, and with a queue for what could not be delivered.
 *
 * ```ts
 * const orders = new EncryptedTopic(this, 'Orders');
 * orders.addQueueSubscription('Billing', new EncryptedQueue(this, 'Billing'));
 * ```
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
 */
export class EncryptedTopic extends TopicBase {
  /**
   * A topic that is already there, by its ARN. Nothing about it is checked.
   *
   * @throws ValidationError where it is no topic's ARN.
   */
  public static fromTopicArn(scope: Construct, id: string, topicArn: string): ITopic {
    return EncryptedTopic.fromTopicAttributes(scope, id, { topicArn });
  }

  /**
   * A topic that is already there, and its key, which grants then include. Nothing about it is checked.
   *
   * @throws ValidationError where it is no topic's ARN.
   */
  public static fromTopicAttributes(scope: Construct, id: string, attributes: TopicAttributes): ITopic {
    class ImportedTopic extends TopicBase {
      public readonly topicArn = attributes.topicArn;
      public readonly encryptionKey = attributes.encryptionKey;
    }
    const topic = new ImportedTopic(scope, id);
    requireServiceArn(topic, 'topicArn', 'sns', attributes.topicArn);
    return topic;
  }

  /** The topic itself. */
  public readonly resource: SnsTopic;
  /**
   * The ARN of the topic.
   *
   * @attribute
   */
  public readonly topicArn: string;
  /** Whether it is a FIFO topic. */
  public readonly fifo: boolean;
  /** The key that encrypts its messages. */
  public readonly encryptionKey?: IKey;

  private readonly dataClass: DataClass;
  private readonly policy: GrowingPolicy;
  private readonly region?: string;
  private readonly makeDeadLetterQueue: () => IQueue;
  private deadLetters?: IQueue;

  /**
   * @throws ValidationError on personal data without a retention, a retention that is longer than SQS or the posture allows, encryption that is off, a queue for
   * dead letters that is not FIFO where this topic is, a name that is malformed or taken, a key of another region, or a region that is unknown or outside the
   * residency.
   */
  constructor(scope: Construct, id: string, props: EncryptedTopicProps = {}) {
    super(scope, id);
    const store = openStore(this, props, { refused: REFUSED });
    const { posture, dataClass, key, region, tags } = store;
    this.dataClass = dataClass;
    const { fifo = false, organizationId } = props;
    requireOrganizationId(this, organizationId);
    const suffix = fifo ? '.fifo' : '';
    const name = serviceName(this, posture, { prop: 'topicName', given: props.topicName, max: 256, suffix });

    const common = { fifo, organizationId, region, tags };
    const deadLetters = deadLetterSource(this, posture, dataClass, props, {
      ...common,
      encryptionKey: key,
      takesFromQueues: false,
    });
    this.resource = new SnsTopic(this, 'Resource', {
      name,
      fifoTopic: fifo ? true : undefined,
      kmsMasterKeyId: key.keyArn,
      // SHA-256 under what is delivered by HTTPS, where SNS would sign with SHA-1.
      signatureVersion: 2,
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.topicArn = this.resource.arn;
    this.fifo = fifo;
    this.encryptionKey = key;
    this.region = region;
    const everything = { actions: TOPIC_ACTIONS, resources: [this.topicArn] };
    const statements = [denyPlainHttp(everything), denyOutsiders(this, organizationId, everything)];
    const policy = new SnsTopicPolicy(this, 'Policy', {
      arn: this.topicArn,
      policy: policyText(this, 'topic', statements),
      region,
    });
    this.policy = new GrowingPolicy(this, 'topic', statements, policy);
    this.makeDeadLetterQueue = deadLetters;
  }

  /**
   * Delivers to a queue. The policy of a queue of this library admits the topic, and its key lets SNS use it; another queue must do so already.
   *
   * @throws ValidationError where a queue keeps an order that the topic does not keep.
   */
  public addQueueSubscription(id: string, queue: IQueue): void {
    if (queue.fifo && !this.fifo) {
      refuse(this, {
        prop: 'queue',
        must: 'must not be a FIFO queue: SNS delivers to one only from a FIFO topic',
        value: queue.node.path,
        fix: 'write { fifo: true } on the topic, or subscribe a standard queue',
      });
    }
    requireClassOfData(this, 'queue', this.dataClass, queue);
    this.admitted(queue);
    this.subscribe(id, 'sqs', queue.queueArn);
  }

  /**
   * Delivers by HTTPS. Anyone who answers there must confirm the subscription, and check the signature of what it takes.
   *
   * @throws ValidationError where the URL is not HTTPS, or holds a password, or the topic is FIFO.
   */
  public addHttpsSubscription(id: string, url: string): void {
    if (this.fifo) {
      refuse(this, {
        prop: 'url',
        must: 'must not be subscribed to a FIFO topic: SNS delivers from one only to queues',
        fix: 'subscribe a queue, or leave fifo out',
      });
    }
    if (!Token.isUnresolved(url)) this.requireUrl(url);
    this.subscribe(id, 'https', url);
  }

  /**
   * Lets a service of AWS publish messages, such as `cloudwatch.amazonaws.com` or `s3.amazonaws.com`, and use the key for it.
   *
   * EventBridge publishes by a role of its rule instead, which `grantPublish` takes: see `TrustPolicy.forService`.
   *
   * @param service the principal of the service
   * @param sourceArn the alarm or bucket that it publishes for; by default any of this account
   * @throws ValidationError where it is no service of AWS, and on `events.amazonaws.com`, which publishes under no condition.
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
   */
  public allowService(service: string, sourceArn?: string): void {
    requireSource(this, service, 'topic', sourceArn);
    this.policy.allowService(service, ['sns:Publish'], [this.topicArn], sourceArn);
    letServiceSend(this.encryptionKey, service, 'sns', this.region);
  }

  /**
   * Adds a statement to the topic's policy.
   *
   * @throws ValidationError where it lets everybody in.
   */
  public addToResourcePolicy(statement: PolicyStatement): void {
    this.policy.add(statement);
  }

  private subscribe(id: string, protocol: string, endpoint: string): void {
    this.deadLetters ??= this.admitted(this.makeDeadLetterQueue());
    new SnsTopicSubscription(this, id, {
      topicArn: this.topicArn,
      protocol,
      endpoint,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: this.deadLetters.queueArn }),
      region: this.region,
    });
  }

  private admitted(queue: IQueue): IQueue {
    if (queue instanceof PolicedQueue) queue.allowService(SNS, this.topicArn);
    return queue;
  }

  private requireUrl(url: string): void {
    if (/^[^/]*\/\/[^/]*@/.test(url)) {
      refuse(this, {
        prop: 'url',
        must: 'must not hold a user or password: both would stand in the program, the plan and the state',
        measure: '1.1.1',
        fix: 'let the endpoint check the signature of SNS instead',
      });
    }
    if (!/^https:\/\/[^\s/]/.test(url)) {
      refuse(this, {
        prop: 'url',
        must: 'must begin with https://: messages would cross the network unencrypted',
        value: url,
        measure: '1.1.1',
        fix: "write 'https://…'",
      });
    }
  }
}

const ENCRYPTED = {
  must: 'must not be set: messages are always encrypted with a key of your own',
  measure: '1.2.1',
  fix: 'write encryptionKey, or leave it out for the key of the stack',
};

/** What L1 topics and other libraries call the ways to weaken a topic. */
const REFUSED = {
  masterKey: ENCRYPTED,
  kmsMasterKeyId: ENCRYPTED,
  enforceSSL: { must: 'must not be set: plain HTTP is always denied', measure: '1.1.1', fix: 'leave it out' },
  policy: {
    must: 'must not be set: the topic has a policy of its own',
    measure: '3.1.1',
    fix: 'call addToResourcePolicy, allowService or grantPublish',
  },
  signatureVersion: {
    must: 'must not be set: messages are signed with SHA-256',
    measure: '1.1.1',
    fix: 'leave it out',
  },
};
