import { Resource } from '../../terraform/stack';
import { Value, asNumber, isUnknown, describe } from '../../terraform/value';

/** Log groups of this class only pass events on, and CloudWatch sets their retention itself. */
const DELIVERY_DAYS = 2;

/** How many days a log group keeps its events: a number, `undefined` forever, or only known to a plan. */
export function retentionOf(group: Resource): Value {
  if (group.get('log_group_class') === 'DELIVERY') return DELIVERY_DAYS;
  const days = group.get('retention_in_days');
  if (isUnknown(days)) return days;
  const number = asNumber(days);
  return number === 0 ? undefined : number;
}

/** The retention as a message names it: the attribute that decides, and its value. */
export function describeRetention(group: Resource): string {
  if (group.get('log_group_class') === 'DELIVERY') {
    return `log_group_class is "DELIVERY", which keeps events ${DELIVERY_DAYS} days`;
  }
  return `retention_in_days is ${describe(group.get('retention_in_days'))}`;
}
