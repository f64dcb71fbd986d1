import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { CloudwatchEventArchive } from '@cdktf/provider-aws/lib/cloudwatch-event-archive';
import { CloudwatchEventBus } from '@cdktf/provider-aws/lib/cloudwatch-event-bus';
import { CloudwatchEventBusPolicy } from '@cdktf/provider-aws/lib/cloudwatch-event-bus-policy';
import { CloudwatchLogDelivery } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery';
import { CloudwatchLogDeliveryDestination } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination';
import { CloudwatchLogDeliverySource } from '@cdktf/provider-aws/lib/cloudwatch-log-delivery-source';
import { DataClass } from '../../toms/data-class';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { policyText } from '../core/policy';
import { Posture } from '../core/posture';
import { requireOrganizationId } from '../core/perimeter';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { logDeliveryPolicy } from '../logging/log-delivery-policy';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { deadLetterSource } from '../stores/dead-letter-queue';
import { holdingDays } from '../stores/holding-time';
import { logDays } from '../stores/log-days';
import { IQueue, PolicedQueue } from '../stores/queue';
import { requireServiceArn, serviceName } from '../stores/service-names';
import { EventBusBase, IEventBus } from './bus';
import { letBusesUse, letLogDeliveryRead } from './delivery-key';
import { EventPattern, eventPatternText } from './event-pattern';
import { EventRule, IEventRule } from './event-rule';
import { EventTarget } from './event-target';
import { EVENT_BUS } from './refused';

/** What an event bus is called, under which key, and who may send from elsewhere. */
export interface EventBusProps extends ClassifiedProps, RegionalProps {
  /**
   * The name of the bus: letters, digits, `_`, `.` and `-`, and not `default`.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly eventBusName?: string;

  /**
   * The key that encrypts events, archives, the log and dead letters, in the same region (TOM 1.2.1). A `RotatedKey` is told to let EventBridge use it; another must already.
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * The queue that takes what cannot be encrypted or delivered. That of this program is told to let EventBridge send; another must already.
   *
   * @default - one of its own, under the same key
   */
  readonly deadLetterQueue?: IQueue;

  /**
   * How many days dead letters stay: 1 to 14, and no longer than the retention of the posture.
   *
   * @default - 14, or the posture's retention where that is shorter
   */
  readonly deadLetterRetentionDays?: number;

  /**
   * How many days the log of what failed is kept.
   *
   * @default - 30, or the posture's retention where that is shorter
   */
  readonly logRetentionDays?: number;

  /**
   * The organization of which accounts and roles may be let in by `allowSenders`: `o-` and ten or more letters and digits (TOM 3.1.1).
   *
   * @default - only roles of the own account send
   */
  readonly organizationId?: string;

  /**
   * The ARN of a policy that bounds what the roles of its rules can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** How long an archive keeps events. */
export interface EventArchiveOptions {
  /**
   * How many days events can be replayed: no longer than the retention of the posture (TOM 2.2). Nobody can delete a single event of an archive before.
   *
   * @default - 30, or the posture's retention where that is shorter; where it has none, personal data is refused
   */
  readonly retentionDays?: number;
}

/** As long as anything is kept here: ten years. */
const MAX_ARCHIVE_DAYS = 3650;

/**
 * An event bus of EventBridge (TOM 1.2.1, 2.1, 2.2, 3.1.1, 3.3.1, 8.1): events, rules and archives encrypted with a key of your own, rules that name what they pass on and
 * whose targets let in nobody else, a queue for what could not be delivered, and a log of what failed without what events hold.
 *
 * ```ts
 * const bus = new EventBus(this, 'Orders');
 * bus.grantPutEvents(accept.role);
 * bus.addRule('Accepted', { sources: ['acme.orders'], detailTypes: ['Order accepted'] }, EventTarget.secureFunction(accept));
 * ```
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html
 */
export class EventBus extends EventBusBase {
  /**
   * A bus that is already there, by its ARN: one of another account, or `default`. Nothing about it is checked.
   *
   * @throws ValidationError where it is no ARN of a bus.
   */
  public static fromEventBusArn(scope: Construct, id: string, eventBusArn: string): IEventBus {
    class ImportedBus extends EventBusBase {
      public readonly eventBusArn = eventBusArn;
    }
    const bus = new ImportedBus(scope, id);
    requireServiceArn(bus, 'eventBusArn', 'events', eventBusArn, 'event-bus/');
    return bus;
  }

