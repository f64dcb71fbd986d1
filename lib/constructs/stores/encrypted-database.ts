import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsGlobalCluster } from '@cdktf/provider-aws/lib/rds-global-cluster';
import { DEMANDS } from '../../toms/demands';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { requireDays, requireWholeNumber } from '../core/require';
import { daysWithinRetention } from '../core/retention';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections } from '../network/connections';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { dataSubnets } from './data-subnets';
import { DatabaseAttributes, DatabaseBase, IDatabase, ImportedDatabase } from './database';
import { DatabaseEngine } from './database-engine';
import { MAX_IDENTIFIER, requireIdentifier } from './database-identifier';
import { databaseLogs } from './database-logs';
import { DatabaseProxy, DatabaseProxyOptions } from './database-proxy';
import { DatabaseReader, DatabaseReaderOptions } from './database-reader';
import { DatabaseReplica, DatabaseReplicaOptions, joinedGlobally } from './database-replica';
import { DatabaseContext, MadeDatabase, makeDatabase } from './database-resources';
import { EncryptedDatabaseProps } from './encrypted-database-props';
import { classOfInstances } from './instance-class';
import { DATABASE } from './refused-of-databases';
import { requireAnotherReader, requireAnotherReplica } from './replication-limits';
import { capacityOf } from './serverless-v2';
import { DAILY, Form, INSTANCE_CLASS, WEEKLY, requireForm } from './text-formats';

/**
 * A relational database (TOM 1.1.2, 1.2.1, 1.2.3, 3.3.1, 3.3.2, 4.1): Aurora, or an instance of RDS with a standby. Encrypted under a key of your own with
 * its snapshots and performance data, reached only by TLS and only from the network, in two zones, with 35 days to go back to, a password that nobody
 * knows, IAM authentication, and logs of who connected and who changed tables. For the latter PostgreSQL needs `CREATE EXTENSION pgaudit` in each database.
 *
 * ```ts
 * const orders = new EncryptedDatabase(this, 'Orders', { vpc });
 * application.connections.allowTo(orders, orders.port);
 * orders.grantConnect(role, 'orders');
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.html
 */
export class EncryptedDatabase extends DatabaseBase {
  /** A database that is already there. Nothing about it is checked. */
  public static fromDatabaseAttributes(scope: Construct, id: string, attributes: DatabaseAttributes): IDatabase {
    return new ImportedDatabase(scope, id, attributes);
  }

  /** The cluster of Aurora, or the instance of RDS. */
  public readonly resource: TerraformResource;
  /** The instances of a cluster. */
  public readonly clusterInstances: RdsClusterInstance[];
  /** The parameters that force TLS and write the audit log. */
  public readonly parameterGroup: TerraformResource;
  public readonly endpointAddress: string;
  /** The name by which clients reach the instances of a cluster that only read. */
  public readonly readerEndpointAddress?: string;
  public readonly port: Port;
  /**
   * The ARN of the cluster or instance.
   *
   * @attribute
   */
  public readonly databaseArn: string;
  /**
   * What IAM calls it: `cluster-…` or `db-…`.
   *
   * @attribute
   */
  public readonly resourceId: string;
  /** The ARN of the secret with the master user's password. */
  public readonly secretArn?: string;
  public readonly connections: Connections;
  /** Its security group. */
  public readonly securityGroup: SecurityGroup;
  /** Where its logs go. */
  public readonly logGroups: RetainedLogGroup[];
  /** The key that encrypts it. */
  public readonly encryptionKey: IKey;
  /** The region that it lies in. */
  public readonly region?: string;
  /** What joins it and its replicas in other regions, where it is a cluster that has some. */
  public get globalCluster(): RdsGlobalCluster | undefined {
    return this.joined;
  }

  private readonly context: DatabaseContext;
  private readonly made: MadeDatabase;
  private readonly copies: { readonly readers: DatabaseReaderOptions[]; readonly replicas: DatabaseReplica[] } = {
    readers: [],
    replicas: [],
  };
  private joined?: RdsGlobalCluster;

