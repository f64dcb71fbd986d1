import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isUnknown } from '../../terraform/value';

/** Databases: clusters, and instances that belong to none. */
export const DATABASES: readonly string[] = [
  'aws_db_instance',
  'aws_rds_cluster',
  'aws_docdb_cluster',
  'aws_neptune_cluster',
];

/** What a database runs, as far as it says so. */
export interface Software {
  readonly engine: Value;
  readonly version: Value;
}

/** The engine of a type that has but one. */
const ENGINES: { readonly [type: string]: string } = { aws_docdb_cluster: 'docdb', aws_neptune_cluster: 'neptune' };

const MAX_HOPS = 4;

/** Whether a database copies another one as it changes. */
export function isReplica(database: Resource): boolean {
  return sourceOf(database) !== undefined;
}

/** The database that one copies, where it is part of the configuration: of its instances the first. */
export function replicated(model: Model, replica: Resource): Resource | undefined {
  return targetsOf(model, replica, sourceOf(replica), ['aws_db_instance'], ['identifier'])[0];
}

/** Whether a database has the encryption of another one, which it copies. */
export function replicates(database: Resource): boolean {
  return configured(database, 'replicate_source_db') !== undefined;
}

/** Whether a global cluster has the encryption of the cluster that it is made from. */
export function hasSourceCluster(database: Resource): boolean {
  return configured(database, 'source_db_cluster_identifier') !== undefined;
}

/** What a database is made from that decides what it does not say itself: an attribute, or `undefined` where nothing does. */
export function restoredBy(database: Resource): string | undefined {
  return ['snapshot_identifier', 'restore_to_point_in_time'].find((attribute) => {
    const value = configured(database, attribute);
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
}

/** The engine and version of a database. A replica has those of what it copies. */
export function softwareOf(model: Model, database: Resource, hops = 0): Software {
  const engine = configured(database, 'engine') ?? ENGINES[database.type];
  const version = configured(database, 'engine_version');
  const source = engine === undefined && hops < MAX_HOPS ? replicated(model, database) : undefined;
  if (!source) return { engine, version };
  const copied = softwareOf(model, source, hops + 1);
  return { engine: copied.engine, version: version ?? copied.version };
}

function sourceOf(database: Resource): Value {
  return configured(database, 'replicate_source_db') ?? configured(database, 'replication_source_identifier');
}

/** Why the engine of a database cannot be told. */
export function describeUnknownEngine(database: Resource, engine: Value): string {
  if (isUnknown(engine)) return `engine is ${engine.text}, which only a plan can tell`;
  const origin = restoredBy(database) ?? (isReplica(database) ? 'what it replicates' : undefined);
  return `engine is not set${origin === undefined ? '' : `, and ${origin} decides it`}`;
}
