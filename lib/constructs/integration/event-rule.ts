import { Construct, IConstruct } from 'constructs';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { shortName } from '../core/names';
import { Posture } from '../core/posture';
import { IQueue } from '../stores/queue';
import { EventPattern, eventPatternText } from './event-pattern';
import { EventTarget, RuleOfTarget } from './event-target';

/** A rule of an event bus. */
export interface IEventRule extends IConstruct {
  /** The rule itself. */
  readonly resource: CloudwatchEventRule;

  /** What sends to its target. */
  readonly targetResource: CloudwatchEventTarget;

  /**
   * The name of the rule.
   *
   * @attribute
   */
  readonly ruleName: string;

  /**
   * The ARN of the rule.
   *
   * @attribute
   */
  readonly ruleArn: string;
}

/** What a rule knows of its bus. */
export interface BusOfRule {
  readonly bus: RuleOfTarget['bus'];
  readonly busName: string;
  readonly deadLetterQueue: IQueue;
  readonly permissionsBoundaryArn?: string;
  readonly region?: string;
  readonly tags: { [key: string]: string };
}

/**
 * What `EventBus.addRule` makes: a rule with one target, and the queue of the bus for what that does not take.
 * @internal
 */
export class EventRule extends Construct implements IEventRule {
  public readonly resource: CloudwatchEventRule;
  public readonly targetResource: CloudwatchEventTarget;
  public readonly ruleName: string;
  public readonly ruleArn: string;

  constructor(scope: Construct, id: string, of: BusOfRule, pattern: EventPattern, target: EventTarget) {
    super(scope, id);
    const { bus, region, tags } = of;
    this.ruleName = shortName(this, Posture.of(this), 64);
    this.resource = new CloudwatchEventRule(this, 'Resource', {
      name: this.ruleName,
      description: this.node.path,
      eventBusName: bus.eventBusName,
      eventPattern: eventPatternText(this, pattern),
      region,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.ruleArn = this.resource.arn;
    const { ruleName, ruleArn, resource } = this;
    const bound = target._bind(this, { ...of, resource, ruleArn, ruleName });
    this.targetResource = new CloudwatchEventTarget(this, 'Target', {
      rule: this.resource.name,
      eventBusName: bus.eventBusName,
      ...bound,
      deadLetterConfig: { arn: of.deadLetterQueue.queueArn },
      region,
    });
  }
}
