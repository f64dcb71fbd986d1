import { Resource } from '../terraform/stack';
import { holdsPersonalData, declaredRetention } from './declared';
import { demandsOf } from './demanded';
import { RESOURCE_TYPES } from './types';

/** How many days the backups of a store are kept at least. Those of personal data need not outlast the declared retention. */
export function minBackupDays(store: Resource): number {
  const { cacheSnapshotDays, backupDays, personalBackupDays } = demandsOf(store.stack);
  if (RESOURCE_TYPES[store.type]?.backups?.isCache) return cacheSnapshotDays;
  if (!holdsPersonalData(store)) return backupDays;
  const declared = declaredRetention(store)?.days;
  return typeof declared === 'number'
    ? Math.max(backupDays, Math.min(personalBackupDays, declared))
    : personalBackupDays;
}
