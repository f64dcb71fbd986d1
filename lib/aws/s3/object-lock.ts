import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Unknown, asNumber, isUnknown } from '../../terraform/value';

const YEAR = 365;

/** For how many days the default retention at a path keeps every version, in whichever unit it says: 0 where it says none. */
export function lockedDays(holder: Block, path: string): number | Unknown {
  const days = configured(holder, `${path}.days`);
  const years = configured(holder, `${path}.years`);
  return [days, years].find(isUnknown) ?? (asNumber(days) ?? 0) + YEAR * (asNumber(years) ?? 0);
}
