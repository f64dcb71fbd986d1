import { IConstruct } from 'constructs';
import { DataClass, isBelow } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { refuse } from '../core/errors';
import { SourceStore } from './backup-source';

/** What a programme is for. */
interface Programme {
  readonly region?: string;
  readonly dataClass: DataClass;
}

/** Refuses stores that a plan would not back up, or into a vault of a lower class. */
export function requireSources(
  scope: IConstruct,
  stores: readonly SourceStore[],
  { region, dataClass }: Programme
): void {
  const paths = new Set<string>();
  for (const store of stores) {
    if (paths.has(store.path)) {
      refuse(scope, {
        prop: 'sources',
        must: 'must not name a store twice: it would be backed up twice',
        value: store.path,
        measure: '4.1',
        fix: 'leave one out',
      });
    }
    paths.add(store.path);
    if (store.region !== undefined && region !== undefined && store.region !== region) {
      refuse(scope, {
        prop: 'sources',
        must: `must be of ${region}: a plan backs up only what is in its own region, and ${store.path} is in ${store.region}`,
        measure: '4.1',
        fix: `make a programme there: new BackupProgramme(this, 'Backups', { region: '${store.region}' })`,
      });
    }
    if (store.dataClass !== undefined && isBelow(dataClass, store.dataClass)) {
      refuse(scope, {
        prop: 'sources',
        must: `must be of ${dataClass} data or below, as the vault is, and ${store.path} is for ${store.dataClass} data`,
        measure: '3.1.2',
        fix: `make a programme for it, with dataClass: DataClass.${store.dataClass.toUpperCase().replace('-', '_')}`,
      });
    }
  }
}

/** How many days a plan keeps backups: as many as the programme, and every store in the plan, allow. */
export function planRetention(scope: IConstruct, allowed: number, stores: readonly SourceStore[]): number {
  let days = allowed;
  for (const { path, maxBackupDays = days, retentionDays } of stores) {
    if (maxBackupDays < DEMANDS.backupDays) {
      refuse(scope, {
        prop: 'sources',
        must: `must leave ${DEMANDS.backupDays} days for backups: what was deleted from ${path} must be gone within ${retentionDays} days`,
        value: maxBackupDays,
        measure: '2.3',
        fix: 'declare a longer retention for the store, or leave it to the recovery that the store has itself',
      });
    }
    days = Math.min(days, maxBackupDays);
  }
  return days;
}
