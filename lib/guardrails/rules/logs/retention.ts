import { Resource, describe } from '../../model';
import { Value, asNumber, isUnknown } from '../../value';

/** The least number of days that security logs are kept: 12 months. */
export const SECURITY_LOG_DAYS = 365;

/** What CloudWatch Logs accepts as a retention. */
const ACCEPTED = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** Log groups of this class only pass events on, and CloudWatch sets their retention itself. */
const DELIVERY_DAYS = 2;

/** How many days a log group keeps its events: a number, `undefined` for ever, or only known to a plan. */
export function retentionOf(group: Resource): Value {
  if (group.get('log_group_class') === 'DELIVERY') return DELIVERY_DAYS;
  const days = group.get('retention_in_days');
  if (isUnknown(days)) return days;
  const number = asNumber(days);
  return number === 0 ? undefined : number;
}

/** The longest retention that CloudWatch Logs accepts within a number of days. */
export function longestAccepted(days: number): number | undefined {
  return ACCEPTED.filter((accepted) => accepted <= days).pop();
}

/** The retention as a message names it: the attribute that decides, and its value. */
export function describeRetention(group: Resource): string {
  if (group.get('log_group_class') === 'DELIVERY') {
    return `log_group_class is "DELIVERY", which keeps events ${DELIVERY_DAYS} days`;
  }
  return `retention_in_days is ${describe(group.get('retention_in_days'))}`;
}