  /**
   * @throws ValidationError where the engine cannot be made to refuse plain connections, the network has data subnets in only one zone, backups are
   * kept for less than 7 days, the key is of another region, there is a password, the capacity of Serverless v2 is none that the version offers, or
   * encryption, privacy, protection or logs are given up; and on what RDS does not take.
   */
  constructor(scope: Construct, id: string, props: EncryptedDatabaseProps) {
    super(scope, id);
    const opening = { refused: DATABASE, region: props.vpc.region, creatorUsesKey: true };
    const { posture, dataClass, key, region, tags } = openStore(this, props, opening);
    const { backupDays, personalBackupDays } = DEMANDS;
    const usual = daysWithinRetention(personalBackupDays, posture.retentionDays, backupDays);
    const { vpc, backupRetentionDays = usual } = props;
    const engine = requireEngine(this, props.engine ?? DatabaseEngine.AURORA_POSTGRESQL);
    const bounds = { min: backupDays, max: 35, measure: '4.1', example: personalBackupDays };
    requireDays(this, 'backupRetentionDays', backupRetentionDays, bounds);
    requireSizes(this, engine, props, posture.isEphemeral);
    const capacity = capacityOf(this, engine, props);
    requireForms(this, props);
    const identifier = props.identifier ?? shortName(this, posture, MAX_IDENTIFIER);
    requireIdentifier(this, 'identifier', identifier);
    const subnetIds = dataSubnets(this, vpc, 'database');

    this.encryptionKey = key;
    this.region = region;
    this.port = engine.port;
    this.securityGroup = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = this.securityGroup.connections;
    const own = {
      engine,
      identifier,
      subnetIds,
      backupRetentionDays,
      instanceClass: classOfInstances(this, engine, vpc, capacity, props.instanceClass),
      capacity,
      dataClass,
      props,
      securityGroupId: this.securityGroup.securityGroupId,
      keyArn: this.encryptionKey.keyArn,
      isEphemeral: posture.isEphemeral,
      region,
      tags,
    };
    this.logGroups = databaseLogs(this, own);
    this.context = { ...own, logGroups: this.logGroups.map(({ resource }) => resource) };
    const made = makeDatabase(this, this.context);
    this.made = made;
    this.resource = (made.cluster ?? made.instance)!;
    this.node.defaultChild = this.resource;
    this.clusterInstances = made.clusterInstances;
    this.parameterGroup = made.parameterGroup;
    this.endpointAddress = made.endpointAddress;
    this.readerEndpointAddress = made.readerEndpointAddress;
    this.databaseArn = made.databaseArn;
    this.resourceId = made.resourceId;
    this.secretArn = made.secretArn;
  }

  /**
   * Adds an instance that only reads, in the same Region, with the key, the parameters and the security group of the database: to an Aurora cluster one more
   * instance, of an RDS instance a copy.
   *
   * @throws ValidationError where there are 15 already, the class or the tier is none, or RDS keeps the password of an RDS instance, which it then does not
   * copy.
   */
  public addReader(id: string, options: DatabaseReaderOptions = {}): IDatabase {
    const { context: database, made, connections } = this;
    requireAnotherReader(this, database, options, this.copies);
    const reader = new DatabaseReader(this, id, options, { database, made, connections });
    this.copies.readers.push(options);
    return reader;
  }

  /**
   * Adds a copy in another Region, within the residency for personal data, under a key of that Region: of an Aurora cluster a secondary cluster of a global
   * database, of an RDS instance a replica. Clients of the copy only read, until somebody promotes it.
   *
   * @throws ValidationError where the network is in the same region or names none, the region is outside the residency or has a copy already, RDS keeps the
   * password, the class is none for it, or the cluster pauses.
   */
  public addReplica(id: string, options: DatabaseReplicaOptions): IDatabase {
    const { context: database, made } = this;
    requireAnotherReplica(this, database, options, this.copies);
    if (made.cluster) this.joined ??= joinedGlobally(this, database, made.cluster);
    const replica = new DatabaseReplica(this, id, options, { database, made, globalCluster: this.joined });
    this.copies.replicas.push(replica);
    return replica;
  }

