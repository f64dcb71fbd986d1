import { minBackupDays } from '../aws/min-backup-days';
import { RESOURCE_TYPES } from '../aws/types';
import { Backups } from '../aws/types/resource-type';
import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { isUnknown, describe } from '../terraform/value';
import { Span, spanOf } from './days';
import { Part, goneAtOnce } from './erasure-part';

/** Where what is deleted from a database, a warehouse or a cache lives on. */
export function databaseParts(model: Model, database: Resource): Part[] {
  const backups = RESOURCE_TYPES[database.type].backups!;
  const parts = [goneAtOnce(database, 'what is deleted is gone from the store')];
  parts.push(...automatedParts(database, backups));
  const copies = companionsOf(model, database, COPIED, 'source_db_instance_arn');
  for (const of of database.type === 'aws_db_instance' ? copies : []) {
    const held = spanOf(configured(of, 'retention_period'), COPY_DAYS);
    const because = `a copy of the automated backups is kept ${describeSpan(held)} in another region`;
    parts.push({ place: 'automated backups', days: held, held, of, attribute: 'retention_period', because });
  }
  const { snapshots: manual } = backups;
  for (const of of manual ? companionsOf(model, database, manual.type, manual.attribute, [manual.nameOf]) : []) {
    const held = of.type === 'aws_redshift_cluster_snapshot' ? manualDays(of) : 'never';
    const because = `a snapshot that was asked for is kept ${describeSpan(held)}`;
    parts.push({ place: 'snapshot', days: held, held, of, because });
  }
  if (manual && hasUndeterminedCompanion(model, manual.type, manual.attribute)) {
    const because = `an ${manual.type} names what it is of by a value that only a plan can tell`;
    parts.push({ place: 'snapshot', days: 'undetermined', held: 'undetermined', of: database, because });
  }
  return parts;
}

const COPIED = 'aws_db_instance_automated_backups_replication';
const COPY_DAYS = 7;

function automatedParts(database: Resource, { days, noneIf, partOf, isReplica, restoredBy }: Backups): Part[] {
  if (partOf !== undefined && database.has(partOf)) return [];
  if (days === undefined || (noneIf && database.get(noneIf.attribute) === noneIf.is)) return [];
  const { attribute } = days;
  const value = configured(database, attribute);
  const part = { place: 'automated backups', of: database, attribute, demanded: minBackupDays(database) } as const;
  const origin = value === undefined && !isReplica?.(database) ? restoredBy?.(database) : undefined;
  if (origin !== undefined) {
    return [{ ...part, days: 'undetermined', held: 'undetermined', because: `not set, and ${origin} decides it` }];
  }
  const held = spanOf(value, value === undefined ? days.default : 0);
  if (held === 0) return [];
  const because = isUnknown(value)
    ? `${attribute} is ${describe(value)}, which only a plan can tell`
    : `the service keeps its backups ${describeSpan(held)}`;
  return [{ ...part, days: held, held, because }];
}

function manualDays(snapshot: Resource): Span {
  return spanOf(configured(snapshot, 'manual_snapshot_retention_period'), 'never');
}

/** The plan of AWS Backup that EFS makes for itself. */
const EFS_DAYS = 35;

/** Where what is deleted from a file system lives on. */
export function fileSystemParts(model: Model, files: Resource): Part[] {
  const live = goneAtOnce(files, 'a file that is deleted is gone');
  const [of] = companionsOf(model, files, 'aws_efs_backup_policy', 'file_system_id');
  const part = { place: 'automated backups', attribute: 'backup_policy.status' } as const;
  if (of) {
    const status = configured(of, 'backup_policy.status');
    if (status === 'DISABLED') return [live];
    const held = isUnknown(status) ? 'undetermined' : EFS_DAYS;
    const because = isUnknown(status)
      ? `backup_policy.status is ${status.text}, which only a plan can tell`
      : `the automatic backups of EFS are kept for ${EFS_DAYS} days, which nobody can change`;
    return [live, { ...part, days: held, held, of, because }];
  }
  if (configured(files, 'availability_zone_name') === undefined) return [live];
  const because = `EFS backs up a file system of one zone by itself, and keeps that for ${EFS_DAYS} days`;
  return [live, { ...part, attribute: 'availability_zone_name', days: EFS_DAYS, held: EFS_DAYS, of: files, because }];
}

function describeSpan(span: Span): string {
  if (span === 'never') return 'until somebody deletes it';
  return span === 'undetermined' ? 'for as long as only a plan can tell' : `for ${span} days`;
}
