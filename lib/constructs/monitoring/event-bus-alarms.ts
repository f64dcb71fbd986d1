import { EventBus } from '../integration/event-bus';
import { deadLetters } from './queue-alarms';
import { Watched } from './watched';

/**
 * What is watched of an event bus. EventBridge sends these only where they are not zero, for a rule of a bus by the names of both.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
export function watchedOfEventBus(bus: EventBus): Watched[] {
  const ofRules = bus.rules.flatMap((rule): Watched[] => {
    const common = {
      namespace: 'AWS/Events',
      dimensions: { EventBusName: bus.eventBusName, RuleName: rule.resource.name },
      statistic: 'Sum',
      when: 'above',
      threshold: 0,
      minutes: 1,
      missing: 'notBreaching',
    } as const;
    return [
      {
        ...common,
        id: `${rule.node.id}Failed`,
        says: `The target of the rule ${rule.node.id} never took an event: it is among the dead letters of the bus, with the reason`,
        metricName: 'FailedInvocations',
      },
      {
        ...common,
        id: `${rule.node.id}Lost`,
        says: `An event of the rule ${rule.node.id} is lost: the queue for dead letters did not take it either`,
        metricName: 'InvocationsFailedToBeSentToDlq',
      },
    ];
  });
  return [...ofRules, deadLetters(bus.deadLetterQueue)];
}
