import { leastBackupDays } from '../aws/rds/backup-days';
import { isReplica, restoredBy } from '../aws/rds/database';
import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { Resource } from '../terraform/stack';
import { isUnknown, describe } from '../terraform/value';
import { DEMANDS } from '../toms/demands';
import { Span, spanOf } from './days';
import { Part, goneAtOnce } from './erasure-part';

/** Backups that a service takes by itself, every day, and deletes by itself. */
interface Automated {
  readonly attribute: string;
  /** The days where nobody sets them: 0 for no backups. */
  readonly absent: number;
  /** The days that another rule demands, where they are others than those of a database. */
  readonly demanded?: number;
}

const BACKED_UP = { attribute: 'backup_retention_period' };

/** What ELASTICACHE-004 demands. */
const CACHE_DAYS = DEMANDS.cacheSnapshotDays;
const SNAPSHOTS: Automated = { attribute: 'snapshot_retention_limit', absent: 0, demanded: CACHE_DAYS };

const AUTOMATED: { readonly [type: string]: Automated } = {
  aws_db_instance: { ...BACKED_UP, absent: 0 },
  aws_docdb_cluster: { ...BACKED_UP, absent: 1 },
  aws_neptune_cluster: { ...BACKED_UP, absent: 1 },
  aws_rds_cluster: { ...BACKED_UP, absent: 1 },
  aws_redshift_cluster: { attribute: 'automated_snapshot_retention_period', absent: 1 },
  aws_elasticache_cluster: SNAPSHOTS,
  aws_elasticache_replication_group: SNAPSHOTS,
  aws_elasticache_serverless_cache: SNAPSHOTS,
  aws_memorydb_cluster: SNAPSHOTS,
};

/** Snapshots that somebody asked for: by type of the store the type of the snapshot, and its attribute that names the store. */
const SNAPSHOT_TYPES: { readonly [type: string]: readonly [type: string, attribute: string, nameOf: string] } = {
  aws_db_instance: ['aws_db_snapshot', 'db_instance_identifier', 'identifier'],
  aws_docdb_cluster: ['aws_docdb_cluster_snapshot', 'db_cluster_identifier', 'cluster_identifier'],
  aws_neptune_cluster: ['aws_neptune_cluster_snapshot', 'db_cluster_identifier', 'cluster_identifier'],
  aws_rds_cluster: ['aws_db_cluster_snapshot', 'db_cluster_identifier', 'cluster_identifier'],
  aws_redshift_cluster: ['aws_redshift_cluster_snapshot', 'cluster_identifier', 'cluster_identifier'],
};

/** Where what is deleted from a database, a warehouse or a cache lives on. */
export function databaseParts(model: Model, database: Resource): Part[] {
  const parts = [goneAtOnce(database, 'what is deleted is gone from the store')];
  parts.push(...automatedParts(database));
  const copies = model.companions(database, COPIED, 'source_db_instance_arn', ['arn']);
  for (const of of database.type === 'aws_db_instance' ? copies : []) {
    const held = spanOf(configured(of, 'retention_period'), COPY_DAYS);
    const because = `a copy of the automated backups is kept ${describeSpan(held)} in another region`;
    parts.push({ place: 'automated backups', days: held, held, of, attribute: 'retention_period', because });
  }
  const [type, attribute, nameOf] = SNAPSHOT_TYPES[database.type] ?? [];
  for (const of of type === undefined ? [] : model.companions(database, type, attribute, [nameOf])) {
    const held = of.type === 'aws_redshift_cluster_snapshot' ? manualDays(of) : 'never';
    const because = `a snapshot that was asked for is kept ${describeSpan(held)}`;
    parts.push({ place: 'snapshot', days: held, held, of, because });
  }
  return parts;
}

const COPIED = 'aws_db_instance_automated_backups_replication';
const COPY_DAYS = 7;

function automatedParts(database: Resource): Part[] {
  const { attribute, absent, demanded = leastBackupDays(database) } = AUTOMATED[database.type];
  if (isMember(database)) return [];
  const value = configured(database, attribute);
  const part = { place: 'automated backups', of: database, attribute, demanded } as const;
  const origin = restoredBy(database);
  if (value === undefined && database.type === 'aws_db_instance' && origin !== undefined && !isReplica(database)) {
    return [{ ...part, days: 'undetermined', held: 'undetermined', because: `not set, and ${origin} decides it` }];
  }
  const held = spanOf(value, value === undefined ? absent : 0);
  if (held === 0) return [];
  const because = isUnknown(value)
    ? `${attribute} is ${describe(value)}, which only a plan can tell`
    : `the service keeps its backups ${describeSpan(held)}`;
  return [{ ...part, days: held, held, because }];
}

/** Members of a replication group are covered by the group, and Memcached takes no snapshots. */
function isMember(cache: Resource): boolean {
  if (cache.type !== 'aws_elasticache_cluster') return false;
  return cache.has('replication_group_id') || cache.get('engine') === 'memcached';
}

function manualDays(snapshot: Resource): Span {
  return spanOf(configured(snapshot, 'manual_snapshot_retention_period'), 'never');
}

/** The plan of AWS Backup that EFS makes for itself. */
const EFS_DAYS = 35;

/** Where what is deleted from a file system lives on. */
export function fileSystemParts(model: Model, files: Resource): Part[] {
  const live = goneAtOnce(files, 'a file that is deleted is gone');
  const [of] = model.companions(files, 'aws_efs_backup_policy', 'file_system_id', []);
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