  /**
   * Adds a proxy that pools the connections of clients (TOM 3.3.2): RDS Proxy, which takes only TLS and clients that authenticate by IAM, in the data subnets,
   * with a security group and a role of its own. Clients connect to the proxy, and need `grantConnect` of the proxy.
   *
   * ```ts
   * const proxy = new EncryptedDatabase(this, 'Orders', { vpc }).addProxy('Proxy');
   * application.connections.allowTo(proxy, proxy.port);
   * proxy.grantConnect(role, 'orders');
   * ```
   *
   * @throws ValidationError where TLS or IAM authentication is given up, statements would be logged, a number is out of bounds, or the cluster pauses.
   */
  public addProxy(id: string, options: DatabaseProxyOptions = {}): IDatabase {
    const { context: database, made } = this;
    return new DatabaseProxy(this, id, options, { database, made, behind: this });
  }
}

/** The engine, which in plain JavaScript may be anything. */
function requireEngine(scope: Construct, engine: unknown): DatabaseEngine {
  if (engine instanceof DatabaseEngine) return engine;
  refuse(scope, {
    prop: 'engine',
    must: 'must be one that can be made to refuse connections without TLS',
    value: engine,
    measure: '1.1.2',
    fix: "write DatabaseEngine.AURORA_POSTGRESQL, AURORA_MYSQL, POSTGRESQL, MYSQL or MARIADB, or a version such as DatabaseEngine.postgresql('17.5')",
  });
}

/** Refuses how many instances there are, and how much they hold, where the engine does not take it. */
function requireSizes(
  scope: Construct,
  engine: DatabaseEngine,
  { instances, allocatedStorageGiB, maxAllocatedStorageGiB }: EncryptedDatabaseProps,
  isEphemeral: boolean
): void {
  if (!engine.isAurora && instances !== undefined) {
    const must = `must be left out for ${engine.engine}: it always has one instance, and a standby in another zone`;
    refuse(scope, { prop: 'instances', must, value: instances, measure: '3.3.1', fix: 'remove it' });
  }
  if (instances !== undefined) {
    const because = ': a cluster whose only instance fails answers nobody';
    const bounds = { min: isEphemeral ? 1 : 2, max: 16, because, measure: '3.3.1', example: 2 };
    requireWholeNumber(scope, 'instances', instances, bounds);
  }
  const storage = Object.entries({ allocatedStorageGiB, maxAllocatedStorageGiB });
  for (const [prop, value] of storage) {
    if (value === undefined) continue;
    if (engine.isAurora) {
      const must = `must be left out for ${engine.engine}: its storage grows by itself`;
      refuse(scope, { prop, must, value, measure: '3.3.2', fix: 'remove it' });
    }
    const allocated = allocatedStorageGiB ?? 20;
    const bounds =
      prop === 'allocatedStorageGiB'
        ? { min: 20, example: 20 }
        : { min: allocated + 1, example: Math.min(allocated * 10, 65_536) };
    requireWholeNumber(scope, prop, value, { ...bounds, max: 65_536, of: 'GiB', measure: '3.3.2' });
  }
}

/** Refuses texts that RDS would only refuse when they are applied. */
function requireForms(scope: Construct, props: EncryptedDatabaseProps): void {
  requireForm(scope, 'databaseName', props.databaseName, DATABASE_NAME);
  requireForm(scope, 'instanceClass', props.instanceClass, INSTANCE_CLASS);
  requireForm(scope, 'backupWindow', props.backupWindow, DAILY);
  requireForm(scope, 'maintenanceWindow', props.maintenanceWindow, WEEKLY);
}

const DATABASE_NAME: Form = {
  form: /^[a-z]\w{0,62}$/i,
  must: "must be 1 to 63 letters, digits and '_', a letter first",
  example: 'orders',
};
