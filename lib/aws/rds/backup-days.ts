import { Resource } from '../../terraform/stack';
import { DEMANDS } from '../../toms/demands';
import { holdsPersonalData, declaredRetention } from '../declared';

/** How many days the backups of a database are kept at least. Those of personal data need not outlast the declared retention. */
export function leastBackupDays(database: Resource): number {
  if (!holdsPersonalData(database)) return DEMANDS.backupDays;
  const declared = declaredRetention(database)?.days;
  return typeof declared === 'number'
    ? Math.max(DEMANDS.backupDays, Math.min(DEMANDS.personalBackupDays, declared))
    : DEMANDS.personalBackupDays;
}
