import { Posture } from '../core/posture';

const LOG_DAYS = [30, 14, 7, 5, 3, 1];

/** For how many days logs of operation are kept: the longest within the retention of the data, whose parts they hold as arguments of commands and queries. */
export function logDays(posture: Posture): number | undefined {
  return LOG_DAYS.find((days) => days <= (posture.retentionDays ?? LOG_DAYS[0]));
}