  /** The bus itself. */
  public readonly resource: CloudwatchEventBus;
  /**
   * The ARN of the bus.
   *
   * @attribute
   */
  public readonly eventBusArn: string;
  /**
   * The name of the bus.
   *
   * @attribute
   */
  public readonly eventBusName: string;
  /** The class of the data that events hold. */
  public readonly dataClass: DataClass;
  /** The key that encrypts events, archives, the log and dead letters. */
  public readonly encryptionKey: IKey;
  /** Where events go that cannot be encrypted or delivered. */
  public readonly deadLetterQueue: IQueue;
  /** The log of what failed. */
  public readonly logGroup: RetainedLogGroup;

  /** Its name, as policies may say it before it is there. */
  private readonly writtenName: string;
  private readonly region?: string;
  private readonly tags: { [key: string]: string };
  private readonly organizationId?: string;
  private readonly permissionsBoundaryArn?: string;
  private readonly eventRules: IEventRule[] = [];
  private readonly senders: string[] = [];
  private policy?: CloudwatchEventBusPolicy;

  /**
   * @throws ValidationError on encryption, dead letters or logs that are set another way, personal data without a retention, a queue for dead letters that is FIFO, a name
   * that is malformed or taken, an organization that is none, a key of another region, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: EventBusProps = {}) {
    super(scope, id);
    const opened = openStore(this, props, { refused: EVENT_BUS, creatorUsesKey: true });
    const { posture, dataClass, key, region, tags } = opened;
    requireOrganizationId(this, props.organizationId);
    const name = serviceName(this, posture, { prop: 'eventBusName', given: props.eventBusName, max: 256, dots: true });
    if (name === 'default') {
      refuse(this, {
        prop: 'eventBusName',
        must: 'must not be default, the bus that every account has and that services of AWS send to',
        value: name,
        fix: "write eventBusName: 'acme-orders', or leave it out",
      });
    }
    this.dataClass = dataClass;
    this.encryptionKey = key;
    this.region = region;
    this.tags = tags;
    this.organizationId = props.organizationId;
    this.permissionsBoundaryArn = props.permissionsBoundaryArn;
    this.writtenName = name;
    letBusesUse(key, region);
    letLogDeliveryRead(key, region);
    this.deadLetterQueue = deadLetterSource(this, posture, dataClass, props, {
      fifo: false,
      encryptionKey: key,
      region,
      tags,
      takesFromQueues: false,
    })();
    this.letDeadLettersIn();

    this.resource = new CloudwatchEventBus(this, 'Resource', {
      name,
      description: this.node.path,
      kmsKeyIdentifier: key.keyArn,
      deadLetterConfig: { arn: this.deadLetterQueue.queueArn },
      logConfig: { level: 'ERROR', includeDetail: 'NONE' },
      region,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.eventBusArn = this.resource.arn;
    this.eventBusName = this.resource.name;
    this.logGroup = this.logErrors(posture, props);
  }

  /** The rules that were added so far. */
  public get rules(): IEventRule[] {
    return [...this.eventRules];
  }

  /**
   * Passes events on to one target. What it does not take within a day goes to the queue of the bus for dead letters.
   *
   * @param id the id of the rule
   * @param pattern which events
   * @param target where to
   * @throws ValidationError on a pattern without a source, or that is none; on a FIFO queue, and on the bus itself.
   */
  public addRule(id: string, pattern: EventPattern, target: EventTarget): IEventRule {
    const { region, tags, deadLetterQueue, permissionsBoundaryArn, writtenName: busName } = this;
    const of = { bus: this, busName, region, tags, deadLetterQueue, permissionsBoundaryArn };
    const rule = new EventRule(this, id, of, pattern, target);
    this.eventRules.push(rule);
    return rule;
  }

  /**
   * Keeps events, so that they can be replayed, under the key of the bus.
   *
   * @param id the id of the archive
   * @param pattern which events
   * @param options for how long
   * @throws ValidationError on a pattern without a source, a retention that is longer than that of the posture, and on personal data without one.
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html
   */
  public addArchive(id: string, pattern: EventPattern, options: EventArchiveOptions = {}): CloudwatchEventArchive {
    const posture = Posture.of(this);
    const retentionDays = holdingDays(this, posture, this.dataClass, {
      prop: 'retentionDays',
      days: options.retentionDays,
      usual: 30,
      max: MAX_ARCHIVE_DAYS,
    });
    const holder = new Construct(this, id);
    return new CloudwatchEventArchive(holder, 'Resource', {
      name: shortName(holder, posture, 48),
      description: holder.node.path,
      eventSourceArn: this.eventBusArn,
      eventPattern: eventPatternText(this, pattern),
      kmsKeyIdentifier: this.encryptionKey.keyArn,
      retentionDays,
      region: this.region,
    });
  }

