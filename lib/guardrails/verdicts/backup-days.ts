import { holdsPersonalData } from '../../aws/declared';
import { leastBackupDays } from '../../aws/rds/backup-days';
import { configured } from '../../terraform/configured';
import { Resource } from '../../terraform/stack';
import { asNumber, isUnknown, describe } from '../../terraform/value';
import { MET, Verdict, violated } from '../rule';
import { unknownAttribute } from './checks';

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
  const what = holdsPersonalData(database) ? 'a database of personal data' : 'a database';
  return violated(`${said}, and ${what} keeps ${least} days`, { [attribute]: least });
}
