import { Resource, describe } from '../model';
import { MET, Verdict, violated } from '../rule';
import { asNumber, isUnknown } from '../value';
import { unknownAttribute } from './checks';
import { configured } from './configured';

/** How many days of automated backups a database keeps at least, and one of personal data. */
export const BACKUP_DAYS = 7;
export const PERSONAL_BACKUP_DAYS = 35;

/**
 * The verdict on the days that automated backups are kept.
 *
 * @param absent the days that hold where nobody sets them
 */
export function requireBackupDays(database: Resource, attribute: string, absent: number): Verdict {
  const value = configured(database, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  const days = asNumber(value ?? absent) ?? 0;
  const least = database.isPersonal ? PERSONAL_BACKUP_DAYS : BACKUP_DAYS;
  if (days >= least) return MET;
  const said =
    value === undefined ? `${attribute} is not set, which means ${absent}` : `${attribute} is ${describe(value)}`;
  const what = database.isPersonal ? 'a database of personal data' : 'a database';
  return violated(`${said}, and ${what} keeps ${least} days`, { [attribute]: least });
}