  /**
   * Lets accounts and roles of the organization send events, and nobody else of them: what passes the bus is for it.
   *
   * @param principals the twelve digits of accounts, or the ARNs of roles
   * @throws ValidationError where the bus knows no organization, and on what is neither.
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html
   */
  public allowSenders(...principals: string[]): void {
    const { organizationId } = this;
    if (organizationId === undefined) {
      refuse(this, {
        prop: 'organizationId',
        must: 'must be set for a bus that takes events of others: it says whose accounts and roles these are',
        measure: '3.1.1',
        fix: "write organizationId: 'o-exampleorgid'",
      });
    }
    for (const principal of principals) this.requireSender(principal);
    const { partition } = accountOf(this);
    const named = principals.map((one) => (/^\d{12}$/.test(one) ? `arn:${partition}:iam::${one}:root` : one));
    this.senders.push(...named.filter((one) => !this.senders.includes(one)));
    const statement = {
      sid: 'AllowSenders',
      principals: { AWS: this.senders },
      actions: ['events:PutEvents'],
      resources: [this.eventBusArn],
      conditions: { StringEquals: { 'aws:PrincipalOrgID': [organizationId] } },
    };
    const text = policyText(this, 'bus', [statement], { prop: 'principals', fix: 'name accounts and not their roles' });
    const { eventBusName, region } = this;
    this.policy ??= new CloudwatchEventBusPolicy(this, 'Policy', {
      eventBusName,
      policy: text,
      region,
    });
    this.policy.policy = text;
  }

  private requireSender(principal: string): void {
    if (Token.isUnresolved(principal) || SENDER.test(principal)) return;
    refuse(this, {
      prop: 'principals',
      must: 'must be accounts by their twelve digits, or roles by their ARNs',
      value: principal,
      measure: '3.1.1',
      fix: "write '111122223333' or 'arn:aws:iam::111122223333:role/orders'",
    });
  }

  /** EventBridge names the bus or the rule as its source. Every rule of the bus is here. */
  private letDeadLettersIn(): void {
    if (!(this.deadLetterQueue instanceof PolicedQueue)) return;
    const account = accountOf(this.deadLetterQueue);
    const where = `${account.partition}:events:${this.region ?? account.region}:${account.id}`;
    this.deadLetterQueue.allowService('events.amazonaws.com', `arn:${where}:event-bus/${this.writtenName}`);
    this.deadLetterQueue.allowService('events.amazonaws.com', `arn:${where}:rule/${this.writtenName}/*`);
  }

  /** Delivers what failed to a log group of its own. */
  private logErrors(posture: Posture, props: EventBusProps): RetainedLogGroup {
    const { region, tags, writtenName } = this;
    const policy = logDeliveryPolicy(this, region, {
      id: 'EventBusLogDelivery',
      service: 'delivery.logs.amazonaws.com',
      logGroups: `${LOGS}*`,
      sources: (_account, where) => [`arn:${where}:*`],
    });
    const logGroup = new RetainedLogGroup(this, 'Log', {
      logType: LogType.APPLICATION,
      logGroupName: `${LOGS}${writtenName}`,
      retentionDays: props.logRetentionDays ?? logDays(posture),
      encryptionKey: this.encryptionKey,
      dataClass: this.dataClass,
      region,
      tags: props.tags,
    });
    const name = shortName(this, posture, 60);
    const source = new CloudwatchLogDeliverySource(this, 'LogSource', {
      name,
      logType: 'ERROR_LOGS',
      resourceArn: this.eventBusArn,
      region,
      tags,
    });
    const destination = new CloudwatchLogDeliveryDestination(this, 'LogDestination', {
      name,
      deliveryDestinationConfiguration: [{ destinationResourceArn: logGroup.logGroupArn }],
      region,
      tags,
    });
    new CloudwatchLogDelivery(this, 'LogDelivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.arn,
      region,
      tags,
      // Without its leave AWS would write a policy of its own, which Terraform then overwrites.
      dependsOn: [policy],
    });
    return logGroup;
  }
}

/** Where AWS recommends the logs of its services to be: policies of CloudWatch Logs have room for few. */
const LOGS = '/aws/vendedlogs/events/event-bus/';

const SENDER = /^(?:\d{12}|arn:aws[a-z-]*:iam::\d{12}:(?:root|role\/[\w+=,.@/-]+))$/;
