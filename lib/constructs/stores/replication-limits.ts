import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { DatabaseReaderOptions } from './database-reader';
import { DatabaseReplicaOptions } from './database-replica';
import { DatabaseContext } from './database-resources';

const MEASURE = '3.3.1';

/**
 * The readers that an Aurora cluster has beside its writer, each cluster in another Region counted as one of them; and the copies of an RDS instance, wherever
 * they are.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-attaching.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
 */
const MAX_READERS = 15;

/**
 * The other Regions of an Aurora global database.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html
 */
const MAX_REPLICAS = 10;

/** Why an RDS instance has neither readers nor replicas while RDS keeps its password. */
const COPIED = 'it copies no instance whose password it keeps';

/** The readers and replicas that a database got before. */
export interface Copies {
  readonly readers: readonly DatabaseReaderOptions[];
  readonly replicas: readonly { readonly region: string }[];
}

/** Refuses one reader more than RDS makes, a copy of an instance whose password RDS keeps, and a class that the replicas do not allow. */
export function requireAnotherReader(
  scope: IConstruct,
  database: DatabaseContext,
  { instanceClass }: DatabaseReaderOptions,
  copies: Copies
): void {
  if (!database.engine.isAurora) requireMasterSecret(scope, database, 'addReader', COPIED);
  requireRoom(scope, 'addReader', countOf(database, copies), MAX_READERS);
  if (database.engine.isAurora && copies.replicas.length > 0) requireMemoryClass(scope, [instanceClass]);
}

/** Refuses a copy in another Region that AWS does not make, or not of such a database. */
export function requireAnotherReplica(
  scope: IConstruct,
  database: DatabaseContext,
  { vpc, instanceClass }: DatabaseReplicaOptions,
  copies: Copies
): void {
  const { readers, replicas } = copies;
  const { engine, props } = database;
  const why = engine.isAurora ? 'a cluster whose password it keeps joins no global database' : COPIED;
  requireMasterSecret(scope, database, 'addReplica', why);
  requireRoom(scope, 'addReplica', countOf(database, copies), MAX_READERS);
  if (!engine.isAurora) return;
  requireRoom(scope, 'addReplica', replicas.length, MAX_REPLICAS);
  if (vpc.region !== undefined && replicas.some(({ region }) => region === vpc.region)) {
    refuse(scope, {
      prop: 'vpc',
      must: 'must be a network of a region without a copy: a global database has one cluster a region',
      value: vpc.region,
      measure: MEASURE,
      fix: 'write instances for how many there are in that region',
    });
  }
  if (database.capacity?.min === 0) {
    refuse(scope, {
      prop: 'serverlessV2MinCapacity',
      must: 'must not be 0 in a global database: its writer never pauses',
      value: 0,
      measure: '3.3.2',
      fix: 'write serverlessV2MinCapacity: 8',
    });
  }
  requireMemoryClass(scope, [props.instanceClass, instanceClass, ...readers.map((reader) => reader.instanceClass)]);
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html */
function requireMemoryClass(scope: IConstruct, instanceClasses: readonly (string | undefined)[]): void {
  for (const value of instanceClasses) {
    if (value === undefined || !/^db\.t\d/.test(value)) continue;
    refuse(scope, {
      prop: 'instanceClass',
      must: 'must be a class for much memory: a global database takes no others',
      value,
      measure: '3.3.2',
      fix: "write instanceClass: 'db.r7g.large'",
    });
  }
}

/** What counts as a reader: those that a cluster is made with, and those that were added. */
function countOf({ engine, props }: DatabaseContext, { readers, replicas }: Copies): number {
  const within = engine.isAurora ? (props.instances ?? 2) - 1 : 0;
  return within + readers.length + replicas.length;
}

/**
 * AWS copies nothing whose password RDS keeps in Secrets Manager.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 */
function requireMasterSecret(scope: IConstruct, { props }: DatabaseContext, prop: string, why: string): void {
  if (props.masterSecret !== undefined) return;
  refuse(scope, {
    prop,
    must: `must not be called where RDS keeps the password of the master user: ${why}`,
    measure: MEASURE,
    fix: 'write masterSecret, such as a ManagedSecret, for the database',
  });
}

function requireRoom(scope: IConstruct, prop: string, others: number, max: number): void {
  if (others < max) return;
  refuse(scope, {
    prop,
    must: `must be called for ${max} at most, those that the database already has included`,
    value: others + 1,
    measure: MEASURE,
    fix: 'leave it out',
  });
}
