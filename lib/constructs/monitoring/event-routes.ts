import { Construct } from 'constructs';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { shortName } from '../core/names';
import { serviceTrustText } from '../core/service-trust';
import { Posture } from '../core/posture';
import { ITopic } from '../stores/topic';

/** What events go to: a topic, a queue, a function, a state machine. */
export interface EventEnd {
  /** What the id of its targets ends in. */
  readonly id: string;
  readonly arn: string;
  /** Lets the role of the events use it. */
  readonly grantTo: (role: IamRole) => void;
}

/** Events, and what they go to. */
export interface EventRoute {
  readonly id: string;
  readonly description: string;
  /** The pattern of the events, or the schedule that makes them. */
  readonly events: { readonly pattern: object } | { readonly schedule: string };
  readonly ends: readonly EventEnd[];
}

/** What all routes of a construct have in common. */
export interface EventRoutesProps {
  /** The id of the role as which EventBridge delivers, and what this does. */
  readonly role: { readonly id: string; readonly description: string };
  readonly region?: string;
  readonly tags: { [key: string]: string };
  readonly permissionsBoundary?: string;
}

/** A topic as an end of events. */
export function endOfTopic(topic: ITopic): EventEnd {
  return { id: 'Target', arn: topic.topicArn, grantTo: (role) => topic.grantPublish(role) };
}

/**
 * Rules of EventBridge on the default bus, with one role for all of them.
 *
 * A topic lets EventBridge in under no condition, so that its policy could not say for which rule: a role can.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
export function routeEvents(scope: Construct, routes: readonly EventRoute[], props: EventRoutesProps): IamRole {
  const { region, tags } = props;
  const posture = Posture.of(scope);
  const name = shortName(scope, posture, 48);
  const rules = routes.map(
    ({ id, description, events }) =>
      new CloudwatchEventRule(scope, id, {
        name: `${name}-${id.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}`,
        description,
        ...('pattern' in events
          ? { eventPattern: JSON.stringify(events.pattern) }
          : { scheduleExpression: events.schedule }),
        region,
        tags,
      })
  );
  const role = new IamRole(scope, props.role.id, {
    namePrefix: `${shortName(scope, posture, 37)}-`,
    description: props.role.description,
    assumeRolePolicy: serviceTrustText(
      scope,
      'events.amazonaws.com',
      rules.map(({ arn }) => arn)
    ),
    permissionsBoundary: props.permissionsBoundary,
    tags,
  });
  for (const end of new Set(routes.flatMap(({ ends }) => ends))) end.grantTo(role);
  routes.forEach(({ id, ends }, at) => {
    for (const end of ends) {
      new CloudwatchEventTarget(scope, `${id}${end.id}`, {
        rule: rules[at].name,
        arn: end.arn,
        roleArn: role.arn,
        region,
      });
    }
  });
  return role;
}
