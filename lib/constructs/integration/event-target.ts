import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IFunction } from '../compute/function';
import { letServiceInvoke } from '../compute/invocation';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { serviceTrustText } from '../core/service-trust';
import { Posture } from '../core/posture';
import { EncryptedQueue } from '../stores/encrypted-queue';
import { IEventBus } from './bus';
import { IStateMachine } from './machine';

const EVENTS = 'events.amazonaws.com';

/** What a rule gives to its target. */
export interface RuleOfTarget {
  /** The rule itself. */
  readonly resource: CloudwatchEventRule;
  readonly ruleArn: string;
  readonly ruleName: string;
  readonly bus: IEventBus & { readonly eventBusName: string };
  /** The name of the bus, as it was written. */
  readonly busName: string;
  readonly region?: string;
  readonly permissionsBoundaryArn?: string;
  readonly tags: { [key: string]: string };
}

/** Where a rule sends events, and as which role. */
export interface BoundTarget {
  readonly arn: string;
  readonly roleArn?: string;
}

/** What a rule of an `EventBus` sends events to. Each is let in for this rule, and for no other. */
export class EventTarget {
  /** A function, which the rule may invoke. */
  public static secureFunction(target: IFunction): EventTarget {
    return new EventTarget((scope, { ruleArn, region }) => {
      letServiceInvoke(scope, target, { service: EVENTS, sourceArn: ruleArn, region });
      return { arn: target.functionArn };
    });
  }

  /** A queue of this program, which the rule may send to, under its key. EventBridge keeps no order: it must not be FIFO. */
  public static queue(target: EncryptedQueue): EventTarget {
    return new EventTarget((scope, rule) => {
      if (target.fifo) {
        refuse(scope, {
          prop: 'target',
          must: 'must not be a FIFO queue: EventBridge keeps no order of events',
          value: target.node.path,
          fix: 'send to a queue without fifo',
        });
      }
      target.allowService(EVENTS, ruleArnFor(target, rule));
      return { arn: target.queueArn };
    });
  }

  /** Another bus, to which a role of the rule may send. That of another account must let this one in, by `allowSenders`. */
  public static eventBus(target: IEventBus): EventTarget {
    return new EventTarget((scope, rule) => {
      if (target === rule.bus) {
        refuse(scope, {
          prop: 'target',
          must: 'must be another bus: what a bus sends itself comes round again',
          value: target.node.path,
          fix: 'name the bus of another program or account',
        });
      }
      const role = roleOf(scope, rule);
      target.grantPutEvents(role);
      return { arn: target.eventBusArn, roleArn: role.arn };
    });
  }

  /** A state machine, of which a role of the rule may start executions. */
  public static stateMachine(target: IStateMachine): EventTarget {
    return new EventTarget((scope, rule) => {
      const role = roleOf(scope, rule);
      target.grantStartExecution(role);
      return { arn: target.stateMachineArn, roleArn: role.arn };
    });
  }

  /** @internal */
  public readonly _bind: (scope: Construct, rule: RuleOfTarget) => BoundTarget;

  private constructor(bind: (scope: Construct, rule: RuleOfTarget) => BoundTarget) {
    this._bind = bind;
  }
}

/** The ARN of a rule for a policy in another stack is written out: that stack comes before the one of the rule. */
function ruleArnFor(target: Construct, { resource, ruleArn, ruleName, busName, region }: RuleOfTarget): string {
  if (TerraformStack.of(target) === TerraformStack.of(resource)) return ruleArn;
  const account = accountOf(target);
  const where = `${account.partition}:events:${region ?? account.region}:${account.id}`;
  return `arn:${where}:rule/${busName}/${ruleName}`;
}

/**
 * The role as which a rule sends.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html
 */
function roleOf(scope: Construct, { ruleArn, permissionsBoundaryArn, tags }: RuleOfTarget): IamRole {
  return new IamRole(scope, 'Role', {
    namePrefix: `${shortName(scope, Posture.of(scope), 37)}-`,
    description: `Sends events of the rule ${scope.node.path}`,
    assumeRolePolicy: serviceTrustText(scope, EVENTS, [ruleArn]),
    permissionsBoundary: permissionsBoundaryArn,
    tags,
  });
}
