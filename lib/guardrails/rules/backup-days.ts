import { Resource, describe } from '../model';
import { MET, Verdict, violated } from '../rule';
import { asNumber, isUnknown } from '../value';
import { unknownAttribute } from './checks';
import { configured } from './configured';
import { declaredRetention } from './declared-retention';

/** How many days of automated backups a database keeps at least, and one of personal data. */
export const BACKUP_DAYS = 7;
export const PERSONAL_BACKUP_DAYS = 35;

/** How many days the backups of a database are kept at least. Those of personal data need not outlast the declared retention. */
export function leastBackupDays(database: Resource): number {
  if (!database.isPersonal) return BACKUP_DAYS;
  const declared = declaredRetention(database)?.days;
  return typeof declared === 'number'
    ? Math.max(BACKUP_DAYS, Math.min(PERSONAL_BACKUP_DAYS, declared))
    : PERSONAL_BACKUP_DAYS;
}

/**
 * The verdict on the days that automated backups are kept.
 *
 * @param absent the days that hold where nobody sets them
 */
export function requireBackupDays(database: Resource, attribute: string, absent: number): Verdict {
  const value = configured(database, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  const days = asNumber(value ?? absent) ?? 0;
  const least = leastBackupDays(database);
  if (days >= least) return MET;
  const said =
    value === undefined ? `${attribute} is not set, which means ${absent}` : `${attribute} is ${describe(value)}`;
  const what = database.isPersonal ? 'a database of personal data' : 'a database';
  return violated(`${said}, and ${what} keeps ${least} days`, { [attribute]: least });
}
