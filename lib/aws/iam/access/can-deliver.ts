import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { LOG_SOURCES } from './delivery/logs';
import { Delivery, deliver } from './delivery/need';
import { NOTIFIERS } from './delivery/notifications';

export { End, absentEndsOf, endsOf, notifiesWithin } from './delivery/ends';
export { Delivery } from './delivery/need';

/** The types of the sources of logs of which `deliveriesOf` knows what they ask. */
export const LOGGING: readonly string[] = Object.keys(LOG_SOURCES);

/** The same of what sends notifications. */
export const NOTIFYING: readonly string[] = Object.keys(NOTIFIERS);

/** Both. */
export const DELIVERING: readonly string[] = [...LOGGING, ...NOTIFYING];

/**
 * Whether a source can deliver to its destinations, and use their keys, right by right: buckets, log groups, streams, topics and queues of the model. What
 * the roles and services of others do there, nobody can read.
 */
export function deliveriesOf(model: Model, source: Resource): readonly Delivery[] {
  const routes = LOG_SOURCES[source.type] ?? NOTIFIERS[source.type];
  return routes === undefined ? [] : routes(model, source).flatMap((route) => deliver(model, route));
}

/** Whether a source can deliver to one of its destinations. */
export function canDeliver(model: Model, source: Resource, to: Resource): readonly Delivery[] {
  return deliveriesOf(model, source).filter((delivery) => delivery.to === to);
}
