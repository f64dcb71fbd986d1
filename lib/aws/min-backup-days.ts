import { Resource } from '../terraform/stack';
import { DEMANDS } from '../toms/demands';
import { holdsPersonalData, declaredRetention } from './declared';
import { RESOURCE_TYPES } from './types';

/** How many days the backups of a store are kept at least. Those of personal data need not outlast the declared retention. */
export function minBackupDays(store: Resource): number {
  if (RESOURCE_TYPES[store.type]?.backups?.isCache) return DEMANDS.cacheSnapshotDays;
  if (!holdsPersonalData(store)) return DEMANDS.backupDays;
  const declared = declaredRetention(store)?.days;
  return typeof declared === 'number'
    ? Math.max(DEMANDS.backupDays, Math.min(DEMANDS.personalBackupDays, declared))
    : DEMANDS.personalBackupDays;
}
